import { describe, expect, it } from '@jest/globals';
import { compareExpense } from '../../src/conclude/grounds/expense.ts';
import { describePattern } from '../../src/conclude/insights/pattern.ts';
import { identifyArm } from '../../src/plan/draws.ts';
import type { Metric, PanelMetric } from '../../src/plan/metric.ts';
import type { PromptPlan, SuitePlan } from '../../src/plan/suite-plan.ts';
import { createLedger } from '../../src/run/ledger.ts';
import type { SampleRecord, ScoreRecord } from '../../src/run/records.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import { findGone, gatherComparison } from '../../src/scores/gather.ts';
import { listScores, readArm, scoresOf } from '../../src/scores/read.ts';
import { answered, rejected } from '../helpers/fake-ports.ts';
import { aRow, someRows } from '../pipeline/story.ts';
import { aPlan, aSide } from '../plan/builders.ts';
import { aSample, aScore } from '../run/records.ts';

const rows = someRows(3, (number) => (number === 1 ? { critical: true } : {}));
const plan = aPlan({ base: aSide('v1', rows), candidate: aSide('v2', [...rows, aRow(9)]) }) as SuitePlan;
const prompt = plan.prompts[0] as PromptPlan;
const metric = prompt.metrics[0] as Metric;

/** A ledger of these scores and samples, each in the version of its arm. */
function aLedger(scores: readonly Partial<ScoreRecord>[], samples: readonly Partial<SampleRecord>[] = []) {
  const ledger = createLedger(createMemorySpool());
  const place = ({ arm = 'candidate' }: { readonly arm?: string }) => identifyArm(prompt, arm);
  for (const one of samples) ledger.append({ kind: 'sample', record: aSample({ ...one, ...place(one) }) });
  for (const one of scores) ledger.append({ kind: 'score', record: aScore({ ...one, ...place(one) }) });
  return ledger;
}

describe('the scores of a case', () => {
  it('stand at the index of their sample whatever their order; a gap is unscored', () => {
    const ledger = aLedger([{ sample: 3, score: 0 }, { sample: 0 }]);
    expect(scoresOf(readArm(ledger, prompt, 'candidate'), metric, 'q-000')).toEqual([1, null, null, 0]);
    expect(scoresOf(readArm(ledger, prompt, 'base'), metric, 'q-000')).toEqual([]);
  });

  it('are none where every request of the arm was refused: that is about the request as such, and about no case', () => {
    const refused = { result: rejected(400, 'no') };
    const ledger = aLedger([{ score: 0 }, { arm: 'base' }], [refused, { arm: 'base' }]);
    expect(listScores(ledger, prompt, metric, 'candidate')).toMatchObject([{ score: null, missing: 'refused' }]);
    expect(scoresOf(readArm(ledger, prompt, 'base'), metric, 'q-000')).toEqual([1]);
  });
});

describe('the scores of a panel', () => {
  const members = ['one', 'two'].map((name): Metric => ({ ...metric, name }));
  const panel: PanelMetric = {
    ...{ ...metric, kind: 'panel', needs: 'scores', name: 'heard' },
    panel: { members: ['one', 'two'], absent: [], combine: 'mean', sees: 'output' },
  } as PanelMetric;
  const hear = (...scores: readonly Partial<ScoreRecord>[]) =>
    listScores(aLedger(scores), { ...prompt, metrics: [...members, panel] }, panel, 'candidate');

  it('are those of its members, put together where they are asked for', () => {
    expect(hear({ metric: 'one', score: 1 }, { metric: 'two', score: 0.5 })).toMatchObject([
      { score: 0.75, missing: null },
    ]);
  });

  it('are the newest of its members, and stand once', () => {
    const scores = [
      { metric: 'one', score: 1 },
      { metric: 'two', score: 0 },
      { metric: 'one', score: 0 },
    ];
    expect(hear(...scores)).toMatchObject([{ score: 0 }]);
  });

  it('are none before all were asked, and say why where one is lacking', () => {
    expect(hear({ metric: 'one' })).toEqual([]);
    const silent = { metric: 'two', score: null, missing: 'abstained', reason: 'unclear' } as const;
    expect(hear({ metric: 'one' }, silent)).toMatchObject([
      { score: null, missing: 'abstained', reason: 'two: unclear' },
    ]);
    const down = { metric: 'one', score: null, missing: 'outage', reason: '503' } as const;
    expect(hear(down, silent)).toMatchObject([{ score: null, missing: 'outage', reason: 'one: 503 / two: unclear' }]);
  });
});

describe('gatherComparison', () => {
  it('has every case of the base side in dataset order, and no added one', () => {
    const { input } = gatherComparison(plan, prompt, metric, aLedger([{}]), 'base');
    expect(input.cases.map(({ case: id, critical }) => [id, critical])).toEqual([
      ['q-000', false],
      ['q-001', true],
      ['q-002', false],
    ]);
    expect(input.cases[0]).toMatchObject({ baseline: [], candidate: [1] });
    expect([input.gates, input.direction]).toEqual([true, 'higher']);
  });

  it('the base arm is the one that stands for the base', () => {
    const ledger = aLedger([
      { arm: 'stored', score: 0.5 },
      { arm: 'base', score: 0 },
    ]);
    expect(gatherComparison(plan, prompt, metric, ledger, 'stored').input.cases[0]?.baseline).toEqual([0.5]);
    expect(gatherComparison(plan, prompt, metric, ledger, 'base').input.cases[0]?.baseline).toEqual([0]);
  });

  it('looks at so many samples as it is told', () => {
    const ledger = aLedger([{ sample: 0 }, { sample: 1, score: 0 }, { sample: 2 }]);
    const { input } = gatherComparison(plan, prompt, metric, ledger, 'base', () => 2);
    expect(input.cases[0]?.candidate).toEqual([1, 0]);
  });

  it('says why an arm is gone for good, in the arms that it compares', () => {
    const gone = { arm: 'base', score: null, missing: 'gone', reason: "main's model is gone: 404" } as const;
    const ledger = aLedger([gone, { arm: 'stored' }, {}]);
    expect(gatherComparison(plan, prompt, metric, ledger, 'base').input.gone).toBe(gone.reason);
    expect(gatherComparison(plan, prompt, metric, ledger, 'stored').input.gone).toBeUndefined();
    expect(findGone(aLedger([{ ...gone, missing: 'outage' }]), prompt, metric, ['base'])).toBeNull();
  });
});

describe('compareExpense', () => {
  const pairs = (tokens: number) =>
    prompt.cases.slice(0, 3).flatMap(({ id }, index) => [
      { case: id, arm: 'base', result: answered('x', { latencyMs: 100 + index }) },
      {
        case: id,
        result: answered('x', {
          latencyMs: 200 + 2 * index,
          usage: { inputTokens: tokens, cachedInputTokens: 0, outputTokens: 0, reasoningTokens: 0 },
        }),
      },
    ]);
  const price = { inputPerMillionUsd: 1, cachedInputPerMillionUsd: null, outputPerMillionUsd: 0 };

  it('gives the ratio of the candidate to the base, case by case', () => {
    const { cost, latency } = compareExpense(prompt, aLedger([], pairs(50)), 'base', { 'some-model': price });
    expect(cost?.ratio).toBeCloseTo(0.5);
    expect(latency?.ratio).toBeCloseTo(2);
  });

  it('an unknown price gives no ratio, and re-runs do not count', () => {
    const more = [...pairs(50), { sample: 1, result: answered('x', { latencyMs: 9e6 }) }];
    const { cost, latency } = compareExpense(prompt, aLedger([], more), 'base', {});
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
