import { describe, expect, it } from '@jest/globals';
import { findBaseUrlFault } from '../../src/config/base-url.ts';
import { type CallerEndpoint, chooseEndpoint, type ModelRole } from '../../src/config/endpoints.ts';
import { parseConfig } from '../../src/read/parse-config.ts';

/** The endpoint of a role under a config's first lines; the caller gives no URL, the key `sk-input`, and an environment. */
function choose(role: ModelRole, top: string, caller: Partial<CallerEndpoint> = {}) {
  const text = `version: 1\n${top}\nsuites: [{ name: s, prompts: p.md, checks: [{ name: c, type: json }] }]\n`;
  const { config } = parseConfig({ path: 'prompt-assay.yml', text });
  const env = { OPENAI_API_KEY: 'sk-openai', OWN: 'sk-own' };
  return chooseEndpoint(role, config, { baseUrl: null, apiKey: 'sk-input', env, ...caller });
}

const elsewhere = 'judge: { model: { base-url: "https://judge.example/v1" } }';

describe('the first that names an endpoint wins', () => {
  const config = 'model: { base-url: "https://config.example/v1" }';
  const env = { OPENAI_BASE_URL: 'https://env.example/v1', OPENAI_API_KEY: 'k' };
  it.each([
    ['the caller', { baseUrl: 'https://input.example/v1', env }, config, 'https://input.example/v1'],
    ['the config', { env }, config, 'https://config.example/v1'],
    ['the environment', { env }, '', 'https://env.example/v1'],
    ['OpenAI', { env: {} }, '', 'https://api.openai.com/v1'],
  ])('%s', (_name, caller, top, expected) => {
    expect(choose('model', top, caller).baseUrl).toBe(expected);
    expect(choose('judge', top, caller).baseUrl).toBe(expected);
  });
});

describe('a key belongs to a host', () => {
  it.each<[string, string, Partial<CallerEndpoint>, string | null]>([
    ['a judge that names no endpoint shares the key', 'judge: { model: { id: j } }', {}, 'sk-input'],
    [
      'a judge of the same origin shares it',
      'judge: { model: { base-url: "https://api.openai.com/v2" } }',
      {},
      'sk-input',
    ],
    ['a judge elsewhere does not get the input', elsewhere, {}, null],
    ['nor OPENAI_API_KEY', elsewhere, { apiKey: null }, null],
    ['nor the variable of the model', `model: { api-key-env: OWN }\n${elsewhere}`, { apiKey: null }, null],
    [
      'a judge elsewhere has the variable that it names',
      'judge: { model: { base-url: "https://judge.example/v1", api-key-env: OWN } }',
      {},
      'sk-own',
    ],
    ['another port is another origin', 'judge: { model: { base-url: "https://api.openai.com:444/v1" } }', {}, null],
    ['another protocol is another origin', 'judge: { model: { base-url: "http://api.openai.com/v1" } }', {}, null],
    [
      'a variable of a judge without endpoint does not follow the caller elsewhere',
      'model: { base-url: "https://config.example/v1" }\njudge: { model: { api-key-env: OWN } }',
      { baseUrl: 'https://input.example/v1' },
      'sk-input',
    ],
  ])('%s', (_name, top, caller, key) => {
    expect(choose('judge', top, caller).apiKey).toBe(key);
  });

  it('the input names the model, not a judge that has an endpoint', () => {
    const caller = { baseUrl: 'https://input.example/v1' };
    expect(choose('judge', elsewhere, caller)).toMatchObject({ baseUrl: 'https://judge.example/v1', apiKey: null });
  });

  const configured = 'model: { base-url: "https://config.example/v1", api-key-env: OWN, headers: { x-team: t } }';

  it('what the config gives its endpoint goes there', () => {
    const expected = { apiKey: 'sk-own', keyVariable: 'OWN', headers: { 'x-team': 't' } };
    expect(choose('model', configured, { apiKey: null })).toMatchObject(expected);
    expect(choose('judge', configured, { apiKey: null })).toMatchObject(expected);
  });

  it('and nowhere else, where the caller names another', () => {
    const caller = { apiKey: null, baseUrl: 'https://input.example/v1' };
    for (const role of ['model', 'judge'] as const) {
      const { apiKey, keyVariable, headers } = choose(role, configured, caller);
      expect({ apiKey, keyVariable, headers }).toEqual({
        apiKey: 'sk-openai',
        keyVariable: 'OPENAI_API_KEY',
        headers: {},
      });
    }
  });

  it('a judge elsewhere gets its own headers only', () => {
    expect(choose('judge', `${configured}\n${elsewhere}`).headers).toEqual({});
    const own = 'judge: { model: { base-url: "https://judge.example/v1", headers: { x-own: o } } }';
    expect(choose('judge', `${configured}\n${own}`).headers).toEqual({ 'x-own': 'o' });
  });

  it('where a judge elsewhere has no key, the way out is its own variable', () => {
    expect(choose('judge', elsewhere).keyHint).toContain('judge.model.api-key-env');
  });
});

describe('how a key is sent, and the version that is asked for', () => {
  const azure = 'base-url: "https://azure.example/openai/deployments/a", auth: api-key, api-version: "2024-10-21"';
  const own = { auth: 'api-key', apiVersion: '2024-10-21' };
  const plain = { auth: 'bearer', apiVersion: null };
  it.each<[string, ModelRole, string, Partial<CallerEndpoint>, object]>([
    ['are what the config says', 'model', `model: { ${azure} }`, {}, own],
    ['are a bearer and none by default', 'model', '', {}, plain],
    [
      'hold for an endpoint that the caller names, where the config names none',
      'model',
      'model: { auth: api-key, api-version: "2024-10-21" }',
      { baseUrl: 'https://azure.example/openai' },
      own,
    ],
    [
      'stay behind where the caller names another',
      'model',
      `model: { ${azure} }`,
      { baseUrl: 'https://input.example/v1' },
      plain,
    ],
    [
      'are shared by a judge of the same origin',
      'judge',
      `model: { ${azure} }\njudge: { model: { base-url: "https://azure.example/openai/deployments/b" } }`,
      {},
      own,
    ],
    [
      "are a judge's own where it names them",
      'judge',
      `model: { ${azure} }\njudge: { model: { auth: bearer, api-version: "2025-01-01" } }`,
      {},
      { auth: 'bearer', apiVersion: '2025-01-01' },
    ],
    ['go to no judge elsewhere', 'judge', `model: { ${azure} }\n${elsewhere}`, {}, plain],
  ])('%s', (_name, role, top, caller, expected) => {
    expect(choose(role, top, caller)).toMatchObject(expected);
  });
});

describe('base URLs', () => {
  it.each([
    ['example.com', 'is not a URL'],
    ['', 'is not a URL'],
    ['ftp://example.com', 'is neither an http nor an https URL'],
    ['https://user:hunter22@example.com/v1', 'holds a user name or password'],
    ['https://example.com/v1?key=hunter22', 'has a query or a fragment'],
    ['https://example.com/v1?', 'has a query or a fragment'],
    ['https://example.com/v1#', 'has a query or a fragment'],
    ['https://example.com/v1/chat/completions', 'ends in "/chat/completions", which is added to it'],
    ['https://example.com/v1/chat/completions/', 'ends in "/chat/completions", which is added to it'],
    ['https://example.com/v1/responses', 'ends in "/responses", which is added to it'],
    ['https://example.com/v1/models', 'ends in "/models", which is added to it'],
    ['https://example.com/v1/chat/completions/v1', 'holds "/chat/completions", which is added to it'],
    ['https://example.com/v1/v1', 'holds "/v1" twice'],
    ['https://example.com/api/v1/api/v1/', 'holds "/v1" twice'],
    ['https://example.com/v1beta/openai/v1beta/openai', 'holds "/v1beta" twice'],
    [
      'https://example.openai.azure.com/openai/deployments/dep?api-version=2024-10-21',
      'has a query: "api-version" is a key of its own, below "model"',
    ],
    ['https://example.openai.azure.com/openai/deployments/dep', null],
    ['https://example.services.ai.azure.com/models', null],
    ['https://gateway.example/v1/team/team/openai', null],
    ['https://example.com/v1/', null],
    ['http://localhost:11434/v1', null],
  ])('%j: %s', (url, fault) => {
    expect(findBaseUrlFault(url)).toBe(fault);
  });

  it.each<[string, Partial<CallerEndpoint>]>([
    ['"base-url"', { baseUrl: 'https://example.com/v1?key=hunter22' }],
    ['OPENAI_BASE_URL', { env: { OPENAI_BASE_URL: 'https://example.com/v1/?key=hunter22' } }],
  ])('%s is refused with a sentence that does not repeat it', (name, caller) => {
    const act = () => choose('model', '', caller);
    expect(act).toThrow(`${name} has a query or a fragment. Write a URL like https://host/v1.`);
  });
});
