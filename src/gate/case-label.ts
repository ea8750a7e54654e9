import type { CaseScores, Direction } from './comparison.ts';
import { isBroken } from './critical.ts';
import type { FirstRound } from './first-round.ts';
import { type GatedComparison, measureComparison } from './measurement.ts';
import { rerunTotal } from './second-look.ts';
import { measureSettled } from './settle.ts';

/** What happened to one case. `regressed`, `improved` and `flaky` are said only after a re-run, `worse` and `better` only without one. */
export type CaseLabel = 'regressed' | 'improved' | 'flaky' | 'worse' | 'better' | 'same' | 'unscored';

/** True for a case that got worse, whether or not a re-run upheld it. */
export function isWorse(label: CaseLabel): boolean {
  return label === 'worse' || label === 'regressed';
}

/** One case's label in one comparison; `difference` is the first round's, negative = worse, null where unscored. */
export interface LabelledCase {
  readonly case: string;
  readonly label: CaseLabel;
  readonly difference: number | null;
}

/** Labels every case of a comparison, in the order of the input; of a settled one by what the further round made of it. */
export function labelCases(comparison: GatedComparison): readonly LabelledCase[] {
  const { settled } = comparison;
  const measured = settled === undefined ? measureComparison(comparison) : measureSettled(comparison, settled);
  const { input, firstRounds, readings } = measured;
  const complete = readings?.complete;
  const differences = new Map(complete?.pairs.map((pair, index) => [pair.case, complete.differences[index] as number]));
  return input.cases.map((scores, index) => {
    const difference = differences.get(scores.case) ?? null;
    const { drawn } = firstRounds[index] as FirstRound;
    return { case: scores.case, difference, label: labelCase(scores, input.direction, difference, drawn) };
  });
}

function labelCase(scores: CaseScores, direction: Direction, difference: number | null, drawn: number): CaseLabel {
  if (difference === null) return 'unscored';
  if (difference === 0) return 'same';
  const attempted = Math.min(scores.baseline.length, scores.candidate.length);
  if (attempted < rerunTotal || drawn >= rerunTotal) return difference < 0 ? 'worse' : 'better';
  if (isBroken(scores, direction, rerunTotal, 0.8, 'proof')) return 'regressed';
  const swapped = { ...scores, baseline: scores.candidate, candidate: scores.baseline };
  return isBroken(swapped, direction, rerunTotal, 0.8, 'proof') ? 'improved' : 'flaky';
}
