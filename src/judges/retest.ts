import type { Judgement } from './judge.ts';

/** What came of asking a judge about the same outputs twice. */
export interface Retest {
  /** Outputs that it scored both times. */
  readonly outputs: number;
  /** Those that it scored otherwise the second time. */
  readonly differing: number;
}

/** The most outputs that are asked about again. */
export const mostRetested = 30;

/** More than this share, and one judgement is too few (statistics of judges have no sharp limit here either). */
const mostDiffering = 0.1;

/** Compares two judgements of the same outputs, in the same order; null where none has both. */
export function compareRetest(first: readonly Judgement[], again: readonly Judgement[]): Retest | null {
  const pairs = again.flatMap(({ score }, index) => {
    const before = first[index]?.score ?? null;
    return score === null || before === null ? [] : [Math.abs(score - before)];
  });
  if (pairs.length === 0) return null;
  return { outputs: pairs.length, differing: pairs.filter((distance) => distance > 1e-9).length };
}

/** What a judge of one judgement an output should do about it; null where it is steady, or takes several already. */
export function adviseSamples({ outputs, differing }: Retest, samples: number): string | null {
  if (samples > 1 || differing <= mostDiffering * outputs) return null;
  return `asked again, it judged ${differing} of ${outputs} outputs otherwise: "samples: 3" on it would steady it`;
}
