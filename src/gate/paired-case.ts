import { commonDenominator, commonMultiple, scaleScore } from '../statistics/integer-scale.ts';
import { sampleMean } from '../statistics/moments.ts';
import type { CaseScores, ComparisonInput, Direction } from './comparison.ts';

/** One case as a test sees it: every score is known. Where the arms are compared sample by sample both have equally many. */
export interface PairedCase {
  readonly case: string;
  /** Equal numbers are one cluster; a case without a cluster has a number of its own. */
  readonly cluster: number;
  readonly question: string | null;
  /** One draw stands for both arms, so that nothing of its difference is left to chance. */
  readonly isSame: boolean;
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

/** The score of either arm where a judge of pairs prefers none. */
const tie = 0.5;

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

/** The cases as they are compared: where both arms send one request, one draw stands for both, whichever arm holds it; a judge of pairs need not be asked about it. */
export function shareDraws({
  cases,
  isPairwise,
}: Pick<ComparisonInput, 'cases' | 'isPairwise'>): readonly CaseScores[] {
  return cases.map((scores) => {
    if (!scores.isSame) return scores;
    const known = scores.baseline.length > 0 ? scores.baseline : scores.candidate;
    const draw = known.length === 0 && isPairwise ? [tie] : known;
    return { ...scores, baseline: draw, candidate: draw };
  });
}

/** How the samples of the two arms belong together: the n-th of one to the n-th of the other, or all of one to all of the other. */
export type Pairing = 'by-sample' | 'by-arm';

/**
 * Analysis A of missing samples: only the cases of which more than half of the samples are complete, each with these. By
 * sample a pair is complete where both arms have its score; by arm the stored side has to have all of its own, since its
 * error is that of so many. `counts` are in the order of the cases.
 */
export function pairCompleteCases(
  cases: readonly CaseScores[],
  counts: readonly SampleCounts[],
  pairing: Pairing,
): readonly PairedCase[] {
  const clusters = numberClusters(cases);
  return cases.flatMap((scores, index) => {
    const { baseline: before, candidate: after } = counts[index] as SampleCounts;
    const taken = { baseline: takeSamples(scores.baseline, before), candidate: takeSamples(scores.candidate, after) };
    const { baseline, candidate } = pairing === 'by-sample' ? keepWholePairs(taken) : keepScored(taken);
    const least = pairing === 'by-sample' ? before / 2 : before - 1;
    if (baseline.length <= least || 2 * candidate.length <= after) return [];
    const { case: id, question, isSame } = scores;
    return [{ case: id, cluster: clusters[index] as number, question, isSame, baseline, candidate }];
  });
}

type Taken = Pick<CaseScores, 'baseline' | 'candidate'>;

/** Of an arm's first `planned` samples those that have no score. */
export function countUnscored(scores: readonly (number | null)[], planned: number): number {
  return takeSamples(scores, planned).filter((score) => score === null).length;
}

/** Of a case's first `planned` pairs of samples those that lack a score in either arm. */
export function countLostPairs({ baseline, candidate }: Taken, planned: number): number {
  const taken = { baseline: takeSamples(baseline, planned), candidate: takeSamples(candidate, planned) };
  return planned - keepWholePairs(taken).baseline.length;
}

function keepWholePairs({ baseline, candidate }: Taken): Pick<PairedCase, 'baseline' | 'candidate'> {
  const pairs = baseline.flatMap((before, sample) => {
    const after = candidate[sample] ?? null;
    return before === null || after === null ? [] : [{ before, after }];
  });
  return { baseline: pairs.map(({ before }) => before), candidate: pairs.map(({ after }) => after) };
}

function keepScored({ baseline, candidate }: Taken): Pick<PairedCase, 'baseline' | 'candidate'> {
  const keep = (scores: readonly (number | null)[]) => scores.filter((score) => score !== null);
  return { baseline: keep(baseline), candidate: keep(candidate) };
}

/** Analysis B of missing samples: every case, a missing score being the worst one in its own arm. */
export function pairImputedCases(
  cases: readonly CaseScores[],
  counts: readonly SampleCounts[],
  direction: Direction,
): readonly PairedCase[] {
  const clusters = numberClusters(cases);
  const worst = worstScore(direction);
  const fill = (scores: readonly (number | null)[], count: number): number[] =>
    takeSamples(scores, count).map((score) => score ?? worst);
  return cases.map((scores, index) => {
    const { baseline, candidate } = counts[index] as SampleCounts;
    return {
      case: scores.case,
      cluster: clusters[index] as number,
      question: scores.question,
      isSame: scores.isSame,
      baseline: fill(scores.baseline, baseline),
      candidate: fill(scores.candidate, candidate),
    };
  });
}

/** The signed difference of the case's means, negative = worse; rounding noise is exactly 0. */
export function signedDifference(pair: PairedCase, direction: Direction): number {
  const raw = (sampleMean(pair.candidate) ?? 0) - (sampleMean(pair.baseline) ?? 0);
  return Math.abs(raw) < noDifference ? 0 : directionSign(direction) * raw;
}

/**
 * The signed differences as exact integers, all on one scale: sums over a case's samples, brought to the same number of
 * samples. Takes cases with equally many in both arms; null where these numbers have no common multiple within reason.
 */
export function integerDifferences(pairs: readonly PairedCase[], direction: Direction): readonly number[] | null {
  const samples = commonMultiple(pairs.map((pair) => pair.baseline.length));
  if (samples === null) return null;
  const denominator = commonDenominator(pairs.flatMap((pair) => [...pair.baseline, ...pair.candidate]));
  const sumScaled = (scores: readonly number[]): number =>
    scores.reduce((sum, score) => sum + scaleScore(score, denominator), 0);
  return pairs.map((pair) => {
    const difference = sumScaled(pair.candidate) - sumScaled(pair.baseline);
    // `+ 0` turns −0 into 0.
    return (directionSign(direction) * difference * samples) / pair.baseline.length + 0;
  });
}

/** Numbers the clusters in order of first appearance; a case without one has a number of its own. */
export function numberClusters(cases: readonly Pick<CaseScores, 'cluster'>[]): readonly number[] {
  const named = new Map<string, number>();
  return cases.map(({ cluster }, index) => {
    if (cluster === null) return index;
    const known = named.get(cluster) ?? index;
    named.set(cluster, known);
    return known;
  });
}
