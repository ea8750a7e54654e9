import { commonDenominator, scaleScore } from '../statistics/integer-scale.ts';
import { sampleMean } from '../statistics/moments.ts';
import type { CaseScores, Direction } from './comparison.ts';

/** One case as a test sees it: every score is known. Where the arms are compared sample by sample both have equally many. */
export interface PairedCase {
  readonly case: string;
  /** Equal numbers are one cluster; a case without a cluster has a number of its own. */
  readonly cluster: number;
  readonly baseline: readonly number[];
  readonly candidate: readonly number[];
}

/** How many samples of a case enter, per arm. */
export interface SampleCounts {
  readonly baseline: number;
  readonly candidate: number;
}

/** Differences smaller than this are rounding and count as no difference. */
export const noDifference = 1e-9;

/** The worst score a metric can give: 0, or 1 where lower is better. */
export function worstScore(direction: Direction): number {
  return direction === 'lower' ? 1 : 0;
}

/** +1, or −1 where lower is better: times a raw difference it makes negative mean worse. */
export function directionSign(direction: Direction): 1 | -1 {
  return direction === 'lower' ? -1 : 1;
}

/** A case's first `count` samples; what was never attempted is null like what could not be scored. */
export function takeSamples(scores: readonly (number | null)[], count: number): readonly (number | null)[] {
  const taken = scores.slice(0, count);
  while (taken.length < count) taken.push(null);
  return taken;
}

/** True where every sample has a score. */
export function isScored(scores: readonly (number | null)[]): scores is readonly number[] {
  return scores.every((score) => score !== null);
}

/** Analysis A of missing samples: only the cases with all their samples in both arms. */
export function pairCompleteCases(
  cases: readonly CaseScores[],
  countsOf: (scores: CaseScores) => SampleCounts,
): readonly PairedCase[] {
  const clusters = numberClusters(cases);
  return cases.flatMap((scores, index) => {
    const counts = countsOf(scores);
    const baseline = takeSamples(scores.baseline, counts.baseline);
    const candidate = takeSamples(scores.candidate, counts.candidate);
    if (!isScored(baseline) || !isScored(candidate)) return [];
    return [{ case: scores.case, cluster: clusters[index] as number, baseline, candidate }];
  });
}

/** Analysis B of missing samples: every case, a missing score being the worst one in its own arm. */
export function pairImputedCases(
  cases: readonly CaseScores[],
  countsOf: (scores: CaseScores) => SampleCounts,
  direction: Direction,
): readonly PairedCase[] {
  const clusters = numberClusters(cases);
  const worst = worstScore(direction);
  const fill = (scores: readonly (number | null)[], count: number): number[] =>
    takeSamples(scores, count).map((score) => score ?? worst);
  return cases.map((scores, index) => {
    const counts = countsOf(scores);
    return {
      case: scores.case,
      cluster: clusters[index] as number,
      baseline: fill(scores.baseline, counts.baseline),
      candidate: fill(scores.candidate, counts.candidate),
    };
  });
}

/** The signed difference of the case's means, negative = worse; rounding noise is exactly 0. */
export function signedDifference(pair: PairedCase, direction: Direction): number {
  const raw = (sampleMean(pair.candidate) ?? 0) - (sampleMean(pair.baseline) ?? 0);
  return Math.abs(raw) < noDifference ? 0 : directionSign(direction) * raw;
}

/**
 * The signed differences as exact integers, all on one scale: sums over a case's samples, brought to the same number of samples.
 * Takes cases whose sample counts divide the largest one and are equal in both arms.
 */
export function integerDifferences(pairs: readonly PairedCase[], direction: Direction): readonly number[] {
  const denominator = commonDenominator(pairs.flatMap((pair) => [...pair.baseline, ...pair.candidate]));
  const samples = pairs.reduce((most, pair) => Math.max(most, pair.baseline.length), 1);
  const sumScaled = (scores: readonly number[]): number =>
    scores.reduce((sum, score) => sum + scaleScore(score, denominator), 0);
  return pairs.map((pair) => {
    const difference = sumScaled(pair.candidate) - sumScaled(pair.baseline);
    // `+ 0` turns −0 into 0.
    return (directionSign(direction) * difference * samples) / pair.baseline.length + 0;
  });
}

function numberClusters(cases: readonly CaseScores[]): readonly number[] {
  const named = new Map<string, number>();
  return cases.map(({ cluster }, index) => {
    if (cluster === null) return index;
    const known = named.get(cluster) ?? index;
    named.set(cluster, known);
    return known;
  });
}
