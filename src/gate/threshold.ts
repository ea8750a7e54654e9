import { countEffectiveClusters } from '../statistics/difference-bounds.ts';
import { sampleMean } from '../statistics/moments.ts';
import { wilsonInterval } from '../statistics/wilson.ts';
import type { CaseScores, Direction, Verdict } from './comparison.ts';
import { noDifference, numberClusters, worstScore } from './paired-case.ts';

/** An absolute threshold that the user set for the candidate alone, in 0..1. Where lower is better it is the most that may be, else the least. */
export interface Threshold {
  readonly minScore: number;
  readonly on: 'mean' | 'lower-bound';
  readonly direction: Direction;
  /** One-sided error rate of the Wilson bound. */
  readonly alpha: number;
}

/** A candidate's samples of one case. */
export type ThresholdCase = Pick<CaseScores, 'cluster' | 'candidate'>;

/** How a candidate stands to a threshold; `value` is what was held against it over the scored cases, null where there is none. */
export interface ThresholdResult {
  readonly verdict: Verdict;
  readonly value: number | null;
}

/**
 * Holds a candidate's scores against a threshold; the Wilson bound counts clusters, not cases. Missed by the scores that
 * are there: fail. Met by them, but not if the missing ones were the worst: inconclusive. No score at all: invalid.
 */
export function decideThreshold(cases: readonly ThresholdCase[], threshold: Threshold): ThresholdResult {
  const value = holdAgainst(cases, threshold, null);
  if (value === null) return { verdict: 'invalid', value };
  if (!isMet(value, threshold)) return { verdict: 'fail', value };
  const worstCase = holdAgainst(cases, threshold, worstScore(threshold.direction));
  return { verdict: worstCase !== null && isMet(worstCase, threshold) ? 'pass' : 'inconclusive', value };
}

function isMet(value: number, { minScore, direction }: Threshold): boolean {
  return direction === 'lower' ? value <= minScore + noDifference : value >= minScore - noDifference;
}

/** The figure held against the threshold, over cases; missing scores are left out, or replaced. */
function holdAgainst(cases: readonly ThresholdCase[], threshold: Threshold, missing: number | null): number | null {
  const scored = cases.flatMap(({ cluster, candidate }) => {
    const known = (candidate.length === 0 ? [null] : candidate).map((score) => score ?? missing);
    const mean = sampleMean(known.filter((score) => score !== null));
    return mean === null ? [] : [{ cluster, mean }];
  });
  const mean = sampleMean(scored.map((one) => one.mean));
  if (mean === null || threshold.on === 'mean') return mean;
  const interval = wilsonInterval(mean, countEffectiveClusters(numberClusters(scored)), threshold.alpha);
  return threshold.direction === 'lower' ? interval.upper : interval.lower;
}
