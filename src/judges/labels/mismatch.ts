import type { Judge } from '../judge.ts';
import type { LabelKind, LabelLine } from './lines.ts';

/** Why labels do not measure what a judge is asked, a clause about the judge: it compares two answers and they rate one, or the other way round; null where they do. */
export function explainMismatch(
  sees: Judge['sees'],
  kind: LabelKind,
  lines: readonly Pick<LabelLine, 'human' | 'record'>[],
): string | null {
  if (sees === 'output') {
    const comparesTwo = lines.some(({ record }) => record.A !== undefined && record.B !== undefined);
    return comparesTwo ? 'judges one answer, and its labels say which of two is better' : null;
  }
  const ratesOne = kind !== 'nominal' || lines.some(({ human }) => typeof human === 'number');
  return ratesOne ? 'compares two answers, and its labels say how good one is' : null;
}
