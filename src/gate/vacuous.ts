import { sampleMean } from '../statistics/moments.ts';
import type { CaseScores, ComparisonInput, Direction } from './comparison.ts';
import type { Measurement } from './measurement.ts';
import { noDifference, worstScore } from './paired-case.ts';
import { renderPoints } from './reason.ts';

/** What a metric says where no drop of the margin is possible. */
export const nothingMeasured = 'measures nothing here';

/** True where means lie within the margin of the worst score, so that nothing can fall by it; never of nothing at all. */
export function cannotFall(means: readonly (number | null)[], margin: number, direction: Direction): boolean {
  const worst = worstScore(direction);
  return means.length > 0 && means.every((mean) => mean !== null && Math.abs(mean - worst) <= margin + noDifference);
}

/**
 * Why a comparison that would pass measures nothing, over its complete cases; null where it measures something. Scores
 * of pairs are no level that could fall.
 */
export function explainNothing({ input, margin, readings }: Measurement): string | null {
  if (input.isPairwise || input.direction === 'neutral' || readings === null) return null;
  const { pairs } = readings.complete;
  const means = (['baseline', 'candidate'] as const).map((arm) =>
    sampleMean(pairs.map((pair) => sampleMean(pair[arm]) as number)),
  );
  return cannotFall(means, margin, input.direction)
    ? `${nothingMeasured}: ${describeNothing('both sides', margin, input.commonReason)}`
    : null;
}

/** The same of a prompt that has nothing to be compared with, over the scores that its cases have. */
export function explainNothingAlone(
  cases: readonly Pick<CaseScores, 'candidate'>[],
  margin: number,
  { direction, commonReason }: Pick<ComparisonInput, 'direction' | 'commonReason'>,
): string | null {
  const means = cases.flatMap(({ candidate }) => sampleMean(candidate.filter((score) => score !== null)) ?? []);
  return cannotFall([sampleMean(means)], margin, direction)
    ? `${nothingMeasured}: ${describeNothing('the prompt', margin, commonReason)}`
    : null;
}

/** What comes after it: who is that low, what most outputs have in common, and the way out. */
export function describeNothing(
  who: 'both sides' | 'the prompt',
  margin: number,
  commonReason: ComparisonInput['commonReason'],
): string {
  const verb = who === 'both sides' ? 'lie' : 'lies';
  const common = commonReason === null ? '' : ` (${commonReason})`;
  return `${who} ${verb} within ${renderPoints(margin)} of the worst score, so that a drop of the margin cannot be seen${common}; mend the metric, or set role: report`;
}
