import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_lib10 as require_lib
} from "./shared.@stdlib.array-base-filled.lib.index.js";
import {
  __toESM
} from "./shared.errors.js";

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
function countEffectiveClusters(clusters) {
  const sizes = [...sumByCluster(clusters, clusters).values()].map((group) => group.size);
  return clusters.length ** 2 / sizes.reduce((sum, size) => sum + size ** 2, 0);
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
  differenceBounds,
  countEffectiveClusters,
  sumByCluster,
  casesForUnchangedPass
};
