import type { ComparisonId } from '../../gate/comparison.ts';

/** Drops from ids what all of them share, and a prompt's name that only repeats its suite's, so that sentences name what tells comparisons apart. */
export function shortenNames<T extends ComparisonId>(comparisons: readonly T[]): readonly T[] {
  const count = (field: 'suite' | 'prompt') => new Set(comparisons.map((one) => one[field])).size;
  const hasOneSuite = count('suite') <= 1;
  const hasOnePrompt = count('prompt') <= 1;
  return comparisons.map((one) => ({
    ...one,
    suite: hasOneSuite ? null : one.suite,
    prompt: hasOnePrompt || one.prompt === one.suite ? null : one.prompt,
  }));
}
