import { describe, expect, it } from '@jest/globals';
import { createRecorder, createReplayModel } from '../../../src/adapters/replay/replay-model.ts';
import type { UserError } from '../../../src/errors.ts';
import { type Model, type ModelCall, type ModelResult, unknownRate } from '../../../src/ports.ts';

const never = new AbortController().signal;

function aCall(key: string, sample = 0, purpose: ModelCall['purpose'] = 'generate'): ModelCall {
  const messages = [{ role: 'user' as const, content: 'a question' }];
  const request = { model: 'a-model', api: 'chat' as const, messages, parameters: {}, responseFormat: null, tools: [] };
  return { request, key, purpose, arm: 'candidate', sample, owner: null };
}

function anAnswer(content: string): ModelResult {
  const output = { content, toolCalls: [], refusal: null, finishReason: 'stop' };
  const usage = { inputTokens: 1, cachedInputTokens: 0, outputTokens: 2, reasoningTokens: 0 };
  return { status: 'answered', output, usage, model: 'a-model-1', fingerprint: null, latencyMs: 12, attempts: 1 };
}

const rejection: ModelResult = { status: 'rejected', httpStatus: 400, reason: 'too long', latencyMs: 3, attempts: 1 };
const outage: ModelResult = { status: 'unavailable', reason: 'reset', latencyMs: 3, attempts: 5 };

function aModel(answer: (call: ModelCall) => ModelResult): Model {
  return {
    endpoint: async () => 'e',
    attempt: async (call) => ({ result: answer(call), again: 'never', rate: unknownRate }),
  };
}

async function ask(model: Model, call: ModelCall): Promise<ModelResult> {
  return (await model.attempt(call, never)).result;
}

const answers: { readonly [key: string]: ModelResult } = {
  'b/0': anAnswer('b0'),
  'b/2': anAnswer('b2'),
  'a/0': rejection,
  'j/0': anAnswer('{"score": 5}'),
  'x/0': outage,
};

async function record(): Promise<string> {
  const recorder = createRecorder(null);
  const model = recorder.wrap(aModel(({ key, sample }) => answers[`${key}/${sample}`] as ModelResult));
  await ask(model, aCall('b', 2));
  await ask(model, aCall('x'));
  await ask(model, aCall('j', 0, 'judge'));
  await ask(model, aCall('b'));
  await ask(model, aCall('a'));
  return recorder.records();
}

describe('a recording', () => {
  it('replays exactly what was answered', async () => {
    const text = await record();
    const replay = createReplayModel({ path: 'r.jsonl', text });
    expect(await ask(replay, aCall('b', 2))).toEqual(answers['b/2']);
    expect(await ask(replay, aCall('b', 0))).toEqual(answers['b/0']);
    expect(await ask(replay, aCall('a'))).toEqual(rejection);
    expect(await ask(replay, aCall('j', 0, 'judge'))).toEqual(answers['j/0']);
  });

  it("keeps a draw of its own for each case that asks the same, and answers a case without one by what is anybody's", async () => {
    const of = (id: string): ModelCall => ({ ...aCall('k'), owner: { suite: 's', prompt: 'p', case: id } });
    const recorder = createRecorder(null);
    const draws = ['draw 1', 'draw 2'];
    const model = recorder.wrap(aModel(() => anAnswer(draws.shift() ?? 'one too many')));
    const drawn = [await ask(model, of('one')), await ask(model, of('two'))];
    expect(drawn).toEqual([anAnswer('draw 1'), anAnswer('draw 2')]);
    const replay = createReplayModel({ path: 'r.jsonl', text: recorder.records() });
    expect([await ask(replay, of('one')), await ask(replay, of('two'))]).toEqual(drawn);
    await expect(ask(replay, of('three'))).rejects.toThrow('has no recorded answer');
    const shared = createReplayModel({ path: 'r.jsonl', text: await record() });
    expect(await ask(shared, { ...of('three'), key: 'b' })).toEqual(answers['b/0']);
  });

  it('is sorted by key, one line a question, without requests', async () => {
    const text = await record();
    expect(text.match(/"key":"\w"/g)).toEqual(['"key":"a"', '"key":"b"', '"key":"j"']);
    expect(text).not.toContain('a question');
    const again = createRecorder({ path: 'r.jsonl', text });
    expect(again.records()).toBe(text);
  });

  it('takes new answers beside the earlier ones, and does not ask again for what is there', async () => {
    const earlier = { path: 'r.jsonl', text: await record() };
    const recorder = createRecorder(earlier);
    const model = recorder.wrap(aModel(({ key }) => anAnswer(key === 'b' ? 'new' : key)));
    expect(await ask(model, aCall('b'))).toEqual(anAnswer('b0'));
    await ask(model, aCall('c'));
    const replay = createReplayModel({ path: 'r.jsonl', text: recorder.records() });
    expect(await ask(replay, aCall('b'))).toEqual(anAnswer('b0'));
    expect(await ask(replay, aCall('c'))).toEqual(anAnswer('c'));
  });

  it.each([
    ['another question', aCall('unknown-question-key')],
    ['a hole between samples', aCall('b', 1)],
    ['a later sample', aCall('b', 9)],
    ['an outage', aCall('x')],
  ])('says what is missing and how to record it: %s', async (_name, call) => {
    const replay = createReplayModel({ path: 'r.jsonl', text: await record() });
    const problem = {
      path: 'r.jsonl',
      message: expect.stringContaining(`sample ${call.sample}, model "a-model"`),
      hint: expect.stringContaining('record'),
    };
    await expect(ask(replay, call)).rejects.toMatchObject({ problems: [problem] });
  });

  it('reports every broken line with its number', () => {
    const good = '{"key":"a","purpose":"generate","samples":[]}';
    const text = [good, '{"key":', '', '{"key":"b","purpose":"generate","samples":[{"status":"answered"}]}', good].join(
      '\n',
    );
    let problems: readonly unknown[] = [];
    try {
      createReplayModel({ path: 'r.jsonl', text });
    } catch (error) {
      problems = (error as UserError).problems.map(({ line }) => line);
    }
    expect(problems).toEqual([2, 4, 5]);
  });
});
