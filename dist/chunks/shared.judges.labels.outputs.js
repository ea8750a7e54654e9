import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  preferenceOf,
  preferences
} from "./shared.judges.labels.asking.js";
import {
  loadUnanswered
} from "./shared.prompts.application.js";
import {
  askJudge,
  openJudgeContext
} from "./shared.adapters.files.spool.js";
import {
  calibrateFile,
  explainMismatch,
  identifyJudge,
  listDropped
} from "./shared.datasets.case.js";
import {
  buildLabeller,
  parseLabelLines,
  renderBoundLabels,
  renderJudgedLabels,
  scaleLabels
} from "./shared.judges.labels.lines.js";
import {
  parseRows
} from "./shared.datasets.column-names.js";
import {
  combineOrders,
  compileJudge,
  isForOutputs,
  judgeDependencies,
  readOneSide,
  readOwnConfig,
  selectSuites
} from "./shared.config.build-config.js";
import {
  readFiles
} from "./shared.checks.build-group.js";
import {
  hintKnown,
  quoteName,
  throwProblems
} from "./shared.text.problems.js";
import {
  isTrajectory
} from "./shared.run.result-codec.js";
import {
  isJsonObject
} from "./shared.json-writer.js";
import {
  UserError,
  buildProblem,
  collectProblems
} from "./shared.errors.js";

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

// src/read/find-judge.ts
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
  return readLines(path, lines, findCases, ({ output }, report) => {
    const shown = readOutput("output", output, report);
    return shown && { output: shown };
  });
}
function readPairs(path, lines, findCases) {
  return readLines(path, lines, findCases, ({ A, B }, report) => {
    const [first, second] = [readOutput("A", A, report), readOutput("B", B, report)];
    return first && second && { first, second };
  });
}
function readLines(path, lines, findCases, readShown) {
  const problems = [];
  const read = lines.flatMap(({ record, line }) => {
    const where = { path, line, column: null };
    const report = (message, hint) => problems.push(buildProblem(message, hint, where));
    const shown = readShown(record, report);
    const variables = record.variables === void 0 ? findVariables(record, findCases, report) : collectProblems(problems, () => parseRows([{ values: record.variables, where }]).cases[0]?.variables);
    return shown === null || variables == null ? [] : [{ ...shown, variables }];
  });
  throwProblems(problems);
  return read;
}
function needsCase({ record }) {
  return record.variables === void 0;
}
function readOutput(name, value, report) {
  const plain = { toolCalls: [], refusal: null, finishReason: "stop" };
  if (typeof value === "string") return { content: value, ...plain };
  if (value === void 0) {
    report(`"${name}" is missing, which the judge has to be shown.`, "Add the labelled text, or what the judge said.");
    return null;
  }
  if (isJsonObject(value) && typeof value.content === "string") {
    const { content, toolCalls, refusal, finishReason, trajectory } = value;
    if (trajectory !== void 0 && !isTrajectory(trajectory)) {
      report(`"${name}" has a "trajectory" that cannot be read.`, "Copy it from outputs.jsonl.");
      return null;
    }
    return {
      content,
      toolCalls: Array.isArray(toolCalls) ? toolCalls : plain.toolCalls,
      refusal: typeof refusal === "string" ? refusal : plain.refusal,
      finishReason: typeof finishReason === "string" ? finishReason : plain.finishReason,
      ...trajectory === void 0 ? {} : { trajectory }
    };
  }
  report(`"${name}" must be text, or an output with "content".`, "Copy it from outputs.jsonl.");
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

// src/pipeline/label-trial.ts
function openTrial(judge, path, lines, kind, findCases) {
  return judge.sees === "pair" ? openPairTrial(judge, path, lines, findCases) : openOutputTrial(judge, path, lines, kind, findCases);
}
function openOutputTrial(judge, path, lines, kind, findCases) {
  const open = lines.map((line) => ({ ...line, judge: null }));
  const ratings = scaleLabels(path, open, kind);
  if (ratings.kind === "nominal") {
    const hint = 'Add what the judge said as "judge", or name the scale by --kind.';
    throw UserError.of("is labelled by names, which a score is not.", hint, { path, line: null, column: null });
  }
  const subjects = readSubjects(path, lines, findCases);
  return {
    size: subjects.length,
    questions: 1,
    ask: (count, draw, model, context) => askJudge(
      subjects.slice(0, count).map((subject) => ({ judge, subject, draw })),
      model,
      context
    ),
    toLabel: buildLabeller(open, ratings, ratings.kind)
  };
}
function openPairTrial(judge, path, lines, findCases) {
  const stray = lines.find(({ human }) => !preferences.some((one) => one === human));
  if (stray !== void 0) {
    const where = { path, line: stray.line, column: null };
    throw UserError.of("is not labelled A, B or tie.", 'Add what the judge said as "judge", in the same words.', where);
  }
  const pairs = readPairs(path, lines, findCases);
  const ask = async (count, draw, model, context) => {
    const items = pairs.slice(0, count).flatMap((subject) => {
      const turned = { ...subject, first: subject.second, second: subject.first };
      return [subject, turned].map((order) => ({ judge, subject: order, draw }));
    });
    const said = await askJudge(items, model, context);
    return pairs.slice(0, count).map((_, index) => joinOrders(said[2 * index], said[2 * index + 1]));
  };
  return { size: pairs.length, questions: 2, ask, toLabel: (score) => score === null ? null : preferenceOf(score) };
}
function joinOrders(straight, turned) {
  if (straight === void 0 || turned === void 0) throw new Error("a pair was asked about once");
  const preference = combineOrders(turned.score, straight.score);
  if (preference === null) return straight.score === null ? straight : turned;
  return { ...straight, score: (1 + preference) / 2 };
}

// src/pipeline/judge-labels.ts
async function judgeLabels(world, found, request) {
  const { labels, parsed, asked, kind, ledger } = request;
  const { config, judge } = found;
  const findCases = asked.some(needsCase) ? await readCases(world, request) : () => [];
  const trial = openTrial(judge, labels.path, asked, kind, findCases);
  const retested = Math.min(trial.size, mostRetested);
  const calls = (trial.size + retested) * trial.questions * judge.config.samples;
  requireBudget(config, ledger.calls().records + calls);
  const context = await openJudgeContext(world, config, request.fresh, ledger);
  const judgements = await trial.ask(trial.size, 0, config.judgeModel, context);
  refuseOutage(judgements);
  const silent = judgements.filter(({ score }) => score === null);
  if (silent.length > 0) {
    const what = `${silent.length} of ${judgements.length} outputs have no judgement and do not count`;
    world.log.warn(`${what}; the first: ${silent[0]?.reason ?? "no reason given"}`);
  }
  const said = new Map(asked.map(({ item }, index) => [item, trial.toLabel(judgements[index]?.score ?? null)]));
  return {
    file: { ...labels, text: renderJudgedLabels(parsed, said) },
    without: listDropped(judge, config.judgeModel, ledger.refusedSettings()),
    retest: compareRetest(judgements, await trial.ask(retested, 1, config.judgeModel, context))
  };
}
function refuseOutage(judgements) {
  const lost = judgements.filter(({ score, abstained }) => score === null && !abstained);
  if (5 * lost.length <= judgements.length) return;
  throw UserError.of(
    `The judge gave no judgement of ${lost.length} of ${judgements.length} outputs: ${lost[0]?.reason ?? "no reason given"}.`,
    "Nothing was written. Run it again: where a response cache is kept, what was answered is not paid for twice."
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
  const side = { ...sides.base, suites: dropCalibrations(sides.base.suites) };
  const selection = selectSuites(side, side).find(({ suite }) => suite.name === name.suite);
  if (selection === void 0) throw new Error(`suite ${name.suite} was found and is gone`);
  const own = { ...sides, base: side, candidate: side };
  const { prompts } = await loadUnanswered(world.repository, selection, own);
  const isNamed = !isForOutputs(selection.suite);
  return (caseId, prompt) => {
    const rows = prompts.filter(({ id }) => prompt === null || !isNamed || id === prompt).flatMap(({ cases }) => cases.filter(({ id }) => id === caseId).map(({ scoring }) => scoring));
    return [...new Map(rows.map((row) => [row.hash, row.variables])).values()];
  };
}
function dropCalibrations(suites) {
  return suites.map((suite) => ({
    ...suite,
    metrics: suite.metrics.map((metric) => metric.kind === "judge" ? { ...metric, calibration: null } : metric)
  }));
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
  refuseMismatch(labels, found, parsed, known);
  const { file, without, retest } = asked.length === 0 ? { file: labels, without: parsed.header?.without, retest: null } : await judgeLabels(world, found, { ...request, asked, parsed, kind: known });
  const result = calibrateFile(file, known);
  const advice = retest === null ? null : adviseSamples(retest, found.judge.config.samples);
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
function refuseMismatch({ path }, { judge: { sees, config } }, { lines }, asked) {
  const mismatch = explainMismatch(sees, scaleLabels(path, lines, asked).kind, lines);
  if (mismatch === null) return;
  const hint = `Label what it is asked: label --judge ${config.name} into a file of its own.`;
  throw UserError.of(`judge "${config.name}" ${mismatch}.`, hint, { path, line: null, column: null });
}
function refuseStale({ path }) {
  const where = { path, line: 1, column: null };
  const hint = "Let it judge the outputs again: --anew. For judgements that you renewed yourself, remove line 1.";
  return UserError.of("holds what another version of the judge said.", hint, where);
}

export {
  findJudge,
  calibrateVersion
};
