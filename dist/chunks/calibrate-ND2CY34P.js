import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readSourceFile
} from "./chunk-I55GWISX.js";
import {
  choiceFlag
} from "./chunk-VVUUZSMX.js";
import {
  inLocalWorld,
  modelOptions
} from "./chunk-ALGN5ZBO.js";
import "./chunk-Q4RUKMBS.js";
import {
  textFlag
} from "./chunk-DIOVEWYN.js";
import {
  askJudge,
  openJudgeContext
} from "./chunk-NLBDP4BD.js";
import {
  calibrateFile,
  compileJudge,
  identifyJudge,
  judgeDependencies,
  listDropped,
  loadSuite,
  parseRows,
  readFiles,
  readOneSide,
  readOwnConfig,
  selectSuites
} from "./chunk-VQRRP75J.js";
import "./chunk-3REGLRJS.js";
import "./chunk-7UQ62ONE.js";
import {
  buildLabeller,
  labelKinds,
  parseLabelLines,
  renderBoundLabels,
  renderJudgedLabels,
  scaleLabels
} from "./chunk-TJHK3YER.js";
import {
  hintKnown,
  quoteName,
  throwProblems
} from "./chunk-KGYKQGXN.js";
import {
  formatDifference,
  formatInterval,
  formatNoun,
  formatScore
} from "./chunk-AHFYT4DL.js";
import "./chunk-2IRDLZHZ.js";
import "./chunk-DUX64NNM.js";
import {
  isJsonObject
} from "./chunk-32F53KWV.js";
import "./chunk-YVA6GH55.js";
import "./chunk-NUU66HAX.js";
import {
  UserError,
  asError,
  buildProblem,
  collectProblems
} from "./chunk-GVVGS7NA.js";

// src/terminal/calibrate.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/judges/retest.ts
var mostRetested = 30;
var mostDiffering = 0.1;
function compareRetest(first, again) {
  const pairs = again.flatMap(({ score }, index) => {
    const before = first[index]?.score ?? null;
    return score === null || before === null ? [] : [Math.abs(score - before)];
  });
  if (pairs.length === 0) return null;
  return { outputs: pairs.length, differing: pairs.filter((distance) => distance > 1e-9).length };
}
function adviseSamples({ outputs, differing }, samples) {
  if (samples > 1 || differing <= mostDiffering * outputs) return null;
  return `asked again, it judged ${differing} of ${outputs} outputs otherwise: "samples: 3" on it would steady it`;
}

// src/pipeline/find-judge.ts
async function findJudge(repository, tree, configPath, name) {
  const { config, broken } = await readOwnConfig(repository, tree, configPath);
  if (broken !== null) throw broken;
  if (config === null) {
    throw UserError.of(
      "There is no config file to find the judge in.",
      "Add prompt-assay.yml, or name it by --config."
    );
  }
  const judgeConfig = selectJudge(config, name);
  const paths = judgeDependencies({ ...judgeConfig, calibration: null });
  const judge = compileJudge(judgeConfig, await readFiles(repository, tree, paths));
  return { config, judge, identity: identifyJudge(judge, config.judgeModel) };
}
function selectJudge(config, { suite: suiteName, judge: judgeName }) {
  const suite = config.suites.find(({ name }) => name === suiteName);
  if (suite === void 0) {
    const hint2 = hintKnown(
      suiteName,
      config.suites.map(({ name }) => name)
    );
    throw UserError.of(`${config.path} has no suite ${quoteName(suiteName)}.`, hint2);
  }
  const judges = suite.metrics.filter((metric) => metric.kind === "judge");
  const judge = judges.find(({ name }) => name === judgeName);
  if (judge !== void 0) return judge;
  const hint = hintKnown(
    judgeName,
    judges.map(({ name }) => name)
  );
  throw UserError.of(`suite ${quoteName(suiteName)} has no judge ${quoteName(judgeName)}.`, hint, suite.where);
}

// src/judges/labels/outputs.ts
function readSubjects(path, lines, findCases) {
  const problems = [];
  const subjects = lines.flatMap(({ record, line }) => {
    const where = { path, line, column: null };
    const report = (message, hint) => problems.push(buildProblem(message, hint, where));
    const output = readOutput(record.output, report);
    const variables = record.variables === void 0 ? findVariables(record, findCases, report) : collectProblems(problems, () => parseRows([{ values: record.variables, where }]).cases[0]?.variables);
    return output === null || variables == null ? [] : [{ output, variables }];
  });
  throwProblems(problems);
  return subjects;
}
function needsCase({ record }) {
  return record.variables === void 0;
}
function readOutput(value, report) {
  const plain = { toolCalls: [], refusal: null, finishReason: "stop" };
  if (typeof value === "string") return { content: value, ...plain };
  if (value === void 0) {
    report('"output" is missing, which the judge has to be shown.', "Add the labelled text, or what the judge said.");
    return null;
  }
  if (isJsonObject(value) && typeof value.content === "string") {
    const { content, toolCalls, refusal, finishReason } = value;
    return {
      content,
      toolCalls: Array.isArray(toolCalls) ? toolCalls : plain.toolCalls,
      refusal: typeof refusal === "string" ? refusal : plain.refusal,
      finishReason: typeof finishReason === "string" ? finishReason : plain.finishReason
    };
  }
  report('"output" must be text, or an output with "content".', "Copy it from outputs.jsonl.");
  return null;
}
function findVariables(record, findCases, report) {
  const { case: caseId, prompt = null } = record;
  if (typeof caseId !== "string" || prompt !== null && typeof prompt !== "string") {
    report("does not say which case it is of.", 'Add "case" with the id of a row of the suite, or "variables".');
    return null;
  }
  const found = findCases(caseId, prompt);
  const [variables] = found;
  const ofPrompt = prompt === null ? "" : ` of prompt ${quoteName(prompt)}`;
  if (variables === void 0) {
    const hint = 'Correct "case", add the row as "variables", or remove the line.';
    report(`is of case ${quoteName(caseId)}${ofPrompt}, which the suite does not have.`, hint);
  } else if (found.length > 1) {
    report(`is of case ${quoteName(caseId)}, which several prompts have.`, 'Name one of them by "prompt".');
    return null;
  }
  return variables ?? null;
}

// src/pipeline/judge-labels.ts
async function judgeLabels(world, found, request) {
  const { labels, parsed, asked, kind } = request;
  const { config } = found;
  const judge = requireOutputJudge(found);
  const open = asked.map((line) => ({ ...line, judge: null }));
  const ratings = scaleLabels(labels.path, open, kind);
  if (ratings.kind === "nominal") {
    const hint = 'Add what the judge said as "judge", or name the scale by --kind.';
    throw UserError.of("is labelled by names, which a score is not.", hint, {
      path: labels.path,
      line: null,
      column: null
    });
  }
  const findCases = asked.some(needsCase) ? await readCases(world, request) : () => [];
  const subjects = readSubjects(labels.path, asked, findCases);
  const retested = subjects.slice(0, mostRetested);
  requireBudget(config, (subjects.length + retested.length) * Number(judge.config.options.samples ?? 1));
  const context = await openJudgeContext(world, config, request.fresh, []);
  const ask = (some, draw) => askJudge(
    some.map((subject) => ({ judge, subject, draw })),
    config.judgeModel,
    context
  );
  const judgements = await ask(subjects, 0);
  const silent = judgements.filter(({ score }) => score === null);
  if (silent.length > 0) {
    const what = `${silent.length} of ${judgements.length} outputs have no judgement and do not count`;
    world.log.warn(`${what}; the first: ${silent[0]?.reason ?? "no reason given"}`);
  }
  const toLabel = buildLabeller(open, ratings, ratings.kind);
  const said = new Map(asked.map(({ item }, index) => [item, toLabel(judgements[index]?.score ?? null)]));
  return {
    file: { ...labels, text: renderJudgedLabels(parsed, said) },
    without: listDropped(judge, config.judgeModel, context.dropped),
    retest: compareRetest(judgements, await ask(retested, 1))
  };
}
function requireOutputJudge({ judge }) {
  if (judge.sees === "output") return judge;
  throw UserError.of(
    `judge "${judge.config.name}" compares two outputs, and a label is of one.`,
    'Add what it said of each pair as "judge".',
    judge.config.where
  );
}
function requireBudget({ budget }, calls) {
  if (calls <= budget.perRunCalls) return;
  throw UserError.of(
    `Judging would take ${calls} calls of at most ${budget.perRunCalls} (budget.per-run-calls).`,
    "Raise the budget, or label fewer outputs."
  );
}
async function readCases(world, { tree, configPath, name }) {
  const sides = await readOneSide(world.repository, tree, "this clone", configPath);
  const config = dropCalibrations(sides.config);
  const side = { ...sides.base, config };
  const selection = selectSuites(side, side, config).find(({ suite }) => suite.name === name.suite);
  if (selection === void 0) throw new Error(`suite ${name.suite} was found and is gone`);
  const own = { ...sides, base: side, candidate: side, decidingConfig: config, config };
  const { prompts } = await loadSuite(world.repository, selection, own);
  return (caseId, prompt) => {
    const rows = prompts.filter(({ id }) => prompt === null || id === prompt).flatMap(({ cases }) => cases.filter(({ id }) => id === caseId).map(({ scoring }) => scoring));
    return [...new Map(rows.map((row) => [row.hash, row.variables])).values()];
  };
}
function dropCalibrations(config) {
  const suites = config.suites.map((suite) => ({
    ...suite,
    metrics: suite.metrics.map((metric) => metric.kind === "judge" ? { ...metric, calibration: null } : metric)
  }));
  return { ...config, suites };
}

// src/pipeline/calibrate.ts
async function calibrateVersion(world, request) {
  const { tree, configPath, name, labels, kind, out, anew } = request;
  const found = await findJudge(world.repository, tree, configPath, name);
  const { calibration, where } = found.judge.config;
  if (out === null && calibration === null) {
    const hint = 'Name a file by --write, or under "calibration" in the config.';
    throw UserError.of(`judge "${name.judge}" has no place for its calibration.`, hint, where);
  }
  const parsed = parseLabelLines(labels, "open");
  const asked = parsed.lines.filter(({ record }) => anew || record.judge === void 0);
  const keepsSome = asked.length < parsed.lines.length;
  if (keepsSome && parsed.header !== null && parsed.header.judgeHash !== found.identity.hash) throw refuseStale(labels);
  const known = kind ?? parsed.header?.kind ?? null;
  const { file, without, retest } = asked.length === 0 ? { file: labels, without: parsed.header?.without, retest: null } : await judgeLabels(world, found, { ...request, asked, parsed, kind: known });
  const result = calibrateFile(file, known);
  const advice = retest === null ? null : adviseSamples(retest, Number(found.judge.config.options.samples ?? 1));
  const advised = advice === null ? result : { ...result, reasons: [...result.reasons, advice] };
  return {
    result: advised,
    retest,
    text: bind(file, found, result, without),
    configuredPath: out === null ? calibration : null
  };
}
function bind(file, { judge, identity }, { kind }, without) {
  const { hash: judgeHash, model } = identity;
  return renderBoundLabels(file, {
    judgeHash,
    judge: judge.config.name,
    model,
    kind,
    ...without === void 0 ? {} : { without }
  });
}
function refuseStale({ path }) {
  const where = { path, line: 1, column: null };
  const hint = "Let it judge the outputs again: --anew. For judgements that you renewed yourself, remove line 1.";
  return UserError.of("holds what another version of the judge said.", hint, where);
}

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
    ...reasons.map((reason) => `  ${reason}`),
    "",
    `${formatNoun(items, "item")}, ${kind}; the judge abstained from ${abstained}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ""
  ].join("\n");
}
function renderBias({ mean, lower, upper }) {
  return `${formatDifference(mean, false)} (${formatInterval(lower, upper, false)})`;
}

// src/terminal/calibrate.ts
var calibrate = {
  name: "calibrate",
  help: `Usage: prompt-assay calibrate --labels L.jsonl [--suite NAME --judge NAME] [options]

Compares a judge with people; a line is {"item", "judge", "human", "human2"?}. The exit code is 0 whatever they say.
With a judge named, the labels are bound to it as this clone's config has it, and written. Where lines have no "judge",
it is asked first: they then carry "output", and "case" (and "prompt") or "variables".

  --labels FILE   the labels (JSON Lines)
  --kind WORD     binary, ordinal or nominal (default: found from the labels)
  --suite NAME    the judge's suite
  --judge NAME    the judge
  --write OUT     where to write the bound labels (default: the judge's "calibration")
  --anew          ask the judge about every output, also where the file has what it said
  --config FILE   the config file (default: prompt-assay.yml, .github/prompt-assay.yml)
  --base-url URL  OpenAI-compatible endpoint; the key is read from OPENAI_API_KEY
  --fresh         leave the cache aside
  --cache DIR     keep answers here and take known ones from it
  --replay FILE   answer from a recording
  --record FILE   add all answers to a recording
  --json          print the result as JSON
`,
  options: {
    ...modelOptions,
    labels: { type: "string" },
    kind: { type: "string" },
    suite: { type: "string" },
    judge: { type: "string" },
    write: { type: "string" },
    anew: { type: "boolean" }
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
  const file = await readSourceFile(path);
  const result = name === null ? { ...calibrateFile(file, kind), retest: null } : await calibrateInClone(flags, name, file, kind, io);
  io.out(flags.json === true ? `${JSON.stringify(result, null, 2)}
` : renderCalibrationText(result));
  return 0;
}
var judgeFlags = ["write", "anew", "config", "base-url", "fresh", "cache", "replay", "record"];
function parseJudgeName(flags) {
  const [suite, judge] = [textFlag(flags, "suite"), textFlag(flags, "judge")];
  if (suite !== null && judge !== null) return { suite, judge };
  if (suite !== null || judge !== null) {
    throw UserError.of("--suite and --judge belong together.", "Give both, or none.");
  }
  const idle = judgeFlags.find((name) => flags[name] !== void 0);
  if (idle === void 0) return null;
  throw UserError.of(`--${idle} is of no use without a judge.`, "Name it by --suite and --judge.");
}
async function calibrateInClone(flags, name, labels, kind, io) {
  return inLocalWorld(flags, io, async (world, git) => {
    const out = textFlag(flags, "write");
    const { result, retest, text, configuredPath } = await calibrateVersion(world, {
      tree: await git.readWorkingTree(),
      configPath: textFlag(flags, "config"),
      name,
      labels,
      kind,
      out,
      anew: flags.anew === true,
      fresh: flags.fresh === true
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
