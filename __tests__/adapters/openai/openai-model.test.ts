import { afterEach, describe, expect, it } from '@jest/globals';
import { createOpenAiModel, type OpenAiModelOptions } from '../../../src/adapters/openai/openai-model.ts';
import type { Model, ModelCall, ModelRequest } from '../../../src/ports.ts';
import {
  type FakeAnswer,
  type FakeModel,
  type FakeRequest,
  startFakeModel,
} from '../../helpers/fake-model/fake-model.ts';

const key = 'sk-test-0123456789abcdef';
const never = () => new AbortController().signal;
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

const plain = { headers: {}, auth: 'bearer', apiVersion: null, map: {}, keyHint: '' } as const;

/** A model over a scripted server. */
async function startModel(answer: (request: FakeRequest) => FakeAnswer, changes: Partial<OpenAiModelOptions> = {}) {
  server = await startFakeModel({ answer });
  const options = { ...plain, baseUrl: server.url, apiKey: key, headers: { 'x-team': 'team-secret' }, ...changes };
  return { model: createOpenAiModel(options), server };
}

async function ask(model: Model, call = aCall()) {
  return (await model.attempt(call, never())).result;
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
    const result = await ask(model, aCall({ api }));
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
      expect(await ask(model, aCall({ api }))).toMatchObject({ status: 'answered', output });
    }
  });

  it('has no usage where the server counts none', async () => {
    const { model } = await startModel(() => ({ content: 'Hi', usage: null }));
    expect(await ask(model)).toMatchObject({ status: 'answered', usage: null });
  });

  it('sends a system message, parameters and nothing else', async () => {
    const { model, server } = await startModel(() => 'fine');
    await ask(model, aCall({ parameters: { 'max-tokens': 5 } }));
    expect(server.requests[0]?.body).toEqual({
      model: 'a-model',
      messages: [{ role: 'user', content: 'Hello' }],
      max_tokens: 5,
    });
  });

  it('sends every digit of an integer', async () => {
    const { model, server } = await startModel(() => 'fine');
    await ask(model, aCall({ parameters: { seed: 2512292042121000001n } }));
    expect(server.requests[0]?.body.seed).toBe(2512292042121000001n);
    expect(server.requests[0]?.headers['content-type']).toBe('application/json');
  });

  it('sends nothing that the environment names for the package behind it', async () => {
    const named = {
      OPENAI_ORG_ID: 'an-organization',
      OPENAI_PROJECT_ID: 'a-project',
      OPENAI_ADMIN_KEY: 'an-admin-key',
      OPENAI_CUSTOM_HEADERS: 'x-of-another-host: a-secret\nx-team: other-team',
    };
    Object.assign(process.env, named);
    try {
      const { model, server } = await startModel(() => ({}));
      await ask(model);
      const { headers } = server.requests[0] as FakeRequest;
      expect(headers).toMatchObject({ authorization: `Bearer ${key}`, 'x-team': 'team-secret' });
      expect(JSON.stringify(headers)).not.toMatch(/an-organization|a-project|an-admin-key|a-secret|other-team/);
    } finally {
      for (const name of Object.keys(named)) delete process.env[name];
    }
  });

  it('needs no key on loopback and then sends none', async () => {
    server = await startFakeModel({ answer: () => 'fine' });
    const model = createOpenAiModel({
      ...plain,
      baseUrl: server.url,
      apiKey: null,
      headers: {},
      map: { 'a-model': 'mapped' },
      keyHint: '',
    });
    expect(await ask(model)).toMatchObject({ status: 'answered' });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
    expect(server.requests[0]?.body.model).toBe('mapped');
  });

  it('keeps the headers that tell of limits, and pauses nobody while there is something left', async () => {
    const headers = {
      'x-ratelimit-remaining-requests': '7',
      'x-ratelimit-reset-requests': '2s',
      'x-request-id': 'r-1',
    };
    const body = { choices: [{ message: { content: 'fine' } }] };
    const { model } = await startModel(() => ({ status: 200, body, headers }));
    const { again, rate } = await model.attempt(aCall(), never());
    expect(again).toBe('never');
    expect(rate).toEqual({ isLimited: false, waitMs: null, remainingRequests: 7, remainingTokens: null, headers });
  });

  it.each([
    ['requests', { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '2s' }, 2000],
    ['tokens', { 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '1m2s' }, 62_000],
    ['the requests of a window', { 'ratelimit-remaining': '0', 'ratelimit-reset': '4' }, 4000],
    ['a limit without a name', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3' }, 3000],
  ])('tells when the last of %s is spent', async (_name, headers, waitMs) => {
    const body = { choices: [{ message: { content: 'fine' } }] };
    const { model } = await startModel(() => ({ status: 200, body, headers }));
    const { result, rate } = await model.attempt(aCall(), never());
    expect(result.status).toBe('answered');
    expect(rate).toMatchObject({ isLimited: false, waitMs });
  });
});

describe('a deployment of Azure', () => {
  it('is asked with its version, and with the key in a header of its own', async () => {
    server = await startFakeModel({ answer: () => 'fine' });
    const model = createOpenAiModel({
      ...plain,
      baseUrl: server.url.replace('/v1', '/openai/deployments/dep'),
      apiKey: key,
      auth: 'api-key',
      apiVersion: '2024-10-21',
    });
    expect(await ask(model)).toMatchObject({ output: { content: 'fine' } });
    const [{ path, headers } = { path: '', headers: {} }] = server.requests;
    expect(path).toBe('/openai/deployments/dep/chat/completions?api-version=2024-10-21');
    expect(headers).toMatchObject({ 'api-key': key });
    expect(headers).not.toHaveProperty('authorization');
  });

  it.each([401, 400, 500])('repeats no key in a message about a %i', async (status) => {
    const answer = ({ headers }: FakeRequest) => ({
      status,
      body: { error: { message: `bad ${headers['api-key']}` } },
    });
    const { model } = await startModel(answer, { auth: 'api-key' });
    const said = await model.attempt(aCall(), never()).catch(String);
    expect(JSON.stringify(said)).toContain('bad ***');
    expect(JSON.stringify(said)).not.toContain(key);
  });
});

describe('a request that may be asked again', () => {
  const busy = { error: { message: 'slow down', type: 'requests', code: 'rate_limit_exceeded' } };
  it.each<[string, FakeAnswer, boolean]>([
    ['408', { status: 408, body: {} }, false],
    ['409', { status: 409, body: {} }, false],
    ['429', { status: 429, body: {} }, true],
    ['500', { status: 500, body: 'oops' }, false],
    ['503', { status: 503, body: '<html>' }, true],
    ['529', { status: 529, body: { error: { type: 'overloaded_error' } } }, true],
    ['a 400 about the pace', { status: 400, body: { error: { message: 'Rate limit reached: 30 per minute' } } }, true],
    ['a reset', { fault: 'reset' }, false],
    ['a truncated body', { fault: 'truncate' }, false],
    ['a body that is no JSON', { fault: 'garbage' }, false],
    ['no choices', { status: 200, body: { choices: [] } }, false],
    ['an error inside a 200', { status: 200, body: { error: { message: 'upstream', code: 502 } } }, false],
    ['a 429 inside a 200', { status: 200, body: { error: { message: 'upstream', code: 429 } } }, true],
  ])('after %s is sent once, and left to who asked', async (_name, fault, isLimited) => {
    const { model, server } = await startModel(() => fault);
    const attempt = await model.attempt(aCall(), never());
    expect(attempt).toMatchObject({ result: { status: 'unavailable', attempts: 1 }, again: 'often' });
    expect(attempt.rate).toMatchObject({ isLimited, waitMs: null });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, { readonly [name: string]: string }, number | null]>([
    ['seconds', { 'retry-after': '7' }, 7000],
    ['milliseconds', { 'retry-after': '7', 'retry-after-ms': '250' }, 250],
    ['a past date', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 0],
    ['an hour', { 'retry-after': '3600' }, 3_600_000],
    ['nonsense', { 'retry-after': 'soon' }, null],
  ])('tells of Retry-After in %s', async (_name, headers, waitMs) => {
    const { model } = await startModel(() => ({ status: 429, body: busy, headers }));
    expect((await model.attempt(aCall(), never())).rate).toMatchObject({ waitMs, headers });
  });

  it.each<[string, () => { readonly [name: string]: string }]>([
    ['Retry-After as a date', () => ({ 'retry-after': new Date(Date.now() + 30_500).toUTCString() })],
    ['a reset as a moment (OpenRouter)', () => ({ 'x-ratelimit-reset': String(Date.now() + 30_000) })],
  ])('tells of %s', async (_name, headers) => {
    const { model } = await startModel(() => ({ status: 429, body: busy, headers: headers() }));
    const { waitMs } = (await model.attempt(aCall(), never())).rate;
    expect(waitMs).toBeGreaterThan(25_000);
    expect(waitMs).toBeLessThan(31_000);
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
    ["a header of the IETF's draft", busy, { 'ratelimit-reset': '21' }, 21_000],
    ['a header that names its limit alone (OpenAI)', busy, { 'x-ratelimit-reset-requests': '1s' }, 1000],
    [
      'the later of two such headers',
      busy,
      { 'x-ratelimit-reset-requests': '1s', 'x-ratelimit-reset-tokens': '4s' },
      4000,
    ],
    [
      'the header of what is spent, not of what is left',
      busy,
      {
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '2s',
        'x-ratelimit-remaining-tokens': '900',
        'x-ratelimit-reset-tokens': '50s',
      },
      2000,
    ],
    ['its words (LiteLLM)', { error: { message: 'No deployments available, Try again in 5 seconds.' } }, {}, 5000],
    ['a list around its body (Google)', [{ error: { message: 'quota', details: [{ retryDelay: '9s' }] } }], {}, 9000],
  ])('tells of a pause asked for in %s', async (_name, body, headers, waitMs) => {
    const { model } = await startModel(() => ({ status: 429, body, headers }));
    expect((await model.attempt(aCall(), never())).rate.waitMs).toBe(waitMs);
  });

  it('stops at once when the run is aborted', async () => {
    const stop = new AbortController();
    const { model } = await startModel(() => {
      setTimeout(() => stop.abort(new Error('cancelled')), 20);
      return { fault: 'slow' };
    });
    await expect(model.attempt(aCall(), stop.signal)).rejects.toThrow('cancelled');
  });

  it.each<[string, unknown, string]>([
    [
      'an error in it',
      { choices: null, error: { message: 'Too many requests upstream', code: 'rate_limited' } },
      'HOST answered 200 with an error rate_limited: Too many requests upstream',
    ],
    [
      'a text for its error',
      { error: 'model is loading, try later' },
      'HOST answered 200 with an error: model is loading, try later',
    ],
    ['no message', { detail: 'not here' }, 'the answer of HOST has no message in it: not here'],
    [
      'a choice that ended with an error',
      { choices: [{ message: { content: '' }, finish_reason: 'error' }] },
      'HOST answered 200 with an error: the model ended with an error',
    ],
  ])('keeps what a 200 with %s said, and does not take it for an answer', async (_name, body, reason) => {
    const { model, server } = await startModel(() => ({ status: 200, body }));
    expect(await model.attempt(aCall(), never())).toMatchObject({
      result: { status: 'unavailable', reason: reason.replace('HOST', new URL(server.url).host) },
      again: 'often',
    });
  });

  it('is in doubt after a 400 that nobody knows', async () => {
    const odd = { error: { message: 'This organization has been disabled.' } };
    const { model, server } = await startModel(() => ({ status: 400, body: odd }));
    const reason = `${new URL(server.url).host} answered 400: This organization has been disabled.`;
    expect(await model.attempt(aCall(), never())).toMatchObject({
      result: { status: 'unavailable', reason },
      again: 'once',
    });
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
    expect(await ask(model)).toMatchObject({
      status: 'unavailable',
      reason: expect.stringMatching(reason),
    });
  });

  it('says which connection failed', async () => {
    const { model, server } = await startModel(() => 'fine');
    await server.close();
    const { host } = new URL(server.url);
    expect(await ask(model)).toMatchObject({
      status: 'unavailable',
      reason: `${host} cannot be reached (ECONNREFUSED): is it running? Check "base-url"`,
    });
  });

  it('does not follow a redirect to another host', async () => {
    const elsewhere = await startFakeModel({ answer: () => 'stolen' });
    const location = elsewhere.url;
    const { model } = await startModel(() => ({ status: 307, body: '', headers: { location } }));
    await expect(ask(model)).rejects.toThrow('Check "base-url"');
    expect(elsewhere.requests).toHaveLength(0);
    await elsewhere.close();
  });
});

describe('secrets', () => {
  it.each([400, 401, 403, 404, 413, 429, 500])('are in no message about a %i that echoes them', async (status) => {
    const echo = { error: { message: `key ${key} of team-secret at fault`, code: key, param: 'messages' } };
    const { model } = await startModel(() => ({ status, body: echo }));
    const outcome = await ask(model).catch((error: Error) => `${error.stack} ${JSON.stringify(error)}`);
    const text = JSON.stringify(outcome);
    expect(text).toContain('***');
    expect(text).not.toContain(key);
    expect(text).not.toContain('team-secret');
  });
});

describe('a key that an endpoint repeats', () => {
  const letters = (text: string) => text.replace(/[^a-z0-9]/gi, '').toLowerCase();
  const forms = [
    ['as it is', key],
    ['in base64', Buffer.from(`Bearer ${key}`).toString('base64').slice(11)],
    ['in hex', Buffer.from(key).toString('hex')],
    ['in upper case', key.toUpperCase()],
    ['reversed', [...key].reverse().join('')],
    ['all but its last letter', key.slice(0, -1)],
    ['letter by letter', [...key].join(' ')],
  ] as const;
  const half = key.length / 2;
  const echo = (text: string) => ({
    model: text,
    system_fingerprint: text,
    choices: [
      {
        finish_reason: text,
        logprobs: { content: [...text].map((token) => ({ token, logprob: 0, top_logprobs: [{ token, logprob: 0 }] })) },
        message: {
          content: [text.slice(0, half), text.slice(half)].map((part) => ({ type: 'text', text: part })),
          refusal: text,
          tool_calls: [{ function: { name: text, arguments: JSON.stringify({ [text]: [text] }) } }],
        },
      },
    ],
  });
  const headers = (text: string) => ({ 'x-request-id': text, 'x-ratelimit-limit-requests': text });

  it.each(forms)('is in no part of its answer: %s', async (_name, text) => {
    const { model } = await startModel(() => ({ status: 200, body: echo(text), headers: headers(text) }));
    const attempt = await model.attempt(aCall(), never());
    expect(attempt.result.status).toBe('answered');
    expect(letters(JSON.stringify(attempt))).not.toContain(letters(text).slice(4, -4));
  });

  it.each(forms)('is in no part of its faults: %s', async (_name, text) => {
    const faults: readonly FakeAnswer[] = [
      { status: 500, body: { error: { message: text, code: text, type: text, param: text } }, headers: headers(text) },
      { status: 400, body: { detail: [{ loc: ['body', text], msg: text }] } },
      { status: 502, body: `<p>${text}</p>` },
      { status: 200, body: { said: text } },
    ];
    for (const fault of faults) {
      const { model } = await startModel(() => fault);
      const outcome = await model.attempt(aCall(), never()).catch((error: Error) => `${error.stack}`);
      expect(letters(JSON.stringify(outcome))).not.toContain(letters(text).slice(4, -4));
      await server?.close();
    }
  });
});

describe('the identity of an endpoint', () => {
  const options: OpenAiModelOptions = { ...plain, baseUrl: 'https://one.test/v1', apiKey: key };
  const idOf = (changes: Partial<OpenAiModelOptions>) => createOpenAiModel({ ...options, ...changes }).endpoint();

  it('is one for two roles with one origin and one key, and holds no key', async () => {
    expect(await idOf({ baseUrl: 'https://one.test/openai/v1/', headers: { 'x-team': 'judges' } })).toBe(
      await idOf({}),
    );
    expect(await idOf({})).not.toContain(key);
  });

  it.each<[string, Partial<OpenAiModelOptions>]>([
    ['another host', { baseUrl: 'https://two.test/v1' }],
    ['another key', { apiKey: 'sk-another-0123456789' }],
    ['another key in a header', { headers: { 'x-api-key': 'sk-another-0123456789' } }],
  ])('is another with %s', async (_name, changes) => {
    expect(await idOf(changes)).not.toBe(await idOf({}));
  });
});
