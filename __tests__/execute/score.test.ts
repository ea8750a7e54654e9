import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../src/checks/registry.ts';
import type { CheckConfig } from '../../src/config/config.ts';
import { defaultModel } from '../../src/config/default-config.ts';
import { generateSamples } from '../../src/execute/generate.ts';
import { scoreSamples } from '../../src/execute/score.ts';
import { addSamples, drawSamples, emptySession } from '../../src/execute/session.ts';
import type { OutputJudge } from '../../src/judges/judge.ts';
import { compileJudge } from '../../src/judges/registry.ts';
import { wantFirstRound } from '../../src/plan/first-round.ts';
import type { Metric } from '../../src/plan/metric.ts';
import type { PromptPlan } from '../../src/plan/suite-plan.ts';
import type { ModelResult } from '../../src/ports.ts';
import type { SampleRecord } from '../../src/run/records.ts';
import { answered, createFakeLog, createFakeModel, rejected, type Script, unavailable } from '../helpers/fake-ports.ts';
import { aJudge, filesOf } from '../judges/judge-builders.ts';
import { numberOf, someRows } from '../pipeline/story.ts';
import { aPlan, aSide } from '../plan/builders.ts';

function aContext(script: Script) {
  const model = createFakeModel(script);
  const context = {
    model,
    cache: null,
    log: createFakeLog(),
    clock: { nowMs: () => 0 },
    signal: new AbortController().signal,
    concurrency: 2,
    prices: {},
    budgetMicroUsd: null,
    journal: [],
    dropped: new Map(),
    down: new Map(),
  };
  return { model, context };
}

const where = { path: 'prompt-assay.yml', line: 1, column: 1 };
const common = {
  name: 'm',
  gates: true,
  held: null,
  refused: false,
  wouldGate: true,
  note: null,
  labels: null,
  minScore: null,
  minScoreOn: 'mean',
  hash: 'h',
} as const;

function aCheck(changes: Partial<CheckConfig> = {}): Metric {
  const config: CheckConfig = {
    kind: 'check',
    name: 'm',
    type: 'equals',
    path: null,
    not: false,
    role: 'gate',
    direction: 'higher',
    minScore: null,
    minScoreOn: 'mean',
    options: { expected: 'yes' },
    where,
    ...changes,
  };
  const { direction } = config;
  return { ...common, kind: 'check', direction, needs: 'output', check: compileCheck(config, new Map()) };
}

function aChecklist(): Metric {
  const files = filesOf({ 'r.md': '- polite: is it polite?\n- short: is it short?\n' });
  const judge = compileJudge(aJudge({ type: 'checklist', rubric: 'r.md' }), files);
  return { ...common, kind: 'judge', needs: 'output', direction: 'higher', labels: null, judge: judge as OutputJudge };
}

const reply = (polite: boolean, short: boolean, abstain = false) =>
  JSON.stringify({
    criteria: [
      { id: 'polite', evidence: '', met: polite },
      { id: 'short', evidence: '', met: short },
    ],
    abstain,
    reason: 'so it seems',
  });

/** Samples with these results, one a case, of a prompt with these metrics. */
function samplesOf(results: readonly ModelResult[], metrics: readonly Metric[]): readonly SampleRecord[] {
  const rows = someRows(results.length);
  const plan = aPlan({ base: aSide('v1', rows), candidate: aSide('v2', rows) });
  const prompt: PromptPlan = { ...(plan.prompts[0] as PromptPlan), metrics };
  return results.map((result, index) => ({
    prompt,
    case: prompt.cases[index] as PromptPlan['cases'][number],
    arm: 'candidate',
    sample: 0,
    key: 'k',
    result,
    source: 'fresh',
    answeredAtMs: 0,
  }));
}

const judgeModel = { ...defaultModel, id: 'a-judge' };
const noCall: Script = () => {
  throw new Error('no call was expected');
};

async function score(results: readonly ModelResult[], metric: Metric, script: Script = noCall) {
  const { context, model } = aContext(script);
  const records = await scoreSamples(samplesOf(results, [metric]), judgeModel, context);
  return { records, model, scores: records.map((record) => record.score) };
}

describe('scoreSamples with checks', () => {
  it.each([
    ['an answer is scored', answered('yes'), aCheck(), 1],
    ['a wrong answer is 0', answered('no'), aCheck(), 0],
    [
      'an answer that was cut off is scored as it is',
      answered('yes', { output: { content: 'yes', toolCalls: [], refusal: null, finishReason: 'length' } }),
      aCheck(),
      1,
    ],
    ['a refused request is the worst score', rejected(400, 'too long'), aCheck(), 0],
    ['the worst score where lower is better is 1', rejected(413, 'too long'), aCheck({ direction: 'lower' }), 1],
    ['a negated check does not turn a refused request into a success', rejected(422, 'no'), aCheck({ not: true }), 0],
    ['an outage has no score', unavailable('503'), aCheck(), null],
    ['an outage has no score where lower is better', unavailable('503'), aCheck({ direction: 'lower' }), null],
  ])('%s', async (_name, result, metric, expected) => {
    const { records } = await score([result], metric);
    expect(records[0]?.score).toBe(expected);
    if (result.status !== 'answered') expect(records[0]?.reason).toBe(result.reason);
  });

  it('gives every sample every metric, in their order, with names', async () => {
    const { context } = aContext(noCall);
    const metrics = [aCheck(), { ...aCheck(), name: 'second' }];
    const records = await scoreSamples(samplesOf([answered('yes'), answered('no')], metrics), judgeModel, context);
    expect(records.map(({ case: id, metric, score: value }) => `${id} ${metric} ${value}`)).toEqual([
      'q-000 m 1',
      'q-000 second 1',
      'q-001 m 0',
      'q-001 second 0',
    ]);
    expect(records[0]).toMatchObject({ suite: 'triage', prompt: 'triage', arm: 'candidate', sample: 0 });
  });
});

describe('scoreSamples with a judge', () => {
  it('asks for answers only, and gives the share of criteria that are met', async () => {
    const { scores, model } = await score([answered('a'), rejected(400, 'x'), unavailable('503')], aChecklist(), () =>
      reply(true, false),
    );
    expect(scores).toEqual([0.5, 0, null]);
    expect(model.calls).toHaveLength(1);
    expect(model.calls[0]).toMatchObject({ purpose: 'judge', arm: 'judge', request: { model: 'a-judge' } });
  });

  it('equal outputs for one row are judged once, for both arms alike', async () => {
    const [sample] = samplesOf([answered('same')], [aChecklist()]);
    const { context, model } = aContext(() => reply(true, true));
    const both = [sample as SampleRecord, { ...(sample as SampleRecord), arm: 'base' as const }];
    const records = await scoreSamples(both, judgeModel, context);
    expect(records.map((record) => record.score)).toEqual([1, 1]);
    expect(model.calls).toHaveLength(1);
  });

  it('a broken form is asked for once more, with the reply and what is wrong with it', async () => {
    let asked = 0;
    const { scores, model } = await score([answered('a')], aChecklist(), () => {
      asked += 1;
      return asked === 1 ? 'I think it is fine' : reply(true, true);
    });
    expect(scores).toEqual([1]);
    const repair = model.calls[1]?.request.messages ?? [];
    expect(repair.at(-2)).toEqual({ role: 'assistant', content: 'I think it is fine' });
    expect(repair.at(-1)?.content).toContain('not JSON alone');
  });

  it('a form that is broken twice is unscored with its reason, never 0, and is not asked a third time', async () => {
    const { records, model } = await score([answered('a')], aChecklist(), () => 'fine!');
    expect(records[0]).toMatchObject({ score: null, reason: expect.stringContaining('cannot be read') });
    expect(model.calls).toHaveLength(2);
  });

  it.each([
    ['a judge that is down', unavailable('503')],
    ['a judge that refuses the request', rejected(400, 'content policy')],
  ])('%s leaves the sample unscored', async (_name, result) => {
    const { records, model } = await score([answered('a')], aChecklist(), () => result);
    expect(records[0]).toMatchObject({
      score: null,
      reason: `the judge did not answer: ${result.status === 'answered' ? '' : result.reason}`,
    });
    expect(model.calls).toHaveLength(1);
  });

  it('an abstention is unscored and not repaired', async () => {
    const { records, model } = await score([answered('a')], aChecklist(), () => reply(true, true, true));
    expect(records[0]).toMatchObject({ score: null, reason: 'the judge abstained: so it seems' });
    expect(model.calls).toHaveLength(1);
  });
});

describe('generateSamples and sessions', () => {
  const rows = someRows(12);
  const plan = aPlan({ base: aSide('v1', rows), candidate: aSide('v2', rows) });
  const wanted = [...wantFirstRound(plan, 'base'), ...wantFirstRound(plan, 'candidate')];

  it('gives each wanted output its own answer', async () => {
    const { context } = aContext((call) => `${call.arm} ${numberOf(call)}`);
    const samples = await generateSamples(wanted, context);
    expect(samples).toHaveLength(24);
    for (const { arm, case: row, result } of samples) {
      expect(result).toMatchObject({ output: { content: `${arm} ${Number(row.id.slice(2))}` } });
    }
  });

  it('the arms take turns, so that a bad minute falls on both', async () => {
    const { context, model } = aContext(() => 'x');
    await generateSamples(wanted, { ...context, concurrency: 1 });
    expect(model.calls.slice(0, 4).map((call) => call.arm)).toEqual(['base', 'candidate', 'base', 'candidate']);
  });

  it('a session only grows', async () => {
    const { context } = aContext(() => 'yes');
    const asked = { generation: context, judging: context, judgeModel };
    const first = await drawSamples(emptySession, wanted.slice(0, 6), asked);
    const second = await drawSamples(first, wanted.slice(6), asked);
    expect(second.samples.slice(0, 6)).toEqual(first.samples);
    expect(second.scores).toHaveLength(24);
    expect(second.scores.every((record) => record.score === 1)).toBe(true);
    expect((await addSamples(second, first.samples, asked)).samples).toHaveLength(30);
  });

  it('an arm that was refused as a whole has no scores; the other keeps its own', async () => {
    const { context } = aContext((call) => (call.arm === 'candidate' ? rejected(400, 'no') : 'yes'));
    const { scores } = await drawSamples(emptySession, wanted, { generation: context, judging: context, judgeModel });
    const of = (arm: string) => new Set(scores.filter((record) => record.arm === arm).map((record) => record.score));
    expect([of('candidate'), of('base')]).toEqual([new Set([null]), new Set([1])]);
  });
});
