import { describe, expect, it } from '@jest/globals';
import { compareExpense } from '../../src/conclude/insights/expense.ts';
import { describePattern } from '../../src/conclude/insights/pattern.ts';
import type { Metric } from '../../src/plan/metric.ts';
import type { PromptPlan } from '../../src/plan/suite-plan.ts';
import type { CallRecord, SampleRecord, ScoreRecord } from '../../src/run/records.ts';
import { addDollars, countCalls, spentMicroUsd } from '../../src/run/totals.ts';
import { explainAbstention, isAbstention } from '../../src/scores/abstention.ts';
import { voidRefusedArms } from '../../src/scores/refused-arms.ts';
import { buildComparison, scoresOf, tabulateScores } from '../../src/scores/tabulate.ts';
import { answered, rejected, unavailable } from '../helpers/fake-ports.ts';
import { aRow, someRows } from '../pipeline/story.ts';
import { aPlan, aSide } from '../plan/builders.ts';

const rows = someRows(3, (number) => (number === 1 ? { critical: true } : {}));
const plan = aPlan({ base: aSide('v1', rows), candidate: aSide('v2', [...rows, aRow(9)]) });
const prompt = plan.prompts[0] as PromptPlan;
const metric = prompt.metrics[0] as Metric;

const aScore = (changes: Partial<ScoreRecord>): ScoreRecord => ({
  suite: 'triage',
  prompt: 'triage',
  arm: 'candidate',
  case: 'q-000',
  metric: 'label',
  sample: 0,
  score: 1,
  cluster: null,
  question: null,
  reason: null,
  ...changes,
});

const aSample = (changes: Partial<SampleRecord> = {}): SampleRecord => ({
  prompt,
  case: prompt.cases[0] as PromptPlan['cases'][number],
  arm: 'candidate',
  sample: 0,
  key: 'k',
  result: answered('yes'),
  source: 'fresh',
  answeredAtMs: 0,
  ...changes,
});

describe('tabulateScores', () => {
  it('puts samples at their index whatever their order; a gap is unscored', () => {
    const table = tabulateScores([aScore({ sample: 3, score: 0 }), aScore({ sample: 0 })]);
    expect(scoresOf(table, prompt, 'label', 'candidate', 'q-000')).toEqual([1, null, null, 0]);
    expect(scoresOf(table, prompt, 'label', 'base', 'q-000')).toEqual([]);
  });

  it('a later record of the same sample wins', () => {
    const table = tabulateScores([aScore({ score: 0 }), aScore({ score: 1 })]);
    expect(scoresOf(table, prompt, 'label', 'candidate', 'q-000')).toEqual([1]);
  });

  it('the comparison has every case of the base side in dataset order, and no added one', () => {
    const { cases, gates, direction } = buildComparison(prompt, metric, tabulateScores([aScore({})]), 'base');
    expect(cases.map(({ case: id, critical }) => [id, critical])).toEqual([
      ['q-000', false],
      ['q-001', true],
      ['q-002', false],
    ]);
    expect(cases[0]).toMatchObject({ baseline: [], candidate: [1] });
    expect([gates, direction]).toEqual([true, 'higher']);
  });

  it('the base arm is the one that stands for the base', () => {
    const table = tabulateScores([aScore({ arm: 'stored', score: 0.5 }), aScore({ arm: 'base', score: 0 })]);
    expect(buildComparison(prompt, metric, table, 'stored').cases[0]?.baseline).toEqual([0.5]);
    expect(buildComparison(prompt, metric, table, 'base').cases[0]?.baseline).toEqual([0]);
  });
});

describe('totals', () => {
  const record = (changes: Partial<CallRecord>): CallRecord => ({
    call: {
      request: {} as CallRecord['call']['request'],
      key: 'k',
      purpose: 'generate',
      arm: 'candidate',
      sample: 0,
      owner: null,
    },
    result: answered('x'),
    cached: false,
    costMicroUsd: 1_500_000,
    answeredAtMs: 0,
    ...changes,
  });
  const judge = { ...record({}).call, purpose: 'judge' as const };

  it('counts what was answered, apart from cache hits, retries and outages', () => {
    const records = [
      record({}),
      record({ call: judge, result: answered('x', { attempts: 3 }) }),
      record({ result: rejected(400, 'no'), costMicroUsd: 0 }),
      record({ result: unavailable('503'), costMicroUsd: 0 }),
      record({ cached: true, costMicroUsd: 0 }),
    ];
    expect(countCalls(records)).toEqual({
      calls: 3,
      generationCalls: 2,
      judgeCalls: 1,
      cacheHits: 1,
      retries: 2 + 4,
      inputTokens: 200,
      outputTokens: 20,
    });
  });

  it('dollars are unknown as soon as one cost is; what is known to be spent is not', () => {
    const known = [record({}), record({ costMicroUsd: 500_000 })];
    expect(addDollars(known)).toBe(2);
    expect(addDollars([])).toBe(0);
    expect(addDollars([...known, record({ costMicroUsd: null })])).toBeNull();
    expect(spentMicroUsd([...known, record({ costMicroUsd: null })])).toBe(2_000_000);
  });
});

describe('voidRefusedArms', () => {
  const scores = [aScore({}), aScore({ arm: 'base' })];
  const refused = rejected(400, 'no');
  it.each([
    ['every request met the same error', [refused, refused], null],
    ['the errors differ', [refused, rejected(413, 'no')], 1],
    ['one was answered', [refused, answered('x')], 1],
    ['one is missing', [refused, unavailable('503')], 1],
    ['there is no sample', [], 1],
  ])('%s', (_name, results, expected) => {
    const samples = results.map((result) => aSample({ result }));
    expect(voidRefusedArms(samples, scores).map((one) => one.score)).toEqual([expected, 1]);
  });
});

describe('abstentions', () => {
  it.each([
    [explainAbstention(null), true],
    [explainAbstention('no text'), true],
    ['the judge did not answer: 503', false],
    [null, false],
  ])('%s', (reason, expected) => {
    expect(isAbstention(reason)).toBe(expected);
  });
});

describe('compareExpense', () => {
  const pairs = (tokens: number) =>
    prompt.cases.slice(0, 3).flatMap((row, index) => [
      aSample({ case: row, arm: 'base', result: answered('x', { latencyMs: 100 + index }) }),
      aSample({
        case: row,
        result: answered('x', {
          latencyMs: 200 + 2 * index,
          usage: { inputTokens: tokens, cachedInputTokens: 0, outputTokens: 0, reasoningTokens: 0 },
        }),
      }),
    ]);
  const price = { inputPerMillionUsd: 1, cachedInputPerMillionUsd: null, outputPerMillionUsd: 0 };

  it('gives the ratio of the candidate to the base, case by case', () => {
    const { cost, latency } = compareExpense(prompt, pairs(50), 'base', { 'some-model': price });
    expect(cost?.ratio).toBeCloseTo(0.5);
    expect(latency?.ratio).toBeCloseTo(2);
  });

  it('an unknown price gives no ratio, and re-runs do not count', () => {
    const more = [...pairs(50), aSample({ sample: 1, result: answered('x', { latencyMs: 9e6 }) })];
    const { cost, latency } = compareExpense(prompt, more, 'base', {});
    expect(cost).toBeNull();
    expect(latency?.ratio).toBeCloseTo(2);
  });
});

describe('describePattern', () => {
  const many = someRows(20, (number) => ({ tags: number < 6 ? ['refund'] : ['other'], expected: `${number % 2}` }));
  const cases = aPlan({ base: aSide('v1', many), candidate: aSide('v2', many) }).prompts[0]?.cases ?? [];
  const worse = (...numbers: readonly number[]) =>
    numbers.map((number) => ({ case: aRow(number).id, label: 'worse' as const, difference: -1 }));

  it.each([
    ['most of the worse cases share a tag', worse(0, 1, 2, 3, 7), '4 of the 5 are tagged "refund"'],
    ['all share what is expected', worse(7, 9, 11, 13), '4 of the 4 expect "1"'],
    ['two cases are no pattern', worse(0, 1), null],
    ['a tag that most cases have anyway', worse(6, 7, 8, 9), null],
    ['nothing got worse', [], null],
  ])('%s', (_name, labels, expected) => {
    expect(describePattern(labels, cases)).toBe(expected);
  });
});
