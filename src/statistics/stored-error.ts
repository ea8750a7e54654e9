import { sampleSd } from './moments.ts';

/**
 * Standard error of the mean over `count` cases of stored sample means, where those given are left to chance: √(Σ s²/K)/N, s² the variance of a
 * case's K stored scores (denominator K − 1). For 0/1 scores s²/K is b̄(1−b̄)/(K−1). Null where a case has fewer than two samples or there is no case.
 */
export function storedMeanError(samples: readonly (readonly number[])[], count = samples.length): number | null {
  if (count === 0) return null;
  let variance = 0;
  for (const scores of samples) {
    const sd = sampleSd(scores);
    if (sd === null) return null;
    variance += sd ** 2 / scores.length;
  }
  return Math.sqrt(variance) / count;
}
