import type { CaseScores, ComparisonId, ComparisonInput, Direction } from './comparison.ts';

/** One metric as two score files tell it. */
export interface FiledComparison {
  readonly input: ComparisonInput;
  /** Which files have the metric. */
  readonly side: 'both' | 'baseline' | 'candidate' | 'neither';
  /** True where all that stands for the base is stored: such samples screen and convict nobody. */
  readonly isStored: boolean;
  /** Critical cases with base samples drawn beside stored ones, which were flagged by the screen. */
  readonly freshCritical: readonly CaseScores[];
  /** True where lines say which look drew them. */
  readonly hasLooks: boolean;
  /** The same cases with every sample at its index, whatever drew it, where lines of a round that settles stand; else null. */
  readonly settled: readonly CaseScores[] | null;
  /** Samples of each case that belong to the first round, in the order of the cases; without looks all of them. */
  readonly firstSamples: readonly number[];
  /** K of each arm: the highest sample index of the first round + 1 over the baseline file's ordinary cases; where it has none but critical ones, over these. */
  readonly baselineSamples: number;
  readonly candidateSamples: number;
  /** Ids that only the candidate file has; they do not count. */
  readonly candidateOnly: readonly string[];
}

/** A metric that a user names and no file has: no cases, and so invalid. */
export function buildMissingComparison(metric: string, direction: Direction): FiledComparison {
  const id: ComparisonId = { suite: null, prompt: null, metric };
  const input: ComparisonInput = { id, direction, gates: true, isPairwise: false, commonReason: null, cases: [] };
  const none = { isStored: false, freshCritical: [], baselineSamples: 0, candidateSamples: 0, candidateOnly: [] };
  return { input, side: 'neither', hasLooks: false, settled: null, firstSamples: [], ...none };
}

/** True where no line names a look and some cases have samples beyond the first and others have not: then those samples are a re-run. Critical cases are sampled further by their own rule. */
export function hasPartialSamples({ input, hasLooks }: FiledComparison): boolean {
  const lengths = input.cases
    .filter(isOrdinary)
    .flatMap(({ baseline, candidate }) => [baseline.length, candidate.length])
    .filter((length) => length > 0);
  return !hasLooks && lengths.some((length) => length > 1) && lengths.includes(1);
}

/** True for a case whose number of samples is the rule of its comparison and none of its own. */
export function isOrdinary({ critical, isSame }: Pick<CaseScores, 'critical' | 'isSame'>): boolean {
  return !critical && !isSame;
}
