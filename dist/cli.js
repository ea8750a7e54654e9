#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  nameFlagsIn
} from "./chunks/shared.terminal.flag-words.js";
import {
  chooseWidth
} from "./chunks/shared.report.console.screen.js";
import {
  measure,
  pad,
  wrap
} from "./chunks/shared.report.console.cells.js";
import {
  commandGroups
} from "./chunks/shared.terminal.command.js";
import {
  toolVersion
} from "./chunks/shared.version.js";
import {
  suggestName
} from "./chunks/shared.text.problems.js";
import {
  revealText
} from "./chunks/shared.report.escape.js";
import {
  closeSentence
} from "./chunks/shared.text.prose.js";
import {
  escapeJson
} from "./chunks/shared.text.unseen.js";
import {
  writeJson
} from "./chunks/shared.json-writer.js";
import {
  ReportedError,
  UserError,
  asError,
  buildProblem,
  renderProblem
} from "./chunks/shared.errors.js";

// src/cli.ts
import { text } from "node:stream/consumers";

// src/terminal/ask.ts
import { createInterface } from "node:readline";
function createAsker(input, output, interrupt2) {
  return (question) => new Promise((resolve) => {
    const lines = createInterface({ input, output });
    lines.once("SIGINT", () => interrupt2.abort(new Error("interrupted")));
    const end = (answer) => {
      resolve(answer);
      lines.close();
    };
    lines.once("close", () => resolve(""));
    interrupt2.signal.addEventListener("abort", () => end(""), { once: true });
    lines.question(question, end);
  });
}

// src/terminal/live-line.ts
var usualColumns = 80;
var erase = "\r\x1B[K";
function openLiveLine(stream, env) {
  if (stream.isTTY !== true || env.TERM === "dumb") return null;
  let isShown = false;
  let lent = 0;
  const clear = () => {
    if (isShown) stream.write(erase);
    isShown = false;
  };
  return {
    columns: () => stream.columns || usualColumns,
    show: (line) => {
      if (lent > 0) return;
      stream.write(`${isShown ? erase : ""}${line}`);
      isShown = true;
    },
    clear,
    lend: async (work) => {
      clear();
      lent += 1;
      try {
        return await work();
      } finally {
        lent -= 1;
      }
    }
  };
}

// src/terminal/main.ts
import { parseArgs } from "node:util";

// src/terminal/commands.ts
var commands = {
  init: {
    group: "start",
    summary: "write a first config and workflow for what this repository holds",
    load: async () => (await import("./chunks/terminal.init.js")).init
  },
  run: {
    group: "measure",
    summary: "evaluate the working tree or a ref against its base",
    load: async () => (await import("./chunks/terminal.run.js")).run
  },
  baseline: {
    group: "measure",
    summary: "re-baseline into this clone",
    load: async () => (await import("./chunks/terminal.baseline.js")).baseline
  },
  outputs: {
    group: "measure",
    summary: "judge outputs that your own application made",
    load: async () => (await import("./chunks/terminal.outputs.js")).outputs
  },
  history: {
    group: "measure",
    summary: "show main over time: scores, cost, models, and what was merged",
    load: async () => (await import("./chunks/terminal.history.js")).history
  },
  noise: {
    group: "measure",
    summary: "measure main against itself",
    load: async () => (await import("./chunks/terminal.noise.js")).noise
  },
  compare: {
    group: "measure",
    summary: "decide between two score files",
    load: async () => (await import("./chunks/terminal.compare.js")).compare
  },
  calibrate: {
    group: "judge",
    summary: "compare a judge with human labels, and say whether it may gate",
    load: async () => (await import("./chunks/terminal.calibrate.js")).calibrate
  },
  validate: {
    group: "files",
    summary: "check config, prompts and datasets",
    load: async () => (await import("./chunks/terminal.validate.js")).validate
  },
  render: {
    group: "files",
    summary: "show the messages that would be sent",
    load: async () => (await import("./chunks/terminal.render.js")).render
  },
  label: {
    group: "judge",
    summary: "label outputs by hand, to calibrate a judge, or fill in what rows expect",
    load: async () => (await import("./chunks/terminal.label.js")).label
  },
  import: {
    group: "files",
    summary: "make dataset rows of production records",
    load: async () => (await import("./chunks/terminal.import.js")).importCommand
  },
  cache: {
    group: "files",
    summary: "show or clear the answers that this clone keeps",
    load: async () => (await import("./chunks/terminal.cache.js")).cache
  },
  demo: {
    group: "start",
    summary: "run the whole tool on its bundled example, without key or network",
    load: async () => (await import("./chunks/terminal.demo.js")).demo
  },
  completion: {
    group: "start",
    summary: "print what completes commands and flags in a shell",
    load: async () => (await import("./chunks/terminal.completion.js")).buildCompletion(commands)
  }
};

// src/terminal/help.ts
var leastRoom = 30;
var headings = {
  start: "Start",
  measure: "Measure a change",
  judge: "Calibrate judges",
  files: "Look at files"
};
function buildParseOptions(flags) {
  const options = Object.entries(flags).map(([name, { value, isRepeatable }]) => [
    name,
    { type: value === void 0 ? "boolean" : "string", multiple: isRepeatable === true }
  ]);
  return { ...Object.fromEntries(options), help: { type: "boolean", short: "h" } };
}
function renderHelp({ name, usage, about, flags }, width) {
  const shown = Object.entries(flags).flatMap(
    ([flag, { help, value }]) => help === null ? [] : [[renderFlag(flag, value), help]]
  );
  return closeLines([
    ...wrap(["prompt-assay", name, usage].join(" ").trim(), width, "Usage: ", "         "),
    "",
    ...wrap(about.replaceAll("\n", " "), width),
    "",
    ...renderPairs(shown, width)
  ]);
}
function renderOverview(commands2, width) {
  const names = Object.keys(commands2);
  const grouped = commandGroups.flatMap((group) => {
    const own = Object.entries(commands2).filter(([, entry]) => entry.group === group);
    const pairs = own.map(([name, { summary }]) => [name, summary]);
    return [headings[group], ...renderPairs(pairs, width, Math.max(...names.map(measure))), ""];
  });
  return closeLines([
    ...wrap("Prompt Assay, the merge gate for prompts.", width),
    "",
    ...wrap("prompt-assay <command> [--json] [--help], or prompt-assay --version", width, "Usage: ", "         "),
    "",
    ...grouped,
    ...wrap(
      "Exit codes: 0 green, 1 fail or a blocked inconclusive, 2 invalid or usage, 3 a defect, 130 interrupted.",
      width
    )
  ]);
}
function renderPairs(pairs, width, column = Math.max(...pairs.map(([name]) => measure(name)))) {
  const isBeside = width - column - 4 >= leastRoom;
  return pairs.flatMap(
    ([name, words]) => isBeside ? wrap(words, width, `  ${pad(name, column, "left")}  `, " ".repeat(column + 4)) : [...wrap(name, width, "  ", "      "), ...wrap(words, width, "      ")]
  );
}
function closeLines(lines) {
  return `${lines.join("\n")}
`;
}
function renderFlag(name, value) {
  return value === void 0 ? `--${name}` : `--${name} ${value}`;
}

// src/terminal/main.ts
async function main(args, io) {
  const [name, ...rest] = args;
  if (name === "--version" || name === "-v" || name === "version") {
    io.out(`${toolVersion}
`);
    return 0;
  }
  if (name === void 0 || name === "--help" || name === "-h" || name === "help") {
    io.out(renderOverview(commands, chooseWidth(io.columns)));
    return name === void 0 ? 2 : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : void 0;
  if (entry === void 0) {
    const near = suggestName(name, Object.keys(commands));
    const hint = near === null ? "See prompt-assay --help." : `Did you mean "${near}"?`;
    const problem = buildProblem(`There is no command "${name}".`, hint);
    io.err(`prompt-assay: ${revealText(renderProblem(problem))}
`);
    if (args.includes("--json")) io.out(renderDocument({ errors: [problem] }));
    return 2;
  }
  return runCommand(await entry.load(), rest, io);
}
async function runCommand(command, args, io) {
  try {
    const { values, positionals } = parseLine(command, args);
    if (values.help === true) {
      io.out(renderHelp(command, chooseWidth(io.columns)));
      return 0;
    }
    const { document, text: text2, formatted = null, exitCode } = await command.run(values, positionals, io);
    if (formatted !== null) io.err(text2);
    io.out(formatted ?? (values.json === true ? renderDocument(document) : text2));
    return exitCode;
  } catch (thrown) {
    return fail(command, thrown, args, io);
  }
}
function parseLine(command, args) {
  const options = buildParseOptions(command.flags);
  const parsed = (() => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    } catch (error) {
      const [message = ""] = asError(error).message.split(". ");
      throw UserError.of(closeSentence(message), hintFlag(command, args));
    }
  })();
  const most = command.positionals.at(-1)?.endsWith("…") ? Number.POSITIVE_INFINITY : command.positionals.length;
  const excess = parsed.positionals[most];
  if (excess !== void 0)
    throw UserError.of(`"${excess}" is one argument too many.`, `See prompt-assay ${command.name} --help.`);
  return parsed;
}
function hintFlag({ name, flags }, args) {
  const known = ["help", ...Object.keys(flags).filter((flag) => flags[flag]?.help !== null)];
  const { tokens } = parseArgs({ args: [...args], options: {}, strict: false, tokens: true });
  const unknown = tokens.find((token) => token.kind === "option" && !Object.hasOwn(flags, token.name));
  const near = unknown?.kind === "option" ? suggestName(unknown.name, known) : null;
  return near === null || near === "help" ? `See prompt-assay ${name} --help.` : `Did you mean "--${near}"?`;
}
async function fail(command, thrown, args, io) {
  if (io.signal.aborted) {
    io.err("prompt-assay: interrupted; finished answers are kept where a cache is.\n");
    return 130;
  }
  const known = thrown instanceof ReportedError;
  const error = asError(thrown);
  const problems = known ? nameFlagsIn(thrown.problems) : [buildProblem(closeSentence(`a defect of Prompt Assay: ${error.message}`), "Please report it.")];
  for (const problem of problems) io.err(`prompt-assay: ${revealText(renderProblem(problem))}
`);
  if (!known && error.stack !== void 0) io.err(`${error.stack}
`);
  const formatted = await command.formatFailure?.(problems, args);
  if (formatted) io.out(formatted);
  else if (args.includes("--json")) io.out(renderDocument(command.buildFailure(problems)));
  return known ? 2 : 3;
}
function renderDocument(document) {
  return `${escapeJson(writeJson(document, 2))}
`;
}

// src/cli.ts
var interrupt = new AbortController();
process.once("SIGINT", () => interrupt.abort(new Error("interrupted")));
process.once("SIGTERM", () => interrupt.abort(new Error("interrupted")));
process.stdout.on("error", () => void 0);
var liveLine = openLiveLine(process.stderr, process.env);
var writeTo = (stream) => (text2) => {
  liveLine?.clear();
  stream.write(text2);
};
var ask = process.stdin.isTTY && process.stderr.isTTY ? createAsker(process.stdin, process.stderr, interrupt) : null;
process.exitCode = await main(process.argv.slice(2), {
  out: writeTo(process.stdout),
  err: writeTo(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  colour: process.stdout.isTTY === true && process.env.NO_COLOR === void 0,
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  liveLine,
  signal: interrupt.signal,
  readStandardInput: () => text(process.stdin),
  ask: ask && liveLine ? (question) => liveLine.lend(() => ask(question)) : ask
});
