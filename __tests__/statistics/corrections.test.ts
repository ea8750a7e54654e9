import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { estimateBias } from '../../src/statistics/paired-bias.ts';
import {
  type LabelledPrediction,
  type PredictionPowered,
  predictionPoweredMean,
} from '../../src/statistics/prediction-powered.ts';
import { type JudgedCounts, roganGladen } from '../../src/statistics/rogan-gladen.ts';

interface Interval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

interface Reference {
  readonly alpha: number;
  readonly predictionPowered: readonly (PredictionPowered & {
    readonly name: string;
    readonly unlabelled: readonly number[];
    readonly labelled: readonly LabelledPrediction[];
    readonly libraryLambda: number | null;
  })[];
  readonly roganGladen: readonly {
    readonly name: string;
    readonly counts: JudgedCounts;
    readonly result: Interval | null;
  }[];
}

const reference = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../fixtures/statistics/corrections-reference.json`, 'utf8'),
) as Reference;
const { alpha } = reference;
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Equal to 1e-9 at each end. */
function expectInterval(actual: Interval | null, expected: Interval): void {
  for (const key of ['estimate', 'lower', 'upper'] as const) {
    expect(Math.abs((actual?.[key] ?? Number.NaN) - expected[key])).toBeLessThanOrEqual(1e-9);
  }
}

describe('predictionPoweredMean', () => {
  it.each(reference.predictionPowered)('is what Python finds: $name', (one) => {
    const found = predictionPoweredMean(one.unlabelled, one.labelled, alpha);
    expectInterval(found, one);
    expect(Math.abs((found?.lambda ?? Number.NaN) - one.lambda)).toBeLessThanOrEqual(1e-9);
  });

  it.each(reference.predictionPowered.filter(({ libraryLambda }) => libraryLambda !== null))(
    'weighs as the code of its authors, but for m − 1 in place of m: $name',
    ({ unlabelled, labelled, libraryLambda }) => {
      const { lambda = Number.NaN } = predictionPoweredMean(unlabelled, labelled, alpha) ?? {};
      expect((lambda * (labelled.length - 1)) / labelled.length).toBeCloseTo(libraryLambda ?? Number.NaN, 9);
    },
  );

  it.each([[[]], [[{ judge: 1, human: 1 }]]])('is not known from fewer than two labels', (labelled) => {
    expect(predictionPoweredMean([0, 1, 0], labelled, alpha)).toBeNull();
  });

  const score = fc.double({ min: -1, max: 1, noNaN: true });
  const labels = fc.array(fc.record({ judge: score, human: score }), { minLength: 2, maxLength: 30 });

  it('lies inside its interval, is finite, and moves with the labels', () => {
    fc.assert(
      fc.property(fc.array(score, { maxLength: 30 }), labels, (unlabelled, labelled) => {
        const found = predictionPoweredMean(unlabelled, labelled, alpha) as PredictionPowered;
        expect(Object.values(found).every(Number.isFinite)).toBe(true);
        expect(found.lower).toBeLessThanOrEqual(found.estimate);
        expect(found.upper).toBeGreaterThanOrEqual(found.estimate);
        expect(found.lambda).toBeGreaterThanOrEqual(0);
        expect(found.lambda).toBeLessThanOrEqual(1);
        const moved = predictionPoweredMean(
          unlabelled,
          labelled.map((one) => ({ ...one, human: one.human + 0.25 })),
          alpha,
        );
        expect(moved?.estimate).toBeCloseTo(found.estimate + 0.25, 8);
      }),
    );
  });

  it('is the mean of all cases with a perfect judge, where the labelled cases vary as much as all do', () => {
    const squares = (values: readonly number[], centre = mean(values)) =>
      values.reduce((sum, one) => sum + (one - centre) ** 2, 0);
    const values = fc.array(score, { minLength: 2, maxLength: 30 }).filter((some) => squares(some) > 0.01);
    fc.assert(
      fc.property(values, values, (unlabelled, drawn) => {
        // The drawn values, stretched about their mean until their variance is that of all.
        const [centre, count] = [mean(drawn), drawn.length];
        const middle = mean([...unlabelled, ...drawn]);
        const apart = squares(unlabelled, middle) + count * (centre - middle) ** 2;
        const stretch = Math.sqrt((apart * (count - 1)) / (squares(drawn) * unlabelled.length));
        const people = drawn.map((one) => centre + stretch * (one - centre));
        const found = predictionPoweredMean(
          unlabelled,
          people.map((one) => ({ judge: one, human: one })),
          alpha,
        );
        expect(found?.lambda).toBeCloseTo(unlabelled.length / (unlabelled.length + count), 9);
        expect(found?.estimate).toBeCloseTo(mean([...unlabelled, ...people]), 9);
      }),
    );
  });

  it('is the mean of the labels, by Student, with a judge that deserves no weight', () => {
    fc.assert(
      fc.property(fc.array(score, { maxLength: 30 }), labels, (unlabelled, labelled) => {
        const humans = labelled.map(({ human }) => human);
        const opposed = humans.map((human) => ({ judge: -human, human }));
        const { lambda, estimate, lower, upper } = predictionPoweredMean(unlabelled, opposed, alpha) ?? {};
        const plain = estimateBias(
          humans,
          humans.map(() => 0),
          alpha,
        );
        expect(lambda).toBe(0);
        expect(estimate).toBeCloseTo(plain?.mean ?? Number.NaN, 9);
        expect(lower).toBeCloseTo(plain?.lower ?? Number.NaN, 9);
        expect(upper).toBeCloseTo(plain?.upper ?? Number.NaN, 9);
      }),
    );
  });

  it('does not mind a judge that is wrong by a constant', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 30 }), labels, score, (unlabelled, labelled, bias) => {
        const shifted = predictionPoweredMean(
          unlabelled.map((one) => one + bias),
          labelled.map((one) => ({ ...one, judge: one.judge + bias })),
          alpha,
        );
        expect(shifted?.estimate).toBeCloseTo(predictionPoweredMean(unlabelled, labelled, alpha)?.estimate ?? 0, 6);
      }),
    );
  });

  it('covers the truth as often as it says, where the judge alone is far off', () => {
    const generator = xoroshiro128plus(7);
    const draw = () => uniformFloat64(generator);
    const runs = 2000;
    let covered = 0;
    let judged = 0;
    for (let run = 0; run < runs; run += 1) {
      // 30 % of the cases got worse by 1; the judge sees two thirds of these, and calls one in ten others worse.
      const cases = Array.from({ length: 120 }, () => {
        const human = draw() < 0.3 ? -1 : 0;
        return { human, judge: draw() < (human === -1 ? 2 / 3 : 0.1) ? -1 : 0 };
      });
      const found = predictionPoweredMean(
        cases.slice(40).map(({ judge }) => judge),
        cases.slice(0, 40),
        alpha,
      ) as PredictionPowered;
      if (found.lower <= -0.3 && found.upper >= -0.3) covered += 1;
      judged += mean(cases.map(({ judge }) => judge)) / runs;
    }
    expect(judged).toBeCloseTo(-0.27, 2);
    // Nominal .90; Monte Carlo error .007.
    expect(covered / runs).toBeGreaterThan(0.875);
    expect(covered / runs).toBeLessThan(0.925);
  });
});

describe('roganGladen', () => {
  it.each(reference.roganGladen)('is what Python finds: $name', ({ counts, result }) => {
    const found = roganGladen(counts, alpha);
    if (result === null) expect(found).toBeNull();
    else expectInterval(found, result);
  });

  it('leaves a perfect judge as it is, and rises with what the judge says', () => {
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(share, share, (first, second) => {
        const labels = { total: 100, truePositives: 40, actualPositives: 40, trueNegatives: 30, actualNegatives: 30 };
        expect(roganGladen({ ...labels, positives: first }, alpha)?.estimate).toBeCloseTo(first / 100, 12);
        const rate = (positives: number) =>
          roganGladen({ ...labels, trueNegatives: 20, positives }, alpha)?.estimate ?? -1;
        expect(Math.sign(rate(Math.max(first, second)) - rate(Math.min(first, second)))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('lies inside its interval, and that in 0..1, or is refused', () => {
    const part = fc
      .integer({ min: 0, max: 60 })
      .chain((all) => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)));
    fc.assert(
      fc.property(part, part, part, ([positives, total], [found, good], [rejected, bad]) => {
        const rate = roganGladen(
          {
            positives,
            total,
            truePositives: found,
            actualPositives: good,
            trueNegatives: rejected,
            actualNegatives: bad,
          },
          alpha,
        );
        // In whole numbers: sensitivity + specificity is below 1.4, or one of the three is of nothing.
        const isRefused = total * good * bad === 0 || 5 * (found * bad + rejected * good) < 7 * good * bad;
        expect(rate === null).toBe(isRefused);
        if (rate === null) return;
        const { estimate, lower, upper } = rate;
        expect([0, lower, estimate, upper, 1]).toEqual([0, lower, estimate, upper, 1].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  it('covers the truth about as often as it says', () => {
    const generator = xoroshiro128plus(11);
    const draw = (share: number, count: number) =>
      Array.from({ length: count }, () => uniformFloat64(generator) < share).filter((one) => one).length;
    const runs = 2000;
    let covered = 0;
    for (let run = 0; run < runs; run += 1) {
      const good = draw(0.8, 300);
      const counts = {
        positives: draw(0.9, good) + draw(0.2, 300 - good),
        total: 300,
        truePositives: draw(0.9, 60),
        actualPositives: 60,
        trueNegatives: draw(0.8, 40),
        actualNegatives: 40,
      };
      const found = roganGladen(counts, alpha);
      if (found !== null && found.lower <= 0.8 && found.upper >= 0.8) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.865);
    expect(covered / runs).toBeLessThan(0.935);
  });
});
