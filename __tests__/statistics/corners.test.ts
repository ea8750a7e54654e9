import { describe, expect, it } from '@jest/globals';
import { casePermutationMidP, theseCasesReach } from '../../src/statistics/case-permutation.ts';
import { casesForUnchangedPass, differenceBounds, sumByCluster } from '../../src/statistics/difference-bounds.ts';
import { holmRejections } from '../../src/statistics/holm.ts';
import { commonDenominator, scaleScore } from '../../src/statistics/integer-scale.ts';
import { casesToDetect, detectableDrop, powerToDetect } from '../../src/statistics/planning.ts';
import { signFlipMidP } from '../../src/statistics/sign-flip.ts';
import { wilsonInterval } from '../../src/statistics/wilson.ts';

describe('the far tail of sign flips', () => {
  it.each([
    ['equal sizes', Array<number>(100).fill(-1), 2 ** -101],
    ['two sizes', [...Array<number>(60).fill(-3), ...Array<number>(60).fill(-1)], 2 ** -121],
    // One small gain: the outcomes at or below are the observed one and all signs minus.
    ['one gain', [...Array<number>(80).fill(-2), 1], (1 + 0.5) * 2 ** -81],
    ['sizes in no order', [...Array<number>(50).fill(-5), 1, ...Array<number>(20).fill(-5)], (1 + 0.5) * 2 ** -71],
  ])('%s keeps its digits', (_, values, p) => expect(signFlipMidP(values) / p).toBeCloseTo(1, 10));

  it('is one half where gains and losses balance, and 1 less the mirror above', () => {
    expect(signFlipMidP([-2, 1, 1])).toBe(0.5);
    expect(signFlipMidP([3, -1])).toBe(0.625);
    expect(signFlipMidP([1, 1, 1])).toBe(1 - 1 / 16);
  });

  it('says what it does not take', () =>
    expect(() => signFlipMidP([0.5])).toThrow('sign flips need integers, not 0.5'));
});

describe('holmRejections', () => {
  it.each([
    ['the smallest first, wherever it stands', [0.5, 0.001], [0.05, 0.05], [false, true]],
    ['stops at the first that holds', [0.03, 0.04, 0.001], [0.05, 0.05, 0.05], [false, false, true]],
    ['each by its own level', [0.02, 0.02], [0.05, 0.01], [true, false]],
    ['equal to the level rejects', [0.025, 0.05], [0.05, 0.05], [true, true]],
    ['nothing of nothing', [], [], []],
  ])('%s', (_, p, levels, rejected) => expect(holmRejections(p, levels)).toEqual(rejected));
});

describe('integer scales', () => {
  it.each([
    [[0, 1], 1],
    [[0.25, 0.5], 4],
    [[1 / 3, 0.5], 6],
    [[0.01], 100],
    [[1 / 101], null],
    [[Math.SQRT1_2], null],
    [[1 / 3 + 1e-10], 3],
    [[1 / 3 + 5e-9], null],
    [[], 1],
  ])('%j has %d', (scores, denominator) => expect(commonDenominator(scores)).toBe(denominator));

  it.each([
    [0.285, null, 29],
    [0.2849, null, 28],
    [Math.SQRT1_2, null, 71],
    [0, null, 0],
    [1, null, 100],
    [2 / 3, 3, 2],
  ])('%d over %d is %d', (score, denominator, whole) => expect(scaleScore(score, denominator)).toBe(whole));
});

describe('bounds', () => {
  it('adds up clusters in their order', () => {
    expect([...sumByCluster([1, -0.5, 0.25, 1], [7, 3, 7, 3])]).toEqual([
      [7, { sum: 1.25, size: 2 }],
      [3, { sum: 0.5, size: 2 }],
    ]);
  });

  it('follows the formula with clusters of two sizes', () => {
    // Sizes 2 and 1, sums −1 and 0: w = 5/3, N + 2w = 19/3, m = −3/19, C′ = 4.
    const [w, m] = [5 / 3, -3 / 19];
    const squares = (-1 - 2 * m) ** 2 + m ** 2 + w ** 2 * ((1 - m) ** 2 + (1 + m) ** 2);
    // t(.95) with C_eff + 1 = 9/5 + 1 = 2.8 degrees of freedom, by scipy.
    const reach = (2.42350024388791 * Math.sqrt((4 / 3) * squares)) / (19 / 3);
    const bounds = differenceBounds([-1, 0, 0], [0, 0, 1], 0.05);
    expect(bounds.lower).toBeCloseTo(m - reach, 5);
    expect(bounds.upper).toBeCloseTo(m + reach, 5);
    expect(bounds).toMatchObject({ clusters: 2, effectiveClusters: 9 / 5 });
  });

  it('says what it does not take', () => {
    expect(() => differenceBounds([], [], 0.05)).toThrow('bounds need at least one difference');
    expect(() => theseCasesReach([], 0.05)).toThrow('a bound needs at least one case');
    expect(() => wilsonInterval(0, 0, 0.05)).toThrow('an interval needs at least one score');
    expect(wilsonInterval(1, 1, 0.05).upper).toBe(1);
  });

  it('finds the fewest cases an unchanged prompt can pass with, also where one is enough', () => {
    expect(casesForUnchangedPass(0.1, 0.05)).toBe(23);
    expect(casesForUnchangedPass(0.05, 0.05)).toBe(46);
    expect(casesForUnchangedPass(1, 0.4)).toBe(1);
    for (const margin of [0.02, 0.1, 0.3]) {
      const least = casesForUnchangedPass(margin, 0.05);
      const lowest = (cases: number) =>
        differenceBounds(
          Array<number>(cases).fill(0),
          Array.from({ length: cases }, (_, index) => index),
          0.05,
        ).lower;
      expect(lowest(least)).toBeGreaterThan(-margin);
      expect(lowest(least - 1)).toBeLessThanOrEqual(-margin);
    }
  });
});

describe('planning', () => {
  it('finds a detectable drop in as many cases as it takes to detect it, with 80 % power', () => {
    const drop = detectableDrop(0.4, 100, 0.05);
    expect(drop).toBeCloseTo(0.0994586, 6);
    expect(casesToDetect(0.4, drop, 0.05)).toBe(100);
    expect(casesToDetect(0.4, drop * 0.999, 0.05)).toBe(101);
    expect(powerToDetect(drop, 0.4, 100, 0.05)).toBeCloseTo(0.8, 1);
    expect(powerToDetect(0, 0.4, 100, 0.05)).toBeCloseTo(0.05, 10);
    expect(powerToDetect(2 * drop, 0.4, 100, 0.05)).toBeGreaterThan(0.99);
    expect(powerToDetect(drop, 0.8, 100, 0.05)).toBeLessThan(0.5);
    expect(powerToDetect(drop, 0.4, 50, 0.05)).toBeLessThan(0.6);
    expect(powerToDetect(drop, 0.4, 100, 0.01)).toBeLessThan(0.6);
  });
});

describe('casePermutationMidP', () => {
  it('permutes graded samples inside each case', () => {
    // Two of {0, 1, 2, 4} for the candidate, who has {0, 1}: the lowest of six sums.
    expect(casePermutationMidP([{ baseline: [2, 4], candidate: [0, 1] }])).toBeCloseTo(1 / 12, 14);
    expect(casePermutationMidP([{ baseline: [0, 1], candidate: [2, 4] }])).toBeCloseTo(11 / 12, 14);
    const two = { baseline: [3], candidate: [1] };
    expect(casePermutationMidP([two, two])).toBeCloseTo(1 / 8, 14);
    expect(casePermutationMidP([{ baseline: [-1, -1], candidate: [-1, -1] }])).toBe(0.5);
  });
});
