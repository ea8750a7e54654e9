import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  clearOwnReport,
  openPage
} from "./shared.terminal.open-page.js";
import {
  inLocalWorld
} from "./shared.terminal.allowed-hosts.js";
import {
  configFlag,
  endpointFlags,
  keptAnswerFlags
} from "./shared.terminal.model-flags.js";
import {
  integerFlag
} from "./shared.terminal.flags.js";
import {
  findConfigPath
} from "./shared.terminal.clone-paths.js";
import {
  listFlag,
  textFlag
} from "./shared.terminal.command.js";
import {
  acceptNames,
  buildFailedReport,
  buildPage,
  compareAnswers,
  evaluate,
  explainAcceptance,
  listCaseScores,
  listNames,
  listReasons,
  nameGround,
  noOtherRuns,
  renderResultFiles,
  renderers,
  shortExpected
} from "./shared.baseline.anchor.js";
import {
  writeResults
} from "./shared.adapters.files.write-results.js";
import {
  exitCodeOf,
  gateExitCodes
} from "./shared.gate.measurement.js";
import {
  reportInFlags
} from "./shared.terminal.flag-words.js";
import {
  listKnown,
  quoteName,
  suggestName
} from "./shared.text.problems.js";
import {
  namesEndpoint
} from "./shared.config.base-url.js";
import {
  buildGroupNames,
  describeCounts,
  describeFigures,
  describeLimit,
  describeRole,
  describeRun,
  describeVerdict,
  groupMetrics,
  groupSkipped,
  listArmFigures,
  nameSide,
  redactForPeople,
  redactReport,
  shortCommit
} from "./shared.report.diff.choose-rows.js";
import {
  renderJsonText
} from "./shared.report.diff.json-layout.js";
import {
  cutText,
  oneLine
} from "./shared.report.escape.js";
import {
  count
} from "./shared.text.prose.js";
import {
  UserError
} from "./shared.errors.js";

// src/terminal/evaluate-here.ts
import { join } from "node:path";

// src/report/console/cases.ts
var maxCases = 5;
var maxText = 160;
var room = { lines: 10, characters: 220 };
function renderWorst(report, paint) {
  const rest = report.cases.length - maxCases;
  const nameGroup = buildGroupNames(report);
  return [
    ...report.cases.slice(0, maxCases).flatMap((entry) => renderCase(report, entry, nameGroup, paint)),
    ...rest > 0 ? [paint("dim", `and ${rest} more`)] : []
  ];
}
function renderCase(report, entry, nameGroup, paint) {
  const expected = shortExpected(entry);
  const facts = [
    entry.label + (entry.critical ? ", critical" : ""),
    nameGroup(entry.suite, entry.prompt) ?? "",
    expected === null ? "" : `expected ${expected}`,
    describeMetrics(report, entry)
  ].filter((fact) => fact !== "");
  const field = (name, text) => `  ${oneLine(name)}: ${cutText(oneLine(text), maxText)}`;
  return [
    `${paint("bold", oneLine(entry.case))}  ${facts.map(oneLine).join(" · ")}`,
    ...entry.input === null ? [] : [field("Input", renderJsonText(entry.input))],
    ...listReasons(report, entry).map(({ name, reason }) => field(name, reason)),
    ...renderAnswers(report, entry, paint)
  ];
}
function describeMetrics(report, entry) {
  const scores = listCaseScores(report, entry).map(
    ({ metric, baseline, candidate }) => `${metric} ${baseline} → ${candidate}`
  );
  return `${nameSide(report.base, "baseline")} → ${nameSide(report.head, "candidate")}: ${scores.join(", ")}`;
}
function renderAnswers(report, entry, paint) {
  const evidence = compareAnswers(report, entry, room);
  if (evidence.kind === "none") return [];
  const who = evidence.who === null ? [] : [paint("dim", `  ${oneLine(evidence.who)}`)];
  if (evidence.kind === "diff") return [...who, ...evidence.lines.map((line) => renderLine(line, paint))];
  const answered = `${oneLine(evidence.who)} answered${evidence.kind === "equal" ? " the same" : ""}`;
  return [`  ${answered}: ${cutText(oneLine(evidence.text), maxText)}`];
}
function renderLine({ kind, text }, paint) {
  const indent = /^ */.exec(text)?.[0] ?? "";
  const line = indent + oneLine(text);
  if (kind === "removed") return paint("red", `  - ${line}`);
  if (kind === "added") return paint("green", `  + ${line}`);
  return paint("dim", kind === "gap" ? `    … ${line} …` : `    ${line}`);
}

// src/report/console/terminal.ts
var codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] };
var colours = { fail: "red", pass: "green", inconclusive: "yellow", invalid: "yellow" };
function renderTerminal(full, { colour, files }) {
  const report = redactForPeople(full);
  const paint = (style, text) => colour ? `\x1B[${codes[style][0]}m${text}\x1B[${codes[style][1]}m` : text;
  const skipped = report.suites.filter(({ status }) => status !== "run");
  const blocks = [
    [
      paint("bold", paint(colours[report.verdict], `${report.verdict.toUpperCase()}  ${oneLine(report.title)}`)),
      // An error says the same with its place.
      ...(report.errors.length > 0 ? [] : report.details).map((detail) => `  ${oneLine(detail)}`),
      ...report.notices.map((notice) => `  ${oneLine(notice)}`)
    ],
    report.errors.map((problem) => `${paint("red", "error")}  ${renderProblem(problem)}`),
    renderRows(report, paint),
    renderWorst(report, paint),
    report.warnings.map((problem) => `${paint("yellow", "warning")}  ${renderProblem(problem)}`),
    groupSkipped(skipped).map(({ names: names2, reason }) => paint("dim", `not run: ${oneLine(names2)} (${oneLine(reason)})`)),
    [...report.notes.map(oneLine), describeRun(report), ...files.map((file) => `  ${oneLine(file)}`)].map(
      (line) => paint("dim", line)
    )
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}
`;
}
function renderProblem({ path, line, column, message, hint }) {
  const place = [path, line, column].filter((part) => part !== null).join(":");
  return oneLine([place, message, hint].filter((part) => part !== "").join(" "));
}
function renderRows(report, paint) {
  const nameGroup = buildGroupNames(report);
  const rows = groupMetrics(report).flatMap((group) => {
    const name = nameGroup(group.suite, group.promptId);
    const title = name === null ? [] : [[oneLine(name)]];
    const metrics = group.metrics.map((metric) => {
      const { baseline, candidate, change, note } = describeFigures(metric);
      const name2 = `${oneLine(metric.metric)} · ${describeRole(metric)}`;
      return [name2, baseline, candidate, change, note ?? "", describeCounts(metric), describeVerdict(metric)];
    });
    return [...title, ...metrics, ...renderArms(group)];
  });
  if (rows.length === 0) return [];
  const side = (index, name) => oneLine([nameSide(report[index], name), shortCommit(report[index])].filter((part) => part !== null).join(" "));
  const header = [
    "",
    side("base", "baseline"),
    side("head", "candidate"),
    "change",
    "between",
    "worse / better / same",
    ""
  ];
  const all = [header, ...rows];
  return alignColumns(all).map((line, index) => {
    if (index === 0) return paint("dim", line);
    return all[index]?.length === 1 ? paint("bold", line) : line;
  });
}
function renderArms({ prompt }) {
  return listArmFigures(prompt).map(({ name, baseline, candidate, change, note, verdict }) => {
    const words = [verdict === null ? null : describeLimit(verdict), note].filter((part) => part !== null);
    return [name, baseline, candidate, change, "", "", words.join(" · ")];
  });
}
function alignColumns(rows) {
  const width = (text) => [...text].length;
  const columns = rows[0]?.map(
    (_cell, column) => Math.max(...rows.map((row) => row.length === 1 ? 0 : width(row[column] ?? "")))
  );
  return rows.map(
    (row) => row.map((cell, column) => {
      const blanks = " ".repeat(Math.max(0, (columns?.[column] ?? 0) - width(cell)));
      return column >= 1 && column <= 4 ? blanks + cell : cell + blanks;
    }).join("  ").trimEnd()
  );
}

// src/terminal/format.ts
var names = Object.keys(renderers);
var formatFlag = {
  format: { value: "NAME", help: `print the report as ${names.join(", ")}` }
};
var localComment = { commentKey: "local", record: null };
function readFormat(flags) {
  const name = textFlag(flags, "format");
  if (name === null) return null;
  if (!isFormat(name)) {
    const near = suggestName(name, names);
    const hint = near === null ? listKnown(names) : `Did you mean "${near}"? ${listKnown(names)}`;
    throw UserError.of(`There is no format ${quoteName(name)}.`, hint);
  }
  if (flags.json !== true) return name;
  throw UserError.of(
    "--json and --format each print a document.",
    "Give one of the two; --format json is results.json."
  );
}
async function renderFormat(format, report, page) {
  const text = await renderers[format].render(report, { ...localComment, page });
  return typeof text === "string" ? text : [...text].join("");
}
async function formatFailure(problems, args) {
  const format = findFormat(args);
  return format === null ? null : renderFormat(format, buildFailedReport(problems), { cases: [], changes: [] });
}
function findFormat(args) {
  const given = args.flatMap((arg, index) => {
    if (arg.startsWith("--format=")) return [arg.slice("--format=".length)];
    return arg === "--format" ? [args[index + 1] ?? ""] : [];
  });
  const name = given.at(-1) ?? "";
  return isFormat(name) ? name : null;
}
function isFormat(name) {
  return Object.hasOwn(renderers, name);
}

// src/terminal/evaluate-here.ts
var evaluateFlags = {
  base: {
    value: "REF",
    help: "what it would be merged into (default: origin/HEAD, else main, else master)"
  },
  head: { value: "REF", help: "evaluate this ref in place of the working tree" },
  ...configFlag,
  report: {
    value: "DIR",
    help: "write comment.md, report.html, results.json, scores.jsonl, outputs.jsonl, calls.jsonl, junit.xml"
  },
  open: { help: "open report.html in the browser; without --report it is in this clone, in .git/prompt-assay/report" },
  ...endpointFlags,
  accept: {
    value: "NAME",
    isRepeatable: true,
    help: "take as given here what the pull request needs accept for: a dataset, prompt or column (repeatable)"
  },
  cases: { value: "N", help: "at most N cases a suite" },
  ...keptAnswerFlags,
  ...formatFlag,
  json: { help: "print the report as JSON" }
};
var evaluateFailure = {
  buildFailure: buildFailedReport,
  formatFailure
};
async function evaluateHere(flags, io, origin, finish = async (_result, outcome) => outcome) {
  const format = readFormat(flags);
  return inLocalWorld(flags, io, "answers", async (world, git) => {
    const folder = textFlag(flags, "report") ?? (flags.open === true ? await clearOwnReport(git) : null);
    if (folder !== null) await writeResults(folder, /* @__PURE__ */ new Map());
    const request = await buildRequest(flags, git, io, world.log);
    const evaluated = await evaluate(world, request, await origin(git, request));
    const result = { ...evaluated, report: reportInFlags(evaluated.report) };
    const files = folder === null ? [] : await writeResults(folder, await renderResultFiles(result, localComment));
    const { report } = result;
    const words = [...explainCache(report), ...explainWords(report, listFlag(flags, "accept"))].join("");
    if (flags.json === true) io.err(words);
    if (flags.open === true && folder !== null) io.err(`${await openPage(join(folder, "report.html"), io.env)}
`);
    const text = `${renderTerminal(report, { colour: io.colour, files })}${words}`;
    const formatted = format === null ? null : await renderFormat(format, report, buildPage(result));
    const exitCode = exitCodeOf(gateExitCodes, report);
    return finish(result, { document: redactReport(report), text, formatted, exitCode });
  });
}
function explainCache({ cacheHits }) {
  return cacheHits === 0 ? [] : [`${count(cacheHits, "answer")} came from the cache; --no-cache draws anew
`];
}
function explainWords({ grounds }, names2) {
  const acceptance = acceptNames("--accept", names2);
  const given = explainAcceptance(acceptance, grounds);
  const known = new Set(grounds.flatMap(listNames));
  const open = grounds.filter((ground) => listNames(ground).length > 0 && !acceptance.covers(ground));
  return [
    ...given === null ? [] : [`Taken as given, ${given}.
`],
    ...names2.filter((name) => !known.has(name)).map((name) => `--accept ${name}: nothing of this name needs it.
`),
    ...open.map(
      (ground) => `Needs accept on the pull request: ${nameGround(ground)} (here: --accept ${listNames(ground)[0]}).
`
    )
  ];
}
async function buildRequest(flags, git, io, log) {
  const forgets = ["fresh", "no-cache"].find((name) => flags[name] === true);
  if (flags.settle === true && forgets !== void 0) {
    throw UserError.of(`--settle keeps what was drawn, and --${forgets} leaves it aside.`, "Give one of the two.");
  }
  const [baseRef, headRef] = [textFlag(flags, "base"), textFlag(flags, "head")];
  const { base, candidate, tip, note } = await git.readSides(baseRef, headRef);
  log.info(note);
  return {
    base: { label: baseRef ?? "base", tree: base },
    candidate: { label: headRef ?? "working tree", tree: candidate },
    decidingTree: tip,
    defaultTree: tip,
    configPath: await findConfigPath(flags, git),
    namesEndpoint: namesEndpoint(textFlag(flags, "base-url"), io.env.OPENAI_BASE_URL) || flags.replay !== void 0,
    caseLimit: integerFlag(flags, "cases", 1, 1e6),
    fresh: flags.fresh === true,
    dryRun: flags["dry-run"] === true,
    onNoKey: "block",
    hear: async () => ({
      acceptance: acceptNames("--accept", listFlag(flags, "accept")),
      blockedCalls: null,
      settles: flags.settle === true ? "known-answers" : null
    }),
    recorded: [],
    askedBefore: null,
    brokenBefore: null,
    readOthers: async () => noOtherRuns,
    reproduce: headRef === null ? null : `prompt-assay run --base ${tip.commit.slice(0, 12)} --head ${candidate.commit.slice(0, 12)}`,
    runUrl: null,
    github: null
  };
}

export {
  evaluateFlags,
  evaluateFailure,
  evaluateHere
};
