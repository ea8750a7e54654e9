import type { CaseLabel } from '../gate/case-label.ts';
import type { Ledger } from '../run/ledger.ts';
import type { Arm } from '../run/sample-key.ts';
import { readArm } from '../scores/read.ts';
import { type DifferingCase, isGain, turnScore } from './differing-cases.ts';

/** One metric's scores of a case, and what it made of them. */
export type ScoredCase = Omit<DifferingCase, 'label' | 'difference' | 'tier'> & { readonly label: CaseLabel };

/**
 * The answer of a side that shows what happened, by its index: the worst where it got worse on the candidate, or was better on
 * main, else the best. The first metric decides, the others among its equals; an answer without a score where that is what
 * happened. Null where the side has none.
 */
export function chooseSample(
  ledger: Ledger,
  entry: readonly [ScoredCase, ...ScoredCase[]],
  side: 'baseline' | 'candidate',
  arm: Arm,
): number | null {
  const [first] = entry;
  const wantsWorst = first.label === 'unscored' || isGain(first) === (side === 'baseline');
  const missing = wantsWorst && first.label !== 'unscored' ? 2 : -1;
  const rank = (sample: number) =>
    entry.map(({ scores, metric }) => {
      const score = scores[side][sample] ?? null;
      return (score === null ? missing : turnScore(score, metric.direction)) * (wantsWorst ? 1 : -1);
    });
  const samples = readArm(ledger, first.prompt, arm).samples(first.row.id);
  const drawn = samples.flatMap((sample, index) => (sample === null ? [] : [{ index, rank: rank(index) }]));
  const compare = (a: readonly number[], b: readonly number[]) =>
    a.map((value, place) => value - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return drawn.sort((a, b) => compare(a.rank, b.rank))[0]?.index ?? null;
}
