import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { casePermutationMidP } from '../../src/statistics/case-permutation.ts';
import { differenceBounds } from '../../src/statistics/difference-bounds.ts';
import { holmRejections } from '../../src/statistics/holm.ts';
import { commonDenominator, scaleScore } from '../../src/statistics/integer-scale.ts';
import { signFlipMidP } from '../../src/statistics/sign-flip.ts';
import { storedMeanError } from '../../src/statistics/stored-error.ts';
import { studentLowerP } from '../../src/statistics/student.ts';

const wholeNumbers = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 60 });

describe('signFlipMidP', () => {
  it('refuses fractions', () => expect(() => signFlipMidP([0.5])).toThrow(RangeError));
  it('is 1 of nothing', () => expect(signFlipMidP([])).toBe(1));
  it('is McNemar mid-p of 14 worse and 2 better', () => {
    // Binomial(16, ½): P(X ≤ 1) + ½ P(X = 2), X the number of better ones.
    expect(signFlipMidP([...Array(14).fill(-1), 1, 1])).toBeCloseTo((1 + 16 + 120 / 2) / 2 ** 16, 14);
  });

  /** Mid-p of k wins among n equal sizes, in exact integers. */
  const binomialMidP = (losses: number, wins: number): number => {
    const n = losses + wins;
    let [ways, below] = [1n, 0n];
    for (let k = 0; k < wins; k += 1) {
      below += ways;
      ways = (ways * BigInt(n - k)) / BigInt(k + 1);
    }
    // Twice the tail over 2^(n + 1), brought to 60 binary digits first: the ratio may be far below what a number holds.
    const tail = 2n * below + ways;
    const shift = BigInt(Math.max(0, tail.toString(2).length - 60));
    return Number(tail >> shift) * 2 ** (Number(shift) - n - 1);
  };

  it.each([
    [30, 0],
    [200, 0],
    [300, 10],
    [900, 0],
    [600, 300],
    [2500, 2400],
    [10, 300],
  ])('is exact to twelve digits far out in the tail: %d worse, %d better', (losses, wins) => {
    const expected = binomialMidP(losses, wins);
    const found = signFlipMidP([...Array(losses).fill(-1), ...Array(wins).fill(1)]);
    expect(Math.abs(found / expected - 1)).toBeLessThan(1e-12);
  });

  it('is exact far out with sizes of many kinds', () => {
    // Only the sign of all at once is as low: 2 of 2^n ways lie at or below it with the smallest size turned.
    const sizes = Array.from({ length: 120 }, (_, index) => index + 3);
    expect(signFlipMidP(sizes.map((size) => -size)) / 2 ** -121).toBeCloseTo(1, 12);
    const turned = sizes.map((size, index) => (index === 0 ? size : -size));
    expect(signFlipMidP(turned) / (1.5 * 2 ** -120)).toBeCloseTo(1, 12);
  });

  it('turns into its complement with all signs', () => {
    fc.assert(
      fc.property(wholeNumbers, (values) => {
        fc.pre(values.some((value) => value !== 0));
        expect(signFlipMidP(values) + signFlipMidP(values.map((value) => -value))).toBeCloseTo(1, 12);
      }),
    );
  });

  it('does not care for order, zeros or scale', () => {
    fc.assert(
      fc.property(wholeNumbers, (values) => {
        const other = [...values, 0].reverse().map((value) => 3 * value);
        expect(signFlipMidP(other)).toBeCloseTo(signFlipMidP(values), 12);
      }),
    );
  });
});

describe('differenceBounds', () => {
  it('has no bounds of nothing', () => expect(() => differenceBounds([], [], 0.05)).toThrow(RangeError));

  it('is mirrored by swapped arms', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (values) => {
        const clusters = values.map((_, index) => index % 7);
        const bounds = differenceBounds(values, clusters, 0.05);
        const mirrored = differenceBounds(
          values.map((value) => -value),
          clusters,
          0.05,
        );
        expect(mirrored.lower).toBeCloseTo(-bounds.upper, 12);
        expect(mirrored.upper).toBeCloseTo(-bounds.lower, 12);
      }),
    );
  });

  it('keeps a width where nothing differs', () => {
    const { lower, upper } = differenceBounds(Array(22).fill(0), [...Array(22).keys()], 0.05);
    expect(lower).toBeLessThan(-0.1);
    expect(upper).toBe(-lower);
  });
});

describe('integer scale', () => {
  it.each([
    [[0, 1], 1],
    [[0, 0.25, 0.75], 4],
    [[1 / 3, 0.5], 6],
    [[0.01], 100],
    [[0.005], null],
    [[1 / Math.PI], null],
    [[], 1],
  ])('the denominator of %j is %j', (scores, expected) => expect(commonDenominator(scores)).toBe(expected));

  it.each([
    [0.285, 29],
    [0.284, 28],
    [0.575, 58],
    [0.005, 1],
    [1, 100],
  ])('%d rounds half up to %d hundredths', (score, expected) => expect(scaleScore(score, null)).toBe(expected));
});

describe('holmRejections', () => {
  it.each([
    ['one p equal to its level', [0.01], [0.01], [true]],
    ['the smallest must clear level / M', [0.004, 0.2, 0.3], [0.01, 0.01, 0.01], [false, false, false]],
    ['stepping down', [0.003, 0.005, 0.2], [0.01, 0.01, 0.01], [true, true, false]],
    ['a break stops the rest', [0.003, 0.006, 0.009], [0.01, 0.01, 0.01], [true, false, false]],
    ['each its own level', [0.02, 0.02], [0.05, 0.01], [true, false]],
    ['nothing', [], [], []],
  ])('%s', (_, pValues, levels, expected) => expect(holmRejections(pValues, levels)).toEqual(expected));
});

describe('edges', () => {
  it.each([
    ['all equal and below', [-0.1, -0.1, -0.1], 0],
    ['all equal and above', [0.1, 0.1], 1],
    ['all zero', [0, 0], 1],
    ['one value below', [-1], 0],
    ['nothing', [], 1],
  ])('Student of %s is %d', (_, values, expected) => expect(studentLowerP(values)).toBe(expected));

  it('permutation is a half where nothing can be permuted and 1 without cases', () => {
    expect(casePermutationMidP([{ baseline: [1, 1], candidate: [1, 1] }])).toBe(0.5);
    expect(casePermutationMidP([])).toBe(1);
  });

  it('a single stored sample has no error', () => {
    expect(storedMeanError([[1]])).toBeNull();
    expect(storedMeanError([])).toBeNull();
  });
});
