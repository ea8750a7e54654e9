import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
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
  listFlag,
  textFlag
} from "./shared.terminal.command.js";
import "./shared.adapters.files.cache-upkeep.js";
import "./shared.adapters.git.branch-store.js";
import {
  acceptNames,
  evaluate,
  explainAcceptance,
  groupSkipped,
  listNames,
  nameGround,
  renderResultFiles,
  writeResults
} from "./shared.adapters.files.write-results.js";
import "./shared.baseline.stored-baseline.js";
import "./shared.execute.draw.js";
import "./shared.gate.compare-flags.js";
import "./shared.gate.critical.js";
import "./shared.adapters.files.spool.js";
import "./shared.plan.estimate.js";
import {
  buildResult,
  decideWork,
  exitCodeOf,
  gateExitCodes
} from "./shared.gate.first-round.js";
import "./shared.checks.build-check.js";
import {
  noCalls
} from "./shared.config.key.js";
import "./shared.prompts.render.js";
import "./shared.judges.labels.items.js";
import "./shared.judges.labels.lines.js";
import "./shared.checks.excerpt.js";
import "./shared.adapters.files.response-cache.js";
import "./shared.version.js";
import {
  namesEndpoint
} from "./shared.config.base-url.js";
import "./shared.adapters.replay.recording.js";
import "./shared.run.result-codec.js";
import "./shared.ports.js";
import "./shared.adapters.files.read-recording.js";
import "./shared.text.source-file.js";
import {
  buildGroupNames,
  describeCounts,
  describeLimit,
  describeRole,
  describeRun,
  describeScores,
  describeVerdict,
  diffTexts,
  findMetric,
  groupMetrics,
  nameSide,
  redactForPeople,
  redactReport,
  renderJsonText,
  renderOutputText,
  shortCommit
} from "./shared.report.broken-answers.js";
import {
  revealText
} from "./shared.report.escape.js";
import {
  formatDifference,
  formatDuration,
  formatInterval,
  formatNoun,
  formatRelative,
  formatScore,
  formatUsd
} from "./shared.report.numbers.js";
import "./shared.json-writer.js";
import "./shared.errors.js";

// src/report/terminal.ts
var maxCases = 5;
var maxDiffLines = 8;
var codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] };
var colours = { fail: "red", pass: "green", inconclusive: "yellow", invalid: "yellow" };
function renderTerminal(full, { colour, files }) {
  const report = redactForPeople(full);
  const paint = (style, text) => colour ? `\x1B[${codes[style][0]}m${text}\x1B[${codes[style][1]}m` : text;
  const skipped = report.suites.filter(({ status }) => status !== "run");
  const blocks = [
    [
      paint("bold", paint(colours[report.verdict], `${report.verdict.toUpperCase()}  ${clean(report.title)}`)),
      // An error says the same with its place.
      ...(report.errors.length > 0 ? [] : report.details).map((detail) => `  ${clean(detail)}`),
      ...report.notices.map((notice) => `  ${clean(notice)}`)
    ],
    report.errors.map((problem) => `${paint("red", "error")}  ${renderProblem(problem)}`),
    renderRows(report, paint),
    renderWorst(report, paint),
    report.warnings.map((problem) => `${paint("yellow", "warning")}  ${renderProblem(problem)}`),
    groupSkipped(skipped).map(({ names, reason }) => paint("dim", `not run: ${clean(names)} (${clean(reason)})`)),
    [...report.notes.map(clean), describeRun(report), ...files.map((file) => `  ${clean(file)}`)].map(
      (line) => paint("dim", line)
    )
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}
`;
}
function renderProblem({ path, line, column, message, hint }) {
  const place = [path, line, column].filter((part) => part !== null).join(":");
  return clean([place, message, hint].filter((part) => part !== "").join(" "));
}
function renderRows(report, paint) {
  const nameGroup = buildGroupNames(report);
  const rows = groupMetrics(report).flatMap((group) => {
    const name = nameGroup(group.suite, group.promptId);
    const title = name === null ? [] : [[clean(name)]];
    const metrics = group.metrics.map((metric) => [
      `${clean(metric.metric)} · ${describeRole(metric)}`,
      formatScore(metric.baselineMean, metric.binary),
      formatScore(metric.candidateMean, metric.binary),
      formatDifference(metric.difference, metric.binary),
      formatInterval(metric.lowerBound, metric.upperBound, metric.binary) ?? "",
      describeCounts(metric),
      describeVerdict(metric)
    ]);
    return [...title, ...metrics, ...renderArms(group.prompt)];
  });
  if (rows.length === 0) return [];
  const side = (index, name) => clean([nameSide(report[index], name), shortCommit(report[index])].filter((part) => part !== null).join(" "));
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
function renderArms(prompt) {
  const { baseline = null, candidate = null } = prompt ?? {};
  const [cost, costAfter] = [baseline?.costPerThousandMicroUsd ?? null, candidate?.costPerThousandMicroUsd ?? null];
  const [latency, latencyAfter] = [baseline?.latencyMedianMs ?? null, candidate?.latencyMedianMs ?? null];
  const usd = (micro) => formatUsd(micro === null ? null : micro / 1e6);
  const limit = (verdict = null) => verdict === null ? [] : ["", "", describeLimit(verdict)];
  return [
    ...cost === null && costAfter === null ? [] : [
      ["cost per 1,000", usd(cost), usd(costAfter), formatRelative(cost, costAfter), ...limit(prompt?.costVerdict)]
    ],
    ...latency === null && latencyAfter === null ? [] : [
      [
        "latency, median",
        formatDuration(latency),
        formatDuration(latencyAfter),
        formatRelative(latency, latencyAfter),
        ...limit(prompt?.latencyVerdict)
      ]
    ]
  ];
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
function renderWorst(report, paint) {
  const rest = report.cases.length - maxCases;
  return [
    ...report.cases.slice(0, maxCases).flatMap((entry) => renderCase(report, entry, paint)),
    ...rest > 0 ? [paint("dim", `and ${rest} more`)] : []
  ];
}
function renderCase(report, entry, paint) {
  const metric = findMetric(report, entry);
  const scores = [
    `${nameSide(report.base, "baseline")} ${describeScores(entry.baselineScores, metric)}`,
    `${nameSide(report.head, "candidate")} ${describeScores(entry.candidateScores, metric)}`
  ];
  const facts = [entry.label + (entry.critical ? ", critical" : ""), entry.metric, ...scores].map(clean);
  const { baselineOutput, candidateOutput } = entry;
  const hasBoth = baselineOutput !== null && candidateOutput !== null;
  const lines = hasBoth ? diffTexts(renderOutputText(baselineOutput), renderOutputText(candidateOutput)) : [];
  const diff = lines.slice(0, maxDiffLines).map(({ kind, text }) => {
    if (kind === "removed") return paint("red", `  - ${clean(text)}`);
    return kind === "added" ? paint("green", `  + ${clean(text)}`) : paint("dim", `    ${clean(text)}`);
  });
  const input = entry.input === null ? [] : [`  ${clean(renderJsonText(entry.input)).slice(0, 160)}`];
  return [`${paint("bold", clean(entry.case))}  ${facts.join(" · ")}`, ...input, ...diff];
}
function clean(text) {
  return revealText(text).replace(/\s+/g, " ").trim();
}

// src/terminal/run.ts
var run = {
  name: "run",
  usage: "[--base REF] [--head REF] [options]",
  about: `Evaluates the working tree (untracked, not ignored files included), or --head, against the base.`,
  flags: {
    base: { value: "REF", help: "compare with this (default: merge base with origin/HEAD, else main, else master)" },
    head: { value: "REF", help: "evaluate this ref in place of the working tree" },
    ...configFlag,
    report: {
      value: "DIR",
      help: "write comment.md, report.html, results.json, scores.jsonl, outputs.jsonl, calls.jsonl, junit.xml"
    },
    ...endpointFlags,
    accept: {
      value: "NAME",
      isRepeatable: true,
      help: "take as given here what the pull request needs accept for: a dataset, prompt or column (repeatable)"
    },
    cases: { value: "N", help: "at most N cases a suite" },
    "dry-run": { help: "say what would run and what it would cost" },
    ...keptAnswerFlags,
    fresh: { help: "draw anew: leave stored baseline and cache aside" },
    json: { help: "print the report as JSON" }
  },
  positionals: [],
  run: runLocally,
  buildFailure: (errors) => ({ ...decideWork(errors), ...buildResult(noCalls, errors), metrics: [] })
};
async function runLocally(flags, _positionals, io) {
  return inLocalWorld(flags, io, "answers", async (world, git) => {
    const folder = textFlag(flags, "report");
    if (folder !== null) await writeResults(folder, /* @__PURE__ */ new Map());
    const result = await evaluate(world, await buildRequest(flags, git, io));
    const files = folder === null ? [] : await writeResults(folder, await renderResultFiles(result, { commentKey: "local", record: null }));
    const { report } = result;
    const words = [...explainCache(report), ...explainWords(report, listFlag(flags, "accept"))].join("");
    if (flags.json === true) io.err(words);
    const text = `${renderTerminal(report, { colour: io.colour, files })}${words}`;
    return { document: redactReport(report), text, exitCode: exitCodeOf(gateExitCodes, report) };
  });
}
function explainCache({ cacheHits }) {
  return cacheHits === 0 ? [] : [`${formatNoun(cacheHits, "answer")} came from the cache; --no-cache draws anew
`];
}
function explainWords({ grounds }, names) {
  const acceptance = acceptNames("--accept", names);
  const given = explainAcceptance(acceptance, grounds);
  const known = new Set(grounds.flatMap(listNames));
  const open = grounds.filter((ground) => listNames(ground).length > 0 && !acceptance.covers(ground));
  return [
    ...given === null ? [] : [`taken as given, ${given}
`],
    ...names.filter((name) => !known.has(name)).map((name) => `--accept ${name}: nothing of this name needs it
`),
    ...open.map(
      (ground) => `needs accept on the pull request: ${nameGround(ground)} (here: --accept ${listNames(ground)[0]})
`
    )
  ];
}
async function buildRequest(flags, git, io) {
  const [baseRef, headRef] = [textFlag(flags, "base"), textFlag(flags, "head")];
  const base = baseRef === null ? await git.defaultBase() : await git.resolveRef(baseRef);
  const baseTree = await git.readTree(base);
  const candidate = headRef === null ? { label: "working tree", tree: await git.readWorkingTree() } : { label: headRef, tree: await git.readTree(await git.resolveRef(headRef)) };
  return {
    base: { label: baseRef ?? "base", tree: baseTree },
    candidate,
    decidingTree: baseTree,
    defaultTree: baseTree,
    configPath: textFlag(flags, "config"),
    namesEndpoint: namesEndpoint(textFlag(flags, "base-url"), io.env.OPENAI_BASE_URL) || flags.replay !== void 0,
    caseLimit: integerFlag(flags, "cases", 1, 1e6),
    fresh: flags.fresh === true,
    dryRun: flags["dry-run"] === true,
    onNoKey: "block",
    acceptance: acceptNames("--accept", listFlag(flags, "accept")),
    blockedCalls: null,
    recorded: [],
    readScreenUses: async () => [],
    reproduce: headRef === null ? null : `prompt-assay run --base ${base.slice(0, 12)} --head ${candidate.tree.commit.slice(0, 12)}`,
    runUrl: null
  };
}
export {
  run
};
