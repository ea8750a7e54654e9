import { sampleMean, sampleSd } from './moments.ts';

/** How far draws of the same thing differ among themselves. */
export interface RepeatNoise {
  /** Cases with at least two draws. */
  readonly cases: number;
  /** The chance that two draws of a case differ. */
  readonly differing: number;
  /** The mean size of that difference. */
  readonly meanDifference: number;
  /** Standard deviation of the difference of two draws of a case, where nothing changed: √(2·mean within-case variance). */
  readonly sd: number;
}

/** Differences smaller than this are rounding. */
const rounding = 1e-9;

/** Measures repeated draws case by case; cases with fewer than two are left out. Null where none is left. */
export function measureRepeats(cases: readonly (readonly number[])[]): RepeatNoise | null {
  const repeated = cases.filter((draws) => draws.length >= 2);
  if (repeated.length === 0) return null;
  const pairs = repeated.map((draws) =>
    draws.flatMap((one, index) => draws.slice(index + 1).map((other) => one - other)),
  );
  const averageOver = (measure: (difference: number) => number): number =>
    sampleMean(pairs.map((differences) => sampleMean(differences.map(measure)) as number)) as number;
  const variance = sampleMean(repeated.map((draws) => (sampleSd(draws) as number) ** 2)) as number;
  return {
    cases: repeated.length,
    differing: averageOver((difference) => (Math.abs(difference) < rounding ? 0 : 1)),
    meanDifference: averageOver(Math.abs),
    sd: Math.sqrt(2 * variance),
  };
}
