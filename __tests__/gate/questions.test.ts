import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CaseScores, defaultGate, type GateSettings } from '../../src/gate/comparison.ts';
import { decideGate } from '../../src/gate/decide.ts';
import {
  chooseDesign,
  countQuestions,
  drawsInQuestion,
  planFirstRound,
  resolveMargin,
} from '../../src/gate/first-round.ts';
import { screenStoredBaseline } from '../../src/gate/stored-screen.ts';
import { aCase, aComparison } from './build-scores.ts';

/** So many cases that ask one question. */
const asking = (question: string, cases: number, baseline: readonly number[], candidate: readonly number[]) =>
  Array.from({ length: cases }, (_, index) =>
    aCase(`${question}-${index}`, baseline, candidate, { question, cluster: question }),
  );

const same = (id: string, draw: readonly (number | null)[], more: Partial<CaseScores> = {}) =>
  aCase(id, draw, [], { isSame: true, ...more });

const many = (count: number, build: (index: number) => CaseScores): readonly CaseScores[] =>
  Array.from({ length: count }, (_, index) => build(index));

const decideOne = (cases: readonly CaseScores[], settings: Partial<GateSettings> = {}, samples = 1) =>
  decideGate([aComparison(cases, { settings, samples })]);

describe('distinct questions', () => {
  it('counts equal keys once, and each case without a key', () => {
    expect(countQuestions([...asking('a', 3, [1], [1]), ...asking('b', 2, [1], [1]), aCase('c', [1], [1])])).toBe(3);
    expect(countQuestions([])).toBe(0);
  });

  it('decide what min-cases and the default margin hold for', () => {
    expect(chooseDesign(defaultGate, 9, 1)).toBe('small-set');
    expect(chooseDesign(defaultGate, 10, 1)).toBe('two-looks');
    expect([99, 100].map((questions) => resolveMargin(defaultGate, questions))).toEqual([0.1, 0.05]);
    const twenty = many(20, (index) => aCase(`${index}`, [1], [1])).flatMap((one, index) =>
      many(5, (place) => ({ ...one, case: `${index}-${place}`, question: `q${index}`, cluster: `q${index}` })),
    );
    const [comparison] = decideOne(twenty, { margin: null }).comparisons;
    expect(comparison).toMatchObject({ cases: 100, questions: 20, clusters: 20, margin: 0.1 });
  });
});

describe('planFirstRound', () => {
  const plan = (cases: readonly CaseScores[], settings: Partial<GateSettings> = {}, samples = 1) =>
    planFirstRound({ ...defaultGate, ...settings }, samples, cases).map(({ drawn, tested }) => [drawn, tested]);
  const plain = (count: number) => many(count, (index) => aCase(`c${index}`, [], []));
  const critical = aCase('vital', [], [], { critical: true });

  it.each<[string, readonly CaseScores[], Partial<GateSettings>, number, number[]]>([
    ['the default', plain(10), {}, 1, [1, 1]],
    ['K = 5', plain(10), { resample: 'off' }, 5, [5, 5]],
    ['a small set', plain(9), {}, 1, [5, 5]],
    ['target cases', plain(20), { target: 'cases' }, 1, [5, 5]],
    ['critical', [critical, ...plain(20)], {}, 1, [3, 1]],
    ['critical, K = 2', [critical, ...plain(20)], { resample: 'off' }, 2, [3, 2]],
    ['critical, K = 5', [critical, ...plain(20)], { resample: 'off' }, 5, [5, 5]],
    ['critical in a small set', [critical, ...plain(3)], {}, 1, [5, 5]],
  ])('%s', (_, cases, settings, samples, first) => expect(plan(cases, settings, samples)[0]).toEqual(first));

  it('draws a case that is the same on both arms once, whatever the design', () => {
    for (const settings of [{}, { target: 'cases' }, { minCases: 30 }] as const) {
      const cases = [same('s', [], { critical: true }), ...plain(12)];
      expect(plan(cases, settings, 5)[0]).toEqual([1, 1]);
    }
  });

  it('gives a question of a small set five draws, its cases in turn', () => {
    expect(plan(asking('a', 2, [], []))).toEqual([
      [3, 3],
      [2, 2],
    ]);
    expect(plan(asking('a', 3, [], []))).toEqual([
      [2, 2],
      [2, 2],
      [1, 1],
    ]);
    expect(plan(asking('a', 7, [], []))).toEqual(Array(7).fill([1, 1]));
    expect(plan([...asking('a', 4, [], []), aCase('b', [], [])])).toEqual([
      [2, 2],
      [1, 1],
      [1, 1],
      [1, 1],
      [5, 5],
    ]);
    const vital = asking('a', 5, [], []).map((one, index) => ({ ...one, critical: index === 0 }));
    expect(plan(vital)).toEqual([
      [3, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('always comes to five draws or to one a case', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (size) => {
        const draws = Array.from({ length: size }, (_, place) => drawsInQuestion(place, size));
        expect(draws.reduce((sum, count) => sum + count, 0)).toBe(Math.max(5, size));
        expect(Math.max(...draws) - Math.min(...draws)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('watches the few questions that a change reaches in a large set, and tests the rate as ever', () => {
    const cases = [...many(50, (index) => same(`s${index}`, [])), ...plain(3), ...asking('q', 2, [], [])];
    expect(plan(cases).slice(49)).toEqual([
      [1, 1],
      [5, 1],
      [5, 1],
      [5, 1],
      [3, 1],
      [2, 1],
    ]);
    expect(plan([...many(50, (index) => same(`s${index}`, [])), ...plain(10)])[50]).toEqual([1, 1]);
  });
});

describe('cases that are the same on both arms', () => {
  it('count with a difference of 0, by whichever arm holds the draw', () => {
    const cases = [
      same('a', [1]),
      aCase('b', [], [0], { isSame: true }),
      ...many(30, (index) => aCase(`c${index}`, [1], [1])),
    ];
    expect(decideOne(cases).comparisons[0]).toMatchObject({
      cases: 32,
      reached: 30,
      same: 32,
      unscored: 0,
      verdict: 'pass',
    });
    const flipped = [aCase('a', [1], [0], { isSame: true }), ...cases.slice(1)];
    expect(decideOne(flipped).comparisons[0]).toMatchObject({ worse: 0, same: 32 });
  });

  it('are missing in both arms where the draw is lost, and never a difference', () => {
    const cases = [same('a', [null]), ...many(30, (index) => aCase(`c${index}`, [1], [1]))];
    expect(decideOne(cases).comparisons[0]).toMatchObject({
      cases: 30,
      unscored: 1,
      missingBaseline: 1,
      missingCandidate: 1,
      worse: 0,
    });
  });

  it('need no call of a judge of pairs', () => {
    const cases = [same('a', []), ...many(30, (index) => aCase(`c${index}`, [0.5], [0.5]))];
    const input = { isPairwise: true };
    expect(decideGate([aComparison(cases, { input })]).comparisons[0]).toMatchObject({ cases: 31, same: 31 });
    expect(decideOne(cases).comparisons[0]).toMatchObject({ cases: 30, unscored: 1 });
  });

  it('are never flagged where critical', () => {
    const vital = same('vital', [0], { critical: true });
    const decision = decideOne([vital, ...many(30, (index) => aCase(`c${index}`, [1], [1]))]);
    expect(decision).toMatchObject({ verdict: 'pass', rerun: [], broken: [] });
  });

  it('leave nothing to chance for the target cases', () => {
    const steady = (id: string) => aCase(id, [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]);
    const settings = { target: 'cases' } as const;
    const [all] = decideOne(
      many(20, (index) => steady(`c${index}`)),
      settings,
    ).comparisons;
    const half = many(20, (index) => (index < 10 ? steady(`c${index}`) : same(`c${index}`, [1])));
    const [reached] = decideOne(half, settings).comparisons;
    // v = 5.5/6 − (5.5/6)² = .0763889 an arm: 1.644854/20 · √(2·20·v·6/25), and for half of the cases 1/√2 of it.
    const reach = (1.6448536269514722 / 20) * Math.sqrt(40 * (5.5 / 6 - (5.5 / 6) ** 2) * (6 / 25));
    expect(all?.lowerBound).toBeCloseTo(-reach, 12);
    expect(reached?.lowerBound).toBeCloseTo(-reach / Math.SQRT2, 12);
    const [none] = decideOne(
      many(20, (index) => same(`c${index}`, [1])),
      settings,
    ).comparisons;
    expect(none).toMatchObject({ verdict: 'pass', lowerBound: 0, upperBound: 0, reached: 0 });
  });
});

describe('questions that break', () => {
  it('are judged on the mean of all their draws, and the mean of the set weighs cases', () => {
    const pair = (candidate: readonly number[]) => [
      aCase('q-0', [1, 1, 1], candidate.slice(0, 3), { question: 'q' }),
      aCase('q-1', [1, 0], candidate.slice(3), { question: 'q' }),
    ];
    const still = many(4, (index) => aCase(`c${index}`, [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]));
    const broken = decideOne([...pair([0, 0, 0, 0, 1]), ...still]);
    expect(broken).toMatchObject({ verdict: 'fail', broken: [{ case: 'q-0' }, { case: 'q-1' }] });
    expect(broken.comparisons[0]?.difference).toBeCloseTo((-1 + 0) / 6, 12);
    const held = decideOne([...pair([0, 0, 0, 1, 1]), ...still], { margin: 0.08 });
    expect(held).toMatchObject({ verdict: 'inconclusive', broken: [] });
    expect(held.reasons[0]).toContain('6 cases ask 5 distinct questions, fewer than min-cases 10');
  });

  it('are one input drawn in many cases', () => {
    const cases = [...asking('a', 6, [1], [0]), ...asking('b', 6, [1], [1])];
    expect(decideOne(cases)).toMatchObject({ verdict: 'fail', comparisons: [{ questions: 2, cases: 12 }] });
  });

  it('fail a large set of which a change reaches few', () => {
    const still = many(200, (index) => same(`s${index}`, [1]));
    const held = many(3, (index) => aCase(`c${index}`, [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]));
    const vital = aCase('x', [1, 1, 1, 1, 0], [0, 0, 0, 0, 1]);
    const settings = { margin: null };
    expect(decideOne([...still, ...held], settings).verdict).toBe('pass');
    const decision = decideOne([...still, ...held, vital], settings);
    expect(decision).toMatchObject({ verdict: 'fail', reasons: [expect.stringContaining('case "x" broke')] });
    // The rate alone would have let it pass: one of 204 is half a point.
    expect(decision.comparisons[0]).toMatchObject({ reached: 4, worse: 1 });
    expect(decision.comparisons[0]?.lowerBound).toBeGreaterThan(-0.05);
    const lost = aCase('x', [1, 1, 1, 1, 1], [0, 0, null, null, null]);
    expect(decideOne([...still, ...held, lost], settings)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [expect.stringContaining('may have broken: scores are missing')],
    });
  });
});

describe('a stored baseline and a change that reaches some cases', () => {
  const screen = (cases: readonly CaseScores[], settings: Partial<GateSettings> = {}) =>
    screenStoredBaseline([{ ...aComparison(cases, { settings }), freshCritical: [] }]);
  const steady = (count: number) => many(count, (index) => aCase(`c${index}`, [1, 1, 1], [1]));

  it('allows drift in the cases reached alone', () => {
    // 60 unchanged cases have L = −.0381. Less .07 the whole allowance of .04 leaves −.03, a quarter of it −.06.
    const settings = { margin: 0.07, driftAllowance: 0.04 };
    expect(screen(steady(60), settings).outcome).toBe('fresh');
    const cases = [...many(45, (index) => same(`s${index}`, [1, 1, 1])), ...steady(15)];
    expect(screen(cases, settings).outcome).toBe('pass');
  });

  it('takes the error of the stored draw over the cases reached alone', () => {
    const torn = many(20, (index) => aCase(`t${index}`, [0, 1, 1], [index % 3 === 0 ? 0 : 1]));
    const settings = { margin: 0.1, driftAllowance: 0 };
    // SE = √(20 · (2/3 · 1/3 / 2)) / 60 = .0248, of which 1.645 are .0409.
    expect(screen([...steady(40), ...torn], settings).outcome).toBe('fresh');
    const known = torn.map((one) => ({ ...one, isSame: true, candidate: [] }));
    expect(screen([...steady(40), ...known], settings).outcome).toBe('pass');
  });

  it('runs the base afresh where few questions are reached', () => {
    const cases = [...many(60, (index) => same(`s${index}`, [1, 1, 1])), aCase('x', [1, 1, 1], [1, 1, 1, 1, 1])];
    expect(screen(cases)).toMatchObject({
      outcome: 'fresh',
      reasons: [expect.stringContaining('reaches fewer than 10 questions')],
    });
  });
});
