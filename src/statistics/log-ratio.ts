import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { sampleMean, sampleSd } from './moments.ts';

/** A ratio of geometric means with a two-sided interval; 0.9 is 10 % less. */
export interface RatioInterval {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The geometric mean of paired ratios (candidate / baseline) with its 90 % interval, so that each end alone is a one-sided 95 % bound: Student's t on
 * the differences of logarithms. Pairs with a value that is not above 0 are left out; null for fewer than two pairs.
 */
export function logRatioInterval(
  pairs: readonly (readonly [baseline: number, candidate: number])[],
): RatioInterval | null {
  const logs = pairs.filter(([a, b]) => a > 0 && b > 0).map(([a, b]) => Math.log(b / a));
  const mean = sampleMean(logs);
  const sd = sampleSd(logs);
  if (mean === null || sd === null) return null;
  const reach = (tQuantile(0.95, logs.length - 1) * sd) / Math.sqrt(logs.length);
  return { ratio: Math.exp(mean), lower: Math.exp(mean - reach), upper: Math.exp(mean + reach) };
}
