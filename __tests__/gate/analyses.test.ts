import { describe, expect, it } from '@jest/globals';
import { decideGate } from '../../src/gate/decide.ts';
import type { PairedCase } from '../../src/gate/paired-case.ts';
import { integerDifferences } from '../../src/gate/paired-case.ts';
import { readTheseCases } from '../../src/gate/reading.ts';
import { screenStoredBaseline } from '../../src/gate/stored-screen.ts';
import { casePermutationMidP } from '../../src/statistics/case-permutation.ts';
import { aCase, aComparison, someCases } from './build-scores.ts';

const lost = (count: number) => Array.from({ length: count }, (_, index) => aCase(`lost-${index}`, [1], [null]));

describe('a bound that clears the margin in one analysis', () => {
  it('keeps a comparison out of play, although both fell by min-drop', () => {
    // Complete: 5 of 100 worse, the bound near −.09. With the 12 lost ones as failures: 17 of 112, near −.21.
    const cases = [...someCases(5, 0, 95), ...lost(12)];
    const decision = decideGate([aComparison(cases, { settings: { margin: 0.2 } })]);
    expect(decision).toMatchObject({ verdict: 'inconclusive', rerun: [] });
    const narrow = decideGate([aComparison(cases, { settings: { margin: 0.05 } })]);
    expect(narrow.rerun).toHaveLength(17);
  });

  it('is no pass against a stored baseline', () => {
    const steady = Array.from({ length: 60 }, (_, index) => aCase(`c${index}`, [1, 1, 1], [index === 0 ? null : 1]));
    const screen = (margin: number) =>
      screenStoredBaseline([{ ...aComparison(steady, { settings: { margin } }), freshCritical: [] }]).outcome;
    // Less the allowance of .02: the bound is near −.04 without the lost case, near −.06 with it.
    expect(screen(0.07)).toBe('fresh');
    expect(screen(0.1)).toBe('pass');
  });
});

it('in the second look an incomplete pair is nothing in one analysis and a failure in the other', () => {
  const cases = someCases(5, 1, 25).map((scores) => {
    if (scores.case.startsWith('worse')) {
      return { ...scores, baseline: [1, 1, 1, 1, 1], candidate: [0, null, null, null, null] };
    }
    return scores.case.startsWith('better')
      ? { ...scores, baseline: [0, 0, 0, 0, 0], candidate: [1, 1, 1, 1, 1] }
      : scores;
  });
  const [comparison] = decideGate([aComparison(cases)]).comparisons;
  // Complete: five sums of −1 against one of +5, as likely below 0 as above. Imputed: five of −5 against one, (1 + 6/2) / 64.
  expect(comparison).toMatchObject({ looks: 2, pValue: 0.5 });
});

describe('scores in thirds', () => {
  const pair = (baseline: readonly number[], candidate: readonly number[], cluster = 0): PairedCase => ({
    case: `c${cluster}`,
    cluster,
    question: null,
    isSame: false,
    baseline,
    candidate,
  });

  it('are whole numbers to the exact tests', () => {
    const pairs = [pair([1 / 3], [0], 0), pair([1 / 3], [1], 1), pair([2 / 3], [2 / 3], 2)];
    expect(integerDifferences(pairs, 'higher')).toEqual([-1, 2, 0]);
    expect(integerDifferences(pairs, 'lower')).toEqual([1, -2, 0]);
  });

  it('are permuted on their own scale', () => {
    const pairs = [pair([1 / 3, 1, 2 / 3], [0, 1 / 3, 1 / 3], 0), pair([1, 1, 2 / 3], [2 / 3, 1, 0], 1)];
    const { pValue } = readTheseCases(pairs, 'higher', 0.05);
    const whole = pairs.map(({ baseline, candidate }) => ({
      baseline: baseline.map((score) => Math.round(3 * score)),
      candidate: candidate.map((score) => Math.round(3 * score)),
    }));
    expect(pValue).toBe(casePermutationMidP(whole));
  });
});
