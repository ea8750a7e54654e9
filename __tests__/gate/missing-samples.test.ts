import { describe, expect, it } from '@jest/globals';
import { decideGate } from '../../src/gate/decide.ts';
import { aCase, aComparison, someCases } from './build-scores.ts';

const one = (cases: Parameters<typeof aComparison>[0], more: Parameters<typeof aComparison>[1] = {}) =>
  decideGate([aComparison(cases, more)]);

describe('two looks with missing samples', () => {
  it('runs again what differs in either analysis', () => {
    const cases = someCases(4, 0, 28).map((scores) =>
      scores.case === 'same-0' ? { ...scores, candidate: [null] } : scores,
    );
    expect(one(cases).rerun.map((rerun) => rerun.case)).toEqual(['worse-0', 'worse-1', 'worse-2', 'worse-3', 'same-0']);
  });

  it('does not run again where only one analysis sees a drop', () => {
    // Without the lost cases nothing fell; with them as failures 4 of 40 did.
    const cases = someCases(0, 0, 40).map((scores, index) => (index < 4 ? { ...scores, candidate: [null] } : scores));
    const decision = one(cases);
    expect(decision).toMatchObject({ verdict: 'inconclusive', rerun: [] });
    expect(decision.comparisons[0]).toMatchObject({ difference: 0, looks: 1 });
  });

  it('fails at the first look only where both analyses reject', () => {
    expect(one(someCases(7, 0, 23)).verdict).toBe('fail');
    // Six losses among complete cases: mid-p 1/128 rejects; a lost baseline score as a failure adds a gain, and then 1/32 does not.
    const lost = someCases(6, 0, 24).map((scores) =>
      scores.case === 'same-0' ? { ...scores, baseline: [null] } : scores,
    );
    const decision = one(lost);
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.comparisons[0]?.pValue).toBeCloseTo((1 + 7 / 2) / 2 ** 7, 12);
    expect(decision.rerun).toHaveLength(7);
  });

  it('takes the worst score of a metric where lower is better to be 1', () => {
    const cases = Array.from({ length: 40 }, (_, index) => aCase(`c${index}`, [0], [index === 0 ? null : 0]));
    const higher = one(cases, { input: { direction: 'higher' } }).comparisons[0];
    const lower = one(cases, { input: { direction: 'lower' } }).comparisons[0];
    expect(higher?.lowerBound).toBe(one(cases.slice(1)).comparisons[0]?.lowerBound);
    expect(lower?.lowerBound).toBeLessThan(higher?.lowerBound ?? -1);
    expect(lower).toMatchObject({ missingCandidate: 1, cases: 39, unscored: 1 });
  });

  it('pools the second look apart: lost pairs are nothing in one analysis and failures in the other', () => {
    const again = (candidate: readonly (number | null)[]) =>
      one(
        someCases(5, 0, 25).map((scores) =>
          scores.case.startsWith('worse')
            ? { ...scores, baseline: [1, 1, 1, 1, 1], candidate: [0, ...candidate] }
            : scores,
        ),
      );
    expect(again([0, 0, 0, 0]).verdict).toBe('fail');
    expect(again([null, null, null, null])).toMatchObject({ verdict: 'fail' });
    // Whole pairs say the change recovered, and sums of −1 remain: five equal signs still.
    expect(again([1, 1, 1, 1]).comparisons[0]?.pValue).toBe(1 / 64);
  });
});

describe('two looks over several metrics', () => {
  it('makes no second look where one is rejected at the first', () => {
    const clear = aComparison(someCases(12, 0, 28), { metric: 'a' });
    const open = aComparison(
      clear.input.cases.map((scores, index) => ({ ...scores, candidate: index >= 35 ? [0] : [1] })),
      { metric: 'b' },
    );
    const decision = decideGate([clear, open]);
    expect(decision).toMatchObject({ verdict: 'fail', rerun: [] });
    expect(decision.comparisons.map(({ verdict, looks }) => [verdict, looks])).toEqual([
      ['fail', 1],
      ['inconclusive', 1],
    ]);
  });

  it('asks a case once, whatever the number of metrics that differ on it', () => {
    const cases = someCases(5, 0, 25);
    const decision = decideGate([aComparison(cases, { metric: 'a' }), aComparison(cases, { metric: 'b' })]);
    expect(decision.rerun).toHaveLength(5);
    expect(decision.rerun.every(({ samples }) => samples.join() === '1,2,3,4')).toBe(true);
  });

  it('holds the second look to four fifths of alpha over all metrics', () => {
    const held = (metric: string, worse: number) =>
      aComparison(
        someCases(worse, 0, 40 - worse).map((scores) =>
          scores.case.startsWith('worse')
            ? { ...scores, baseline: [1, 1, 1, 1, 1], candidate: [0, 0, 0, 0, 0] }
            : scores,
        ),
        { metric },
      );
    const still = aComparison(someCases(0, 0, 40), { metric: 'still' });
    // Mid-p 1/64 = .0156: below .04 and below .04/2, above .04/3. And 1/32 = .031 is below .04 and above .04/2.
    expect(decideGate([held('a', 5)]).verdict).toBe('fail');
    expect(decideGate([held('a', 5), still]).verdict).toBe('fail');
    expect(decideGate([held('a', 5), still, { ...still, input: { ...still.input } }]).verdict).toBe('inconclusive');
    expect(decideGate([held('a', 4)]).comparisons[0]).toMatchObject({ verdict: 'fail', looks: 2 });
    expect(decideGate([held('a', 4), still]).verdict).toBe('inconclusive');
  });

  it('reports the first failing analysis of every comparison with its own words', () => {
    const bad = (metric: string) => aComparison(someCases(14, 0, 26), { metric });
    const { reasons, verdict } = decideGate([bad('a'), bad('b')]);
    expect(verdict).toBe('fail');
    expect(reasons.map((reason) => reason.split(':')[0])).toEqual(['`triage / label / a`', '`triage / label / b`']);
  });
});

describe('both analyses have to agree', () => {
  const lose = (cases: ReturnType<typeof someCases>, arm: 'baseline' | 'candidate', ids: readonly string[]) =>
    cases.map((scores) => (ids.includes(scores.case) ? { ...scores, [arm]: [null] } : scores));

  it('runs nothing again where the drop is only in what was lost', () => {
    const decision = one(lose(someCases(0, 0, 20), 'candidate', ['same-0', 'same-1']));
    expect(decision.comparisons[0]?.lowerBound).toBeLessThan(-0.1);
    expect(decision).toMatchObject({ verdict: 'inconclusive', rerun: [] });
  });

  it('runs again where one analysis rejected already and the other may', () => {
    // Complete: 9 of 386 fell, 2.3 points, proven. With what was lost as failures: 17 fell and 6 rose, 2.75 points, not proven.
    const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `same-${from + index}`);
    const cases = lose(lose(someCases(9, 0, 391), 'candidate', ids(0, 8)), 'baseline', ids(8, 14));
    const decision = one(cases, { settings: { margin: 0.03 } });
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.rerun).toHaveLength(23);
  });

  it('convicts at the second look only where both reject', () => {
    const rerun = (firstBaseline: readonly (number | null)[]) =>
      one(
        someCases(5, 0, 25).map((scores) =>
          scores.case.startsWith('worse')
            ? {
                ...scores,
                baseline: scores.case === 'worse-0' ? [1, ...firstBaseline] : [1, 1, 1, 1, 1],
                candidate: scores.case === 'worse-0' ? [0, 1, 1, 1, 1] : [0, 0, 0, 0, 0],
              }
            : scores,
        ),
      );
    // Complete pairs: −1 and four times −5. With the lost ones as failures: +3 and four times −5, so the small one rose.
    const lost = rerun([null, null, null, null]);
    expect(lost.verdict).toBe('inconclusive');
    expect(lost.comparisons[0]).toMatchObject({ looks: 2, pValue: 3 / 64 });
    expect(rerun([1, 1, 1, 1])).toMatchObject({ verdict: 'fail' });
    expect(rerun([1, 1, 1, 1]).comparisons[0]?.pValue).toBe(1 / 64);
  });

  it('takes a re-run that only one arm has all of for lost on the other', () => {
    const short = one(
      someCases(5, 0, 25).map((scores) =>
        scores.case.startsWith('worse')
          ? {
              ...scores,
              baseline: scores.case === 'worse-0' ? [1, 1] : [1, 1, 1, 1, 1],
              candidate: scores.case === 'worse-0' ? [0, 1, 1, 1, 1] : [0, 0, 0, 0, 0],
            }
          : scores,
      ),
    );
    // Complete pairs of worse-0: −1 and 0. As failures: −1, 0 and three times +1.
    expect(short.comparisons[0]).toMatchObject({ looks: 2, pValue: 3 / 64 });
  });
});

describe('what a look leaves alone', () => {
  it('lets a proven drop inside the margin neither convict nor end the run', () => {
    const inside = aComparison(someCases(9, 0, 491), { metric: 'inside', settings: { margin: 0.05 } });
    const open = aComparison(someCases(5, 0, 25), { metric: 'open' });
    const decision = decideGate([inside, open]);
    expect(decision.comparisons[0]).toMatchObject({ verdict: 'pass', pValue: 1 / 1024 });
    expect(decision.rerun).toHaveLength(5);
  });

  it('runs nothing again at one look, on a small set or on these cases', () => {
    expect(one(someCases(3, 0, 27), { settings: { resample: 'off' } }).rerun).toEqual([]);
    const uniform = Array.from({ length: 30 }, (_, index) =>
      aCase(`c${index}`, [1, 1, 1, 1, 1], index < 1 ? [1, 1, 1, 0, 0] : [1, 1, 1, 1, 1]),
    );
    expect(one(uniform, { samples: 5, settings: { target: 'cases', margin: 0.01 } })).toMatchObject({
      verdict: 'inconclusive',
      rerun: [],
    });
    expect(one(uniform.slice(0, 5), { samples: 5, settings: { margin: 0.05 } })).toMatchObject({
      verdict: 'inconclusive',
      rerun: [],
    });
  });

  it('does not take the second look on a case that did not differ', () => {
    const cases = someCases(5, 0, 25).map((scores) =>
      scores.case.startsWith('same') ? { ...scores, baseline: [1, 1, 1, 1, 1], candidate: [1, 0, 0, 0, 0] } : scores,
    );
    expect(one(cases).comparisons[0]).toMatchObject({ verdict: 'inconclusive', looks: 1 });
    const half = someCases(5, 0, 25).map((scores) =>
      scores.case === 'worse-0' ? { ...scores, baseline: [1, 1, 1, 1, 1] } : scores,
    );
    expect(one(half).comparisons[0]?.looks).toBe(1);
  });

  it('pools only the first five samples of a critical case', () => {
    const cases = [
      ...someCases(4, 0, 25).map((scores) =>
        scores.case.startsWith('worse') ? { ...scores, baseline: [1, 1, 1, 1, 1], candidate: [0, 0, 0, 0, 0] } : scores,
      ),
      aCase('vital', [1, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1, 1, 1], { critical: true }),
    ];
    // Four times −5 and once −1; with the three further samples the last would be +2.
    expect(one(cases).comparisons[0]).toMatchObject({ looks: 2, pValue: 1 / 64 });
  });

  it('flips whole clusters at the second look', () => {
    const cases = someCases(6, 0, 24).map((scores, index) => ({
      ...scores,
      cluster: index < 4 ? 'doc' : null,
      ...(index < 6 ? { baseline: [1, 1, 1, 1, 1], candidate: [0, 0, 0, 0, 0] } : {}),
    }));
    // Three clusters fell.
    expect(one(cases).comparisons[0]).toMatchObject({ looks: 2, pValue: 1 / 16 });
  });
});
