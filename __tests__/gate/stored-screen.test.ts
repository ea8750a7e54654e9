import { describe, expect, it } from '@jest/globals';
import type { CaseScores, GateSettings } from '../../src/gate/comparison.ts';
import { screenStoredBaseline } from '../../src/gate/stored-screen.ts';
import { aCase, aComparison } from './build-scores.ts';

const steady = (size: number, failing = 0): readonly CaseScores[] =>
  Array.from({ length: size }, (_, index) => aCase(`c${index}`, [1, 1, 1], [index < failing ? 0 : 1]));

/** Five samples of each case, as the target `cases` draws them. */
const sampled = (size: number): readonly CaseScores[] =>
  steady(size).map((one) => ({ ...one, candidate: [1, 1, 1, 1, 1] }));

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
    ['no drop, too few cases for margin less allowance', steady(25), {}, 'fresh'],
    ['the same, and nothing more is asked for', steady(25), { afterScreen: 'stop' }, 'inconclusive'],
    ['no drop, a single stored sample a case', steady(60).map((one) => ({ ...one, baseline: [1] })), {}, 'fresh'],
    ['a drop of min-drop', steady(40, 1), {}, 'fresh'],
    ['a drop of min-drop, whatever follows a screen', steady(40, 1), { afterScreen: 'stop' }, 'fresh'],
    ['a drop of min-drop that the bound would clear', steady(400, 10), {}, 'fresh'],
    ['strict', steady(60), { strict: true }, 'fresh'],
    ['a small set', steady(9), {}, 'fresh'],
    ['target cases', sampled(60), { target: 'cases' }, 'fresh'],
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
    expect(screen(withStored([0, 1, 1]), settings).outcome).toBe('fresh');
  });

  it('leaves open what is gone, asks for no fresh round because of it, and lets the others speak', () => {
    const lost = aComparison(
      steady(60).map((one) => ({ ...one, candidate: [null] })),
      { input: { gone: "main's judge is gone" }, metric: 'lost' },
    );
    const result = screenStoredBaseline([aComparison(steady(60)), lost].map((one) => ({ ...one, freshCritical: [] })));
    expect(result).toMatchObject({ outcome: 'inconclusive', flagged: [] });
    expect(result.comparisons.map(({ verdict }) => verdict)).toEqual(['pass', 'inconclusive']);
    expect(result.reasons[0]).toBe("`triage / label / lost`: main's judge is gone");
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

describe('what a screen says', () => {
  it.each<[string, readonly CaseScores[], Partial<GateSettings>, string]>([
    ['strict', steady(60), { strict: true }, 'strict asks for a fresh baseline'],
    ['small', steady(9), {}, 'a small set always runs the base side afresh'],
    ['cases', sampled(60), { target: 'cases' }, 'target cases always runs the base side afresh'],
    ['a drop', steady(40, 1), {}, 'the stored baseline shows a drop'],
    [
      'lost stored samples',
      steady(60).map((one, index) => (index < 13 ? { ...one, baseline: [1, null, 1] } : one)),
      {},
      'the stored baseline lacks scores: 13 of 60 cases lack scores; at most 20 % may',
    ],
    [
      'nothing ruled out',
      steady(25),
      { afterScreen: 'stop' },
      'no drop against the stored baseline; drops up to 9.1 points not ruled out',
    ],
    ['on to a fresh round', steady(25), {}, 'the stored baseline shows no drop and cannot rule one out'],
    [
      'lost candidate samples',
      steady(60).map((one, index) => (index < 13 ? { ...one, candidate: [null] } : one)),
      {},
      '13 of 60 cases lack scores; at most 20 % may',
    ],
  ])('%s', (_, cases, settings, reason) => {
    expect(screen(cases, settings).reasons).toEqual([`\`triage / label / exact\`: ${reason}`]);
  });

  it('asks for the fresh round in red and without cases to run', () => {
    expect(screen(steady(40, 1))).toMatchObject({ outcome: 'fresh', green: false, flagged: [] });
  });

  it('is green by the settings', () => {
    expect(screen(steady(60)).green).toBe(true);
    expect(screen(steady(25), { afterScreen: 'stop' }).green).toBe(true);
    expect(screen(steady(25), { afterScreen: 'stop', onInconclusive: 'block' }).green).toBe(false);
    const both = [
      aComparison(steady(60)),
      aComparison(steady(25), { metric: 'b', settings: { afterScreen: 'stop', onInconclusive: 'block' } }),
    ];
    expect(screenStoredBaseline(both.map((one) => ({ ...one, freshCritical: [] }))).green).toBe(false);
  });

  it('gives no reason but the pass its source', () => {
    const result = screen(steady(60));
    expect(result.comparisons[0]).toMatchObject({ verdict: 'pass', reason: 'against a stored baseline', samples: 1 });
    expect(result.reasons).toEqual(['`triage / label / exact`: against a stored baseline']);
  });

  it('lets report and neutral metrics show figures and decide nothing', () => {
    const report = aComparison(steady(40, 10), { metric: 'r', input: { gates: false } });
    const neutral = aComparison(steady(40, 10), { metric: 'n', input: { direction: 'neutral' } });
    const all = (comparisons: readonly ReturnType<typeof aComparison>[]) =>
      screenStoredBaseline(comparisons.map((one) => ({ ...one, freshCritical: [] })));
    expect(all([aComparison(steady(60)), report, neutral])).toMatchObject({
      outcome: 'pass',
      green: true,
      flagged: [],
    });
    expect(all([report])).toMatchObject({ outcome: 'inconclusive', reasons: ['nothing may gate yet'] });
    const broke = aCase('vital', [1, 1, 1], [0, 0, 0], { critical: true });
    const reported = aComparison([...steady(60), broke], { metric: 'r', input: { gates: false } });
    expect(all([aComparison(steady(60)), reported])).toMatchObject({ outcome: 'pass', flagged: [] });
    const lost = steady(60).map((one) => ({ ...one, candidate: [null] }));
    const gone = aComparison(lost, { metric: 'r', input: { gates: false } });
    expect(all([aComparison(steady(60)), gone]).comparisons[1]).toMatchObject({ verdict: 'inconclusive' });
  });

  it('is exact at a fifth of the candidate lost, and counts a drop among what is lost', () => {
    const lose = (count: number) =>
      steady(60).map((one, index) => (index < count ? { ...one, candidate: [null] } : one));
    expect(screen(lose(12)).outcome).toBe('fresh');
    expect(screen(lose(13)).outcome).toBe('invalid');
    expect(screen(lose(1)).outcome).toBe('pass');
    expect(screen([]).outcome).toBe('invalid');
  });

  it('needs three stored samples of every case', () => {
    const two = steady(60).map((one, index) => (index === 0 ? { ...one, baseline: [1, 1] } : one));
    expect(screen(two).comparisons[0]).toMatchObject({ cases: 59, unscored: 1 });
    expect(screen(steady(60).map((one) => ({ ...one, baseline: [1, 1] }))).outcome).toBe('fresh');
  });

  it('names broken and open critical cases', () => {
    const vital = aCase('vital', [1, 1, 1], [1, 0, 0], { critical: true });
    const cases = [...steady(100), vital];
    expect(screen(cases).reasons).toEqual(['`triage / label / exact`: unstable critical case "vital"']);
    const fresh = aCase('vital', Array(8).fill(1), [1, 0, 0, 0, 0, 0, 0, 0], { critical: true });
    expect(screen(cases, {}, [fresh]).reasons).toEqual(['`triage / label / exact`: critical case "vital" broke']);
    const ordinary = [...steady(100), { ...vital, critical: false }];
    expect(screen(ordinary)).toMatchObject({ outcome: 'pass', flagged: [] });
  });
});
