import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  buildFigureRow,
  renderProblemLines,
  renderRows,
  splitSign
} from "./shared.report.console.problems.js";
import {
  readSourceFile
} from "./shared.adapters.files.folder-tree.js";
import {
  choiceFlag,
  integerFlag,
  numberFlag
} from "./shared.terminal.flags.js";
import "./shared.terminal.clone-paths.js";
import {
  checkFlags,
  defaultCompareFlags,
  directionOf,
  meansComparison,
  renderHeadline,
  ruleFlags,
  rulesFor,
  settingsOf
} from "./shared.gate.compare-flags.js";
import "./shared.report.words.place.js";
import {
  decideGate,
  describeCommonest,
  isGreen,
  listCases
} from "./shared.gate.critical.js";
import {
  exitCodeOf,
  gateExitCodes
} from "./shared.gate.measurement.js";
import {
  brokenDraws,
  countQuestions,
  groupByQuestion,
  planFirstRound,
  watchesQuestions
} from "./shared.gate.first-round.js";
import "./shared.run.totals.js";
import "./shared.config.keys.gate.js";
import "./shared.checks.build-group.js";
import "./shared.datasets.aliases.js";
import {
  openScreen
} from "./shared.report.console.screen.js";
import {
  wrap
} from "./shared.report.console.cells.js";
import {
  listFlag,
  textFlag
} from "./shared.terminal.command.js";
import "./shared.version.js";
import {
  breaksOff
} from "./shared.text.problems.js";
import {
  maxDatasetBytes
} from "./shared.text.source-file.js";
import {
  describeFigures,
  describeRole,
  describeVerdict,
  shortenNames
} from "./shared.report.words.figures.js";
import {
  nameComparison
} from "./shared.gate.reason.js";
import "./shared.statistics.difference-bounds.js";
import "./shared.@stdlib.array-base-filled.lib.index.js";
import "./shared.prompts.message-text.js";
import {
  formatSize
} from "./shared.prices.usd.js";
import {
  oneLine
} from "./shared.report.escape.js";
import {
  closeSentence,
  count
} from "./shared.text.prose.js";
import "./shared.text.unseen.js";
import {
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";
import {
  UserError,
  buildProblem,
  gatherProblems
} from "./shared.errors.js";

// src/gate/filed-comparison.ts
function buildMissingComparison(metric, direction) {
  const id = { suite: null, prompt: null, metric };
  const input = { id, direction, gates: true, isPairwise: false, commonReason: null, cases: [] };
  const none = { isStored: false, freshCritical: [], baselineSamples: 0, candidateSamples: 0, candidateOnly: [] };
  return { input, side: "neither", hasLooks: false, settled: null, firstSamples: [], ...none };
}
function hasPartialSamples({ input, hasLooks }) {
  const lengths = input.cases.filter(isOrdinary).flatMap(({ baseline, candidate }) => [baseline.length, candidate.length]).filter((length) => length > 0);
  return !hasLooks && lengths.some((length) => length > 1) && lengths.includes(1);
}
function isOrdinary({ critical, isSame }) {
  return !critical && !isSame;
}

// src/gate/filed-rounds.ts
function holdFiled(filed, flags) {
  const { input, isStored, freshCritical, settled } = filed;
  const settings = settingsOf(flags, input.id.suite);
  const isSmall = countQuestions(input.cases) < settings.minCases;
  const isTwoLook = !isSmall && settings.resample === "discordant" && settings.target === "inputs";
  const most = isStored ? Math.max(1, filed.candidateSamples) : commonSamples(filed);
  const samples = !isStored && (isTwoLook || hasPartialSamples(filed)) ? 1 : most;
  const isSettled = settled !== null && isTwoLook && !isStored && settings.settle !== "off";
  const gated = { input, settings, samples, ...isSettled && { settled } };
  if (filed.hasLooks) {
    const { samples: wanted } = rulesFor(flags, input.id.suite);
    const rates = listRates(input.cases, settings, wanted, samples);
    const looked = { ...gated, firstRounds: readLooks(filed, rates) };
    return isStored ? { ...looked, freshCritical } : looked;
  }
  if (isStored) return { ...gated, firstRounds: input.cases.map(readStoredRound), freshCritical };
  return { ...gated, ...isSmall && { firstRounds: readSmallSet(input.cases, samples, most) } };
}
function commonSamples({ baselineSamples, candidateSamples }) {
  return Math.max(1, Math.min(baselineSamples, candidateSamples));
}
function listRates(cases, settings, wanted, samples) {
  const isSmall = countQuestions(cases) < settings.minCases;
  const rated = wanted ?? (cases.some(isOrdinary) ? samples : 1);
  const planned = watchesQuestions(settings, cases) ? planFirstRound(settings, wanted ?? 1, cases) : null;
  return cases.map(({ critical, isSame, labelled }, index) => {
    if (isSame) return 1;
    if (!critical && (isSmall || planned === null)) return Number.POSITIVE_INFINITY;
    return planned?.[index]?.tested ?? (rated === 1 ? labelled ?? 1 : rated);
  });
}
function readLooks({ firstSamples }, rates) {
  return rates.map((rate2, index) => {
    const drawn = Math.max(1, firstSamples[index] ?? 1);
    return { drawn, tested: Math.min(rate2, drawn) };
  });
}
function readStoredRound({ candidate }) {
  const count2 = Math.max(1, candidate.length);
  return { drawn: count2, tested: count2 };
}
function readSmallSet(cases, samples, most) {
  const held = new Map(
    cases.map((scores) => {
      const attempted = Math.max(1, scores.baseline.length, scores.candidate.length);
      return [scores, Math.min(most, attempted)];
    })
  );
  const countDraws = (group) => group.reduce((sum, one) => sum + (held.get(one) ?? 0), 0);
  const isEnough = groupByQuestion(cases).every((group) => countDraws(group) >= brokenDraws);
  return cases.map((scores) => {
    const count2 = isEnough ? held.get(scores) ?? samples : samples;
    return { drawn: count2, tested: count2 };
  });
}

// src/gate/sample-order.ts
function orderSamples(lines) {
  const ofLook = (look) => new Set(lines.filter((line) => line.look === look).map(({ sample }) => sample));
  const [settling, rerun] = [ofLook("settle"), ofLook(2)];
  const isEarly = (sample) => !settling.has(sample) && !rerun.has(sample);
  const early = lines.map(({ sample }) => sample).filter(isEarly);
  const first = upTo(early).filter(isEarly);
  const known = new Set(first);
  const later = upTo([...rerun]).filter((sample) => !known.has(sample) && !settling.has(sample));
  return { places: new Map([...first, ...later].map((sample, place) => [sample, place])), first: first.length };
}
function orderByIndex(lines) {
  return { places: new Map(lines.map(({ sample }) => [sample, sample])) };
}
function arrangeScores(lines, { places }) {
  const scores = [];
  for (const { sample, score } of lines) {
    const place = places.get(sample);
    if (place === void 0) continue;
    while (scores.length <= place) scores.push(null);
    scores[place] = score;
  }
  return scores;
}
function upTo(samples) {
  return Array.from({ length: samples.reduce((most, sample) => Math.max(most, sample + 1), 0) }, (_, sample) => sample);
}

// src/gate/score-comparisons.ts
function pairScoreLines(baseline, candidate, rules) {
  const base = chooseArm(baseline, ["base", "stored"], ["candidate"]);
  const proposed = chooseArm(candidate, ["candidate"], ["base"], ["stored"]);
  const baselineByKey = groupBy(base, comparisonKey);
  const candidateByKey = groupBy(proposed, comparisonKey);
  const facts = gatherFacts(base);
  const keys = [.../* @__PURE__ */ new Set([...baselineByKey.keys(), ...candidateByKey.keys()])].sort();
  return keys.map((key) => pairComparison(baselineByKey.get(key) ?? [], candidateByKey.get(key) ?? [], facts, rules));
}
var noFacts = { cluster: null, question: null, critical: false, isSame: false };
function pairComparison(ours, theirs, facts, rules) {
  const { suite, prompt, metric } = ours[0] ?? theirs[0];
  const id = { suite, prompt, metric };
  const { rows, isStored, candidateOnly } = fileCases(ours, theirs, facts);
  const hasSettling = [...ours, ...theirs].some(({ look }) => look === "settle");
  const [baselineSamples, candidateSamples] = [countSamples(rows, "base"), countSamples(rows, "candidate")];
  const cut = isStored ? Number.POSITIVE_INFINITY : Math.max(1, Math.min(baselineSamples, candidateSamples));
  const limitOf = (row) => isOrdinary(row.facts) ? cut : Number.POSITIVE_INFINITY;
  const freshCritical = rows.filter((row) => isStored && row.facts.critical && row.fresh.length > 0);
  const cases = rows.map((row) => buildCase(row, row.base, limitOf(row)));
  const [direction, gates] = [rules.directionOf(id), rules.isGating(id)];
  return {
    input: { id, direction, gates, isPairwise: false, commonReason: null, cases },
    isStored,
    freshCritical: freshCritical.map((row) => buildCase(row, row.fresh, Number.POSITIVE_INFINITY)),
    hasLooks: [...ours, ...theirs].some(({ look }) => look !== null),
    settled: hasSettling ? rows.map((row) => ({ case: row.case, ...row.facts, ...row.whole })) : null,
    firstSamples: rows.map((row) => Math.min(row.order.first, limitOf(row))),
    baselineSamples,
    candidateSamples,
    side: ours.length === 0 ? "candidate" : theirs.length === 0 ? "baseline" : "both",
    candidateOnly
  };
}
function fileCases(ours, theirs, facts) {
  const isOlder = ({ arm }) => arm === "stored";
  const stored = groupBy(ours.filter(isOlder), caseOf);
  const drawn = groupBy(
    ours.filter((line) => !isOlder(line)),
    caseOf
  );
  const after = groupBy(theirs, caseOf);
  const known = new Map(ours.map((line) => [line.case, facts.get(caseKey(line)) ?? noFacts]));
  const isStored = stored.size > 0 && [...drawn.keys()].every((row) => !isOrdinary(known.get(row) ?? noFacts));
  const rows = [...known.keys()].sort().map((row) => {
    const [older, before, now] = [stored.get(row) ?? [], drawn.get(row) ?? [], after.get(row) ?? []];
    const order = orderSamples([...before, ...now]);
    const fresh = arrangeScores(before, order);
    const base = isStored ? arrangeScores(older, orderSamples(older)) : fresh;
    const byIndex = orderByIndex([...before, ...now]);
    const whole = { baseline: arrangeScores(before, byIndex), candidate: arrangeScores(now, byIndex) };
    const candidate = arrangeScores(now, order);
    return { case: row, facts: known.get(row) ?? noFacts, order, base, fresh, candidate, whole };
  });
  return { rows, isStored, candidateOnly: [...after.keys()].filter((row) => !known.has(row)).sort() };
}
function buildCase(row, base, limit) {
  const cut = (scores) => limit < row.order.first ? [...scores.slice(0, limit), ...scores.slice(row.order.first)] : scores;
  return { case: row.case, ...row.facts, baseline: cut(base), candidate: cut(row.candidate) };
}
function countSamples(rows, arm) {
  const countOf = (row) => Math.min(row.order.first, row[arm].length);
  const ordinary = rows.filter(({ facts }) => isOrdinary(facts));
  if (ordinary.length > 0) return ordinary.reduce((most, row) => Math.max(most, countOf(row)), 0);
  const counts = rows.map(countOf).filter((count2) => count2 > 0);
  return counts.reduce((fewest, count2) => Math.min(fewest, count2), counts[0] ?? 0);
}
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
    const labelled = known.labelled ?? line.labelled;
    facts.set(caseKey(line), {
      ...labelled !== null && { labelled },
      cluster: known.cluster ?? line.cluster,
      question: known.question ?? line.question,
      critical: known.critical || line.critical,
      isSame: known.isSame || line.same
    });
  }
  return facts;
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
function caseOf(line) {
  return line.case;
}
function comparisonKey({ suite, prompt, metric }) {
  return JSON.stringify([suite, prompt, metric]);
}
function caseKey({ suite, prompt, case: id }) {
  return JSON.stringify([suite, prompt, id]);
}

// src/gate/score-line.ts
var highestSample = 999;
var mostLineCharacters = 1e6;
var mostShown = 40;
function parseScoreLine(content, line, report) {
  const record = parseRecord(content, report);
  if (record === null) return null;
  let isGood = true;
  const note = (message, hint) => {
    isGood = false;
    report(message, hint);
  };
  const read = {
    case: readText(record, "case", note),
    metric: readText(record, "metric", note),
    sample: readSample(record, note),
    score: readScore(record, note),
    suite: readOptionalText(record, "suite", note),
    prompt: readOptionalText(record, "prompt", note),
    cluster: readOptionalText(record, "cluster", note),
    question: readOptionalText(record, "question", note),
    reason: readOptionalText(record, "reason", note),
    arm: readArm(record, note),
    look: readLook(record, note),
    labelled: readLabel(record, note),
    critical: readFlag(record, "critical", "the case is not critical", note),
    same: readFlag(record, "same", "the two sides send different requests", note),
    line
  };
  return isGood ? read : null;
}
function parseRecord(content, report) {
  const hint = 'Write one JSON object a line with "case", "metric", "sample" and "score".';
  if (content.length > mostLineCharacters) {
    report(`is ${content.length} characters long; at most ${mostLineCharacters} can be read.`, hint);
    return null;
  }
  const value = parseJson(content);
  if (isJsonObject(value)) return value;
  if (value !== void 0) report("is not a JSON object.", hint);
  else report("is not valid JSON.", "Write one JSON object a line; NaN is no JSON, an unscored sample is null.");
  return null;
}
function readText(record, key, report) {
  const value = record[key];
  if (typeof value === "string" && value !== "") return value;
  if (value === void 0) report(`"${key}" is missing.`, `Add "${key}": every score line needs it.`);
  else report(`"${key}" must be a string that is not empty.`, "Put it in quotation marks.");
  return "";
}
function readOptionalText(record, key, report) {
  const value = record[key] ?? null;
  if (value === null || typeof value === "string") return value;
  report(`"${key}" must be a string.`, "Put it in quotation marks, or leave it out.");
  return null;
}
function readArm(record, report) {
  const value = record.arm ?? null;
  if (value === null || value === "base" || value === "stored" || value === "candidate") return value;
  report('"arm" must be "base", "stored" or "candidate".', "Leave it out where the file holds one arm.");
  return null;
}
function readLook(record, report) {
  const value = record.look ?? null;
  if (value === null || value === 1 || value === 2 || value === "settle") return value;
  report('"look" must be 1, 2 or "settle".', "Leave it out where no case was run again: it is 1 then.");
  return null;
}
function readLabel(record, report) {
  const value = record.labelled ?? null;
  if (value === null) return null;
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= highestSample + 1) return value;
  report('"labelled" must be a number of samples.', "Leave it out where the case is drawn as often as the others.");
  return null;
}
function readFlag(record, key, otherwise, report) {
  const value = record[key] ?? false;
  if (typeof value === "boolean") return value;
  report(`"${key}" must be true or false.`, `Leave it out where ${otherwise}.`);
  return false;
}
function readSample(record, report) {
  const value = record.sample;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= highestSample) return value;
  if (value === void 0) report('"sample" is missing.', "Add it: the samples of a case count from 0.");
  else {
    const message = `"sample" is ${showValue(value)}; it must be an integer from 0 to ${highestSample}.`;
    report(message, "The samples of a case count from 0.");
  }
  return 0;
}
function showValue(value) {
  const text = typeof value === "number" ? String(value) : writeJson(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
function readScore(record, report) {
  const value = record.score;
  if (value === null || typeof value === "number" && value >= 0 && value <= 1) return value;
  if (value === void 0)
    report('"score" is missing.', "Add a number from 0 to 1, or null where the sample is unscored.");
  else {
    const message = `"score" is ${showValue(value)}; it must be a number from 0 to 1, or null.`;
    report(message, "Scale it to 0..1: a 1–5 judge score s is (s−1)/4.");
  }
  return null;
}

// src/gate/score-lines.ts
function parseScoreFile({ path, text }) {
  const lines = [];
  const problems = [];
  const known = /* @__PURE__ */ new Map();
  for (const [index, raw] of text.replace(/^\uFEFF/, "").split("\n").entries()) {
    const content = raw.trim();
    if (content === "") continue;
    if (breaksOff(problems, { path, line: index + 1, column: null })) break;
    const report = (message, hint) => problems.push(buildProblem(message, hint, { path, line: index + 1, column: null }));
    const parsed = parseScoreLine(content, index + 1, report);
    if (parsed !== null && isFirst(parsed, known, report)) lines.push(parsed);
  }
  if (lines.length === 0 && problems.length === 0) {
    const hint = 'Write one JSON object a line with "case", "metric", "sample" and "score".';
    problems.push(buildProblem("has no score lines.", hint, { path, line: null, column: null }));
  }
  const conflicts = ["cluster", "question"].flatMap((field) => findConflicts(path, lines, field));
  return { path, lines, problems: [...problems, ...conflicts] };
}
function isFirst(line, known, report) {
  const key = JSON.stringify([line.suite, line.prompt, line.case, line.metric, line.arm, line.sample]);
  const first = known.get(key);
  if (first === void 0) {
    known.set(key, line);
    return true;
  }
  const [id, metric] = [JSON.stringify(line.case), JSON.stringify(line.metric)];
  report(
    `repeats sample ${line.sample} of case ${id}, metric ${metric}, of line ${first.line}.`,
    "Keep one line, or count the samples on."
  );
  return false;
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
  const problems = [...baseline.problems, ...candidate.problems];
  const lines = problems.length > 0 ? [] : [...baseline.lines, ...candidate.lines];
  const errors = gatherProblems([...checkFlags(flags, lines), ...problems]);
  if (errors.length > 0) {
    const reason = `${errors.length} ${errors.length === 1 ? "problem" : "problems"} in the input; nothing was compared`;
    return { verdict: "invalid", title: closeSentence(reason), metrics: [], reasons: [reason], errors };
  }
  const all = fileAll(baseline.lines, candidate.lines, flags);
  const decision = decideGate(all.map((filed) => holdFiled(withReason(filed, candidate.lines), flags)));
  return {
    verdict: decision.verdict,
    title: closeSentence(renderHeadline(shortenDecision(decision)).text),
    metrics: decision.comparisons.map((comparison, index) => buildMetric(comparison, all[index])),
    reasons: [
      ...decision.reasons,
      ...all.flatMap((filed, index) => explainFiling(filed, decision.comparisons[index]?.settled === true, flags))
    ]
  };
}
function compareExitCode({ verdict, metrics }, flags) {
  const gating = metrics.filter(({ gates, direction }) => gates && direction !== "neutral");
  const isGreenIn = (suite, one) => isGreen(one, settingsOf(flags, suite ?? null));
  const isAllGreen = gating.every((one) => isGreenIn(one.suite, one.verdict));
  const green = gating.length > 0 ? isAllGreen : isGreenIn(void 0, verdict);
  return exitCodeOf(gateExitCodes, { verdict, green });
}
function fileAll(baseline, candidate, flags) {
  const names = [...new Set(flags.metrics)];
  const rules = {
    isGating: (id) => names.length === 0 || names.some((name) => meansComparison(name, id)),
    directionOf: (id) => directionOf(flags, id)
  };
  const filed = pairScoreLines(baseline, candidate, rules);
  const missing = names.filter((name) => !filed.some(({ input }) => meansComparison(name, input.id))).sort();
  return [...filed, ...missing.map((name) => buildMissingComparison(name, flags.directions.get(name) ?? "higher"))];
}
function withReason(filed, lines) {
  const { suite, prompt, metric } = filed.input.id;
  const own = lines.filter(
    (one) => one.suite === suite && one.prompt === prompt && one.metric === metric && one.sample === 0
  );
  return { ...filed, input: { ...filed.input, commonReason: describeCommonest(own) } };
}
function explainFiling(filed, isSettled, flags) {
  const { input, side, isStored, settled, candidateOnly } = filed;
  const name = nameComparison(input.id);
  if (side === "neither") return [`${name} is in neither file`];
  if (side !== "both") return [`${name} is in the ${side} file only`];
  const notes = isStored ? ["the baseline's samples are stored ones, which may pass and never fail"] : explainSamples(filed, settingsOf(flags, input.id.suite).resample === "off");
  if (settled !== null && !isSettled)
    notes.push(`samples of the look "settle" were left out${explainLeft(filed, flags)}`);
  if (candidateOnly.length > 0) notes.push(`${listCases(candidateOnly)} only in the candidate file, not counted`);
  return notes.map((note) => `${name}: ${note}`);
}
function explainLeft({ input, isStored }, flags) {
  const { design, settle } = rulesFor(flags, input.id.suite);
  const isUnsaid = !isStored && design === "two-look" && settle === null;
  return isUnsaid ? `; --${ruleFlags.settle} takes them in` : "";
}
function explainSamples(filed, isOneLook) {
  const { baselineSamples, candidateSamples } = filed;
  const notes = [];
  if (baselineSamples !== candidateSamples && candidateSamples > 0) {
    const used = `the first ${commonSamples(filed)} of each were paired`;
    notes.push(
      `the baseline has up to ${baselineSamples} samples a case and the candidate ${candidateSamples}; ${used}`
    );
  }
  if (isOneLook && hasPartialSamples(filed)) {
    notes.push("only some cases have samples beyond sample 0, as after a re-run; one look uses sample 0 alone");
  }
  return notes;
}
function shortenDecision({ comparisons, broken, ...decision }) {
  return { ...decision, comparisons: shortenNames(comparisons), broken: shortenNames(broken) };
}
function buildMetric(comparison, filed) {
  const { suite, prompt, reached, missingBaseline, missingCandidate, effectiveClusters, gone, ...rest } = comparison;
  return {
    ...suite !== null && { suite },
    ...prompt !== null && { prompt },
    ...rest,
    binary: filed !== void 0 && isBinary(filed)
  };
}
function isBinary({ input: { cases } }) {
  const known = cases.flatMap(({ baseline, candidate }) => [...baseline, ...candidate]).filter((score) => score !== null);
  return known.length > 0 && known.every((score) => score === 0 || score === 1);
}

// src/report/compare-text.ts
var colours = { fail: "red", pass: "green", inconclusive: "yellow", invalid: "yellow" };
function renderCompareText(result, advice, terminal) {
  const screen = openScreen(terminal);
  const { title, reasons, errors = [], metrics } = result;
  const isTold = (reason) => title.toLowerCase().includes(reason.toLowerCase());
  const sentences = [...reasons.filter((reason) => !isTold(reason)), ...advice === null ? [] : [advice]];
  const blocks = [
    [...renderTitle(result, screen), ...sentences.flatMap((sentence) => wrap(oneLine(sentence), screen.width, "  "))],
    errors.flatMap((error) => renderProblemLines("error", error, screen)),
    renderRows(groupRows(metrics), ["baseline", "candidate"], screen)
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}
`;
}
function renderTitle({ verdict, title }, screen) {
  const word = verdict.toUpperCase();
  const [first = "", ...more] = wrap(oneLine(title), screen.width, `${word}  `, "  ");
  return [screen.paint(colours[verdict], word) + first.slice(word.length), ...more].map(
    (line) => screen.paint("bold", line)
  );
}
function groupRows(metrics) {
  const short = shortenNames(metrics.map(({ suite = null, prompt = null, metric }) => ({ suite, prompt, metric })));
  const groups = /* @__PURE__ */ new Map();
  metrics.forEach((metric, index) => {
    const { suite, prompt } = short[index] ?? { suite: null, prompt: null };
    const title = [suite, prompt].filter((part) => part !== null).join(" · ");
    groups.set(title, [...groups.get(title) ?? [], buildRow(metric)]);
  });
  return [...groups].map(([title, rows]) => ({ title: title === "" ? null : oneLine(title), rows }));
}
function buildRow(metric) {
  const row = { ...metric, kind: "check", refused: false, belowMinScore: false };
  const name = `${metric.metric} · ${describeRole(row)}`;
  const note = `margin ${formatSize(metric.margin, metric.binary)}, ${count(metric.cases, "case")}`;
  return { ...buildFigureRow(name, describeFigures(row), splitSign(describeVerdict(row)), row), note };
}

// src/terminal/compare.ts
var ruleTable = {
  [ruleFlags.margin]: rule("X", "the largest drop that passes (default .10 below 100 distinct questions, else .05)"),
  [ruleFlags.alpha]: rule("X", "one-sided error rate (default .05)"),
  [ruleFlags.minCases]: rule("N", "below so many distinct questions no rate is tested (default 10)"),
  [ruleFlags.minDrop]: rule("X", "a smaller drop is not run again (default .025)"),
  [ruleFlags.driftAllowance]: rule("X", "what drift may hide of a drop against stored samples (default .02)"),
  [ruleFlags.target]: rule("WORD", "inputs or cases (default inputs)"),
  [ruleFlags.samples]: rule("N", "samples of a critical case that enter the rate (default as many as of others)"),
  [ruleFlags.design]: rule("WORD", "one-look or two-look (default one-look)"),
  [ruleFlags.settle]: rule("HOW", "off, 3, 5 or on-request: how lines settle two looks (default off)"),
  [ruleFlags.onInconclusive]: rule("WORD", "warn or block (default warn)")
};
function rule(value, help) {
  return { value, isRepeatable: true, help };
}
var compare = {
  name: "compare",
  usage: "--baseline A.jsonl --candidate B.jsonl [options]",
  about: `Decides between two score files; a line is {"case", "metric", "sample", "score", "suite"?, "prompt"?, "arm"?,
"look"?, "critical"?, "labelled"?, "question"?, "cluster"?, "same"?, "reason"?}. A run's results.json has the whole
command for its own.
Those of the flags below that set a rule also take SUITE=X, for one suite, and are then repeatable.`,
  flags: {
    baseline: { value: "FILE", help: "the base's scores (JSON Lines)" },
    candidate: { value: "FILE", help: "the candidate's" },
    metric: {
      value: "NAME",
      isRepeatable: true,
      help: "a metric that gates, or SUITE/PROMPT/METRIC; repeatable, all by default"
    },
    direction: { value: "NAME=WAY", isRepeatable: true, help: "higher or lower is better, or neutral; repeatable" },
    ...ruleTable,
    json: { help: "print the comparison as JSON" }
  },
  positionals: [],
  run: compareInTerminal,
  buildFailure: (errors) => ({
    verdict: "invalid",
    title: "Nothing was compared.",
    metrics: [],
    reasons: errors.map(({ message }) => message),
    errors
  })
};
async function compareInTerminal(values, _positionals, io) {
  const flags = readCompareFlags(values);
  const [baseline, candidate] = await Promise.all([readNamed(values, "baseline"), readNamed(values, "candidate")]);
  const result = compareFiles({ baseline, candidate, flags });
  const { columns, colour } = io;
  const text = renderCompareText(result, adviseMetrics(result, flags), { columns, colour, links: false });
  return { document: result, text, exitCode: compareExitCode(result, flags) };
}
function adviseMetrics({ verdict, metrics }, { metrics: named }) {
  if (verdict === "pass" || named.length > 0 || metrics.length < 2) return null;
  return "Every metric gates here, also one that only reports in a run: --metric names those that do, as the command in results.json.";
}
function readNamed(values, name) {
  const path = textFlag(values, name);
  if (path === null) throw UserError.of(`--${name} is missing.`, "Name a score file (JSON Lines).");
  return readSourceFile(path, maxDatasetBytes);
}
function readCompareFlags(values) {
  const suites = /* @__PURE__ */ new Map();
  let all = {};
  for (const { suite, rule: rule2 } of listRules(values)) {
    if (suite === null) all = { ...all, ...rule2 };
    else suites.set(suite, { ...suites.get(suite), ...rule2 });
  }
  const directions = new Map(listFlag(values, "direction").map(parseDirection));
  return { ...defaultCompareFlags, ...all, suites, metrics: listFlag(values, "metric"), directions };
}
var rate = (name, text) => numberFlag({ [name]: text }, name, 0, 1);
var readers = {
  margin: rate,
  alpha: rate,
  minCases: (name, text) => numberFlag({ [name]: text }, name, 0, 1e6),
  minDrop: rate,
  driftAllowance: rate,
  target: (name, text) => choiceFlag({ [name]: text }, name, ["inputs", "cases"]),
  samples: (name, text) => integerFlag({ [name]: text }, name, 1, 1e3),
  onInconclusive: (name, text) => choiceFlag({ [name]: text }, name, ["warn", "block"]),
  design: (name, text) => choiceFlag({ [name]: text }, name, ["one-look", "two-look"]),
  settle: (name, text) => settleByWord[choiceFlag({ [name]: text }, name, ["off", "3", "5", "on-request"]) ?? "off"]
};
var settleByWord = { off: "off", 3: 3, 5: 5, "on-request": "on-request" };
function listRules(values) {
  return Object.keys(readers).flatMap((rule2) => {
    const name = ruleFlags[rule2];
    return listFlag(values, name).map((text) => {
      const at = text.lastIndexOf("=");
      const value = readers[rule2](name, at > 0 ? text.slice(at + 1) : text);
      return { suite: at > 0 ? text.slice(0, at) : null, rule: { [rule2]: value } };
    });
  });
}
function parseDirection(text) {
  const at = text.lastIndexOf("=");
  const way = text.slice(at + 1);
  if (at > 0 && (way === "higher" || way === "lower" || way === "neutral")) return [text.slice(0, at), way];
  throw UserError.of(`--direction is "${text}".`, "Give it as METRIC=higher, METRIC=lower or METRIC=neutral.");
}
export {
  compare,
  readCompareFlags
};
