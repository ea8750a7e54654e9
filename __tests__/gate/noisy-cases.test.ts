import { describe, expect, it } from '@jest/globals';
import { defaultGate } from '../../src/gate/comparison.ts';
import { decideGate } from '../../src/gate/decide.ts';
import { planFirstRound } from '../../src/gate/first-round.ts';
import { labelNoisyCases, samplesByNoise } from '../../src/gate/noisy-cases.ts';
import { screenStoredBaseline } from '../../src/gate/stored-screen.ts';
import { aCase, aComparison, someCases } from './build-scores.ts';

describe('what kept samples say of a case', () => {
  it.each([
    ['nothing was kept', [], 1],
    ['two samples are too few, however they differ', [[0, 1]], 1],
    ['three that agree', [[1, 1, 1]], 1],
    ['three that differ: so few find fewer noisy cases, which are then drawn more often', [[1, 1, 0]], 5],
    ['five that differ', [[1, 1, 1, 1, 0]], 3],
    ['a difference that is rounding', [[0.3, 0.1 + 0.2, 0.3, 0.3]], 1],
    ['a small difference that is none', [[0.3, 0.3, 0.3, 0.31]], 3],
    [
      'any gating metric that differs',
      [
        [1, 1, 1, 1, 1],
        [0, 1, 0, 0, 0],
      ],
      3,
    ],
    [
      'a metric with too few scores beside one that agrees',
      [
        [1, 1, 1, 1, 1],
        [0, 1],
      ],
      1,
    ],
  ])('%s', (_name, kept, samples) => {
    expect(samplesByNoise(kept)).toBe(samples);
  });
});

describe('the labels of a dataset', () => {
  const cases = Array.from({ length: 100 }, (_, index) => aCase(`c${index}`, [], []));
  const noisy = new Map(cases.map(({ case: id }) => [id, [[1, 0, 1, 1, 1]]] as const));
  const label = (rounds: number, of = cases, seed = 'triage') => labelNoisyCases(of, noisy, { rounds }, seed);

  it('stay within the draws that `rounds` allows, whatever is noisy', () => {
    expect([...label(2).values()]).toEqual(Array(50).fill(3));
    expect(label(1.05).size).toBe(2);
    expect(label(1).size).toBe(0);
    expect(label(5).size).toBe(100);
  });

  it('choose by the seed and the id alone: neither order nor scores move them', () => {
    const ids = (labels: ReadonlyMap<string, number>) => [...labels.keys()].sort();
    expect(ids(label(2, [...cases].reverse()))).toEqual(ids(label(2)));
    expect(ids(label(2, cases, 'another'))).not.toEqual(ids(label(2)));
    const more = new Map(cases.map(({ case: id }) => [id, [[0, 0, 0, 0, 1]]] as const));
    expect(ids(labelNoisyCases(cases, more, { rounds: 2 }, 'triage'))).toEqual(ids(label(2)));
  });

  it('leave out what the change does not reach, and count it as drawn once', () => {
    const half = cases.map((one, index) => ({ ...one, isSame: index % 2 === 0 }));
    expect(label(2, half).size).toBe(50);
    expect(label(1.5, half).size).toBe(25);
  });
});

describe('a first round with labels', () => {
  const plan = (settings = {}, samples = 1, more = {}) =>
    planFirstRound({ ...defaultGate, ...settings }, samples, [
      aCase('noisy', [], [], { labelled: 3, ...more }),
      ...someCases(0, 0, 30),
    ])[0];

  it('draws a noisy case more often in both arms, and all of it is tested', () => {
    expect(plan()).toEqual({ drawn: 3, tested: 3 });
    expect(plan({ resample: 'off' })).toEqual({ drawn: 3, tested: 3 });
    expect(plan({}, 1, { critical: true, labelled: 5 })).toEqual({ drawn: 5, tested: 5 });
  });

  it('does so only where every case is drawn once', () => {
    expect(plan({}, 2)).toEqual({ drawn: 2, tested: 2 });
    expect(plan({ target: 'cases' })).toEqual({ drawn: 5, tested: 5 });
    expect(plan({}, 1, { isSame: true })).toEqual({ drawn: 1, tested: 1 });
  });

  it('lets every case weigh one, however often it was drawn', () => {
    // Of 40 cases one that is drawn three times fell in all three, one that is drawn once rose.
    const cases = [
      aCase('noisy', [1, 1, 1], [0, 0, 0], { labelled: 3 }),
      aCase('steady', [0], [1]),
      ...someCases(0, 0, 38),
    ];
    const [comparison] = decideGate([{ ...aComparison(cases), firstRounds: undefined as never }]).comparisons;
    expect(comparison).toMatchObject({ difference: 0, worse: 1, better: 1, samples: 3 });
    // Both signs weigh alike: P(S < 0) + ½ P(S = 0) = ¼ + ¼.
    expect(comparison?.pValue).toBe(0.5);
  });

  it('counts a noisy case by the mean of its pairs', () => {
    const cases = [aCase('noisy', [1, 1, 1], [0, 1, 1], { labelled: 3 }), ...someCases(0, 0, 29)];
    const [comparison] = decideGate([{ ...aComparison(cases), firstRounds: undefined as never }]).comparisons;
    expect(comparison?.difference).toBeCloseTo(-1 / 90, 12);
  });

  it('takes no second look where the first saw all that a re-run would draw', () => {
    const five = (id: string) => aCase(id, [1, 1, 1, 1, 1], [0, 1, 1, 1, 0], { labelled: 5 });
    const cases = [...['a', 'b', 'c', 'd', 'e'].map(five), ...someCases(0, 0, 25)];
    const decision = decideGate([{ ...aComparison(cases), firstRounds: undefined as never }]);
    expect(decision).toMatchObject({ verdict: 'inconclusive', rerun: [] });
    expect(decision.comparisons[0]).toMatchObject({ looks: 1, pValue: 1 / 64 });
  });

  it('runs a differing case again up to five pairs, whatever it had', () => {
    const cases = [
      aCase('noisy', [1, 1, 1], [0, 1, 0], { labelled: 3 }),
      aCase('once', [1], [0]),
      aCase('more', [1], [0]),
      ...someCases(0, 0, 27),
    ];
    const { rerun } = decideGate([{ ...aComparison(cases), firstRounds: undefined as never }]);
    expect(rerun.map(({ case: id, samples }) => [id, samples.join()])).toEqual([
      ['noisy', '3,4'],
      ['once', '1,2,3,4'],
      ['more', '1,2,3,4'],
    ]);
  });
});

describe('a candidate whose noisy cases lack samples against a stored baseline', () => {
  it('is judged by the samples that are missing of those planned, not by the cases they fell on', () => {
    // 29 of 200 samples are missing, on 25 of 100 cases: under a fifth of the one, over a fifth of the other.
    const cases = Array.from({ length: 100 }, (_, index) => {
      const [noisy, holed] = [index < 50, index < 25];
      const candidate = noisy ? [1, holed ? null : 1, index < 4 ? null : 1] : [1];
      return aCase(`c${index}`, [1, 1, noisy ? 0 : 1], candidate, noisy ? { labelled: 3 } : {});
    });
    const screen = screenStoredBaseline([
      { ...aComparison(cases), firstRounds: undefined as never, freshCritical: [] },
    ]);
    expect(screen.outcome).not.toBe('invalid');
    const none = cases.map((one) => ({ ...one, candidate: one.candidate.map((score, at) => (at > 0 ? null : score)) }));
    const held = { ...aComparison(none), firstRounds: undefined as never, freshCritical: [] };
    expect(screenStoredBaseline([held]).outcome).toBe('invalid');
  });
});
