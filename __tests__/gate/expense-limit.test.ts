import { describe, expect, it } from '@jest/globals';
import { decideExpense } from '../../src/gate/expense-limit.ts';

describe('decideExpense', () => {
  it.each([
    ['a rise that is proven to be too large', 1.34, 1.3, 1.38, 'fail'],
    ['a rise that may be as small as the limit', 1.34, 1.2, 1.48, 'pass'],
    ['a rise within the limit', 1.1, 1.05, 1.15, 'pass'],
    ['a saving', 0.7, 0.6, 0.8, 'pass'],
  ] as const)('%s', (_name, ratio, lower, upper, verdict) => {
    expect(decideExpense({ ratio, lower, upper }, 0.2)).toBe(verdict);
  });

  it('takes a limit of nothing at its word', () => {
    expect(decideExpense({ ratio: 1.01, lower: 1.001, upper: 1.02 }, 0)).toBe('fail');
    expect(decideExpense({ ratio: 1, lower: 1, upper: 1 }, 0)).toBe('pass');
  });

  it('does not pass what is not known', () => expect(decideExpense(null, 0.2)).toBe('inconclusive'));
});
