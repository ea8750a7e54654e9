import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { sampleMean, sampleSd } from './moments.ts';

/**
 * One-sided p of Student's t for "the mean is not below 0", n − 1 degrees of freedom: the stand-in for the sign flip on very many values.
 * Values that do not vary (within 1e-9) give 0 where they are below 0, else 1; so does a single value; no value gives 1.
 */
export function studentLowerP(values: readonly number[]): number {
  const mean = sampleMean(values) ?? 0;
  const sd = sampleSd(values) ?? 0;
  if (sd < 1e-9) return mean < -1e-9 ? 0 : 1;
  return tCdf((mean * Math.sqrt(values.length)) / sd, values.length - 1);
}
