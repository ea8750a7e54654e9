import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  inLocalWorld
} from "./shared.terminal.allowed-hosts.js";
import "./shared.report.progress.progress-line.js";
import "./shared.adapters.files.cache-upkeep.js";
import {
  answerFlags,
  configFlag,
  endpointFlags
} from "./shared.terminal.model-flags.js";
import "./shared.adapters.git.branch-store.js";
import {
  readSourceFile
} from "./shared.adapters.files.folder-tree.js";
import {
  choiceFlag
} from "./shared.terminal.flags.js";
import {
  findConfigPath
} from "./shared.terminal.clone-paths.js";
import {
  calibrateVersion
} from "./shared.judges.labels.outputs.js";
import "./shared.judges.labels.asking.js";
import "./shared.prompts.application.js";
import {
  createLedger
} from "./shared.adapters.files.spool.js";
import {
  calibrateFile
} from "./shared.datasets.case.js";
import {
  labelKinds
} from "./shared.judges.labels.lines.js";
import "./shared.adapters.progress.follow-progress.js";
import "./shared.adapters.files.response-cache.js";
import "./shared.datasets.archived.js";
import "./shared.prompts.render.js";
import "./shared.datasets.column-names.js";
import "./shared.config.build-config.js";
import "./shared.checks.any-expected.js";
import "./shared.text.checksums.js";
import "./shared.text.append-lines.js";
import "./shared.run.totals.js";
import "./shared.config.keys.gate.js";
import "./shared.checks.build-group.js";
import "./shared.datasets.aliases.js";
import "./shared.report.console.cells.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import "./shared.version.js";
import "./shared.text.problems.js";
import "./shared.prompts.wire-request.js";
import "./shared.prompts.wire-messages.js";
import "./shared.config.base-url.js";
import "./shared.adapters.replay.recording.js";
import "./shared.run.result-codec.js";
import "./shared.text.json-line.js";
import "./shared.ports.js";
import "./shared.adapters.files.read-recording.js";
import {
  maxDatasetBytes
} from "./shared.text.source-file.js";
import "./shared.run.story.js";
import "./shared.@stdlib.array-base-filled.lib.index.js";
import "./shared.prompts.message-text.js";
import {
  formatDifference,
  formatInterval,
  formatScore
} from "./shared.prices.usd.js";
import {
  oneLine
} from "./shared.report.escape.js";
import {
  count
} from "./shared.text.prose.js";
import "./shared.text.unseen.js";
import "./shared.json-writer.js";
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/terminal/calibrate.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/report/calibration-text.ts
var meanings = {
  gate: "this judge may block",
  report: "this judge is shown and cannot block",
  refuse: "this judge is named with a warning, its figures are left out, and it cannot block"
};
function renderCalibrationText(figures) {
  const { kind, items, abstained, state, reasons, bias } = figures;
  const ordinal = kind === "ordinal";
  const rows = [
    ["Cohen's κ", formatScore(figures.kappa, false)],
    ...ordinal ? [["quadratic κ", formatScore(figures.quadraticKappa, false)]] : [],
    [`${ordinal ? "quadratic κ" : "κ"}, lower bound`, formatScore(figures.kappaLower90, false)],
    ["Krippendorff's α", formatScore(figures.alpha, false)],
    ["Gwet's AC1", formatScore(figures.ac1, false)],
    ["κ between people", formatScore(figures.humanKappa, false)],
    ...kind === "nominal" ? [] : [
      ["good outputs found", formatScore(figures.sensitivity, true)],
      ["bad outputs found", formatScore(figures.specificity, true)],
      ["judge minus people", bias === null ? formatDifference(null, false) : renderBias(bias)]
    ]
  ];
  if (figures.retest !== null) {
    rows.push(["judged otherwise twice", `${figures.retest.differing} of ${figures.retest.outputs} outputs`]);
  }
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${state.toUpperCase()}  ${meanings[state]}`,
    ...reasons.map((reason) => `  ${oneLine(reason)}`),
    "",
    `${count(items, "item")}, ${kind}; the judge abstained from ${abstained}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ""
  ].join("\n");
}
function renderBias({ mean, lower, upper }) {
  return `${formatDifference(mean, false)} (${formatInterval(lower, upper, false)})`;
}

// src/run/spool.ts
function createMemorySpool() {
  const lines = [];
  return {
    append: (line) => lines.push(line) - 1,
    read: (place) => {
      const line = lines[place];
      if (line === void 0) throw new Error(`nothing was put down at ${place}`);
      return line;
    },
    lines: () => lines.values()
  };
}

// src/terminal/calibrate.ts
var judgeFlags = {
  write: { value: "OUT", help: `where to write the bound labels (default: the judge's "calibration")` },
  anew: { help: "ask the judge about every output, also where the file has what it said" },
  ...configFlag,
  ...endpointFlags,
  ...answerFlags
};
var calibrate = {
  name: "calibrate",
  usage: "--labels L.jsonl [--suite NAME --judge NAME] [options]",
  about: `Compares a judge with people; a line is {"item", "judge", "human", "human2"?}. The exit code is 0 whatever they say.
With a judge named, the labels are bound to it as this clone's config has it, and written. Where lines have no "judge",
it is asked first: they then carry "output", and "case" (and "prompt") or "variables".`,
  flags: {
    labels: { value: "FILE", help: "the labels (JSON Lines)" },
    kind: { value: "WORD", help: "binary, ordinal or nominal (default: found from the labels)" },
    suite: { value: "NAME", help: "the judge's suite" },
    judge: { value: "NAME", help: "the judge" },
    ...judgeFlags,
    json: { help: "print the result as JSON" }
  },
  positionals: [],
  run: calibrateInTerminal,
  buildFailure: (errors) => ({ ...emptyResult, errors })
};
var emptyResult = {
  items: 0,
  kind: null,
  kappa: null,
  kappaLower90: null,
  quadraticKappa: null,
  alpha: null,
  ac1: null,
  humanKappa: null,
  sensitivity: null,
  specificity: null,
  bias: null,
  abstained: 0,
  retest: null,
  state: "report",
  reasons: []
};
async function calibrateInTerminal(flags, _positionals, io) {
  const path = textFlag(flags, "labels");
  if (path === null) throw UserError.of("--labels is missing.", "Name a file of labels (JSON Lines).");
  const kind = choiceFlag(flags, "kind", labelKinds);
  const name = parseJudgeName(flags);
  const file = await readSourceFile(path, maxDatasetBytes);
  const result = name === null ? { ...calibrateFile(file, kind), retest: null } : await calibrateInClone(flags, name, file, kind, io);
  return { document: result, text: renderCalibrationText(result), exitCode: 0 };
}
function parseJudgeName(flags) {
  const [suite, judge] = [textFlag(flags, "suite"), textFlag(flags, "judge")];
  if (suite !== null && judge !== null) return { suite, judge };
  if (suite !== null || judge !== null) {
    throw UserError.of("--suite and --judge belong together.", "Give both, or none.");
  }
  const idle = Object.keys(judgeFlags).find((name) => flags[name] !== void 0);
  if (idle === void 0) return null;
  throw UserError.of(`--${idle} is of no use without a judge.`, "Name it by --suite and --judge.");
}
async function calibrateInClone(flags, name, labels, kind, io) {
  return inLocalWorld(flags, io, "nothing", async (world, git) => {
    const out = textFlag(flags, "write");
    const { result, retest, text, configuredPath } = await calibrateVersion(world, {
      tree: await git.readWorkingTree(),
      configPath: await findConfigPath(flags, git),
      name,
      labels,
      kind,
      out,
      anew: flags.anew === true,
      fresh: flags.fresh === true,
      ledger: createLedger(createMemorySpool())
    });
    const path = configuredPath === null ? out : join(git.topLevel, configuredPath);
    await writeText(path, text);
    io.err(`${path} holds the labels, bound to judge "${name.judge}" of suite "${name.suite}" as it is now.
`);
    return { ...result, retest };
  });
}
async function writeText(path, text) {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (cause) {
    const where = { path, line: null, column: null };
    throw UserError.of(`cannot be written: ${asError(cause).message}.`, "Name another file.", where, { cause });
  }
}
export {
  calibrate
};
