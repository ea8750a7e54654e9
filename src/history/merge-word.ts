import type { Merge } from './merge-line.ts';

/** What a change of main comes to, over all its suites: the worst of them. */
export type MergeWord = 'fail' | 'inconclusive' | 'not judged' | 'pass';

const worstFirst: readonly MergeWord[] = ['fail', 'inconclusive', 'not judged', 'pass'];

/** The word of a change; one that is recorded without a suite is not judged. */
export function wordOf({ suites }: Pick<Merge, 'suites'>): MergeWord {
  const words = suites.map(({ verdict }) => verdict ?? 'not judged');
  return worstFirst.find((word) => words.includes(word)) ?? 'not judged';
}

/** True where nothing that blocks was left in any suite, and every one of them was judged as it was merged. */
export function isGreenMerge({ suites }: Pick<Merge, 'suites'>): boolean {
  return suites.length > 0 && suites.every(({ green, matches }) => green && matches === true);
}
