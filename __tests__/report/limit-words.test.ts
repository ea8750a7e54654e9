import { describe, expect, it } from '@jest/globals';
import { decideThreshold, type Threshold } from '../../src/gate/threshold.ts';
import { explainExpense, explainThreshold } from '../../src/report/words/limit-words.ts';

describe('what is said of a threshold', () => {
  const ten = [...Array(9).fill([1]), [0]];
  const hold = (scores: readonly (readonly (number | null)[])[], changes: Partial<Threshold>) => {
    const threshold: Threshold = { minScore: 0.95, on: 'mean', direction: 'higher', alpha: 0.05, ...changes };
    const result = decideThreshold(
      scores.map((candidate) => ({ cluster: null, candidate })),
      threshold,
    );
    return { reason: explainThreshold(threshold, result, true), value: result.value };
  };

  it.each<[string, readonly (readonly (number | null)[])[], Partial<Threshold>, string, number]>([
    ['the mean', ten, {}, 'the mean 90 % is below the least allowed, 95 %', 0.9],
    ['the bound', ten, { on: 'lower-bound' }, 'the lower bound 65.2 % is below the least allowed, 95 %', 0.6523],
    [
      'the mean where lower is better',
      ten,
      { direction: 'lower', minScore: 0.5 },
      'the mean 90 % is above the most allowed, 50 %',
      0.9,
    ],
    [
      'the bound where lower is better',
      ten,
      { direction: 'lower', minScore: 0.5, on: 'lower-bound' },
      'the upper bound 97.7 % is above the most allowed, 50 %',
      0.9775,
    ],
    [
      'what is missing',
      [...ten, [null]],
      { minScore: 0.9 },
      'the mean 90 % meets 90 %, but scores are missing that could miss it',
      0.9,
    ],
  ])('%s', (_, cases, threshold, reason, value) => {
    const said = hold(cases, threshold);
    expect(said.reason).toBe(reason);
    expect(said.value).toBeCloseTo(value, 3);
  });

  it('says that nothing was there to hold against it', () => {
    expect(hold([[null]], {})).toEqual({ reason: 'no case has a score to hold against min-score', value: null });
  });
});

describe('what is said of a limit', () => {
  it('says by how much an expense rose', () => {
    expect(explainExpense('latency', { ratio: 1.344, lower: 1.3, upper: 1.38 }, 0.2)).toBe(
      'the latency of an answer rose by 34.4 % (between 30 and 38); the most allowed is 20 %',
    );
  });

  it.each([
    ['cost', /cannot be compared: no price/],
    ['latency', /cannot be compared: no two answers have a time/],
  ] as const)('says why a %s is not known', (expense, words) => {
    expect(explainExpense(expense, null, 0.2)).toMatch(words);
  });
});
