import { afterEach, describe, expect, it } from '@jest/globals';
import { createFaultScrubber, parseEndpoint, resolveModelId } from '../../../src/adapters/openai/endpoint.ts';
import { createKeyHider } from '../../../src/secrets.ts';

afterEach(() => {
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
});

const open = {
  baseUrl: 'https://example.com/v1',
  apiKey: null,
  headers: {},
  auth: 'bearer',
  apiVersion: null,
  keyHint: '',
} as const;

describe('model ids', () => {
  it.each([
    ['openai/gpt-x', 'api.openai.com', {}, 'gpt-x'],
    ['gpt-x', 'api.openai.com', {}, 'gpt-x'],
    ['openai/gpt-x', 'eu.api.openai.com', {}, 'gpt-x'],
    ['ft:gpt-x:acme::1', 'api.openai.com', {}, 'ft:gpt-x:acme::1'],
    ['openai/gpt-x', 'openrouter.ai', {}, 'openai/gpt-x'],
    ['mistral-ai/small', 'localhost:8000', {}, 'mistral-ai/small'],
    ['mistral-ai/small', 'api.openai.com', { 'mistral-ai/small': 'gpt-x' }, 'gpt-x'],
    ['openai/gpt-x', 'api.openai.com.evil.test', {}, 'openai/gpt-x'],
    ['constructor', 'api.openai.com', {}, 'constructor'],
  ])('%s at %s with map %j is sent as %s', (id, host, map, sent) => {
    expect(resolveModelId(id, host, map)).toBe(sent);
  });

  it('of another publisher at OpenAI are refused with the way out', () => {
    expect(() => resolveModelId('mistral-ai/small', 'api.openai.com', {})).toThrow(/mistral-ai\/small.*"base-url"/s);
  });
});

describe('keys', () => {
  it.each(['http://localhost:8000/v1', 'http://127.1.2.3/v1', 'http://[::1]:80/v1', 'http://model.localhost/v1'])(
    'may be missing at %s',
    (url) => {
      expect(parseEndpoint({ ...open, baseUrl: url }).apiKey).toBeNull();
    },
  );

  it.each([
    'https://example.com/v1',
    'http://127.0.0.1.evil.test/v1',
    'http://localhost.evil.test/v1',
    'http://10.0.0.5/v1',
  ])('are asked for at %s, with what to set', (url) => {
    expect(() => parseEndpoint({ ...open, baseUrl: url, keyHint: 'Set X.' })).toThrow(/no API key.*Set X\./s);
  });

  it('may come in a header', () => {
    const headers = { 'X-API-Key': 'secret-value' };
    expect(parseEndpoint({ ...open, baseUrl: 'https://example.com/v1/', headers })).toMatchObject({
      baseUrl: 'https://example.com/v1',
      secrets: ['secret-value'],
    });
  });
});

describe('base URLs', () => {
  it('are not used where TLS is not verified', () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    expect(() => parseEndpoint({ ...open, apiKey: 'a-long-key' })).toThrow('NODE_TLS_REJECT_UNAUTHORIZED');
  });
});

describe('scrubbing', () => {
  it('takes out secrets, also one inside another, and what looks like a key', () => {
    const scrub = createFaultScrubber({ secrets: ['secret', 'secret-longer'] });
    expect(scrub('a secret-longer b secret c sk-proj-abc***wxyz d')).toBe('a *** b *** c *** d');
  });
});

describe('a key in an answer', () => {
  it.each([
    ['is taken out wherever it stands', 'sk-0123456789abcdef', { a: ['is ***!', 1], b: { c: '***' } }],
    [
      'is left where it is no more than a word',
      'ollama',
      { a: ['is sk-0123456789abcdef!', 1], b: { c: 'sk-0123456789abcdef' } },
    ],
  ])('%s', (_name, key, expected) => {
    const answer = { a: ['is sk-0123456789abcdef!', 1], b: { c: 'sk-0123456789abcdef' } };
    expect(createKeyHider([key])(answer)).toEqual(expected);
  });

  it('is taken out of the names of members, too', () => {
    const key = 'sk-0123456789abcdef';
    expect(createKeyHider([key])({ [`x ${key}`]: [{ [key]: 1 }] })).toEqual({
      'x ***': [{ '***': 1 }],
    });
  });
});
