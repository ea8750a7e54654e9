import { describe, expect, it } from '@jest/globals';
import type { CaseScores, Comparison, GateSettings } from '../../src/gate/comparison.ts';
import { decideGate } from '../../src/gate/decide.ts';
import { screenStoredBaseline } from '../../src/gate/stored-screen.ts';
import { cannotFall } from '../../src/gate/vacuous.ts';
import { renderComparisonSentence, renderHeadline } from '../../src/report/words/sentence.ts';
import { aCase, aComparison, someCases } from './build-scores.ts';

/** So many cases of which so many pass on both sides. */
const passing = (count: number, right: number, samples = 1): readonly CaseScores[] =>
  Array.from({ length: count }, (_, index) => {
    const scores = new Array<number>(samples).fill(index < right ? 1 : 0);
    return aCase(`c${index}`, scores, scores);
  });

const fence = '30 of 30: the output is in a code fence';

describe('a metric that measures nothing', () => {
  it.each<[string, readonly CaseScores[], Partial<GateSettings>, number, string]>([
    ['every score is the worst', passing(30, 0), {}, 1, 'inconclusive'],
    ['both means at the margin', passing(30, 3), {}, 1, 'inconclusive'],
    ['both means above it', passing(30, 4), {}, 1, 'pass'],
    ['one look', passing(40, 0, 3), { resample: 'off' }, 3, 'inconclusive'],
    ['target cases', passing(30, 0, 5), { target: 'cases' }, 5, 'inconclusive'],
    ['a small set', passing(9, 0, 5), {}, 5, 'inconclusive'],
    ['a small set that measures', passing(9, 2, 5), {}, 5, 'pass'],
  ])('%s: %s', (_, cases, settings, samples, verdict) => {
    const decision = decideGate([aComparison(cases, { settings, samples })]);
    expect(decision.verdict).toBe(verdict);
    expect(decision.comparisons[0]?.measuresNothing).toBe(verdict === 'inconclusive');
    expect(decision.rerun).toEqual([]);
  });

  it('is only one whose arms both do: a metric that the change repairs passes', () => {
    const repaired = passing(30, 0).map((one) => ({ ...one, candidate: [1] }));
    expect(decideGate([aComparison(repaired)]).verdict).toBe('pass');
  });

  it('mirrors where lower is better', () => {
    const input = { direction: 'lower' } as const;
    expect(decideGate([aComparison(passing(30, 30), { input })]).verdict).toBe('inconclusive');
    expect(decideGate([aComparison(passing(30, 0), { input })]).verdict).toBe('pass');
  });

  it('is none where pairs are judged, whose scores are no level', () => {
    const cases = passing(30, 0);
    expect(decideGate([aComparison(cases, { input: { isPairwise: true } })]).verdict).toBe('pass');
  });

  it('gives way to a proven fail, and still counts in M', () => {
    const down = someCases(9, 0, 31);
    const nothing = aComparison(passing(40, 0), { metric: 'nothing' });
    const both = decideGate([aComparison(down, { settings: { resample: 'off' } }), nothing]);
    expect(both).toMatchObject({ verdict: 'fail' });
    expect(both.comparisons[1]).toMatchObject({ verdict: 'inconclusive', measuresNothing: true });
    // Mid-p 1/64 of six losses is below .05, and above .05 / 4 of four metrics.
    const six = aComparison(someCases(5, 0, 35), { settings: { resample: 'off', margin: 0.05 } });
    expect(decideGate([six]).verdict).toBe('fail');
    const three = ['a', 'b', 'c'].map((metric) =>
      aComparison(passing(40, 0), { metric, settings: { resample: 'off' } }),
    );
    expect(decideGate([six, ...three]).verdict).toBe('inconclusive');
    // All base scores are within a margin of .3, and they fell to the worst for certain.
    const fallen = aComparison(someCases(9, 0, 0).concat(passing(31, 0)), {
      settings: { margin: 0.3, resample: 'off' },
    });
    expect(decideGate([fallen]).comparisons[0]).toMatchObject({ verdict: 'fail', measuresNothing: false });
  });

  it('does not pass against a stored baseline, and needs no fresh round to say so', () => {
    const stored = (right: number) =>
      passing(60, right).map((one) => ({ ...one, baseline: [...one.baseline, ...one.baseline, ...one.baseline] }));
    const screen = (right: number) => screenStoredBaseline([{ ...aComparison(stored(right)), freshCritical: [] }]);
    expect(screen(0)).toMatchObject({ outcome: 'inconclusive', comparisons: [{ measuresNothing: true }] });
    expect(screen(7)).toMatchObject({ outcome: 'pass', comparisons: [{ measuresNothing: false }] });
  });

  it('says what most outputs have in common, and the way out', () => {
    const decision = decideGate([aComparison(passing(30, 0), { input: { commonReason: fence } })]);
    const reason =
      'measures nothing here: both sides lie within 10 points of the worst score, so that a drop of the margin cannot be seen (30 of 30: the output is in a code fence); mend the metric, or set role: report';
    expect(decision.reasons).toEqual([`\`triage / label / exact\`: ${reason}`]);
    expect(renderHeadline(decision).text).toBe('`triage / label / exact` measures nothing here');
    const context = { target: 'inputs', isBlocked: false, broken: [] } as const;
    expect(renderComparisonSentence(decision.comparisons[0] as Comparison, context)).toEqual({
      title: 'Measures nothing here (not blocked).',
      detail:
        'Both sides lie within 10 points of the worst score, so that a drop of the margin cannot be seen (30 of 30: the output is in a code fence); mend the metric, or set role: report.',
      remark: null,
    });
  });
});

describe('cannotFall', () => {
  it.each<[readonly (number | null)[], 'higher' | 'lower', boolean]>([
    [[0, 0.1], 'higher', true],
    [[0, 0.11], 'higher', false],
    [[0.9], 'lower', true],
    [[0.89], 'lower', false],
    [[null], 'higher', false],
    [[], 'higher', false],
  ])('%j, %s is better: %j', (means, direction, expected) => expect(cannotFall(means, 0.1, direction)).toBe(expected));
});
