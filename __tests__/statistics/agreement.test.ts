import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bootstrapPercentile } from '../../src/statistics/bootstrap.ts';
import { measureDetection } from '../../src/statistics/detection.ts';
import { cohenKappa, gwetAc1, quadraticKappa } from '../../src/statistics/kappa.ts';
import { krippendorffAlpha } from '../../src/statistics/krippendorff.ts';
import { type Bias, estimateBias } from '../../src/statistics/paired-bias.ts';

interface Pairs {
  readonly name: string;
  readonly first: readonly number[];
  readonly second: readonly number[];
}

interface Reference {
  readonly pairs: readonly (Pairs & {
    readonly kappa: number | null;
    readonly quadraticKappa: number | null;
    readonly ac1: number | null;
    readonly alphaNominal: number | null;
    readonly alphaOrdinal: number | null;
    readonly bias: Bias | null;
  })[];
  readonly units: readonly {
    readonly name: string;
    readonly units: readonly (readonly (number | null)[])[];
    readonly nominal: number | null;
    readonly ordinal: number | null;
  }[];
  readonly detection: readonly {
    readonly name: string;
    readonly judged: readonly number[];
    readonly truth: readonly number[];
    readonly sensitivity: number | null;
    readonly specificity: number | null;
  }[];
  readonly bootstrap: readonly (Pairs & { readonly lower: number; readonly weights: string | null })[];
}

const reference: Reference = JSON.parse(
  readFileSync(new URL('../../fixtures/statistics/agreement-reference.json', import.meta.url), 'utf8'),
);

function expectClose(actual: number | null, expected: number | null, digits = 9): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(expected, digits);
}

// Made by scripts/reference-agreement.py with scikit-learn, irrCAC, krippendorff and scipy.
describe('agreement against reference values', () => {
  it.each(reference.pairs)('of two raters: $name', ({ first, second, ...expected }) => {
    const units = first.map((value, index) => [value, second[index] as number]);
    expectClose(cohenKappa(first, second), expected.kappa);
    expectClose(quadraticKappa(first, second), expected.quadraticKappa);
    expectClose(gwetAc1(first, second), expected.ac1);
    expectClose(krippendorffAlpha(units, 'nominal'), expected.alphaNominal);
    expectClose(krippendorffAlpha(units, 'ordinal'), expected.alphaOrdinal);
    const bias = estimateBias(first, second, 0.05);
    // The quantiles of Student's t that the ends rest on are good to eight digits.
    for (const part of ['mean', 'lower', 'upper'] as const)
      expectClose(bias?.[part] ?? null, expected.bias?.[part] ?? null, 8);
  });

  it.each(reference.units)('of units: $name', ({ units, nominal, ordinal }) => {
    expectClose(krippendorffAlpha(units, 'nominal'), nominal);
    expectClose(krippendorffAlpha(units, 'ordinal'), ordinal);
  });

  it.each(reference.detection)('finds good and bad: $name', ({ judged, truth, sensitivity, specificity }) => {
    const found = measureDetection(judged, truth);
    expectClose(found.sensitivity, sensitivity);
    expectClose(found.specificity, specificity);
  });

  it.each(reference.bootstrap)('bootstraps near another generator: $name', ({ first, second, lower, weights }) => {
    const figure = weights === null ? cohenKappa : quadraticKappa;
    expect(Math.abs((bootstrapPercentile(first, second, figure, 0.1) ?? 0) - lower)).toBeLessThan(0.015);
  });
});

describe('the bootstrap', () => {
  it('gives the same for the same pairs and seed', () => {
    const { first, second } = reference.pairs.find(({ name }) => name === 'ordinal, close') as Pairs;
    const [one, again, other] = [1, 1, 2].map((seed) => bootstrapPercentile(first, second, quadraticKappa, 0.1, seed));
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('reads a percentile between two of its 2,000 figures by line', () => {
    let next = 0;
    const count = () => {
      next += 1;
      return next;
    };
    // Figures 1 to 2,000: place .1 · 1,999 = 199.9 from the first.
    expect(bootstrapPercentile([1], [1], count, 0.1)).toBeCloseTo(200.9, 9);
  });

  it('draws as many pairs as there are, each whole', () => {
    const [first, second] = [
      [1, 2, 3, 4],
      [10, 20, 30, 40],
    ];
    bootstrapPercentile(
      first,
      second,
      (a, b) => {
        expect([a.length, b.length]).toEqual([4, 4]);
        expect(b).toEqual(a.map((value) => 10 * value));
        return 0;
      },
      0.1,
    );
  });

  it.each([
    ['nothing', [], null],
    ['one class', Array(40).fill(1), null],
    ['a class so rare that many samples lack it', [0, ...Array(39).fill(1)], null],
    ['two classes in full agreement', [...Array(10).fill(0), ...Array(30).fill(1)], 1],
  ])('of %s', (_name, values: number[], lower) => {
    expect(bootstrapPercentile(values, values, cohenKappa, 0.1)).toBe(lower);
  });
});

describe('agreement of any ratings', () => {
  const ratings = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { maxLength: 40 });
  const figures = [
    ['κ', cohenKappa],
    ['quadratic κ', quadraticKappa],
    ['AC1', gwetAc1],
  ] as const;

  it.each(figures)('%s is null or at most 1, whoever comes first, and 1 only where all agree', (_name, figure) => {
    fc.assert(
      fc.property(ratings, (pairs) => {
        const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const value = figure(first, second);
        if (value === null) return;
        expect(value).toBeLessThanOrEqual(1);
        expect(figure(second, first)).toBeCloseTo(value, 12);
        expect(value === 1).toBe(first.every((rating, index) => rating === second[index]));
      }),
    );
  });

  it('α is the same in any order of units and raters', () => {
    fc.assert(
      fc.property(ratings, (pairs) => {
        const turned = pairs.map(([a, b]) => [b, a]).reverse();
        expectClose(krippendorffAlpha(turned, 'ordinal'), krippendorffAlpha(pairs, 'ordinal'));
      }),
    );
  });
});
