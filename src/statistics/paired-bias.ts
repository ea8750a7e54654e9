import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { sampleMean, sampleSd } from './moments.ts';

/** A mean difference with its interval. */
export interface Bias {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Mean of `first − second` over paired values with Student's t interval (n − 1 degrees of freedom) at 1 − alpha / 2 a side. Null for fewer than two pairs;
 * without variation the interval is the mean itself.
 */
export function estimateBias(first: readonly number[], second: readonly number[], alpha: number): Bias | null {
  const differences = first.map((value, index) => value - (second[index] as number));
  const mean = sampleMean(differences);
  const sd = sampleSd(differences);
  if (mean === null || sd === null) return null;
  const count = differences.length;
  const reach = (tQuantile(1 - alpha / 2, count - 1) * sd) / Math.sqrt(count);
  return { mean, lower: mean - reach, upper: mean + reach };
}
