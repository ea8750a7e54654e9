import { casePermutationMidP, theseCasesReach } from '../statistics/case-permutation.ts';
import { differenceBounds, sumByCluster } from '../statistics/difference-bounds.ts';
import { commonDenominator, scaleScore } from '../statistics/integer-scale.ts';
import { sampleMean } from '../statistics/moments.ts';
import { signFlipMidP } from '../statistics/sign-flip.ts';
import { studentLowerP } from '../statistics/student.ts';
import type { Direction } from './comparison.ts';
import { listReached } from './first-round.ts';
import { directionSign, integerDifferences, type PairedCase, signedDifference } from './paired-case.ts';

/** Above this many cases the sign flip gives way to Student's t, which then agrees with it. */
const mostExactCases = 5000;

/** The first round of one comparison under one of the two analyses of missing samples. */
export interface Reading {
  readonly pairs: readonly PairedCase[];
  /** Signed, in the order of `pairs`. */
  readonly differences: readonly number[];
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  readonly clusters: number;
  readonly effectiveClusters: number;
  /** Raw mid-p; null where no rate is tested. */
  readonly pValue: number | null;
}

/** Reads paired cases, at least one, as a sample of inputs like these: bounds with pseudo-clusters, and the sign-flip test unless `isTested` is false. */
export function readInputs(
  pairs: readonly PairedCase[],
  direction: Direction,
  alpha: number,
  isTested: boolean,
): Reading {
  const differences = pairs.map((pair) => signedDifference(pair, direction));
  const bounds = differenceBounds(
    differences,
    pairs.map((pair) => pair.cluster),
    alpha,
  );
  return {
    pairs,
    differences,
    difference: sampleMean(differences) as number,
    ...bounds,
    pValue: isTested ? testDrop(pairs, differences, direction) : null,
  };
}

/** Reads paired cases, at least one, as the only ones of interest: the uncertainty is that of sampling inside each case, and none of a case that is the same on both arms. */
export function readTheseCases(pairs: readonly PairedCase[], direction: Direction, alpha: number): Reading {
  const differences = pairs.map((pair) => signedDifference(pair, direction));
  const difference = sampleMean(differences) as number;
  const reached = listReached(pairs);
  const reach = theseCasesReach(reached, alpha, pairs.length);
  const denominator = commonDenominator(reached.flatMap((pair) => [...pair.baseline, ...pair.candidate]));
  const sign = directionSign(direction);
  const scale = (scores: readonly number[]): number[] => scores.map((score) => sign * scaleScore(score, denominator));
  const pValue = casePermutationMidP(
    reached.map((pair) => ({ baseline: scale(pair.baseline), candidate: scale(pair.candidate) })),
  );
  return {
    pairs,
    differences,
    difference,
    lower: difference - reach,
    upper: difference + reach,
    clusters: pairs.length,
    effectiveClusters: pairs.length,
    pValue,
  };
}

/**
 * One-sided mid-p of "no drop": sign flips of whole clusters, exact up to 5,000 cases; Student's t on the cluster sums
 * above, and where the cases' sample counts have no common multiple within reason.
 */
export function testDrop(pairs: readonly PairedCase[], differences: readonly number[], direction: Direction): number {
  const clusters = pairs.map((pair) => pair.cluster);
  const sumUp = (values: readonly number[]): number[] =>
    [...sumByCluster(values, clusters).values()].map((group) => group.sum);
  const exact = pairs.length > mostExactCases ? null : integerDifferences(pairs, direction);
  return exact === null ? studentLowerP(sumUp(differences)) : signFlipMidP(sumUp(exact));
}
