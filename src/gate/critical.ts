import type { CaseScores, Direction } from './comparison.ts';
import { criticalSamples } from './first-round.ts';
import { noDifference, takeSamples } from './paired-case.ts';

/** What is known of a critical case. `flagged` still has to run again; `unstable` was run again and did not break for certain. */
export type CriticalState = 'fine' | 'flagged' | 'broke' | 'unstable';

/** Samples of a flagged critical case in all, the first three included. */
export const criticalTotal = 8;

/** How missing samples are taken: `suspect` believes the worst of the change, `proof` the best. */
type Benefit = 'suspect' | 'proof';

/**
 * Judges a critical case on its first samples. It is flagged where its first three could mean that it broke (baseline ≥ 2/3, candidate ≤ 1/3);
 * of all eight it broke for certain where baseline ≥ 6/8 and candidate ≤ 2/8 whatever the missing samples would have been.
 */
export function judgeCriticalCase(scores: CaseScores, direction: Direction): CriticalState {
  if (!isBroken(scores, direction, criticalSamples, 2 / 3, 'suspect')) return 'fine';
  if (Math.min(scores.baseline.length, scores.candidate.length) < criticalTotal) return 'flagged';
  return isBroken(scores, direction, criticalTotal, 6 / 8, 'proof') ? 'broke' : 'unstable';
}

/** True where a case is held to the rule of critical cases; one that is the same on both arms cannot break. */
export function isSuspect({ critical, isSame }: CaseScores): boolean {
  return critical && !isSame;
}

/** True where, over a case's first `count` samples, the baseline reached `share` of the best score and the candidate stayed at or below 1 − share. */
export function isBroken(
  scores: CaseScores,
  direction: Direction,
  count: number,
  share: number,
  missing: Benefit,
): boolean {
  const suspected = missing === 'suspect' ? 1 : 0;
  const baseline = sumGoodness(takeSamples(scores.baseline, count), direction, suspected);
  const candidate = sumGoodness(takeSamples(scores.candidate, count), direction, 1 - suspected);
  return baseline >= share * count - noDifference && candidate <= (1 - share) * count + noDifference;
}

/** The sum of scores turned so that 1 is best; `missing` stands for a score that is not there. */
function sumGoodness(scores: readonly (number | null)[], direction: Direction, missing: number): number {
  return scores.reduce<number>((sum, score) => {
    if (score === null) return sum + missing;
    return sum + (direction === 'lower' ? 1 - score : score);
  }, 0);
}
