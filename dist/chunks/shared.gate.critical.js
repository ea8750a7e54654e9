import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  analyses,
  casesToDetect,
  clearsMargin,
  countUnscored,
  detectableDrop,
  hasBrokenDraws,
  hasRerun,
  hasSettled,
  lacksTooMany,
  maySettle,
  measureComparison,
  measureSettled,
  measureStored,
  meetsGuard,
  noDifference,
  passesFirst,
  passesLast,
  rerunTotal,
  selectDiscordant,
  settledTotal,
  takeSamples,
  testSecondLook,
  worstScore
} from "./shared.gate.measurement.js";
import {
  chooseDesign,
  countQuestions,
  criticalSamples,
  groupByQuestion,
  listReached
} from "./shared.gate.first-round.js";
import {
  sampleMean,
  sampleSd
} from "./shared.run.totals.js";
import {
  explainNotRuledOut,
  explainOpen,
  nameComparison,
  renderCounts,
  renderPoints
} from "./shared.gate.reason.js";
import {
  casesForUnchangedPass
} from "./shared.statistics.difference-bounds.js";
import {
  count,
  listFirst
} from "./shared.text.prose.js";

// src/scores/commonest.ts
function findCommonest(reasons) {
  const groups = /* @__PURE__ */ new Map();
  for (const reason of reasons) {
    if (reason === null || reason === "") continue;
    const key = reason.replaceAll(/\d+/g, "#");
    const group = groups.get(key) ?? { reason, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].reduce(
    (most, group) => most === null || group.count > most.count ? group : most,
    null
  );
}
function describeCommonest(scores) {
  const scored = scores.filter(({ score }) => score !== null);
  const commonest = findCommonest(scored.map(({ reason }) => reason));
  return commonest && `${commonest.count} of ${scored.length}: ${commonest.reason}`;
}
function explainGap(what, total, reasons) {
  const gap = `${reasons.length} of ${total} ${what} are missing`;
  const commonest = findCommonest(reasons);
  if (commonest === null) return gap;
  const share = commonest.count < reasons.length ? ` (${commonest.count} of them)` : "";
  return `${gap}: ${commonest.reason}${share}`;
}

// src/gate/small-set.ts
var goodEnough = 0.8;
var badEnough = 0.2;
function decideSmallSet(measurement) {
  const { input, settings, margin, readings } = measurement;
  const questions = countQuestions(input.cases);
  const few = questions === input.cases.length ? `${count(questions, "case is", "cases are")} fewer than min-cases ${settings.minCases}` : `${count(input.cases.length, "case asks", "cases ask")} ${count(questions, "distinct question")}, fewer than min-cases ${settings.minCases}`;
  if (readings === null || !hasBrokenDraws(measurement)) {
    const what = questions === input.cases.length ? "samples of each case" : "samples of each question";
    const reason = `${few}, and it takes 5 ${what} in both arms to see which one broke`;
    return { verdict: "inconclusive", broken: [], reason };
  }
  const broken = findBroken(measurement);
  if (broken !== null) return broken;
  const drop = Math.max(...analyses.map((name) => -readings[name].difference));
  if (drop >= margin - noDifference) {
    return {
      verdict: "inconclusive",
      broken: [],
      reason: `no case broke, but the mean fell by the margin or more; ${few}`
    };
  }
  return { verdict: "pass", broken: [], reason: "no case broke (too few cases to rule out small drops)" };
}
function findBroken({ watched, input }) {
  if (watched === null) return null;
  const broken = listBroken(watched.complete, input.direction);
  if (broken.length > 0) return { verdict: "fail", broken, reason: `${listCases(broken)} broke` };
  const mayHaveBroken = listBroken(watched.imputed, input.direction);
  if (mayHaveBroken.length === 0) return null;
  const reason = `${listCases(mayHaveBroken)} may have broken: scores are missing`;
  return { verdict: "inconclusive", broken: [], reason };
}
function listCases(ids) {
  const named = ids.map((id) => JSON.stringify(id));
  return `${ids.length === 1 ? "case" : "cases"} ${listFirst(named, 3)}`;
}
function listBroken(pairs, direction) {
  const turn = (scores) => {
    const mean = sampleMean(scores) ?? 0;
    return direction === "lower" ? 1 - mean : mean;
  };
  return groupByQuestion(pairs).flatMap((group) => {
    const baseline = turn(group.flatMap((pair) => pair.baseline));
    const candidate = turn(group.flatMap((pair) => pair.candidate));
    const isBroken2 = baseline >= goodEnough - noDifference && candidate <= badEnough + noDifference;
    return isBroken2 ? group.map((pair) => pair.case) : [];
  });
}

// src/gate/verdict.ts
var byWeight = ["fail", "invalid", "inconclusive", "pass"];
function combineVerdicts(verdicts) {
  return byWeight.find((verdict) => verdicts.includes(verdict)) ?? "invalid";
}
function combineRulings(rulings) {
  const verdict = combineVerdicts(rulings.map((ruling) => ruling.verdict));
  const reasons = byWeight.flatMap(
    (weight) => rulings.flatMap((ruling) => ruling.verdict === weight && ruling.reason !== null ? [ruling.reason] : [])
  );
  if (verdict !== "pass" && reasons.length === 0) return { verdict, reasons: ["nothing was judged"] };
  return { verdict, reasons };
}
function isGreen(verdict, settings) {
  if (verdict === "inconclusive") return settings.onInconclusive === "warn" && !settings.strict;
  return verdict === "pass";
}

// src/gate/critical.ts
var criticalTotal = 8;
function judgeCriticalCase(scores, direction) {
  if (!isBroken(scores, direction, criticalSamples, 2 / 3, "suspect")) return "fine";
  if (Math.min(scores.baseline.length, scores.candidate.length) < criticalTotal) return "flagged";
  return isBroken(scores, direction, criticalTotal, 6 / 8, "proof") ? "broke" : "unstable";
}
function isSuspect({ critical, isSame }) {
  return critical && !isSame;
}
function isBroken(scores, direction, count2, share, missing) {
  const suspected = missing === "suspect" ? 1 : 0;
  const baseline = sumGoodness(takeSamples(scores.baseline, count2), direction, suspected);
  const candidate = sumGoodness(takeSamples(scores.candidate, count2), direction, 1 - suspected);
  return baseline >= share * count2 - noDifference && candidate <= (1 - share) * count2 + noDifference;
}
function sumGoodness(scores, direction, missing) {
  return scores.reduce((sum, score) => {
    if (score === null) return sum + missing;
    return sum + (direction === "lower" ? 1 - score : score);
  }, 0);
}

// src/statistics/holm.ts
function holmRejections(pValues, levels) {
  const ratios = pValues.map((p, index) => p / levels[index]);
  const order = [...ratios.keys()].sort((a, b) => ratios[a] - ratios[b]);
  const rejected = pValues.map(() => false);
  for (const [rank, index] of order.entries()) {
    if (ratios[index] * (order.length - rank) > 1 + 1e-12) break;
    rejected[index] = true;
  }
  return rejected;
}

// src/gate/look.ts
var firstShare = 0.2;
function takeLooks(gating) {
  const first = rejectInBoth(gating, firstLevel, firstPValue);
  const rejectedFirst = gating.map((_, index) => analyses.every((name) => first[name][index]));
  const isDecided = rejectedFirst.includes(true);
  const inPlay = gating.map((measurement, index) => {
    const mayReject = (name) => first[name][index] === true || meetsGuard(measurement, name);
    return !isDecided && isOpen(measurement) && analyses.every(mayReject);
  });
  const tested = gating.map((measurement, index) => inPlay[index] === true && hasRerun(measurement));
  const pooled = gating.map((measurement, index) => tested[index] ? poolAnalyses(measurement) : null);
  const second = rejectInBoth(
    gating,
    secondLevel,
    (measurement, name, index) => meetsGuard(measurement, name) ? pooled[index]?.[name] ?? 1 : 1
  );
  return gating.map((measurement, index) => ({
    rejected: rejectedFirst[index] === true || tested[index] === true && analyses.every((name) => first[name][index] || second[name][index]),
    inPlay: inPlay[index] === true,
    looks: tested[index] ? 2 : 1,
    pValue: readPValue(measurement, pooled[index] ?? null)
  }));
}
function readPValue(measurement, pooled) {
  const pValues = analyses.map((name) => {
    if (pooled !== null && meetsGuard(measurement, name)) return pooled[name];
    return measurement.readings?.[name].pValue ?? null;
  });
  return pValues.reduce((larger, p) => larger === null || p === null ? null : Math.max(larger, p));
}
function rejectInBoth(gating, levelOf, pValueOf) {
  const reject = (name) => holmRejections(
    gating.map((measurement, index) => pValueOf(measurement, name, index)),
    gating.map(levelOf)
  );
  return { complete: reject("complete"), imputed: reject("imputed") };
}
function firstPValue(measurement, name) {
  if (measurement.invalid !== null || clearsMargin(measurement, name)) return 1;
  return measurement.readings?.[name].pValue ?? 1;
}
function firstLevel({ design, settings }) {
  return design === "two-looks" ? firstShare * settings.alpha : settings.alpha;
}
function secondLevel({ settings }) {
  return (1 - firstShare) * settings.alpha;
}
function isOpen(measurement) {
  const clears = analyses.some((name) => clearsMargin(measurement, name));
  return measurement.design === "two-looks" && measurement.invalid === null && !clears;
}
function poolAnalyses(measurement) {
  const complete = testSecondLook(measurement, "complete");
  const isWhole = measurement.input.cases.every((scores) => ![...scores.baseline, ...scores.candidate].includes(null));
  const hasEqualRuns = measurement.input.cases.every((scores) => scores.baseline.length === scores.candidate.length);
  return { complete, imputed: isWhole && hasEqualRuns ? complete : testSecondLook(measurement, "imputed") };
}

// src/gate/record-comparison.ts
function recordComparison(measurement, outcome) {
  const { input, settings, samples, margin, readings, design, firstRounds } = measurement;
  const { complete, imputed } = readings ?? { complete: null, imputed: null };
  const differences = complete?.differences ?? [];
  const questions = countQuestions(input.cases);
  const isClustered = input.cases.some((scores) => scores.cluster !== null);
  return {
    ...input.id,
    verdict: outcome.verdict,
    gates: input.gates,
    direction: input.direction,
    cases: differences.length,
    questions,
    reached: listReached(input.cases).length,
    clusters: isClustered && complete !== null ? complete.clusters : null,
    effectiveClusters: isClustered && complete !== null ? complete.effectiveClusters : null,
    worse: differences.filter((difference) => difference < 0).length,
    better: differences.filter((difference) => difference > 0).length,
    same: differences.filter((difference) => difference === 0).length,
    unscored: input.cases.length - differences.length,
    missingBaseline: countMissing(measurement, "baseline"),
    missingCandidate: countMissing(measurement, "candidate"),
    baselineMean: sampleMean((complete?.pairs ?? []).map((pair) => sampleMean(pair.baseline))),
    candidateMean: sampleMean((complete?.pairs ?? []).map((pair) => sampleMean(pair.candidate))),
    difference: complete?.difference ?? null,
    lowerBound: complete && imputed && Math.min(complete.lower, imputed.lower),
    upperBound: complete && imputed && Math.max(complete.upper, imputed.upper),
    pValue: outcome.pValue,
    ...design === "these-cases" ? { detectableDrop: null, casesToSettle: null } : planAhead(measurement, outcome.verdict),
    margin,
    alpha: settings.alpha,
    samples: firstRounds.reduce((most, { tested }) => Math.max(most, tested), input.cases.length === 0 ? samples : 1),
    looks: outcome.looks,
    settled: outcome.settled ?? false,
    baselineSource: design === "stored" ? "stored" : "fresh",
    small: chooseDesign(settings, questions, samples) === "small-set",
    proven: outcome.proven,
    gone: input.gone !== void 0,
    measuresNothing: outcome.measuresNothing,
    commonReason: outcome.measuresNothing ? input.commonReason : null,
    reason: outcome.reason
  };
}
function planAhead({ readings, settings, margin }, verdict) {
  const differences = readings?.complete.differences ?? [];
  const sd = sampleSd(differences);
  if (sd === null) return { detectableDrop: null, casesToSettle: null };
  const isConstant = sd < noDifference;
  const isOpen2 = verdict === "inconclusive";
  return {
    detectableDrop: isConstant ? null : detectableDrop(sd, differences.length, settings.alpha),
    casesToSettle: !isOpen2 ? null : isConstant ? casesForUnchangedPass(margin, settings.alpha) : casesToDetect(sd, margin, settings.alpha)
  };
}
function countMissing({ input, design, firstRounds }, arm) {
  const isStored = design === "stored" && arm === "baseline";
  const countOne = (scores, { drawn }) => countUnscored(scores[arm], Math.max(isStored ? 1 : drawn, scores[arm].length));
  return input.cases.reduce((sum, scores, index) => sum + countOne(scores, firstRounds[index]), 0);
}

// src/gate/vacuous.ts
var nothingMeasured = "measures nothing here";
function cannotFall(means, margin, direction) {
  const worst = worstScore(direction);
  return means.length > 0 && means.every((mean) => mean !== null && Math.abs(mean - worst) <= margin + noDifference);
}
function explainNothing({ input, margin, readings }) {
  if (input.isPairwise || input.direction === "neutral" || readings === null) return null;
  const { pairs } = readings.complete;
  const means = ["baseline", "candidate"].map(
    (arm) => sampleMean(pairs.map((pair) => sampleMean(pair[arm])))
  );
  return cannotFall(means, margin, input.direction) ? `${nothingMeasured}: ${describeNothing("both sides", margin, input.commonReason)}` : null;
}
function explainNothingAlone(cases, margin, { direction, commonReason }) {
  const means = cases.flatMap(({ candidate }) => sampleMean(candidate.filter((score) => score !== null)) ?? []);
  return cannotFall([sampleMean(means)], margin, direction) ? `${nothingMeasured}: ${describeNothing("the prompt", margin, commonReason)}` : null;
}
function describeNothing(who, margin, commonReason) {
  const verb = who === "both sides" ? "lie" : "lies";
  const common = commonReason === null ? "" : ` (${commonReason})`;
  return `${who} ${verb} within ${renderPoints(margin)} of the worst score, so that a drop of the margin cannot be seen${common}; mend the metric, or set role: report`;
}

// src/gate/outcome.ts
function decideGating(measurement, look) {
  const { cases, gone } = measurement.input;
  const critical = (state) => (gone === void 0 ? cases : []).filter((scores) => isSuspect(scores) && judgeCriticalCase(scores, measurement.input.direction) === state).map((scores) => scores.case);
  const states = { broke: critical("broke"), flagged: critical("flagged"), unstable: critical("unstable") };
  const rate = decideRate(measurement, look);
  return {
    measurement,
    comparison: recordComparison(measurement, addCritical(rate, states)),
    inPlay: look.inPlay,
    settles: rate.isOpen && maySettle(measurement) && states.flagged.length + states.unstable.length === 0,
    flagged: states.flagged,
    brokenCritical: states.broke,
    broken: rate.broken
  };
}
function describeReport(measurement, isOpen2) {
  const rate = decideRate(measurement, {
    rejected: false,
    inPlay: false,
    looks: 1,
    pValue: measurement.invalid === null ? readPValue(measurement, null) : null
  });
  const verdict = rate.verdict === "pass" ? "pass" : "inconclusive";
  const comparison = recordComparison(measurement, { ...rate, verdict });
  const settles = isOpen2 && hasSettled(measurement) && (rate.isOpen || verdict === "pass");
  return settles ? decideSettled(measurement, comparison) : comparison;
}
function decideSettled(measurement, { looks, pValue }) {
  const further = measureSettled(measurement, measurement.settled ?? []);
  const decided = { looks, pValue, proven: false, measuresNothing: false, settled: true };
  const nothing = explainNothing(further);
  if (passesLast(further)) {
    return nothing === null ? recordComparison(further, { ...decided, verdict: "pass", reason: "settled in a further round" }) : recordComparison(further, { ...decided, verdict: "inconclusive", measuresNothing: true, reason: nothing });
  }
  const figures = recordComparison(further, { ...decided, verdict: "inconclusive", reason: null });
  const reason = `${explainOpen(figures, false)} in a further round; ${explainNotRuledOut(figures)}`;
  return { ...figures, reason };
}
function decideRate(measurement, look) {
  const rate = decideDrop(measurement, look);
  const nothing = rate.verdict === "pass" ? explainNothing(measurement) : null;
  return nothing === null ? rate : { ...rate, verdict: "inconclusive", measuresNothing: true, reason: nothing };
}
function decideDrop(measurement, look) {
  const untested = {
    ...{ looks: 0, pValue: null, broken: [], proven: false, measuresNothing: false },
    isOpen: false
  };
  if (measurement.invalid !== null) return { ...untested, verdict: "invalid", reason: measurement.invalid };
  const { gone } = measurement.input;
  if (gone !== void 0) return { ...untested, verdict: "inconclusive", reason: gone };
  if (measurement.design === "small-set") return { ...untested, ...decideSmallSet(measurement) };
  const tested = { ...untested, looks: look.looks, pValue: look.pValue, reason: null };
  const broken = findBroken(measurement);
  if (broken?.verdict === "fail") return { ...tested, ...broken };
  const isClear = passesFirst(measurement);
  if (broken !== null && (isClear || !look.rejected)) return { ...tested, ...broken };
  if (isClear) return { ...tested, verdict: "pass" };
  const verdict = look.rejected ? "fail" : "inconclusive";
  const figures = recordComparison(measurement, { ...tested, verdict });
  const reason = look.rejected ? `regression proven: ${renderCounts(figures)}` : `${explainOpen(figures, look.inPlay && look.looks === 1)}; ${explainNotRuledOut(figures)}`;
  const isOpen2 = !look.rejected && explainNothing(measurement) === null;
  return { ...tested, verdict, proven: look.rejected, isOpen: isOpen2, reason };
}
function addCritical(rate, states) {
  if (states.broke.length > 0) {
    const broke = `critical ${listCases(states.broke)} broke`;
    return { ...rate, verdict: "fail", reason: rate.verdict === "fail" ? `${broke}; ${rate.reason}` : broke };
  }
  if (rate.verdict === "fail" || rate.verdict === "invalid") return rate;
  const open = [
    ...states.unstable.length > 0 ? [`unstable critical ${listCases(states.unstable)}`] : [],
    ...states.flagged.length > 0 ? [`critical ${listCases(states.flagged)} may have broken and has not run again`] : [],
    ...rate.verdict === "inconclusive" && rate.reason !== null ? [rate.reason] : []
  ];
  const isOpen2 = states.unstable.length + states.flagged.length > 0;
  return isOpen2 ? { ...rate, verdict: "inconclusive", reason: open.join("; ") } : rate;
}

// src/statistics/stored-error.ts
function storedMeanError(samples, count2 = samples.length) {
  if (count2 === 0) return null;
  let variance = 0;
  for (const scores of samples) {
    const sd = sampleSd(scores);
    if (sd === null) return null;
    variance += sd ** 2 / scores.length;
  }
  return Math.sqrt(variance) / count2;
}

// src/gate/stored-comparison.ts
var storedReason = "against a stored baseline";
var storedReach = 1.645;
var fewestStored = 3;
function screenComparison(stored) {
  const measurement = measureStored(stored);
  const untested = { looks: 0, pValue: null, proven: false, measuresNothing: false };
  const { gone } = stored.input;
  if (gone !== void 0) {
    const comparison2 = recordComparison(measurement, { ...untested, verdict: "inconclusive", reason: gone });
    return { measurement, comparison: comparison2, needsFresh: null, flagged: [], brokenCritical: [] };
  }
  const critical = screenCritical(stored);
  const { needsFresh, ...outcome } = decideStored(measurement, critical);
  const comparison = recordComparison(measurement, { ...untested, ...outcome });
  return { measurement, comparison, needsFresh, flagged: critical.flagged, brokenCritical: critical.broke };
}
function decideScreened({ measurement, comparison, brokenCritical }) {
  const { invalid } = measurement;
  const isInvalid = invalid !== null && comparison.verdict !== "fail";
  return {
    measurement,
    comparison: isInvalid ? { ...comparison, verdict: "invalid", reason: invalid } : comparison,
    inPlay: false,
    settles: false,
    flagged: [],
    brokenCritical,
    broken: []
  };
}
function decideStored(measurement, critical) {
  const { gates } = measurement.input;
  const needsFresh = explainFresh(measurement);
  if (gates && critical.broke.length > 0) {
    return { verdict: "fail", reason: `critical ${listCases(critical.broke)} broke`, needsFresh };
  }
  if (isCandidateInvalid(measurement)) {
    return { verdict: gates ? "invalid" : "inconclusive", reason: measurement.invalid, needsFresh };
  }
  const rate = decideRate2(measurement);
  if (gates && critical.open.length > 0) {
    return { verdict: "inconclusive", reason: `unstable critical ${listCases(critical.open)}`, needsFresh };
  }
  return { ...rate, needsFresh };
}
function decideRate2(measurement) {
  const { settings, samples, invalid, input } = measurement;
  const isSmall = chooseDesign(settings, countQuestions(input.cases), samples) === "small-set";
  const outcome = isSmall && invalid === null ? screenSmallSet(measurement) : screenRate(measurement);
  const nothing = outcome.verdict === "pass" ? explainNothing(measurement) : null;
  return nothing === null ? outcome : { verdict: "inconclusive", reason: nothing, measuresNothing: true };
}
function screenRate(measurement) {
  if (passesScreen(measurement)) return { verdict: "pass", reason: storedReason };
  const figures = recordComparison(measurement, {
    verdict: "inconclusive",
    looks: 0,
    pValue: null,
    proven: false,
    measuresNothing: false,
    reason: null
  });
  const seen = measurement.invalid ?? (showsDrop(measurement) ? "a drop" : "no drop");
  return { verdict: "inconclusive", reason: `${seen} against the stored baseline; ${explainNotRuledOut(figures)}` };
}
function screenSmallSet(measurement) {
  const { verdict, reason } = decideSmallSet(measurement);
  return verdict === "fail" ? { verdict: "inconclusive", reason: `${reason} against the stored baseline, which proves nothing alone` } : { verdict, reason };
}
function passesScreen(measurement) {
  if (measurement.invalid !== null || showsDrop(measurement)) return false;
  return analyses.every((name) => clearsStored(measurement, name));
}
function showsDrop(measurement) {
  return analyses.some((name) => meetsGuard(measurement, name));
}
function clearsStored({ readings, margin, settings }, name) {
  if (readings === null) return false;
  const { pairs, lower } = readings[name];
  const reached = listReached(pairs);
  if (reached.some((pair) => pair.baseline.length < fewestStored)) return false;
  const error = storedMeanError(
    reached.map((pair) => pair.baseline),
    pairs.length
  );
  if (error === null) return false;
  const drift = settings.driftAllowance * reached.length / pairs.length;
  return lower > -(margin - drift - storedReach * error);
}
function explainFresh(measurement) {
  const { settings, invalid, input, samples, watched } = measurement;
  const design = chooseDesign(settings, countQuestions(input.cases), samples);
  if (settings.strict) return "strict asks for a fresh baseline";
  if (design === "small-set") return "a small set always runs the base side afresh";
  if (design === "these-cases") return "target cases always runs the base side afresh";
  if (watched !== null && watched.imputed.length > 0) {
    return `a change that reaches fewer than ${settings.minCases} questions always runs the base side afresh`;
  }
  if (invalid !== null) return `the stored baseline lacks scores: ${invalid}`;
  if (showsDrop(measurement)) return "the stored baseline shows a drop";
  if (settings.afterScreen === "stop" || passesScreen(measurement)) return null;
  return "the stored baseline shows no drop and cannot rule one out";
}
function isCandidateInvalid({ input, firstRounds }) {
  const planned = firstRounds.reduce((sum, { tested }) => sum + tested, 0);
  const missing = input.cases.reduce(
    (sum, { isSame, candidate }, index) => sum + (isSame ? 0 : countUnscored(candidate, firstRounds[index].tested)),
    0
  );
  return input.cases.length === 0 || lacksTooMany(missing, planned);
}
function screenCritical({ input, freshCritical }) {
  const fresh = new Map(freshCritical.map((scores) => [scores.case, scores]));
  const flagged = input.cases.filter((scores) => isSuspect(scores) && judgeCriticalCase(scores, input.direction) !== "fine").map((scores) => scores.case);
  const broke = flagged.filter((id) => {
    const scores = fresh.get(id);
    return scores !== void 0 && judgeCriticalCase(scores, input.direction) === "broke";
  });
  return {
    broke,
    open: flagged.filter((id) => !broke.includes(id)),
    flagged: flagged.filter((id) => !fresh.has(id))
  };
}

// src/gate/decide.ts
function decideGate(comparisons) {
  const screened = /* @__PURE__ */ new Map();
  const measured = comparisons.map((comparison) => {
    if (!("freshCritical" in comparison)) return measureComparison(comparison);
    const screen = screenComparison(comparison);
    screened.set(screen.measurement, screen);
    return screen.measurement;
  });
  const gating = measured.filter(isGating);
  const looks = takeLooks(gating);
  const looked = gating.map((measurement, index) => {
    const screen = screened.get(measurement);
    return screen === void 0 ? decideGating(measurement, looks[index]) : decideScreened(screen);
  });
  const nothing = explainNothing2(measured, gating);
  const combine = (results2) => combineRulings(nothing === null ? results2.map(buildRuling) : [nothing]);
  const isOpen2 = combine(looked).verdict === "inconclusive";
  const rerun = isOpen2 && !gating.some(hasSettled) ? planRerun(looked) : [];
  const results = isOpen2 ? looked.map(settle) : looked;
  const { verdict, reasons } = combine(results);
  const decided = new Map(results.map((result) => [result.measurement, result.comparison]));
  const signals = nothing === null ? results.map(({ comparison, measurement }) => isGreen(comparison.verdict, measurement.settings)) : comparisons.map(({ settings }) => isGreen(verdict, settings));
  return {
    verdict,
    green: verdict !== "invalid" && signals.every((green) => green),
    comparisons: measured.map(
      (measurement) => decided.get(measurement) ?? screened.get(measurement)?.comparison ?? describeReport(measurement, isOpen2)
    ),
    reasons,
    rerun,
    settling: isOpen2 && rerun.length === 0 ? planSettling(results) : [],
    broken: results.flatMap(listBroken2)
  };
}
function isGating({ input }) {
  return input.gates && input.direction !== "neutral";
}
function explainNothing2(measured, gating) {
  if (measured.length === 0) return { verdict: "invalid", reason: "there is no metric to compare" };
  if (measured.every(({ input }) => input.cases.length === 0)) {
    return { verdict: "invalid", reason: "there are no cases to compare" };
  }
  return gating.length === 0 ? { verdict: "inconclusive", reason: "nothing may gate yet" } : null;
}
function buildRuling({ comparison }) {
  const reason = comparison.reason === null ? null : `${nameComparison(comparison)}: ${comparison.reason}`;
  return { verdict: comparison.verdict, reason };
}
function settle(result) {
  const { measurement, comparison, settles } = result;
  if (!hasSettled(measurement) || !(settles || comparison.verdict === "pass")) return result;
  return { ...result, settles: false, comparison: decideSettled(measurement, comparison) };
}
function planSettling(results) {
  if (!results.every(({ settles, comparison }) => settles || comparison.verdict === "pass")) return [];
  const planned = /* @__PURE__ */ new Map();
  for (const { measurement, settles } of results) {
    const { suite, prompt } = measurement.input.id;
    const total = settledTotal(measurement.settings);
    for (const { case: id, isSame, baseline, candidate } of settles ? measurement.input.cases : []) {
      const attempted = Math.min(baseline.length, candidate.length);
      const key = JSON.stringify([suite, prompt, id]);
      if (isSame || attempted >= total || planned.has(key)) continue;
      const samples = Array.from({ length: total - attempted }, (_, index) => attempted + index);
      planned.set(key, { suite, prompt, case: id, samples });
    }
  }
  return [...planned.values()];
}
function planRerun(results) {
  const planned = /* @__PURE__ */ new Map();
  for (const { measurement, inPlay, flagged } of results) {
    const { suite, prompt } = measurement.input.id;
    const discordant = inPlay ? selectDiscordant(measurement) : /* @__PURE__ */ new Set();
    for (const scores of measurement.input.cases) {
      const total = flagged.includes(scores.case) ? criticalTotal : discordant.has(scores.case) ? rerunTotal : 0;
      const attempted = Math.min(scores.baseline.length, scores.candidate.length);
      if (attempted >= total) continue;
      const key = JSON.stringify([suite, prompt, scores.case]);
      const samples = new Set(planned.get(key)?.samples);
      for (let sample = Math.max(attempted, 1); sample < total; sample += 1) samples.add(sample);
      planned.set(key, { suite, prompt, case: scores.case, samples: [...samples].sort((a, b) => a - b) });
    }
  }
  return [...planned.values()];
}
function listBroken2({ measurement, broken, brokenCritical }) {
  return [
    ...broken.map((id) => ({ ...measurement.input.id, case: id, critical: false })),
    ...brokenCritical.map((id) => ({ ...measurement.input.id, case: id, critical: true }))
  ];
}

export {
  findCommonest,
  describeCommonest,
  explainGap,
  criticalTotal,
  isBroken,
  listCases,
  nothingMeasured,
  explainNothingAlone,
  describeNothing,
  screenComparison,
  combineVerdicts,
  combineRulings,
  isGreen,
  decideGate
};
