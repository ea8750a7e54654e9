import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatCount,
  formatDifference,
  formatDuration,
  formatInterval,
  formatRatio,
  formatRelative,
  formatScore,
  formatScoreChange,
  formatSize,
  formatUsd,
  roundDuration,
  roundUsd,
  unknown
} from "./shared.prices.usd.js";
import {
  cutText
} from "./shared.report.escape.js";

// src/report/words/grouping.ts
function groupMetrics(report) {
  const groups = /* @__PURE__ */ new Map();
  const groupOf = (suite, promptId) => {
    const key = JSON.stringify([suite, promptId]);
    const group = groups.get(key) ?? { suite, promptId, metrics: [] };
    groups.set(key, group);
    return group;
  };
  for (const metric of report.metrics) groupOf(metric.suite, metric.prompt).metrics.push(metric);
  for (const suite of report.suites) {
    for (const { id, baseline, candidate } of suite.prompts) {
      if (baseline !== null || candidate !== null) groupOf(suite.name, id);
    }
  }
  const suites = new Map(report.suites.map((suite) => [suite.name, suite]));
  const promptOf = (suite, promptId) => suites.get(suite ?? "")?.prompts.find(({ id }) => id === promptId) ?? null;
  return [...groups.values()].map((group) => ({ ...group, prompt: promptOf(group.suite, group.promptId) }));
}
function buildGroupNames(report) {
  const pairs = [...report.metrics.map((metric) => [metric.suite, metric.prompt]), ...listRanPrompts(report)];
  const [suitesDiffer, promptsDiffer] = [0, 1].map((index) => new Set(pairs.map((pair) => pair[index])).size > 1);
  return (suite, promptId) => {
    const parts = [suitesDiffer ? suite : null, promptsDiffer ? promptId : null].filter((part) => part !== null);
    return parts.length === 0 ? null : [...new Set(parts)].join(" · ");
  };
}
function findMetric(report, entry, name) {
  const isItsOwn = ({ suite, prompt, metric }) => metric === name && (suite ?? entry.suite) === entry.suite && (prompt ?? entry.prompt) === entry.prompt;
  return report.metrics.find(isItsOwn) ?? null;
}
function nameSide(side, otherwise) {
  return cutText(side?.label ?? otherwise, 40);
}
function shortCommit(side) {
  return side !== null && /^[0-9a-f]{7,64}$/.test(side.commit) ? side.commit.slice(0, 7) : null;
}
function listRanPrompts(report) {
  return report.suites.flatMap(
    ({ name, prompts }) => prompts.filter(({ baseline, candidate }) => baseline ?? candidate).map(({ id }) => [name, id])
  );
}

// src/report/words/short-names.ts
function shortenNames(comparisons) {
  const count = (field) => new Set(comparisons.map((one) => one[field])).size;
  const hasOneSuite = count("suite") <= 1;
  const hasOnePrompt = count("prompt") <= 1;
  return comparisons.map((one) => ({
    ...one,
    suite: hasOneSuite ? null : one.suite,
    prompt: hasOnePrompt || one.prompt === one.suite ? null : one.prompt
  }));
}

// src/report/words/words.ts
function describeEnding(metric) {
  if (metric.belowMinScore) return { sign: "❌", words: describeMiss(metric) };
  if (metric.refused) return { sign: "⚠️", words: "left out" };
  if (!metric.gates) return { sign: "–", words: "" };
  if (metric.verdict === "fail") return { sign: "❌", words: metric.proven ? "regression" : "a case broke" };
  if (metric.verdict === "inconclusive") return { sign: "⚠️", words: "not settled" };
  if (metric.verdict === "invalid") return { sign: "⛔", words: "not judged" };
  if (metric.baselineSource === "none") return { sign: "–", words: "nothing to compare" };
  const isDropRuledOut = metric.lowerBound !== null && metric.lowerBound > -metric.margin;
  const words = isDropRuledOut ? `no drop over ${formatSize(metric.margin, metric.binary)}` : "no case broke";
  return { sign: "✅", words };
}
function describeVerdict(metric) {
  const { sign, words } = describeEnding(metric);
  return words === "" ? sign : `${sign} ${words}`;
}
function describeMiss({ binary, direction, minScore, minScoreOn, heldScore }) {
  const isLower = direction === "lower";
  const bound = minScoreOn === "mean" ? "" : `${isLower ? "upper" : "lower"} bound ${formatScore(heldScore, binary)} `;
  return `${bound}${isLower ? "above" : "below"} ${formatScore(minScore, binary)}`;
}
function describeLimit(verdict) {
  if (verdict === null) return unknown;
  if (verdict === "pass") return "✅ within its limit";
  return verdict === "fail" ? "❌ over its limit" : "⚠️ not known";
}
function describeRole(metric) {
  return listRole(metric, "gate");
}
function describeKind(metric) {
  return listRole(metric, "");
}
function listRole({ kind, gates, direction }, gate) {
  const lower = direction === "lower" ? "lower is better, − is worse" : "";
  return [kind === "check" ? "" : kind, gates ? gate : "report only", lower].filter((part) => part !== "").join(", ");
}
function describeCounts({
  refused,
  baselineSource,
  worse,
  better,
  same,
  unscored
}) {
  if (refused) return unknown;
  if (baselineSource === "none") return unscored > 0 ? `${unscored} unscored` : unknown;
  return `${worse} / ${better} / ${same}${unscored > 0 ? ` · ${unscored} unscored` : ""}`;
}
function describeScores(scores, metric) {
  const known = scores.filter((score) => score !== null);
  if (known.length === 0) return "unscored";
  const sum = known.reduce((total, score) => total + score, 0);
  if (metric === null || !metric.binary) return formatScore(sum / known.length, false);
  const good = metric.direction === "lower" ? known.length - sum : sum;
  const sign = 2 * good > known.length ? "✅" : "❌";
  return known.length === 1 ? sign : `${sign} ${good} of ${known.length}`;
}
function collectFootnotes(metrics) {
  return [...new Set(metrics.map(({ held }) => held).filter((held) => held !== null))];
}
function renderFootnoteMark(metric, footnotes) {
  const index = metric.held === null ? -1 : footnotes.indexOf(metric.held);
  return index < 0 ? "" : renderSuperior(index + 1);
}
function renderSuperior(number) {
  return String(number).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
}

// src/report/words/figures.ts
function describeFigures(metric) {
  const { baselineMean, candidateMean, difference, lowerBound, upperBound, binary } = metric;
  const isKnown = baselineMean !== null && candidateMean !== null;
  return {
    baseline: formatScore(baselineMean, binary),
    candidate: formatScore(candidateMean, binary),
    change: isKnown ? formatScoreChange(baselineMean, candidateMean, metric) : formatDifference(difference, binary),
    note: formatInterval(lowerBound, upperBound, binary)
  };
}
function listArmFigures(prompt) {
  const { baseline = null, candidate = null } = prompt ?? {};
  const describe = (name, pick, unit, verdict) => {
    const [from, to] = [baseline && pick(baseline), candidate && pick(candidate)];
    return from === null && to === null ? [] : [{ name, ...describeQuantity(from, to, unit), verdict }];
  };
  const usd = { format: formatUsd, round: roundUsd, ratio: prompt?.costRatio ?? null };
  const time = { format: formatDuration, round: roundDuration, ratio: prompt?.latencyRatio ?? null };
  return [
    ...describe("tokens per answer", tokensPerAnswer, tokens, null),
    ...describe("cost per 1,000", costPerThousand, usd, prompt?.costVerdict ?? null),
    ...describe("latency, median", ({ latencyMedianMs }) => latencyMedianMs, time, prompt?.latencyVerdict ?? null)
  ];
}
var tokens = {
  format: (value) => value === null ? unknown : formatCount(Math.round(value)),
  round: Math.round,
  ratio: null
};
function describeQuantity(from, to, { format, round, ratio }) {
  const change = formatRelative(from && round(from), to && round(to));
  const typical = ratio === null || change === unknown ? null : formatRatio(ratio);
  return {
    baseline: format(from),
    candidate: format(to),
    change,
    note: typical === null || typical === change ? null : `typical case ${typical}`
  };
}
function tokensPerAnswer(arm) {
  if (arm.answered === 0 || arm.inputTokens + arm.outputTokens === 0) return null;
  return (arm.inputTokens + arm.outputTokens) / arm.answered;
}
function costPerThousand({ costPerThousandMicroUsd }) {
  return costPerThousandMicroUsd === null ? null : costPerThousandMicroUsd / 1e6;
}

export {
  shortenNames,
  groupMetrics,
  buildGroupNames,
  findMetric,
  nameSide,
  shortCommit,
  describeEnding,
  describeVerdict,
  describeLimit,
  describeRole,
  describeKind,
  describeCounts,
  describeScores,
  collectFootnotes,
  renderFootnoteMark,
  renderSuperior,
  describeFigures,
  listArmFigures
};
