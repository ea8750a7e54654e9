import { describe, expect, it } from '@jest/globals';
import type { CaseScores, GateSettings } from '../../src/gate/comparison.ts';
import { screenStoredBaseline } from '../../src/gate/stored-screen.ts';
import { aCase, aComparison } from './build-scores.ts';

const steady = (size: number, failing = 0): readonly CaseScores[] =>
  Array.from({ length: size }, (_, index) => aCase(`c${index}`, [1, 1, 1], [index < failing ? 0 : 1]));

function screen(
  cases: readonly CaseScores[],
  settings: Partial<GateSettings> = {},
  freshCritical: readonly CaseScores[] = [],
) {
  return screenStoredBaseline([{ ...aComparison(cases, { settings }), freshCritical }]);
}

describe('screenStoredBaseline', () => {
  it.each<[string, readonly CaseScores[], Partial<GateSettings>, string]>([
    ['no drop, enough cases', steady(60), {}, 'pass'],
    ['no drop, too few cases for margin less allowance', steady(25), {}, 'inconclusive'],
    [
      'no drop, a single stored sample a case',
      steady(60).map((one) => ({ ...one, baseline: [1] })),
      {},
      'inconclusive',
    ],
    ['a drop of min-drop', steady(40, 1), {}, 'fresh'],
    ['strict', steady(60), { strict: true }, 'fresh'],
    ['a small set', steady(9), {}, 'fresh'],
    ['target cases', steady(60), { target: 'cases' }, 'fresh'],
    [
      'stored samples lost',
      steady(60).map((one, i) => (i < 20 ? { ...one, baseline: [1, null, 1] } : one)),
      {},
      'fresh',
    ],
    ['the candidate lost', steady(60).map((one, i) => (i < 20 ? { ...one, candidate: [null] } : one)), {}, 'invalid'],
  ])('%s: %s', (_, cases, settings, outcome) => {
    const result = screen(cases, settings);
    expect(result.outcome).toBe(outcome);
    expect(result.outcome === 'pass' || result.reasons.length > 0).toBe(true);
    expect(result.comparisons[0]).toMatchObject({ pValue: null, looks: 0 });
  });

  it('takes the stored draw’s own error into account', () => {
    const withStored = (stored: readonly number[]) =>
      steady(300).map((one, index) =>
        index < 30 ? { ...one, baseline: stored, candidate: [index % 3 === 0 ? 0 : 1] } : one,
      );
    const settings = { margin: 0.025, driftAllowance: 0 };
    expect(screen(withStored([2 / 3, 2 / 3, 2 / 3]), settings).outcome).toBe('pass');
    expect(screen(withStored([0, 1, 1]), settings).outcome).toBe('inconclusive');
  });

  it('sends all to the fresh round where one metric shows a drop', () => {
    const [good, bad] = [aComparison(steady(60)), aComparison(steady(60, 6), { metric: 'bad' })];
    const result = screenStoredBaseline([good, bad].map((one) => ({ ...one, freshCritical: [] })));
    expect(result.outcome).toBe('fresh');
    expect(result.reasons[0]).toContain('bad');
  });

  it('asks for fresh samples of a flagged critical case, and lets only those convict', () => {
    const cases = [...steady(100), aCase('vital', [1, 1, 1], [1, 0, 0], { critical: true })];
    const first = screen(cases);
    expect(first.outcome).toBe('inconclusive');
    expect(first.flagged).toEqual([{ suite: 'triage', prompt: 'label', case: 'vital' }]);
    const candidate = [1, 0, 0, 0, 0, 0, 0, 0];
    const fresh = (baseline: readonly number[]) => [aCase('vital', baseline, candidate, { critical: true })];
    expect(screen(cases, {}, fresh(Array(8).fill(1)))).toMatchObject({ outcome: 'fail', green: false, flagged: [] });
    expect(screen(cases, {}, fresh(Array(8).fill(0)))).toMatchObject({ outcome: 'inconclusive', flagged: [] });
  });
});
