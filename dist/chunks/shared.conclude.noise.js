import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  gatherComparison,
  measureNoise,
  renderNoise
} from "./shared.execute.draw.js";
import {
  renderPoints
} from "./shared.gate.critical.js";
import {
  isPairwise
} from "./shared.checks.any-expected.js";
import {
  formatCount,
  formatUsd
} from "./shared.prices.usd.js";
import {
  count
} from "./shared.text.prose.js";
import {
  escapeInline,
  revealText
} from "./shared.report.escape.js";
import {
  renderProblem
} from "./shared.errors.js";

// src/report/result-text.ts
function describeCost({
  calls,
  cacheHits,
  costUsd
}) {
  const cost = costUsd === null ? "cost unknown" : formatUsd(costUsd);
  return `${formatCount(calls)} calls, ${formatCount(cacheHits)} from cache, ${cost}`;
}
function renderMistakes(errors) {
  if (errors.length === 0) return [];
  return [["> [!IMPORTANT]", ...errors.map((problem) => `> ${escapeInline(renderProblem(problem))}`)].join("\n")];
}

// src/report/noise-text.ts
function renderNoiseText(report) {
  const { commit, samples, metrics } = report;
  const lines = [
    `${commit.slice(0, 12)} against itself, ${count(samples, "draw")} of each case`,
    ...metrics.flatMap((metric) => [`  ${nameNoise(metric)}`, ...describeNoise(metric).map((line) => `    ${line}`)]),
    describeCost(report)
  ];
  return `${lines.map(revealText).join("\n")}
`;
}
function nameNoise({ suite, prompt, metric, gates }) {
  return `${[.../* @__PURE__ */ new Set([suite, prompt, metric])].join(" / ")}${gates ? "" : " (report)"}`;
}
function describeNoise({ noise, reason }) {
  if (noise === null) return [`not measured: ${reason ?? "no reason given"}`];
  const { cases, unscored, meanDifference, falseAlarms, swaps } = noise;
  const missing = unscored === 0 ? "" : `, ${formatCount(unscored)} more lack scores`;
  return [
    `${renderNoise(noise, noise)} (${count(cases, "case")}${missing})`,
    `two runs differ by ${renderPoints(meanDifference)} a case on average`,
    falseAlarms === null ? "false alarms: no rate is tested on so few cases" : `false alarms: ${Math.round(1e3 * falseAlarms) / 10} % of ${formatCount(swaps)} random label swaps were blocked`,
    ...describePower(noise),
    describeNeed(noise)
  ];
}
function describePower({ powerAtMargin, margin }) {
  if (powerAtMargin === null) return [];
  const percent = Math.floor(100 * powerAtMargin);
  return [
    `a drop of the margin, ${renderPoints(margin)}, is found in ${percent} of 100 runs where every case falls alike`
  ];
}
function describeNeed({ cases, margin, casesForMargin, samplesForMargin, unscored }) {
  const size = renderPoints(margin);
  if (casesForMargin <= cases + unscored)
    return `the margin of ${size} is within reach: it takes ${count(casesForMargin, "case")}`;
  const samples = samplesForMargin === null ? "no number of samples is enough with so few cases" : `or ${count(samplesForMargin, "sample")} a case, where the change is the same on every case`;
  return `the margin of ${size} takes ${count(casesForMargin, "case")}, ${samples}`;
}

// src/conclude/noise.ts
function listNoise(plan, ledger, arm) {
  return plan.prompts.flatMap(
    (prompt) => prompt.metrics.map((metric) => {
      const { name, gates } = metric;
      const noise = measureNoise(arrangeDraws(metric, gatherComparison(plan, prompt, metric, ledger, arm)));
      const reason = noise === null ? explainNone(metric, arm) : null;
      return { suite: prompt.suite, prompt: prompt.id, metric: name, gates, noise, reason };
    })
  );
}
function explainNone(metric, arm) {
  return isPairwise(metric) && arm === "stored" ? "a baseline has no scores of pairs; the command noise asks for them" : "no case has two scores of this metric";
}
function arrangeDraws(metric, gated) {
  if (!isPairwise(metric)) return gated;
  const cases = gated.input.cases.map((row) => ({
    ...row,
    baseline: [...row.baseline.slice(0, 1), ...row.candidate.slice(0, 1)]
  }));
  return { ...gated, input: { ...gated.input, cases } };
}

export {
  listNoise,
  describeCost,
  renderMistakes,
  renderNoiseText,
  nameNoise,
  describeNoise
};
