import { describe, expect, it } from '@jest/globals';
import type { CaseScores, GateSettings } from '../../src/gate/comparison.ts';
import { decideGate } from '../../src/gate/decide.ts';
import type { GatedComparison } from '../../src/gate/measurement.ts';
import { differenceBounds } from '../../src/statistics/difference-bounds.ts';
import { aCase, aComparison, someCases } from './build-scores.ts';

/** 50 cases of which two fell and two rose: at a margin of .1 the bound clears at .05 and .04, and not at .01. */
const close = someCases(2, 2, 46);
/** The same with more that differ: no level clears. */
const open = someCases(5, 5, 40);

const held = (cases: readonly CaseScores[], settle: GateSettings['settle'], more: Partial<GatedComparison> = {}) => ({
  ...aComparison(cases, { settings: { settle } }),
  ...more,
});

/** Every case with these further samples on both arms. */
const furthered = (cases: readonly CaseScores[], more: readonly number[], fell: readonly string[] = []) =>
  cases.map((one) => ({
    ...one,
    baseline: [...one.baseline, ...more],
    candidate: [...one.candidate, ...more.map((score) => (fell.includes(one.case) ? 0 : score))],
  }));

describe('the levels of a pass', () => {
  const lower = (alpha: number) =>
    differenceBounds(
      close.map(({ baseline, candidate }) => (candidate[0] as number) - (baseline[0] as number)),
      close.map((_, index) => index),
      alpha,
    ).lower;

  it('are what the example is made for', () => {
    expect(lower(0.04)).toBeGreaterThan(-0.1);
    expect(lower(0.01)).toBeLessThan(-0.1);
  });

  it.each([
    ['off', 'pass'],
    ['on-request', 'pass'],
    [3, 'inconclusive'],
    [5, 'inconclusive'],
  ] as const)('at the first look are spent by `settle: %s`', (settle, verdict) => {
    const decision = decideGate([held(close, settle)]);
    expect(decision.verdict).toBe(verdict);
    if (verdict === 'inconclusive') {
      expect(decision.reasons[0]).toContain(
        'drops of 10 points or more are ruled out at an error rate of 5 %, and not at the part of it that the first look may spend',
      );
    }
    // What is printed is the bound at the whole alpha, whatever the pass spends.
    expect(decision.comparisons[0]?.lowerBound).toBeCloseTo(lower(0.05), 12);
  });

  it('at the end leave what the first look did not spend', () => {
    // The further round draws the like of the first: its bound is that of `close` again.
    const again = furthered(close, []).map((one) => ({
      ...one,
      baseline: [one.baseline[0], one.baseline[0], one.baseline[0]] as number[],
      candidate: [one.candidate[0], one.candidate[0], one.candidate[0]] as number[],
    }));
    expect(decideGate([held(close, 3, { settled: again })]).verdict).toBe('pass');
    // Asked for, one fifth of alpha is left: the same bound does not do. The first look passed it already, so that nobody may ask.
    const asked = decideGate([held(open, 'on-request', { settled: again })]);
    expect(asked).toMatchObject({ verdict: 'inconclusive', settling: [] });
    expect(asked.reasons[0]).toContain('are ruled out at an error rate of 5 %, and not at the part of it that is left');
  });
});

describe('what a further round draws', () => {
  it('is every case that the change reaches, up to the samples that are set', () => {
    const cases = [
      ...open,
      aCase('same', [1], [1], { isSame: true }),
      aCase('often', [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]),
    ];
    const drawn = (settle: GateSettings['settle']) => decideGate([held(cases, settle)]).settling;
    expect(drawn(3)).toHaveLength(50);
    expect(new Set(drawn(3).map(({ samples }) => samples.join()))).toEqual(new Set(['1,2']));
    expect(new Set(drawn(5).map(({ samples }) => samples.join()))).toEqual(new Set(['1,2,3,4']));
    expect(drawn('on-request')).toEqual(drawn(3));
    expect(drawn('off')).toEqual([]);
  });

  it('is not chosen by what differs today', () => {
    const ids = (cases: readonly CaseScores[]) =>
      decideGate([held(cases, 3)])
        .settling.map(({ case: id }) => id)
        .sort();
    expect(ids(open)).toEqual(open.map(({ case: id }) => id).sort());
  });

  it.each([
    ['a proven fail', [held(someCases(12, 0, 28), 3)]],
    ['a pass', [held(someCases(0, 0, 60), 3)]],
    ['a re-run that is due', [held(someCases(5, 0, 45), 3)]],
    ['these cases alone', [aComparison(open, { settings: { settle: 3, target: 'cases' }, samples: 5 })]],
    ['a small set', [aComparison(someCases(1, 0, 4), { settings: { settle: 3 } })]],
    ['a suite that draws each case three times', [aComparison(open, { settings: { settle: 3 }, samples: 3 })]],
    ['a second suite that is open and never settled', [held(open, 3), held(open, 'off')]],
    [
      'an unstable critical case',
      [held([...open, aCase('vital', [1, 1, 1, 1, 1, 1, 0, 0], [0, 0, 0, 1, 1, 1, 1, 1], { critical: true })], 3)],
    ],
    [
      'both sides as low as can be',
      [
        held(
          Array.from({ length: 50 }, (_, at) => aCase(`c${at}`, [at < 3 ? 1 : 0], [at > 46 ? 1 : 0])),
          3,
        ),
      ],
    ],
  ] as const)('is nothing after %s', (_name, comparisons) => {
    expect(decideGate(comparisons).settling).toEqual([]);
  });

  it('is drawn of open prompts alone, and what passed before stands', () => {
    const other = (comparison: GatedComparison) => ({
      ...comparison,
      input: { ...comparison.input, id: { ...comparison.input.id, prompt: 'other' } },
    });
    const steady = other(held(someCases(0, 0, 100), 3));
    const decision = decideGate([held(open, 3), steady]);
    expect(new Set(decision.settling.map(({ prompt }) => prompt))).toEqual(new Set(['label']));
    const settled = decideGate([held(open, 3, { settled: furthered(open, [1, 1]) }), steady]);
    expect(settled).toMatchObject({ verdict: 'pass', settling: [] });
    expect(settled.comparisons.map((one) => one.settled)).toEqual([true, false]);
  });
});

describe('a verdict after a further round', () => {
  it('is a pass that says so, with the figures of that round and the p of the looks', () => {
    const before = decideGate([held(open, 3)]).comparisons[0];
    const decision = decideGate([held(open, 3, { settled: furthered(open, [1, 1]) })]);
    expect(decision).toMatchObject({ verdict: 'pass', green: true, settling: [] });
    expect(decision.comparisons[0]).toMatchObject({
      ...{ verdict: 'pass', settled: true, samples: 3, reason: 'settled in a further round' },
      ...{ looks: before?.looks, pValue: before?.pValue },
    });
    expect(decision.comparisons[0]?.lowerBound).toBeGreaterThan(-0.1);
  });

  it('stays inconclusive where the bound does not clear, and never fails', () => {
    const fell = furthered(
      open,
      [1, 1],
      open.slice(0, 20).map(({ case: id }) => id),
    );
    const decision = decideGate([held(open, 3, { settled: fell })]);
    expect(decision).toMatchObject({ verdict: 'inconclusive', settling: [], rerun: [] });
    expect(decision.reasons[0]).toMatch(/a drop of .* was seen and is not proven in a further round; drops up to/);
  });

  it('leaves a fail of the looks as it is', () => {
    const broken = someCases(12, 0, 28);
    const decision = decideGate([held(broken, 3, { settled: furthered(broken, [1, 1]) })]);
    expect(decision).toMatchObject({ verdict: 'fail' });
    expect(decision.comparisons[0]).toMatchObject({ settled: false, samples: 1 });
  });

  it('takes no more samples than it planned, whatever the re-run drew beyond', () => {
    const settled = furthered(open, [1, 1]);
    const beyond = settled.map((one) => ({
      ...one,
      candidate: [...one.candidate, 0, 0],
      baseline: [...one.baseline, 1, 1],
    }));
    const figures = (cases: readonly CaseScores[]) => decideGate([held(open, 3, { settled: cases })]).comparisons[0];
    expect(figures(beyond)).toEqual(figures(settled));
  });

  it('needs both analyses of missing samples', () => {
    const settled = furthered(open, [1, 1]);
    const lost = (arm: 'baseline' | 'candidate') =>
      settled.map((one, index) => (index < 9 ? { ...one, [arm]: [one[arm][0] ?? null, null, 1] } : one));
    expect(decideGate([held(open, 3, { settled: lost('baseline') })]).verdict).toBe('pass');
    expect(decideGate([held(open, 3, { settled: lost('candidate') })]).verdict).toBe('inconclusive');
  });

  it('holds a metric that passed at the first look to the end as well', () => {
    const other = someCases(0, 0, 50).map((one) => one);
    const settled = furthered(open, [1, 1]);
    const fell = furthered(
      other,
      [1, 1],
      other.slice(0, 12).map(({ case: id }) => id),
    );
    const two = (cases: readonly CaseScores[]) => [
      held(open, 3, { settled }),
      {
        ...held(other, 3, { settled: cases }),
        input: { ...held(other, 3).input, id: { ...held(other, 3).input.id, metric: 'b' } },
      },
    ];
    expect(decideGate(two(furthered(other, [1, 1]))).verdict).toBe('pass');
    expect(decideGate(two(fell)).verdict).toBe('inconclusive');
  });
});
