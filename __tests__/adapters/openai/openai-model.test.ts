import { afterEach, describe, expect, it } from '@jest/globals';
import { createOpenAiModel, type OpenAiModelSeams } from '../../../src/adapters/openai/openai-model.ts';
import { defaultRetryPolicy, sleep } from '../../../src/adapters/openai/retry.ts';
import type { ModelCall, ModelRequest } from '../../../src/ports.ts';
import {
  type FakeAnswer,
  type FakeModel,
  type FakeRequest,
  startFakeModel,
} from '../../helpers/fake-model/fake-model.ts';

const key = 'sk-test-0123456789abcdef';
const never = new AbortController().signal;
let server: FakeModel | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

function aCall(request: Partial<ModelRequest> = {}): ModelCall {
  const messages = [{ role: 'user' as const, content: 'Hello' }];
  const plain: ModelRequest = {
    model: 'a-model',
    api: 'chat',
    messages,
    parameters: {},
    responseFormat: null,
    tools: [],
  };
  return { request: { ...plain, ...request }, key: 'k', purpose: 'generate', arm: 'candidate', sample: 0, owner: null };
}

/** A model over a scripted server, and the pauses it took instead of waiting. */
async function startModel(answer: (request: FakeRequest) => FakeAnswer, seams: OpenAiModelSeams = {}) {
  server = await startFakeModel({ answer, models: ['a-model', 'b-model'] });
  const pauses: number[] = [];
  const options = { baseUrl: server.url, apiKey: key, headers: { 'x-team': 'team-secret' }, map: {}, keyHint: '' };
  const note = async (ms: number) => void pauses.push(ms);
  const model = createOpenAiModel(options, { sleep: note, random: () => 0.5, ...seams });
  return { model, pauses, server };
}

/** Answers the first requests with a list, and all later ones with a text. */
function inTurn(...answers: readonly FakeAnswer[]) {
  return (request: FakeRequest) => answers[request.number - 1] ?? 'fine';
}

describe('an answered request', () => {
  it.each(['chat', 'responses'] as const)('comes back canonical over the %s API', async (api) => {
    const { model, server } = await startModel(() => ({
      content: 'Hi',
      toolCalls: [
        { name: 'find', arguments: '{"b": 1, "a": 2}' },
        { name: 'broken', arguments: '{"b": ' },
      ],
      usage: { input: 12, output: 3 },
      model: 'a-model-2026-01-01',
      fingerprint: 'fp_1',
    }));
    const result = await model.complete(aCall({ api }), never);
    expect(result).toMatchObject({
      status: 'answered',
      output: {
        content: 'Hi',
        toolCalls: [
          { name: 'find', arguments: { a: 2, b: 1 } },
          { name: 'broken', arguments: '{"b": ' },
        ],
        refusal: null,
        finishReason: 'tool_calls',
      },
      usage: { inputTokens: 12, outputTokens: 3, cachedInputTokens: 0, reasoningTokens: 0 },
      model: 'a-model-2026-01-01',
      fingerprint: api === 'chat' ? 'fp_1' : null,
      attempts: 1,
    });
    expect(server.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${key}`, 'x-team': 'team-secret' });
  });

  it.each([
    ['a refusal', { refusal: 'I cannot.' }, { content: '', refusal: 'I cannot.', finishReason: 'stop' }],
    ['null content', { content: null }, { content: '', refusal: null, finishReason: 'stop' }],
    ['a cut answer', { content: 'Hi', finishReason: 'length' }, { content: 'Hi', finishReason: 'length' }],
    [
      'a content filter',
      { content: '', finishReason: 'content_filter' },
      { content: '', finishReason: 'content_filter' },
    ],
  ])('is an answer with %s, on both APIs', async (_name, message, output) => {
    const { model } = await startModel(() => message);
    for (const api of ['chat', 'responses'] as const) {
      expect(await model.complete(aCall({ api }), never)).toMatchObject({ status: 'answered', output });
    }
  });

  it('has no usage where the server counts none', async () => {
    const { model } = await startModel(() => ({ content: 'Hi', usage: null }));
    expect(await model.complete(aCall(), never)).toMatchObject({ status: 'answered', usage: null });
  });

  it('sends a system message, parameters and nothing else', async () => {
    const { model, server } = await startModel(() => 'fine');
    await model.complete(aCall({ parameters: { 'max-tokens': 5 } }), never);
    expect(server.requests[0]?.body).toEqual({
      model: 'a-model',
      messages: [{ role: 'user', content: 'Hello' }],
      max_tokens: 5,
    });
  });

  it('needs no key on loopback and then sends none', async () => {
    server = await startFakeModel({ answer: () => 'fine' });
    const model = createOpenAiModel({
      baseUrl: server.url,
      apiKey: null,
      headers: {},
      map: { 'a-model': 'mapped' },
      keyHint: '',
    });
    expect(await model.complete(aCall(), never)).toMatchObject({ status: 'answered' });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
    expect(server.requests[0]?.body.model).toBe('mapped');
  });

  it('lists the models', async () => {
    const { model } = await startModel(() => 'fine');
    expect(await model.listModels()).toEqual([
      { id: 'a-model', shutdownDate: null },
      { id: 'b-model', shutdownDate: null },
    ]);
  });
});

describe('a request that may be retried', () => {
  const busy = { error: { message: 'slow down', type: 'requests', code: 'rate_limit_exceeded' } };
  it.each<[string, FakeAnswer]>([
    ['408', { status: 408, body: {} }],
    ['409', { status: 409, body: {} }],
    ['429', { status: 429, body: busy }],
    ['500', { status: 500, body: 'oops' }],
    ['503', { status: 503, body: '<html>' }],
    ['a reset', { fault: 'reset' }],
    ['a truncated body', { fault: 'truncate' }],
    ['a body that is no JSON', { fault: 'garbage' }],
    ['a timeout', { fault: 'slow' }],
    ['no choices', { status: 200, body: { choices: [] } }],
    ['an error inside a 200', { status: 200, body: { error: { message: 'upstream', code: 502 } } }],
  ])('is asked again after %s', async (_name, fault) => {
    const { model, pauses, server } = await startModel(inTurn(fault), { timeoutMs: 400 });
    expect(await model.complete(aCall(), never)).toMatchObject({ status: 'answered', attempts: 2 });
    expect(pauses).toEqual([500]);
    expect(server.requests).toHaveLength(2);
  });

  it('backs off twice as long each time and gives up after five attempts', async () => {
    const { model, pauses } = await startModel(() => ({ status: 500, body: { error: { message: 'down' } } }));
    expect(await model.complete(aCall(), never)).toMatchObject({
      status: 'unavailable',
      reason: '500: down',
      attempts: 5,
    });
    expect(pauses).toEqual([500, 1000, 2000, 4000]);
  });

  it.each([
    ['seconds', { 'retry-after': '7' }, 7500],
    ['milliseconds', { 'retry-after': '7', 'retry-after-ms': '250' }, 750],
    ['a past date', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 500],
    ['nonsense', { 'retry-after': 'soon' }, 500],
  ])('honours Retry-After in %s', async (_name, headers, pause) => {
    const { model, pauses } = await startModel(inTurn({ status: 429, body: busy, headers }));
    await model.complete(aCall(), never);
    expect(pauses).toEqual([pause]);
  });

  it('honours Retry-After as a date', async () => {
    const { model, pauses } = await startModel(
      () => {
        return { status: 429, body: busy, headers: { 'retry-after': new Date(Date.now() + 60_000).toUTCString() } };
      },
      { retry: { ...defaultRetryPolicy, maxAttempts: 2 } },
    );
    await model.complete(aCall(), never);
    expect(pauses[0]).toBeGreaterThan(50_000);
    expect(pauses[0]).toBeLessThan(61_000);
  });

  it.each<[string, unknown, { readonly [name: string]: string }, number]>([
    ['its body (Google)', { error: { message: 'quota', details: [{}, { retryDelay: '8.994s' }] } }, {}, 8994],
    ['its words', { error: { message: 'Quota exceeded. Please retry in 8.5s.' } }, {}, 8500],
    ['its words, in minutes', { error: { message: 'Please try again in 1m30s. Visit' } }, {}, 90_000],
    [
      'the header of the spent limit',
      busy,
      { 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '6s' },
      6000,
    ],
    ['a header of seconds', busy, { 'x-ratelimit-reset': '20' }, 20_000],
  ])('honours a pause asked for in %s', async (_name, body, headers, pause) => {
    const { model, pauses } = await startModel(inTurn({ status: 429, body, headers }));
    await model.complete(aCall(), never);
    expect(pauses).toEqual([pause + 500]);
  });

  it('honours a pause asked for as a moment (OpenRouter)', async () => {
    const headers = { 'x-ratelimit-reset': String(Date.now() + 30_000) };
    const { model, pauses } = await startModel(inTurn({ status: 429, body: busy, headers }));
    await model.complete(aCall(), never);
    expect(pauses[0]).toBeGreaterThan(25_000);
    expect(pauses[0]).toBeLessThan(31_000);
  });

  it('does not wait an hour because it is told to', async () => {
    const { model, pauses } = await startModel(() => ({ status: 429, body: busy, headers: { 'retry-after': '3600' } }));
    expect(await model.complete(aCall(), never)).toMatchObject({
      status: 'unavailable',
      reason: '429 rate_limit_exceeded: slow down; the provider asks to wait 3600 s',
      attempts: 1,
    });
    expect(pauses).toEqual([]);
  });

  it('stops at once when the run is aborted, while asking and while waiting', async () => {
    for (const fault of ['slow', 'reset'] as const) {
      const stop = new AbortController();
      const { model, server } = await startModel(
        () => {
          setTimeout(() => stop.abort(new Error('cancelled')), 20);
          return { fault };
        },
        { sleep },
      );
      await expect(model.complete(aCall(), stop.signal)).rejects.toThrow('cancelled');
      expect(server.requests).toHaveLength(1);
      await server.close();
    }
  });

  it('says that the time was up', async () => {
    const { model } = await startModel(() => ({ fault: 'slow' }), {
      timeoutMs: 100,
      retry: { ...defaultRetryPolicy, maxAttempts: 1 },
    });
    expect(await model.complete(aCall(), never)).toMatchObject({
      status: 'unavailable',
      reason: 'no complete answer within 0.1 s',
    });
  });

  it.each<[string, unknown, string]>([
    [
      'an error in it',
      { choices: null, error: { message: 'Too many requests upstream', code: 'rate_limited' } },
      '200 with an error rate_limited: Too many requests upstream',
    ],
    [
      'a text for its error',
      { error: 'model is loading, try later' },
      '200 with an error: model is loading, try later',
    ],
    ['no message', { detail: 'not here' }, 'the answer has no message in it: not here'],
    [
      'a choice that ended with an error',
      { choices: [{ message: { content: '' }, finish_reason: 'error' }] },
      '200 with an error: the model ended with an error',
    ],
  ])('keeps what a 200 with %s said, and does not take it for an answer', async (_name, body, reason) => {
    const { model } = await startModel(() => ({ status: 200, body }));
    expect(await model.complete(aCall(), never)).toMatchObject({ status: 'unavailable', reason, attempts: 5 });
  });

  it('asks once more after a 400 that nobody knows, and no further', async () => {
    const odd: FakeAnswer = { status: 400, body: { error: { message: 'This organization has been disabled.' } } };
    const { model } = await startModel(() => odd);
    const reason = '400: This organization has been disabled.';
    expect(await model.complete(aCall(), never)).toMatchObject({ status: 'unavailable', reason, attempts: 2 });
    await server?.close();
    const { model: recovered } = await startModel(inTurn(odd));
    expect(await recovered.complete(aCall(), never)).toMatchObject({ status: 'answered', attempts: 2 });
  });

  it.each<[string, string, RegExp]>([
    [
      'a web page',
      '<!doctype html><title>Sign in</title>',
      /^127\.0\.0\.1:\d+ answered with a web page: check "base-url"$/,
    ],
    ['a stream', 'data: {"choices":[]}\n\n', /^127\.0\.0\.1:\d+ streams its answers/],
  ])('tells %s from an answer, and that nothing could be read', async (_name, body, reason) => {
    const { model } = await startModel(() => ({ status: 200, body }));
    expect(await model.complete(aCall(), never)).toMatchObject({
      status: 'unavailable',
      reason: expect.stringMatching(reason),
      unreachable: true,
    });
  });

  it('says which connection failed', async () => {
    const { model, server } = await startModel(() => 'fine');
    await server.close();
    const { host } = new URL(server.url);
    expect(await model.complete(aCall(), never)).toMatchObject({
      status: 'unavailable',
      reason: `${host} cannot be reached (ECONNREFUSED): is it running? Check "base-url"`,
      unreachable: true,
      attempts: 5,
    });
  });

  it('does not follow a redirect to another host', async () => {
    const elsewhere = await startFakeModel({ answer: () => 'stolen' });
    const location = elsewhere.url;
    const { model } = await startModel(() => ({ status: 307, body: '', headers: { location } }));
    await expect(model.complete(aCall(), never)).rejects.toThrow('Check "base-url"');
    expect(elsewhere.requests).toHaveLength(0);
    await elsewhere.close();
  });
});

describe('secrets', () => {
  it.each([400, 401, 403, 404, 413, 429, 500])('are in no message about a %i that echoes them', async (status) => {
    const echo = { error: { message: `key ${key} of team-secret at fault`, code: key, param: 'messages' } };
    const { model } = await startModel(() => ({ status, body: echo }));
    const outcome = await model
      .complete(aCall(), never)
      .catch((error: Error) => `${error.stack} ${JSON.stringify(error)}`);
    const text = JSON.stringify(outcome);
    expect(text).toContain('***');
    expect(text).not.toContain(key);
    expect(text).not.toContain('team-secret');
  });
});
