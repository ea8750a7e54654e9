import { describe, expect, it } from '@jest/globals';
import { decideExpense } from '../../src/gate/expense-limit.ts';

describe('decideExpense', () => {
  it.each([
    ['a rise that is proven to be too large', 1.34, 1.3, 1.38, 'fail'],
    ['a rise that may be as small as the limit', 1.34, 1.2, 1.48, 'pass'],
    ['a rise within the limit', 1.1, 1.05, 1.15, 'pass'],
    ['a saving', 0.7, 0.6, 0.8, 'pass'],
  ] as const)('%s', (_name, ratio, lower, upper, verdict) => {
    expect(decideExpense('cost', { ratio, lower, upper }, 0.2).verdict).toBe(verdict);
  });

  it('says by how much', () => {
    expect(decideExpense('latency', { ratio: 1.344, lower: 1.3, upper: 1.38 }, 0.2).reason).toBe(
      'the latency of an answer rose by 34.4 % (between 30 and 38); the most allowed is 20 %',
    );
  });

  it('takes a limit of nothing at its word', () => {
    expect(decideExpense('cost', { ratio: 1.01, lower: 1.001, upper: 1.02 }, 0).verdict).toBe('fail');
    expect(decideExpense('cost', { ratio: 1, lower: 1, upper: 1 }, 0).verdict).toBe('pass');
  });

  it.each([
    ['cost', /cannot be compared: no price/],
    ['latency', /cannot be compared: no two answers have a time/],
  ] as const)('does not pass a %s that is not known', (expense, words) => {
    const { verdict, reason } = decideExpense(expense, null, 0.2);
    expect(verdict).toBe('inconclusive');
    expect(reason).toMatch(words);
  });
});
