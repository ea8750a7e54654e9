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
    expect(reasons.map((reason) => reason.split(':')[0])).toEqual(['triage / label / a', 'triage / label / b']);
  });
});
