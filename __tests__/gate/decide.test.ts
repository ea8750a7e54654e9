import { describe, expect, it } from '@jest/globals';
import { decideGate } from '../../src/gate/decide.ts';
import { aCase, aComparison, rerunWith, someCases } from './build-scores.ts';

const ones = [1, 1, 1, 1];
const zeros = [0, 0, 0, 0];

describe('one look', () => {
  const decide = (worse: number, better: number, same: number) =>
    decideGate([aComparison(someCases(worse, better, same), { settings: { resample: 'off' } })]);

  it.each([
    ['nothing differs in enough cases', 0, 0, 23, 'pass'],
    ['nothing differs, but too few cases to clear the margin', 0, 0, 22, 'inconclusive'],
    ['many got worse', 14, 2, 84, 'fail'],
    ['as many worse as better', 10, 10, 30, 'inconclusive'],
    ['proven, but inside the margin', 8, 0, 492, 'pass'],
  ])('%s', (_, worse, better, same, verdict) => expect(decide(worse, better, same).verdict).toBe(verdict));

  it('spends the whole alpha and runs nothing again', () => {
    // Mid-p of 5 worse, 0 better is 1/64: above .01, below .05.
    const decision = decide(5, 0, 15);
    expect(decision.verdict).toBe('fail');
    expect(decision.rerun).toEqual([]);
    expect(decision.comparisons[0]).toMatchObject({ looks: 1, pValue: 1 / 64, worse: 5, better: 0, same: 15 });
  });

  it('takes a p equal to its level as a rejection', () => {
    const comparison = aComparison(someCases(5, 0, 15), { settings: { resample: 'off', alpha: 1 / 64 } });
    expect(decideGate([comparison]).verdict).toBe('fail');
  });
});

describe('a comparison of which an arm is gone', () => {
  const said = "main's model is gone";
  const lost = aComparison(
    someCases(14, 2, 84).map((one) => ({ ...one, critical: one.case === 'worse-0', baseline: [null] })),
    { input: { gone: said }, metric: 'lost' },
  );

  it('is inconclusive whatever its scores are, and asks for nothing more', () => {
    for (const comparison of [lost, aComparison(someCases(3, 0, 3), { input: { gone: said } })]) {
      expect(decideGate([comparison])).toMatchObject({ verdict: 'inconclusive', green: true, rerun: [], broken: [] });
      expect(decideGate([comparison]).comparisons[0]).toMatchObject({ reason: said, looks: 0, pValue: null });
    }
  });

  it('neither hides what another one proves nor makes it easier', () => {
    const settings = { resample: 'off' } as const;
    // Mid-p of 5 worse, 0 better is 1/64: alone it is below .05, as one of four it would have to be below .0125.
    const proven = aComparison(someCases(5, 0, 15), { settings });
    expect(decideGate([proven, lost]).verdict).toBe('fail');
    const more = ['b', 'c', 'd'].map((metric) => ({
      ...lost,
      settings: proven.settings,
      input: { ...lost.input, id: { ...lost.input.id, metric } },
    }));
    expect(decideGate([proven, ...more]).verdict).toBe('inconclusive');
  });
});

describe('two looks', () => {
  const undecided = aComparison(someCases(5, 0, 25));

  it('asks for the discordant cases of both arms, four more samples each', () => {
    const decision = decideGate([undecided]);
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.rerun).toHaveLength(5);
    expect(decision.rerun[0]).toEqual({ suite: 'triage', prompt: 'label', case: 'worse-0', samples: [1, 2, 3, 4] });
  });

  it('fails where the differences hold, and asks for nothing more', () => {
    const decision = decideGate([rerunWith(undecided, () => ({ baseline: ones, candidate: zeros }))]);
    expect(decision).toMatchObject({ verdict: 'fail', green: false, rerun: [] });
    expect(decision.comparisons[0]).toMatchObject({ looks: 2, pValue: 1 / 64 });
  });

  it('stays open where the differences were flakes', () => {
    const decision = decideGate([rerunWith(undecided, () => ({ baseline: [1, 0, 1, 0], candidate: [1, 1, 0, 1] }))]);
    expect(decision).toMatchObject({ verdict: 'inconclusive', green: true, rerun: [] });
    expect(decision.reasons[0]).toContain('not proven after a re-run');
  });

  it('pools sums, so that a pair lost to the provider adds nothing and takes no mean', () => {
    const lost = rerunWith(undecided, () => ({ baseline: [1, null, null, null], candidate: [0, null, null, null] }));
    // In the complete analysis every case has −2; equal sizes, so mid-p of five coins.
    expect(decideGate([lost]).comparisons[0]).toMatchObject({ looks: 2, pValue: 1 / 64 });
  });

  it('re-runs nothing where the mean fell by less than min-drop', () => {
    const decision = decideGate([aComparison(someCases(4, 3, 43), { settings: { margin: 0.05 } })]);
    expect(decision).toMatchObject({ verdict: 'inconclusive', rerun: [] });
    expect(decision.reasons[0]).toContain('not ruled out');
  });

  it('meets min-drop at exactly its value', () => {
    expect(decideGate([aComparison(someCases(2, 1, 37), { settings: { margin: 0.05 } })]).rerun).toHaveLength(3);
  });

  it('fails at the first look below a fifth of alpha', () => {
    expect(decideGate([aComparison(someCases(7, 0, 23))])).toMatchObject({ verdict: 'fail', rerun: [] });
  });

  it('never passes by the re-run', () => {
    const decision = decideGate([rerunWith(undecided, () => ({ baseline: zeros, candidate: ones }))]);
    expect(decision.comparisons[0]?.lowerBound).toBe(decideGate([undecided]).comparisons[0]?.lowerBound);
    expect(decision.verdict).toBe('inconclusive');
  });
});

describe('several metrics', () => {
  it('holds each to alpha over all gating metrics, and names only the rejected one', () => {
    // Mid-p of 7 worse, 0 better is 1/256 = .0039: below .01, above .01/3.
    const metrics = ['a', 'b', 'c'].map((metric) =>
      aComparison(metric === 'a' ? someCases(7, 0, 23) : someCases(0, 0, 30), { metric }),
    );
    expect(decideGate(metrics).verdict).toBe('inconclusive');
    const decision = decideGate(metrics.slice(0, 2));
    expect(decision.verdict).toBe('fail');
    expect(decision.comparisons.map((one) => one.verdict)).toEqual(['fail', 'pass']);
    expect(decision.reasons).toEqual([
      '`triage / label / a`: regression proven: 7 of 30 cases got worse and 0 got better',
    ]);
  });

  it('re-runs the union and pools only a metric’s own cases', () => {
    const a = aComparison(someCases(5, 0, 25), { metric: 'a' });
    const b = aComparison(
      a.input.cases.map((scores, index) => ({ ...scores, candidate: index >= 26 ? [0] : [1] })),
      { metric: 'b' },
    );
    const asked = decideGate([a, b]).rerun.map((one) => one.case);
    expect(asked).toHaveLength(9);
    expect(new Set(asked).size).toBe(9);
  });

  it('never lets a report metric decide, whatever it shows', () => {
    const report = aComparison(someCases(20, 0, 10), { metric: 'r', input: { gates: false } });
    const decision = decideGate([aComparison(someCases(0, 0, 30)), report]);
    expect(decision.verdict).toBe('pass');
    expect(decision.comparisons[1]).toMatchObject({ verdict: 'inconclusive', gates: false });
  });

  it('is inconclusive where nothing may gate', () => {
    const report = aComparison(someCases(0, 0, 30), { input: { gates: false } });
    expect(decideGate([report])).toMatchObject({ verdict: 'inconclusive', reasons: ['nothing may gate yet'] });
    const neutral = aComparison(someCases(0, 0, 30), { input: { direction: 'neutral' } });
    expect(decideGate([neutral]).verdict).toBe('inconclusive');
  });

  it.each([
    ['no metric', []],
    ['no case', [aComparison([])]],
    ['no case of a report metric', [aComparison([], { input: { gates: false } })]],
  ])('is invalid with %s', (_, comparisons) => {
    const decision = decideGate(comparisons);
    expect(decision).toMatchObject({ verdict: 'invalid', green: false });
    expect(decision.reasons).not.toEqual([]);
  });
});

describe('directions', () => {
  it('signs differences so that negative is worse, and leaves the means raw', () => {
    const comparison = aComparison(someCases(0, 14, 86), { input: { direction: 'lower' } });
    expect(decideGate([comparison]).comparisons[0]).toMatchObject({
      verdict: 'fail',
      worse: 14,
      difference: -0.14,
      baselineMean: 0.86,
      candidateMean: 1,
    });
  });
});

describe('missing samples', () => {
  const withMissing = (missing: number, arm: 'baseline' | 'candidate') =>
    someCases(0, 0, 100).map((scores, index) => (index < missing ? { ...scores, [arm]: [null] } : scores));

  it('counts them and needs both analyses to pass', () => {
    const few = decideGate([aComparison(withMissing(2, 'candidate'))]).comparisons[0];
    expect(few).toMatchObject({
      verdict: 'pass',
      cases: 98,
      unscored: 2,
      missingCandidate: 2,
      missingBaseline: 0,
      same: 98,
    });
    expect(decideGate([aComparison(withMissing(10, 'candidate'))]).verdict).toBe('inconclusive');
  });

  it('never fails on an outage alone', () => {
    const decision = decideGate([aComparison(withMissing(20, 'candidate'))]);
    expect(decision).toMatchObject({ verdict: 'inconclusive', rerun: [] });
  });

  it('is invalid above 20 % and where no case is complete', () => {
    expect(decideGate([aComparison(withMissing(21, 'baseline'))]).verdict).toBe('invalid');
    const none = decideGate([aComparison(withMissing(100, 'baseline'))]);
    expect(none.comparisons[0]).toMatchObject({ verdict: 'invalid', cases: 0, lowerBound: null, pValue: null });
  });

  it('hides no regression behind the missing half of it', () => {
    const cases = someCases(14, 2, 84).map((scores, index) => (index < 3 ? { ...scores, candidate: [null] } : scores));
    expect(decideGate([aComparison(cases, { settings: { resample: 'off' } })]).verdict).toBe('fail');
  });
});

describe('clusters', () => {
  it('flips whole clusters, so that one bad document proves nothing', () => {
    const cases = someCases(10, 0, 40).map((scores, index) => ({
      ...scores,
      cluster: `doc-${Math.floor(index / 10)}`,
    }));
    const [comparison] = decideGate([aComparison(cases, { settings: { resample: 'off' } })]).comparisons;
    expect(comparison).toMatchObject({ verdict: 'inconclusive', clusters: 5, effectiveClusters: 5, pValue: 0.25 });
  });
});

describe('small sets', () => {
  const five = (id: string, baseline: number, candidate: number) =>
    aCase(
      id,
      Array.from({ length: 5 }, (_, sample) => (sample < baseline ? 1 : 0)),
      Array.from({ length: 5 }, (_, sample) => (sample < candidate ? 1 : 0)),
    );

  it.each([
    ['no case broke', [five('a', 5, 5), five('b', 4, 2)], 'inconclusive', 'fell by the margin'],
    ['one broke', [five('a', 4, 1), five('b', 5, 5)], 'fail', 'case "a" broke'],
    ['nothing fell', [five('a', 4, 4), five('b', 5, 5)], 'pass', 'no case broke (too few cases'],
    ['one sample each', [aCase('a', [1], [0])], 'inconclusive', '1 case is fewer than min-cases 10'],
  ])('%s', (_, cases, verdict, reason) => {
    const decision = decideGate([aComparison(cases, { samples: cases[0]?.baseline.length ?? 1 })]);
    expect(decision.verdict).toBe(verdict);
    expect(decision.reasons[0]).toContain(reason);
    expect(decision.comparisons[0]).toMatchObject({ pValue: null, looks: 0 });
  });

  it('names what broke', () => {
    const decision = decideGate([aComparison([five('a', 5, 0)], { samples: 5 })]);
    expect(decision.broken).toEqual([
      { suite: 'triage', prompt: 'label', metric: 'exact', case: 'a', critical: false },
    ]);
  });
});

describe('target cases', () => {
  const settings = { target: 'cases', minCases: 2 } as const;
  const repeat = (baseline: number, candidate: number, size: number) =>
    Array.from({ length: size }, (_, index) =>
      aCase(
        `c${index}`,
        Array.from({ length: 5 }, (__, sample) => (sample < baseline ? 1 : 0)),
        Array.from({ length: 5 }, (__, sample) => (sample < candidate ? 1 : 0)),
      ),
    );

  it.each([
    ['unchanged', repeat(5, 5, 20), 'pass'],
    ['every case a bit worse', repeat(5, 3, 20), 'fail'],
    ['too few to say', repeat(5, 5, 2), 'inconclusive'],
  ])('%s', (_, cases, verdict) => {
    const decision = decideGate([aComparison(cases, { settings, samples: 5 })]);
    expect(decision).toMatchObject({ verdict, rerun: [] });
    expect(decision.comparisons[0]?.casesToSettle).toBeNull();
  });
});

describe('critical cases', () => {
  const critical = (baseline: readonly (number | null)[], candidate: readonly (number | null)[]) => [
    ...someCases(0, 0, 40),
    aCase('vital', baseline, candidate, { critical: true }),
  ];

  it.each([
    ['holds', [1, 1, 1], [1, 1, 1], 'pass', []],
    ['fails once', [1, 1, 1], [1, 1, 0], 'pass', []],
    ['flagged: five more on both arms', [1, 1, 1], [1, 0, 0], 'inconclusive', [3, 4, 5, 6, 7]],
    ['no answer on the candidate', [1, 1, 1], [1, null, null], 'inconclusive', [3, 4, 5, 6, 7]],
    ['broke', [1, 1, 1, 1, 1, 1, 0, 0], [1, 0, 0, 0, 0, 0, 0, 1], 'fail', []],
    ['unstable', [1, 1, 1, 1, 1, 1, 1, 1], [1, 0, 0, 1, 0, 0, 0, 1], 'inconclusive', []],
    ['lost samples prove nothing', ones.concat(ones), [1, 0, 0, null, null, 0, 0, 0], 'inconclusive', []],
  ])('%s', (_, baseline, candidate, verdict, samples) => {
    const decision = decideGate([aComparison(critical(baseline, candidate))]);
    expect(decision.verdict).toBe(verdict);
    expect(decision.rerun.flatMap((one) => one.samples)).toEqual(samples);
  });

  it('lets only sample 0 into the rate', () => {
    const [comparison] = decideGate([aComparison(critical([1, 0, 0], [1, 1, 1]))]).comparisons;
    expect(comparison).toMatchObject({ cases: 41, better: 0, worse: 0 });
  });

  it('does not take a critical case’s three samples for a re-run', () => {
    const cases = [...someCases(4, 0, 25), aCase('vital', [1, 1, 1], [0, 1, 1], { critical: true })];
    const decision = decideGate([aComparison(cases)]);
    expect(decision.comparisons[0]?.looks).toBe(1);
    expect(decision.rerun.find((one) => one.case === 'vital')?.samples).toEqual([3, 4]);
  });
});

describe('the signal', () => {
  it('goes by the settings of the suite that is open', () => {
    const open = someCases(0, 0, 20);
    expect(decideGate([aComparison(open)]).green).toBe(true);
    expect(decideGate([aComparison(open, { settings: { strict: true } })]).green).toBe(false);
    const blocking = aComparison(someCases(0, 0, 30), { settings: { onInconclusive: 'block' }, metric: 'b' });
    expect(decideGate([aComparison(open), blocking]).green).toBe(true);
  });
});

describe('small sets at the corners', () => {
  const five = (id: string, baseline: readonly (number | null)[], candidate: readonly (number | null)[]) =>
    aCase(id, baseline, candidate);
  const decide = (cases: Parameters<typeof aComparison>[0], more: Parameters<typeof aComparison>[1] = {}) =>
    decideGate([aComparison(cases, { samples: 5, ...more })]);
  const all = [1, 1, 1, 1, 1];
  const none = [0, 0, 0, 0, 0];

  it('does not call a case broken that scores are missing of, nor lets it pass', () => {
    const lost = decide([
      five('a', all, [0, 0, null, null, null]),
      five('b', all, all),
      five('c', all, all),
      five('d', all, all),
      five('e', all, all),
    ]);
    expect(lost).toMatchObject({ verdict: 'inconclusive', broken: [] });
    expect(lost.reasons).toEqual(['`triage / label / exact`: case "a" may have broken: scores are missing']);
  });

  it('is exact at .8 before and .2 now', () => {
    expect(decide([five('a', [1, 1, 1, 1, 0], [1, 0, 0, 0, 0])]).verdict).toBe('fail');
    expect(decide([five('a', [1, 1, 1, 0, 0], none)]).verdict).toBe('inconclusive');
    expect(decide([five('a', all, [1, 1, 0, 0, 0])]).verdict).toBe('inconclusive');
    expect(decide([five('a', [0.7, 0.8, 0.9, 0.8, 0.8], [0.1, 0.2, 0.3, 0.2, 0.2])]).verdict).toBe('fail');
  });

  it('mirrors where lower is better', () => {
    const lower = { input: { direction: 'lower' } as const };
    expect(decide([five('a', none, all)], lower).verdict).toBe('fail');
    expect(decide([five('a', all, none)], lower).verdict).toBe('pass');
    expect(decide([five('a', [1, 0, 0, 0, 0], [0, 1, 1, 1, 1])], lower).verdict).toBe('fail');
  });

  it('stays open at a mean drop of exactly the margin', () => {
    const cases = [five('a', all, [1, 1, 1, 1, 0]), five('b', all, all)];
    expect(decide(cases)).toMatchObject({ verdict: 'inconclusive', broken: [] });
    expect(decide(cases, { settings: { margin: 0.11 } })).toMatchObject({ verdict: 'pass', broken: [] });
    expect(decide(cases).reasons[0]).toBe(
      '`triage / label / exact`: no case broke, but the mean fell by the margin or more; 2 cases are fewer than min-cases 10',
    );
  });

  it('takes the larger of both drops where scores are missing', () => {
    const cases = Array.from({ length: 8 }, (_, index) =>
      five(`c${index}`, all, index === 0 ? [1, 1, 1, null, 1] : all),
    );
    expect(decide(cases, { settings: { margin: 0.025 } }).verdict).toBe('inconclusive');
    expect(decide(cases, { settings: { margin: 0.026 } }).verdict).toBe('pass');
  });
});

describe('the reasons of an unusable run', () => {
  it.each([
    ['no metric', [], 'there is no metric to compare'],
    ['no case', [aComparison([])], 'there are no cases to compare'],
    [
      'no complete case',
      [
        aComparison(
          someCases(0, 0, 5).map((one) => ({ ...one, candidate: [null] })),
          { settings: { minCases: 2 } },
        ),
      ],
      '`triage / label / exact`: none of 5 cases has its scores in both arms',
    ],
    [
      'too few complete cases',
      [aComparison(someCases(0, 0, 20).map((one, index) => (index < 5 ? { ...one, candidate: [null] } : one)))],
      '`triage / label / exact`: 5 of 20 cases lack scores; at most 20 % may',
    ],
    [
      'one metric without cases beside another',
      [aComparison(someCases(0, 0, 60)), aComparison([], { metric: 'b' })],
      '`triage / label / b`: there are no cases to compare',
    ],
  ])('%s', (_, comparisons, reason) => {
    const decision = decideGate(comparisons);
    expect(decision).toMatchObject({ verdict: 'invalid', green: false, rerun: [] });
    expect(decision.reasons).toEqual([reason]);
  });

  it('asks nothing again beside an unusable metric or a failed one', () => {
    const open = aComparison(someCases(5, 0, 25), { metric: 'open' });
    expect(decideGate([open]).rerun).toHaveLength(5);
    expect(decideGate([open, aComparison([], { metric: 'b' })]).rerun).toEqual([]);
  });

  it('is red where nothing gates and an open verdict blocks', () => {
    const report = (settings: object) => aComparison(someCases(0, 0, 30), { input: { gates: false }, settings });
    expect(decideGate([report({})]).green).toBe(true);
    expect(decideGate([report({}), report({ strict: true })]).green).toBe(false);
  });

  it('shows a report metric by its own figures', () => {
    const figures = (cases: ReturnType<typeof someCases>) =>
      decideGate([aComparison(someCases(0, 0, 60)), aComparison(cases, { metric: 'r', input: { gates: false } })])
        .comparisons[1];
    expect(figures(someCases(0, 0, 60))).toMatchObject({ verdict: 'pass', looks: 1, pValue: 1, gates: false });
    expect(figures(someCases(7, 0, 23))).toMatchObject({ verdict: 'inconclusive', pValue: 1 / 256 });
    expect(figures(someCases(7, 0, 23))?.reason).toMatch(
      /^a drop of 23\.3 points was seen and is not proven; drops up to/,
    );
    expect(figures(someCases(0, 0, 10).map((one) => ({ ...one, candidate: [null] })))).toMatchObject({
      verdict: 'inconclusive',
      pValue: null,
    });
  });
});
