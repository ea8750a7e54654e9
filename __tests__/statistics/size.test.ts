import { describe, expect, it } from '@jest/globals';
import { signFlipMidP } from '../../src/statistics/sign-flip.ts';
import { studentLowerP } from '../../src/statistics/student.ts';

describe('signFlipMidP of very many cases', () => {
  it.each([
    ['0/1 scores', 1],
    ['scores in hundredths', 100],
    ['five samples in hundredths', 500],
  ])('agrees with Student for 5,000 cases of %s', (_, top) => {
    // A fixed mixture that covers every size, a little below zero on average.
    const values = Array.from(
      { length: 5000 },
      (__, index) => ((index * 7919) % (2 * top + 1)) - top - (index % 40 === 0 ? 1 : 0),
    );
    const p = signFlipMidP(values);
    expect(Math.abs(p - studentLowerP(values))).toBeLessThan(0.02);
  });

  it('stays exact where thousands of coins would underflow', () => {
    expect(signFlipMidP(Array(5000).fill(-1))).toBeLessThan(1e-30);
    expect(signFlipMidP(Array(5000).fill(1))).toBe(1);
    expect(signFlipMidP(Array.from({ length: 5000 }, (_, index) => (index % 2 === 0 ? 1 : -1)))).toBeCloseTo(0.5, 12);
  });
});
