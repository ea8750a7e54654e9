import { describe, expect, it } from '@jest/globals';
import { defaultGate } from '../../src/gate/comparison.ts';
import { measureNoise, planFromNoise, renderNoise } from '../../src/gate/noise.ts';
import { measureRepeats } from '../../src/statistics/repeat-noise.ts';
import { aCase, aComparison } from './build-scores.ts';

/** So many cases whose draws differ, and so many whose do not. */
const drawn = (flaky: number, steady: number) => [
  ...Array.from({ length: flaky }, (_, index) => aCase(`flaky-${index}`, index % 2 === 0 ? [1, 0] : [0, 1], [])),
  ...Array.from({ length: steady }, (_, index) => aCase(`steady-${index}`, [1, 1], [])),
];

describe('measureRepeats', () => {
  it('tells how often and how much two draws of a case differ', () => {
    const noise = measureRepeats([[1, 0], [1, 1], [0.5, 0.5], [0.25, 0.75], [1]]);
    // Within-case variances .5, 0, 0, .125.
    expect(noise).toEqual({ cases: 4, differing: 0.5, meanDifference: 0.375, sd: Math.sqrt((2 * 0.625) / 4) });
  });

  it('weighs every pair of three draws alike', () => {
    expect(measureRepeats([[1, 0, 1]])).toMatchObject({ differing: 2 / 3, meanDifference: 2 / 3 });
  });

  it.each([[[]], [[[1]]], [[[], [0]]]])('knows nothing of %j', (cases) => expect(measureRepeats(cases)).toBeNull());
});

/** Fewer swaps than usual: they only have to be about right. */
const measure = (comparison: Parameters<typeof measureNoise>[0], seed = 1) =>
  measureNoise(comparison, { seed, swaps: 100 });

describe('measureNoise', () => {
  // Measured inside the tests: what runs while tests are collected counts for all of them in mutation testing.
  const usual = () => measure(aComparison(drawn(20, 80)));

  it('says what this dataset can detect, and what would reach the margin', () => {
    const noise = usual();
    expect(noise).toMatchObject({
      cases: 100,
      unscored: 0,
      differing: 0.2,
      meanDifference: 0.2,
      margin: 0.1,
      swaps: 100,
    });
    // (1.6449 + .8416) · √.2 / 10, and ((1.6449 + .8416) · √.2 / .1)² = 123.7.
    expect(noise?.detectableDrop).toBeCloseTo(0.1112, 4);
    expect(noise).toMatchObject({ casesForMargin: 124, samplesForMargin: 2 });
  });

  it('raises false alarms at about alpha, and the same ones every time', () => {
    const noise = usual();
    expect(noise?.falseAlarms).toBeGreaterThan(0);
    expect(noise?.falseAlarms).toBeLessThan(0.12);
    expect(measure(aComparison(drawn(20, 80)))).toEqual(noise);
    expect(measure(aComparison(drawn(20, 80)), 2)?.falseAlarms).not.toBe(noise?.falseAlarms);
  });

  it('follows alpha', () => {
    const loose = measure(aComparison(drawn(20, 80), { settings: { alpha: 0.2, margin: 0.02 } }));
    expect(loose?.falseAlarms).toBeGreaterThan(0.1);
  });

  it('takes report, lower-is-better, neutral and critical alike: it is the noise that counts', () => {
    for (const more of [{ gates: false }, { direction: 'lower' as const }, { direction: 'neutral' as const }]) {
      const other = measure(aComparison(drawn(20, 80), { input: more }));
      expect(other?.falseAlarms).toBeGreaterThan(0);
      expect(other?.falseAlarms).toBeLessThan(0.12);
    }
    const critical = drawn(20, 80).map((scores) => ({ ...scores, critical: true }));
    expect(measure(aComparison(critical))?.falseAlarms).toBeLessThan(0.12);
  });

  it('uses all draws that there are', () => {
    const cases = Array.from({ length: 60 }, (_, index) =>
      aCase(`c${index}`, index < 20 ? [1, 0, 1, 1] : [1, 1, 1, 1], []),
    );
    expect(measure(aComparison(cases))?.differing).toBeCloseTo(1 / 6, 12);
  });

  it('leaves out cases without two scores, and counts them', () => {
    const lost = [...drawn(20, 78), aCase('half', [1, null], []), aCase('none', [], [])];
    expect(measure(aComparison(lost))).toMatchObject({ cases: 98, unscored: 2 });
    expect(measure(aComparison([aCase('none', [1], [])]))).toBeNull();
  });

  it('tests no rate on a small set', () => {
    expect(measure(aComparison(drawn(4, 5)))).toMatchObject({ cases: 9, falseAlarms: null, swaps: 0 });
    expect(measure(aComparison(drawn(4, 6)))?.swaps).toBe(100);
  });
});

describe('planFromNoise', () => {
  it('needs the cases that an unchanged prompt needs to pass, however quiet it is', () => {
    const plan = planFromNoise({ cases: 20, sd: 0 }, { ...defaultGate, margin: 0.1 }, 20);
    const unknown = { detectableDrop: null, powerAtMargin: null, samplesForMargin: null };
    expect(plan).toEqual({ margin: 0.1, casesForMargin: 23, ...unknown });
    expect(planFromNoise({ cases: 23, sd: 0 }, { ...defaultGate, margin: 0.1 }, 23).samplesForMargin).toBe(1);
  });

  it('knows how often a drop of the margin is found (scipy)', () => {
    const powerOf = (cases: number, sd: number) =>
      planFromNoise({ cases, sd }, { ...defaultGate, margin: 0.1 }, cases).powerAtMargin;
    expect(powerOf(50, Math.sqrt(0.2))).toBeCloseTo(0.46218833590666397, 9);
    expect(powerOf(1, 0.3)).toBeNull();
  });

  it('takes the margin that holds for the size of the dataset', () => {
    expect(planFromNoise({ cases: 99, sd: 0.1 }, defaultGate, 99).margin).toBe(0.1);
    expect(planFromNoise({ cases: 99, sd: 0.1 }, defaultGate, 100).margin).toBe(0.05);
  });
});

describe('renderNoise', () => {
  it.each([
    [0.12, 0.08, 'main against itself differs on 12 % of the cases; this dataset can detect drops of 8 points'],
    [
      0.004,
      0.01,
      'main against itself differs on less than 1 % of the cases; this dataset can detect drops of 1 point',
    ],
    [0, null, 'main against itself differed on none of the cases'],
  ])('%d, %d', (differing, detectableDrop, text) => expect(renderNoise({ differing }, { detectableDrop })).toBe(text));
});
