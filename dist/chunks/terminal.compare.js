import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readSourceFile
} from "./shared.terminal.read-file.js";
import {
  choiceFlag,
  numberFlag
} from "./shared.terminal.flags.js";
import {
  listFlag,
  textFlag
} from "./shared.terminal.command.js";
import {
  decideGate,
  describeCommonest,
  isGreen,
  listCases,
  nameComparison
} from "./shared.gate.critical.js";
import {
  brokenDraws,
  countQuestions,
  exitCodeOf,
  gateExitCodes,
  groupByQuestion
} from "./shared.gate.first-round.js";
import {
  defaultsOf,
  gateKeys
} from "./shared.config.key.js";
import "./shared.config.paths.js";
import "./shared.version.js";
import {
  maxDatasetBytes
} from "./shared.text.source-file.js";
import {
  formatDifference,
  formatInterval,
  formatScore
} from "./shared.report.numbers.js";
import {
  revealText
} from "./shared.report.escape.js";
import {
  isJsonObject
} from "./shared.json.js";
import {
  UserError,
  buildProblem,
  renderProblem
} from "./shared.errors.js";

// src/gate/comparison.ts
var defaultGate = defaultsOf(gateKeys);

// src/gate/score-comparisons.ts
function pairScoreLines(baseline, candidate, rules) {
  const base = chooseArm(baseline, ["base", "stored"], ["candidate"]);
  const proposed = chooseArm(candidate, ["candidate"], ["base"], ["stored"]);
  const baselineByKey = groupBy(base, comparisonKey);
  const candidateByKey = groupBy(proposed, comparisonKey);
  const facts = gatherFacts(base);
  const keys = [.../* @__PURE__ */ new Set([...baselineByKey.keys(), ...candidateByKey.keys()])].sort();
  return keys.map((key) => {
    const ours = baselineByKey.get(key) ?? [];
    const theirs = candidateByKey.get(key) ?? [];
    const { suite, prompt, metric } = ours[0] ?? theirs[0];
    const factsOf = (id) => facts.get(caseKey({ suite, prompt, case: id })) ?? noFacts;
    const stored = gatherArm(ours.filter(({ arm }) => arm === "stored"));
    const drawn = gatherArm(ours.filter(({ arm }) => arm !== "stored"));
    const isStored = stored.size > 0 && [...drawn.keys()].every((id) => factsOf(id).critical);
    const before = isStored ? stored : drawn;
    const after = gatherArm(theirs);
    const ids = [.../* @__PURE__ */ new Set([...stored.keys(), ...drawn.keys()])].sort();
    const ordinary = ids.filter((id) => !factsOf(id).critical);
    const baselineSamples = countSamples(ordinary, ids, before);
    const candidateSamples = countSamples(ordinary, ids, after);
    const samples = Math.max(1, Math.min(baselineSamples, candidateSamples));
    const build = (id, arm) => {
      const cut = factsOf(id).critical || isStored ? void 0 : samples;
      return {
        case: id,
        ...factsOf(id),
        isSame: false,
        baseline: (arm.get(id) ?? []).slice(0, cut),
        candidate: (after.get(id) ?? []).slice(0, cut)
      };
    };
    return {
      input: {
        id: { suite, prompt, metric },
        direction: rules.directionOf(metric),
        gates: rules.isGating(metric),
        isPairwise: false,
        commonReason: null,
        cases: ids.map((id) => build(id, before))
      },
      isStored,
      freshCritical: isStored ? [...drawn.keys()].sort().map((id) => build(id, drawn)) : [],
      baselineSamples,
      candidateSamples,
      side: ours.length === 0 ? "candidate" : theirs.length === 0 ? "baseline" : "both",
      candidateOnly: [...after.keys()].filter((id) => !ids.includes(id)).sort()
    };
  });
}
function buildMissingComparison(metric, direction) {
  const id = { suite: null, prompt: null, metric };
  const input = { id, direction, gates: true, isPairwise: false, commonReason: null, cases: [] };
  const none = { isStored: false, freshCritical: [], baselineSamples: 0, candidateSamples: 0, candidateOnly: [] };
  return { input, side: "neither", ...none };
}
function hasPartialSamples({ input }) {
  const lengths = input.cases.filter(({ critical }) => !critical).flatMap(({ baseline, candidate }) => [baseline.length, candidate.length]).filter((length) => length > 0);
  return lengths.some((length) => length > 1) && lengths.includes(1);
}
var noFacts = { cluster: null, question: null, critical: false };
function chooseArm(lines, ...groups) {
  const own = groups[0]?.[0] ?? "base";
  for (const group of groups) {
    const found = lines.filter(({ arm }) => group.includes(arm ?? own));
    if (found.length > 0) return found;
  }
  return [];
}
function gatherFacts(lines) {
  const facts = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const known = facts.get(caseKey(line)) ?? noFacts;
    facts.set(caseKey(line), {
      cluster: known.cluster ?? line.cluster,
      question: known.question ?? line.question,
      critical: known.critical || line.critical
    });
  }
  return facts;
}
function gatherArm(lines) {
  const cases = /* @__PURE__ */ new Map();
  for (const { case: id, sample, score } of lines) {
    const scores = cases.get(id) ?? [];
    cases.set(id, scores);
    while (scores.length <= sample) scores.push(null);
    scores[sample] = score;
  }
  return cases;
}
function countSamples(ordinary, all, arm) {
  const lengthOf = (id) => arm.get(id)?.length ?? 0;
  if (ordinary.length > 0) return ordinary.reduce((most, id) => Math.max(most, lengthOf(id)), 0);
  const lengths = all.map(lengthOf).filter((length) => length > 0);
  return lengths.reduce((fewest, length) => Math.min(fewest, length), lengths[0] ?? 0);
}
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === void 0) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
function comparisonKey({ suite, prompt, metric }) {
  return JSON.stringify([suite, prompt, metric]);
}
function caseKey({ suite, prompt, case: id }) {
  return JSON.stringify([suite, prompt, id]);
}

// src/gate/score-lines.ts
var highestSample = 999;
var mostLineCharacters = 1e6;
function parseScoreFile({ path, text }) {
  const lines = [];
  const problems = [];
  const firstLines = /* @__PURE__ */ new Map();
  const report = (line) => (message, hint) => problems.push(buildProblem(message, hint, { path, line, column: null }));
  for (const [index, rawLine] of text.replace(/^\uFEFF/, "").split("\n").entries()) {
    const content = rawLine.trim();
    if (content === "") continue;
    const parsed = parseScoreLine(content, index + 1, report(index + 1));
    if (parsed === null) continue;
    const key = JSON.stringify([parsed.suite, parsed.prompt, parsed.case, parsed.metric, parsed.arm, parsed.sample]);
    const first = firstLines.get(key);
    if (first === void 0) {
      firstLines.set(key, index + 1);
      lines.push(parsed);
    } else {
      const what = `repeats sample ${parsed.sample} of case ${JSON.stringify(parsed.case)}, metric ${JSON.stringify(parsed.metric)}, of line ${first}.`;
      report(index + 1)(what, "Keep one line, or count the samples on.");
    }
  }
  if (lines.length === 0 && problems.length === 0) {
    const hint = 'Write one JSON object a line with "case", "metric", "sample" and "score".';
    problems.push(buildProblem("has no score lines.", hint, { path, line: null, column: null }));
  }
  return {
    path,
    lines,
    problems: [...problems, ...findConflicts(path, lines, "cluster"), ...findConflicts(path, lines, "question")]
  };
}
function parseScoreLine(content, line, report) {
  if (content.length > mostLineCharacters) {
    report(
      `is ${content.length} characters long; at most ${mostLineCharacters} can be read.`,
      "Write one JSON object a line."
    );
    return null;
  }
  const record = parseRecord(content, report);
  if (record === null) return null;
  const id = readText(record, "case", report);
  const metric = readText(record, "metric", report);
  const sample = readSample(record, report);
  const score = readScore(record, report);
  const optional = ["suite", "prompt", "cluster", "question", "reason"].map(
    (key) => readOptionalText(record, key, report)
  );
  const [suite, prompt, cluster, question, reason] = optional;
  const arm = readArm(record, report);
  const critical = readCritical(record, report);
  if (id === void 0 || metric === void 0 || sample === void 0 || score === void 0) return null;
  if (suite === void 0 || prompt === void 0 || cluster === void 0) return null;
  if (question === void 0 || reason === void 0 || arm === void 0 || critical === void 0) return null;
  return { suite, prompt, case: id, metric, sample, score, cluster, question, arm, critical, reason, line };
}
function parseRecord(content, report) {
  let value;
  try {
    value = JSON.parse(content);
  } catch {
    report("is not valid JSON.", "Write one JSON object a line; NaN is no JSON, an unscored sample is null.");
    return null;
  }
  if (isJsonObject(value)) return value;
  report("is not a JSON object.", 'Write one JSON object a line with "case", "metric", "sample" and "score".');
  return null;
}
function readText(record, key, report) {
  const value = record[key];
  if (typeof value === "string" && value !== "") return value;
  if (value === void 0) report(`"${key}" is missing.`, `Add "${key}": every score line needs it.`);
  else report(`"${key}" must be a string that is not empty.`, "Put it in quotation marks.");
  return void 0;
}
function readOptionalText(record, key, report) {
  const value = record[key] ?? null;
  if (value === null || typeof value === "string") return value;
  report(`"${key}" must be a string.`, "Put it in quotation marks, or leave it out.");
  return void 0;
}
function readArm(record, report) {
  const value = record.arm ?? null;
  if (value === null || value === "base" || value === "stored" || value === "candidate") return value;
  report('"arm" must be "base", "stored" or "candidate".', "Leave it out where the file holds one arm.");
  return void 0;
}
function readCritical(record, report) {
  const value = record.critical ?? false;
  if (typeof value === "boolean") return value;
  report('"critical" must be true or false.', "Leave it out where the case is not critical.");
  return void 0;
}
function readSample(record, report) {
  const value = record.sample;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= highestSample) return value;
  if (value === void 0) report('"sample" is missing.', "Add it: the samples of a case count from 0.");
  else report(`"sample" must be an integer from 0 to ${highestSample}.`, "The samples of a case count from 0.");
  return void 0;
}
function readScore(record, report) {
  const value = record.score;
  if (value === null) return null;
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  if (value === void 0)
    report('"score" is missing.', "Add a number from 0 to 1, or null where the sample is unscored.");
  else report('"score" must be a number from 0 to 1, or null.', "Scale it to 0..1: a 1–5 judge score s is (s−1)/4.");
  return void 0;
}
function findConflicts(path, lines, field) {
  const known = /* @__PURE__ */ new Map();
  return lines.flatMap((line) => {
    if (line[field] === null) return [];
    const key = JSON.stringify([line.suite, line.prompt, line.case]);
    const first = known.get(key);
    if (first === void 0) known.set(key, line);
    if (first === void 0 || first[field] === line[field]) return [];
    const [here, there] = [JSON.stringify(line[field]), JSON.stringify(first[field])];
    const message = field === "cluster" ? `case ${JSON.stringify(line.case)} is in cluster ${here} here and in ${there} in line ${first.line}.` : `case ${JSON.stringify(line.case)} asks question ${here} here and ${there} in line ${first.line}.`;
    return [buildProblem(message, `Give a case one ${field}.`, { path, line: line.line, column: null })];
  });
}

// src/pipeline/compare.ts
function compareFiles(files) {
  const { flags } = files;
  const baseline = parseScoreFile(files.baseline);
  const candidate = parseScoreFile(files.candidate);
  const errors = [...checkFlags(flags, [baseline, candidate]), ...baseline.problems, ...candidate.problems];
  if (errors.length > 0) {
    const reason = `${errors.length} ${errors.length === 1 ? "problem" : "problems"} in the input; nothing was compared`;
    return { verdict: "invalid", metrics: [], reasons: [reason], errors };
  }
  const rules = {
    isGating: (metric) => flags.metrics.length === 0 || flags.metrics.includes(metric),
    directionOf: (metric) => flags.directions.get(metric) ?? "higher"
  };
  const filed = pairScoreLines(baseline.lines, candidate.lines, rules);
  const found = new Set(filed.map(({ input }) => input.id.metric));
  const missing = [...new Set(flags.metrics)].filter((metric) => !found.has(metric)).sort();
  const all = [...filed, ...missing.map((metric) => buildMissingComparison(metric, rules.directionOf(metric)))];
  const decision = decideGate(all.map((comparison) => applyFlags(withReason(comparison, candidate.lines), flags)));
  return {
    verdict: decision.verdict,
    metrics: decision.comparisons.map(buildMetric),
    reasons: [...decision.reasons, ...all.flatMap((comparison) => explainFiling(comparison, flags))]
  };
}
function compareExitCode({ verdict }, flags) {
  const { onInconclusive } = flags;
  return exitCodeOf(gateExitCodes, { verdict, green: isGreen(verdict, { onInconclusive, strict: false }) });
}
function withReason(filed, lines) {
  const { suite, prompt, metric } = filed.input.id;
  const own = lines.filter(
    (one) => one.suite === suite && one.prompt === prompt && one.metric === metric && one.sample === 0
  );
  return { ...filed, input: { ...filed.input, commonReason: describeCommonest(own) } };
}
function applyFlags(filed, flags) {
  const settings = {
    ...defaultGate,
    margin: flags.margin,
    alpha: flags.alpha ?? defaultGate.alpha,
    minCases: flags.minCases ?? defaultGate.minCases,
    onInconclusive: flags.onInconclusive,
    resample: flags.design === "two-look" ? "discordant" : "off"
  };
  const { input, isStored, freshCritical } = filed;
  const isSmall = countQuestions(input.cases) < settings.minCases;
  const usesFirst = !isStored && (hasPartialSamples(filed) || flags.design === "two-look" && !isSmall);
  const most = isStored ? Math.max(1, filed.candidateSamples) : commonSamples(filed);
  const samples = usesFirst ? 1 : most;
  const gated = { input, settings, samples, ...isSmall && { firstRounds: readFirstRounds(input, samples, most) } };
  return isStored ? { ...gated, firstRounds: input.cases.map(readStoredRound), freshCritical } : gated;
}
function readStoredRound({ candidate }) {
  const count = Math.max(1, candidate.length);
  return { drawn: count, tested: count };
}
function readFirstRounds({ cases }, samples, most) {
  const held = new Map(
    cases.map((scores) => {
      const attempted = Math.max(1, scores.baseline.length, scores.candidate.length);
      return [scores, Math.min(most, attempted)];
    })
  );
  const countDraws = (group) => group.reduce((sum, one) => sum + (held.get(one) ?? 0), 0);
  const isEnough = groupByQuestion(cases).every((group) => countDraws(group) >= brokenDraws);
  return cases.map((scores) => {
    const count = isEnough ? held.get(scores) ?? samples : samples;
    return { drawn: count, tested: count };
  });
}
function commonSamples({ baselineSamples, candidateSamples }) {
  return Math.max(1, Math.min(baselineSamples, candidateSamples));
}
function explainFiling(filed, { design }) {
  const { input, side, isStored, baselineSamples, candidateSamples, candidateOnly } = filed;
  const name = nameComparison(input.id);
  if (side === "neither") return [`${name} is in neither file`];
  if (side !== "both") return [`${name} is in the ${side} file only`];
  const notes = [];
  if (isStored) notes.push(`${name}: the baseline's samples are stored ones, which may pass and never fail`);
  if (!isStored && baselineSamples !== candidateSamples && candidateSamples > 0) {
    const used = `the first ${commonSamples(filed)} of each were paired`;
    notes.push(
      `${name}: the baseline has up to ${baselineSamples} samples a case and the candidate ${candidateSamples}; ${used}`
    );
  }
  if (!isStored && design === "one-look" && hasPartialSamples(filed)) {
    notes.push(
      `${name}: only some cases have samples beyond sample 0, as after a re-run; one look uses sample 0 alone`
    );
  }
  if (candidateOnly.length > 0) {
    notes.push(`${name}: ${listCases(candidateOnly)} only in the candidate file, not counted`);
  }
  return notes;
}
function buildMetric(comparison) {
  const { suite, prompt, reached, missingBaseline, missingCandidate, effectiveClusters, gone, ...rest } = comparison;
  return { ...suite !== null && { suite }, ...prompt !== null && { prompt }, ...rest };
}
function checkFlags(flags, files) {
  const problems = [];
  const { margin, alpha, minCases } = flags;
  if (margin !== null && !(margin > 0 && margin <= 1)) {
    problems.push(
      buildProblem("--margin must be above 0 and at most 1.", "It is a share of the 0..1 scale: 0.05 is 5 points.")
    );
  }
  if (alpha !== null && !(alpha > 0 && alpha < 0.5)) {
    problems.push(
      buildProblem("--alpha must be above 0 and below 0.5.", "It is the one-sided error rate; 0.05 is usual.")
    );
  }
  if (minCases !== null && !(Number.isInteger(minCases) && minCases >= 0)) {
    problems.push(buildProblem("--min-cases must be an integer from 0.", "Leave it out for 10."));
  }
  const found = new Set(files.flatMap(({ lines }) => lines.map((line) => line.metric)));
  for (const metric of flags.directions.keys()) {
    if (found.has(metric) || files.some(({ problems: bad }) => bad.length > 0)) continue;
    const hint = "Name a metric as it stands in the score lines.";
    problems.push(buildProblem(`--direction names ${JSON.stringify(metric)}, which is in neither file.`, hint));
  }
  return problems;
}

// src/report/compare-text.ts
function renderCompareText({ verdict, metrics, reasons, errors = [] }) {
  const lines = [
    verdict.toUpperCase(),
    ...reasons.map((reason) => `  ${reason}`),
    ...errors.map((error) => `error  ${renderProblem(error)}`),
    ...metrics.flatMap((metric) => [
      "",
      `${[metric.suite, metric.prompt, metric.metric].filter((part) => part !== void 0).join(" / ")}: ${metric.verdict}`,
      `  ${formatScore(metric.baselineMean, false)} → ${formatScore(metric.candidateMean, false)}, change ${formatDifference(metric.difference, false)} ${formatInterval(metric.lowerBound, metric.upperBound, false) ?? ""}, margin ${metric.margin}`,
      `  ${metric.worse} worse, ${metric.better} better, ${metric.same} same of ${metric.cases} cases; ${metric.unscored} unscored`
    ])
  ];
  return `${lines.map(revealText).join("\n")}
`;
}

// src/terminal/compare.ts
var compare = {
  name: "compare",
  usage: "--baseline A.jsonl --candidate B.jsonl [options]",
  about: `Decides between two score files; a line is {"case", "metric", "sample", "score", "suite"?, "prompt"?, "arm"?,
"critical"?, "question"?, "cluster"?, "reason"?}.`,
  flags: {
    baseline: { value: "FILE", help: "the base's scores (JSON Lines)" },
    candidate: { value: "FILE", help: "the candidate's" },
    margin: { value: "X", help: "the largest drop that passes (default .10 below 100 distinct questions, else .05)" },
    alpha: { value: "X", help: "one-sided error rate (default .05)" },
    "min-cases": { value: "N", help: "below so many distinct questions no rate is tested (default 10)" },
    metric: { value: "NAME", isRepeatable: true, help: "a metric that gates; repeatable, all by default" },
    direction: { value: "NAME=WAY", isRepeatable: true, help: "higher or lower is better; repeatable" },
    "on-inconclusive": { value: "WORD", help: "warn or block (default warn)" },
    design: { value: "WORD", help: "one-look or two-look (default one-look)" },
    json: { help: "print the comparison as JSON" }
  },
  positionals: [],
  run: compareInTerminal,
  buildFailure: (errors) => ({
    verdict: "invalid",
    metrics: [],
    reasons: errors.map(({ message }) => message),
    errors
  })
};
async function compareInTerminal(values) {
  const flags = parseFlags(values);
  const [baseline, candidate] = await Promise.all([readNamed(values, "baseline"), readNamed(values, "candidate")]);
  const result = compareFiles({ baseline, candidate, flags });
  return { document: result, text: renderCompareText(result), exitCode: compareExitCode(result, flags) };
}
function readNamed(values, name) {
  const path = textFlag(values, name);
  if (path === null) throw UserError.of(`--${name} is missing.`, "Name a score file (JSON Lines).");
  return readSourceFile(path, maxDatasetBytes);
}
function parseFlags(values) {
  return {
    margin: numberFlag(values, "margin", 0, 1),
    alpha: numberFlag(values, "alpha", 0, 1),
    minCases: numberFlag(values, "min-cases", 0, 1e6),
    metrics: listFlag(values, "metric"),
    directions: new Map(listFlag(values, "direction").map(parseDirection)),
    onInconclusive: choiceFlag(values, "on-inconclusive", ["warn", "block"]) ?? "warn",
    design: choiceFlag(values, "design", ["one-look", "two-look"]) ?? "one-look"
  };
}
function parseDirection(text) {
  const at = text.lastIndexOf("=");
  const way = text.slice(at + 1);
  if (at > 0 && (way === "higher" || way === "lower")) return [text.slice(0, at), way];
  throw UserError.of(`--direction is "${text}".`, "Give it as METRIC=higher or METRIC=lower.");
}
export {
  compare
};
