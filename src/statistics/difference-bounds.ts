import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** One-sided bounds of a mean paired difference; the centre is pulled towards 0 by the pseudo-clusters. */
export interface DifferenceBounds {
  readonly lower: number;
  readonly upper: number;
  readonly clusters: number;
  /** N²/Σ n_c²: the number of equal clusters that would say as much. */
  readonly effectiveClusters: number;
}

/**
 * Bounds at 1 − alpha a side of the mean of paired differences in −1..1, with two pseudo-clusters of differences +1 and −1, so that
 * the width never collapses to zero (after Bonett and Price 2012, adjusted intervals for paired proportions, extended to clusters).
 * `clusters[i]` names the cluster of `differences[i]`; equal names are one cluster. Swapping the arms mirrors the bounds.
 * @throws RangeError for an empty list: there is no mean.
 */
export function differenceBounds(
  differences: readonly number[],
  clusters: readonly number[],
  alpha: number,
): DifferenceBounds {
  if (differences.length === 0) throw new RangeError('bounds need at least one difference');
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
  const error = Math.sqrt((count / (count - 1)) * squares) / (cases + 2 * pseudoSize);
  const reach = tQuantile(1 - alpha, effectiveClusters + 1) * error;
  return { lower: mean - reach, upper: mean + reach, clusters: groups.length, effectiveClusters };
}

/** N²/Σ n_c² of cases whose clusters are named: the number of equal clusters that would say as much. */
export function countEffectiveClusters(clusters: readonly number[]): number {
  const sizes = [...sumByCluster(clusters, clusters).values()].map((group) => group.size);
  return clusters.length ** 2 / sizes.reduce((sum, size) => sum + size ** 2, 0);
}

/** Sum and size of each cluster, in order of first appearance. */
export function sumByCluster(
  values: readonly number[],
  clusters: readonly number[],
): ReadonlyMap<number, { sum: number; size: number }> {
  const groups = new Map<number, { sum: number; size: number }>();
  values.forEach((value, index) => {
    const cluster = clusters[index] as number;
    const group = groups.get(cluster);
    if (group === undefined) groups.set(cluster, { sum: value, size: 1 });
    else {
      group.sum += value;
      group.size += 1;
    }
  });
  return groups;
}

/** The fewest cases at which a result identical to the baseline clears `margin`: 23 at .10 and 46 at .05 for alpha .05. */
export function casesForUnchangedPass(margin: number, alpha: number): number {
  const isCleared = (cases: number): boolean =>
    tQuantile(1 - alpha, cases + 1) * Math.sqrt((2 * (cases + 2)) / (cases + 1)) < margin * (cases + 2);
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
