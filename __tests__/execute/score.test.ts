import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../src/checks/registry.ts';
import type { CheckConfig } from '../../src/config/config.ts';
import { defaultModel } from '../../src/config/default-config.ts';
import { drawSamples } from '../../src/execute/draw.ts';
import { createLimiters } from '../../src/execute/limiter.ts';
import { scoreSamples } from '../../src/execute/score.ts';
import type { OutputJudge } from '../../src/judges/judge.ts';
import { compileJudge } from '../../src/judges/registry.ts';
import { createFinder, identifyArm, listKeys } from '../../src/plan/draws.ts';
import type { Metric } from '../../src/plan/metric.ts';
import { listFirstRound } from '../../src/plan/rounds.ts';
import type { PromptPlan } from '../../src/plan/suite-plan.ts';
import type { ModelResult } from '../../src/ports.ts';
import { createLedger, type Ledger } from '../../src/run/ledger.ts';
import type { SampleKey } from '../../src/run/sample-key.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import { listSamples, listScores, readArm } from '../../src/scores/read.ts';
import { answered, createFakeLog, createFakeModel, rejected, type Script, unavailable } from '../helpers/fake-ports.ts';
import { aJudge, filesOf } from '../judges/judge-builders.ts';
import { numberOf, someRows } from '../pipeline/story.ts';
import { aPlan, aSide } from '../plan/builders.ts';
import { aSample } from '../run/records.ts';

function aContext(script: Script) {
  const model = createFakeModel(script);
  const context = {
    model,
    cache: null,
    onlyKnown: false,
    log: createFakeLog(),
    clock: { nowMs: () => 0 },
    signal: new AbortController().signal,
    limiters: createLimiters(2),
    prices: {},
    fallbackPrice: null,
    budgetMicroUsd: null,
    ledger: createLedger(createMemorySpool()),
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
    at: null,
    tool: null,
    call: 'all',
    path: null,
    from: 'whole',
    not: false,
    role: 'gate',
    direction: 'higher',
    minScore: null,
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

/** A run of one prompt with these metrics, whose candidate drew these results, one a case. */
function drawnRun(results: readonly ModelResult[], metrics: readonly Metric[]) {
  const rows = someRows(results.length);
  const plan = aPlan({ base: aSide('v1', rows), candidate: aSide('v2', rows) });
  const prompt: PromptPlan = { ...(plan.prompts[0] as PromptPlan), metrics };
  const keys = results.map((_, index): SampleKey => {
    const id = prompt.cases[index]?.id ?? '';
    return { ...identifyArm(prompt, 'candidate'), unit: 'case', case: id, sample: 0 };
  });
  const put = (ledger: Ledger) =>
    keys.forEach((key, index) => {
      ledger.append({ kind: 'sample', record: aSample({ ...key, result: results[index] as ModelResult }) });
    });
  return { prompt, keys, put, find: createFinder([{ ...plan, prompts: [prompt] }]) };
}

const judgeModel = { ...defaultModel, id: 'a-judge' };
const noCall: Script = () => {
  throw new Error('no call was expected');
};

async function score(
  results: readonly ModelResult[],
  metrics: Metric | readonly Metric[],
  script: Script = noCall,
  context = aContext(script),
) {
  const all = [metrics].flat() as readonly Metric[];
  const { prompt, keys, put, find } = drawnRun(results, all);
  const { ledger } = context.context;
  put(ledger);
  await scoreSamples(keys, find, ledger, judgeModel, context.context);
  const records = keys.flatMap(({ case: id }) =>
    all.map((metric) => {
      const facts = readArm(ledger, prompt, 'candidate').score(metric.name, id, 0);
      return { case: id, metric: metric.name, ...facts };
    }),
  );
  return { records, model: context.model, scores: records.map((record) => record.score) };
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

  it('gives every sample every metric', async () => {
    const { records } = await score([answered('yes'), answered('no')], [aCheck(), { ...aCheck(), name: 'second' }]);
    expect(records.map(({ case: id, metric, score: value }) => `${id} ${metric} ${value}`)).toEqual([
      'q-000 m 1',
      'q-000 second 1',
      'q-001 m 0',
      'q-001 second 0',
    ]);
  });

  it.each([
    ['an outage', unavailable('503'), 'outage'],
    ['a model that is served no more', { ...unavailable('gone'), gone: true as const }, 'gone'],
    ['a refused request has a score', rejected(400, 'x'), null],
  ])('says why there is none: %s', async (_name, result, missing) => {
    expect((await score([result], aCheck())).records[0]).toMatchObject({ missing });
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

  it('equal outputs of equal rows are judged once', async () => {
    const context = aContext(() => reply(true, true));
    const twice = [aChecklist(), { ...aChecklist(), name: 'again' }];
    const { scores, model } = await score([answered('same')], twice, noCall, context);
    expect(scores).toEqual([1, 1]);
    expect(model.calls).toHaveLength(1);
  });

  it('what was scored before is not asked again', async () => {
    const context = aContext(() => reply(true, true));
    await score([answered('a'), answered('b')], aChecklist(), noCall, context);
    const { prompt, keys, find } = drawnRun([answered('a'), answered('b')], [aChecklist()]);
    await scoreSamples(keys, find, context.context.ledger, judgeModel, context.context);
    expect(context.model.calls).toHaveLength(2);
    expect(prompt.metrics).toHaveLength(1);
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
    expect(records[0]).toMatchObject({
      score: null,
      missing: 'unreadable',
      reason: expect.stringContaining('cannot be read'),
    });
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
    expect(records[0]).toMatchObject({ score: null, missing: 'abstained', reason: 'the judge abstained: so it seems' });
    expect(model.calls).toHaveLength(1);
  });
});

describe('drawSamples', () => {
  const rows = someRows(12);
  const plan = aPlan({ base: aSide('v1', rows), candidate: aSide('v2', rows) });
  const prompt = plan.prompts[0] as PromptPlan;
  const draw = async ({ context }: ReturnType<typeof aContext>) => {
    const keys = [...listKeys(listFirstRound([plan], 'fresh'))];
    const work = { do: 'draw', why: 'first-round', keys, count: keys.length, anew: false } as const;
    await drawSamples(work, createFinder([plan]), context.ledger, context);
    return context.ledger;
  };

  it('gives each wanted output its own answer, with its score and its call', async () => {
    const ledger = await draw(aContext((call) => `${call.arm} ${numberOf(call)}`));
    for (const arm of ['base', 'candidate']) {
      const samples = listSamples(ledger, prompt, arm);
      expect(samples).toHaveLength(12);
      for (const sample of samples) {
        const content = `${arm} ${Number(sample.case.slice(2))}`;
        expect(ledger.recordOf(sample)).toMatchObject({ source: 'fresh', result: { output: { content } } });
      }
      expect(listScores(ledger, prompt, prompt.metrics[0] as Metric, arm).map((facts) => facts.score)).toEqual(
        Array(12).fill(0),
      );
    }
    expect(ledger.calls()).toMatchObject({ calls: 24, generationCalls: 24 });
  });

  it('an arm that was refused as a whole has no scores; the other keeps its own', async () => {
    const ledger = await draw(aContext((call) => (call.arm === 'candidate' ? rejected(400, 'no') : 'yes')));
    const of = (arm: string) =>
      new Set(listScores(ledger, prompt, prompt.metrics[0] as Metric, arm).map((facts) => facts.score));
    expect([of('candidate'), of('base')]).toEqual([new Set([null]), new Set([1])]);
  });
});
