import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../src/gate/comparison.ts';
import { decideThreshold, type Threshold, type ThresholdCase } from '../../src/gate/threshold.ts';
import { combineRulings, combineVerdicts, isGreen } from '../../src/gate/verdict.ts';
import { wilsonInterval } from '../../src/statistics/wilson.ts';

describe('combineVerdicts', () => {
  it.each<[Verdict[], Verdict]>([
    [['pass', 'invalid', 'fail', 'inconclusive'], 'fail'],
    [['pass', 'invalid', 'inconclusive'], 'invalid'],
    [['pass', 'inconclusive'], 'inconclusive'],
    [['pass', 'pass'], 'pass'],
    [[], 'invalid'],
  ])('%j gives %s', (verdicts, expected) => expect(combineVerdicts(verdicts)).toBe(expected));

  it('puts the weightiest reason first', () => {
    const rulings = [
      { verdict: 'inconclusive', reason: 'b' },
      { verdict: 'fail', reason: 'a' },
    ] as const;
    expect(combineRulings(rulings)).toEqual({ verdict: 'fail', reasons: ['a', 'b'] });
    expect(combineRulings([]).reasons).not.toEqual([]);
  });
});

describe('the signal', () => {
  it.each<[Verdict, 'warn' | 'block', boolean, boolean]>([
    ['pass', 'warn', false, true],
    ['pass', 'block', true, true],
    ['fail', 'warn', false, false],
    ['inconclusive', 'warn', false, true],
    ['inconclusive', 'warn', true, false],
    ['inconclusive', 'block', false, false],
    ['invalid', 'warn', false, false],
  ])('%s, on-inconclusive %s, strict %j: green %j', (verdict, onInconclusive, strict, green) => {
    expect(isGreen(verdict, { onInconclusive, strict })).toBe(green);
  });
});

/** The candidate's samples of cases that stand alone. */
const alone = (cases: readonly (readonly (number | null)[])[]): readonly ThresholdCase[] =>
  cases.map((candidate) => ({ cluster: null, candidate }));

describe('decideThreshold', () => {
  const nine = [...Array(9).fill([1]), [0]];

  it.each<[string, (number | null)[][], Partial<Threshold>, Verdict]>([
    ['exactly met', nine, { minScore: 0.9 }, 'pass'],
    ['missed', nine, { minScore: 0.91 }, 'fail'],
    ['the bound is stricter than the mean', nine, { minScore: 0.9, on: 'lower-bound' }, 'fail'],
    ['the bound met', nine, { minScore: 0.65, on: 'lower-bound' }, 'pass'],
    ['lower is better: met', nine, { minScore: 0.9, direction: 'lower' }, 'pass'],
    ['lower is better: missed', nine, { minScore: 0.8, direction: 'lower' }, 'fail'],
    ['met, but for what is missing', [...nine, [null]], { minScore: 0.9 }, 'inconclusive'],
    [
      'samples are averaged by case',
      [
        [1, 0],
        [1, null],
      ],
      { minScore: 0.75 },
      'inconclusive',
    ],
    ['no score', [[null]], { minScore: 0.1 }, 'invalid'],
    ['no case', [], { minScore: 0.1 }, 'invalid'],
  ])('%s', (_, cases, threshold, verdict) => {
    const result = decideThreshold(alone(cases), {
      minScore: 0,
      on: 'mean',
      direction: 'higher',
      alpha: 0.05,
      ...threshold,
    });
    expect(result.verdict).toBe(verdict);
  });
});

describe('a threshold at its corners', () => {
  const hold = (cases: readonly (readonly (number | null)[])[], threshold: Partial<Threshold>) =>
    decideThreshold(alone(cases), { minScore: 0.95, on: 'mean', direction: 'higher', alpha: 0.05, ...threshold });

  it('takes the worst for a missing score where lower is better, and a case that never ran as missing', () => {
    expect(hold([[0], [0], [0], []], { direction: 'lower', minScore: 0.2 }).verdict).toBe('inconclusive');
    expect(hold([[0], [0], [0], []], { direction: 'lower', minScore: 0.25 }).verdict).toBe('pass');
    expect(hold([[1], []], { minScore: 0.5 }).verdict).toBe('pass');
    expect(hold([[1], []], { minScore: 0.6 }).verdict).toBe('inconclusive');
    expect(hold([[null]], {})).toEqual({
      verdict: 'invalid',
      value: null,
    });
  });

  it('forgives rounding at exactly the threshold', () => {
    expect(hold([[0.1], [0.2], [0.6]], { minScore: 0.3 }).verdict).toBe('pass');
    expect(hold([[0.1 + 0.2]], { minScore: 0.3, direction: 'lower' }).verdict).toBe('pass');
    expect(hold([[0.3]], { minScore: 0.1 + 0.2 }).verdict).toBe('pass');
  });
});

describe('a Wilson bound over clusters', () => {
  const lowerBound = { minScore: 0, on: 'lower-bound', direction: 'higher', alpha: 0.05 } as const;
  const cases = (clusterOf: (index: number) => string | null): readonly ThresholdCase[] =>
    Array.from({ length: 40 }, (_, index) => ({ cluster: clusterOf(index), candidate: [index < 36 ? 1 : 0] }));
  const boundOf = (clusterOf: (index: number) => string | null) => decideThreshold(cases(clusterOf), lowerBound).value;

  it('counts equal clusters, and what uneven ones are worth', () => {
    const wilson = (count: number) => wilsonInterval(0.9, count, 0.05).lower;
    expect(boundOf(() => null)).toBeCloseTo(wilson(40), 12);
    expect(boundOf((index) => `k${index % 10}`)).toBeCloseTo(wilson(10), 12);
    // One cluster of 20 and 20 single cases: 40² / (20² + 20) = 3.81.
    expect(boundOf((index) => (index < 20 ? 'k' : null))).toBeCloseTo(wilson(1600 / 420), 12);
  });

  it('leaves the mean over cases alone', () => {
    expect(
      decideThreshold(
        cases(() => 'k'),
        { ...lowerBound, on: 'mean' },
      ).value,
    ).toBeCloseTo(0.9, 12);
  });
});
