import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_lib10 as require_lib
} from "./shared.gate.comparison.js";
import {
  __toESM
} from "./shared.errors.js";

// src/gate/first-round.ts
var uniformSamples = 5;
var criticalSamples = 3;
function chooseDesign(settings, datasetSize, samples) {
  if (datasetSize < settings.minCases) return "small-set";
  if (settings.target === "cases") return "these-cases";
  return settings.resample === "off" || samples > 1 ? "one-look" : "two-looks";
}
function countFirstRoundSamples(settings, datasetSize, samples) {
  const design = chooseDesign(settings, datasetSize, samples);
  if (design === "small-set" || design === "these-cases") return { ordinary: uniformSamples, critical: uniformSamples };
  return { ordinary: samples, critical: criticalSamples };
}
function countTestedSamples(design, samples) {
  const isUniform = design === "small-set" || design === "these-cases";
  return ({ critical }) => {
    const count = critical && !isUniform ? 1 : samples;
    return { baseline: count, candidate: count };
  };
}
function resolveMargin(settings, datasetSize) {
  return settings.margin ?? (datasetSize < 100 ? 0.1 : 0.05);
}

// src/statistics/difference-bounds.ts
var import_stats_base_dists_t_quantile = __toESM(require_lib(), 1);
function differenceBounds(differences, clusters, alpha) {
  if (differences.length === 0) throw new RangeError("bounds need at least one difference");
  const groups = [...sumByCluster(differences, clusters).values()];
  const cases = differences.length;
  let sizeSquares = 0;
  let sum = 0;
  for (const group of groups) {
    sizeSquares += group.size ** 2;
    sum += group.sum;
  }
  const pseudoSize = sizeSquares / cases;
  const mean = sum / (cases + 2 * pseudoSize);
  let squares = pseudoSize ** 2 * ((1 - mean) ** 2 + (1 + mean) ** 2);
  for (const group of groups) squares += (group.sum - mean * group.size) ** 2;
  const effectiveClusters = cases ** 2 / sizeSquares;
  const count = groups.length + 2;
  const error = Math.sqrt(count / (count - 1) * squares) / (cases + 2 * pseudoSize);
  const reach = (0, import_stats_base_dists_t_quantile.default)(1 - alpha, effectiveClusters + 1) * error;
  return { lower: mean - reach, upper: mean + reach, clusters: groups.length, effectiveClusters };
}
function sumByCluster(values, clusters) {
  const groups = /* @__PURE__ */ new Map();
  values.forEach((value, index) => {
    const cluster = clusters[index];
    const group = groups.get(cluster);
    if (group === void 0) groups.set(cluster, { sum: value, size: 1 });
    else {
      group.sum += value;
      group.size += 1;
    }
  });
  return groups;
}
function casesForUnchangedPass(margin, alpha) {
  const isCleared = (cases) => (0, import_stats_base_dists_t_quantile.default)(1 - alpha, cases + 1) * Math.sqrt(2 * (cases + 2) / (cases + 1)) < margin * (cases + 2);
  let high = 1;
  while (!isCleared(high)) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isCleared(middle)) high = middle;
    else low = middle;
  }
  return high;
}

export {
  criticalSamples,
  chooseDesign,
  countFirstRoundSamples,
  countTestedSamples,
  resolveMargin,
  differenceBounds,
  sumByCluster,
  casesForUnchangedPass
};
