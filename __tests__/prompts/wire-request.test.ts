import { describe, expect, it } from '@jest/globals';
import { ModelConfigError } from '../../src/errors.ts';
import type { ModelRequest } from '../../src/ports.ts';
import { buildWireRequest } from '../../src/prompts/wire-request.ts';

const schema = { type: 'object', properties: {} };
const plain: ModelRequest = {
  model: 'm',
  api: 'chat',
  messages: [{ role: 'system', content: 'Be brief.' }],
  parameters: {},
  responseFormat: null,
  tools: [],
};

function build(request: Partial<ModelRequest>) {
  return buildWireRequest({ ...plain, ...request }, 'sent-model').body;
}

describe('parameters', () => {
  it.each([
    ['chat', { 'max-tokens': 1 }, { max_tokens: 1 }],
    ['chat', { 'max-completion-tokens': 1 }, { max_completion_tokens: 1 }],
    ['chat', { 'max-output-tokens': 1 }, { max_completion_tokens: 1 }],
    ['chat', { 'reasoning-effort': 'low' }, { reasoning_effort: 'low' }],
    ['chat', { 'top-p': 0.5, 'x-made-up-name': [1] }, { top_p: 0.5, x_made_up_name: [1] }],
    ['responses', { 'max-tokens': 1 }, { max_output_tokens: 1 }],
    ['responses', { 'max-completion-tokens': 1 }, { max_output_tokens: 1 }],
    ['responses', { 'max-output-tokens': 1 }, { max_output_tokens: 1 }],
    ['responses', { 'reasoning-effort': 'low' }, { reasoning: { effort: 'low' } }],
    [
      'responses',
      { 'reasoning-effort': 'low', reasoning: { summary: 'auto' } },
      { reasoning: { effort: 'low', summary: 'auto' } },
    ],
    ['responses', { temperature: 0 }, { temperature: 0 }],
  ] as const)('%s sends %j as %j', (api, parameters, wire) => {
    const { model, messages, input, ...rest } = build({ api, parameters });
    expect(rest).toEqual(wire);
    expect(model).toBe('sent-model');
    expect(api === 'chat' ? messages : input).toEqual(plain.messages);
  });

  it.each(['model', 'messages', 'input', 'tools', 'response-format', 'stream', 'n'])('cannot override %s', (name) => {
    expect(() => build({ parameters: { [name]: 'x' } })).toThrow(`"${name}" cannot be a parameter`);
  });

  it.each([
    ['responses', { 'max-tokens': 1, 'max-output-tokens': 2 }],
    ['chat', { 'max-completion-tokens': 1, 'max-output-tokens': 2 }],
    ['chat', { 'top-p': 1, top_p: 2 }],
  ] as const)('named twice are refused (%s, %j)', (api, parameters) => {
    expect(() => build({ api, parameters })).toThrow(ModelConfigError);
  });
});

describe('response format', () => {
  const format = { type: 'json_schema' as const, name: 'answer', schema, strict: null };
  it.each([
    ['chat', format, { response_format: { type: 'json_schema', json_schema: { name: 'answer', schema } } }],
    [
      'chat',
      { ...format, strict: true },
      { response_format: { type: 'json_schema', json_schema: { name: 'answer', schema, strict: true } } },
    ],
    [
      'responses',
      { ...format, strict: false },
      { text: { format: { type: 'json_schema', name: 'answer', schema, strict: false } } },
    ],
    ['chat', { ...format, type: 'json_object' as const }, { response_format: { type: 'json_object' } }],
    ['responses', { ...format, type: 'text' as const }, { text: { format: { type: 'text' } } }],
  ] as const)('%s sends it in its own place', (api, responseFormat, wire) => {
    expect(build({ api, responseFormat })).toMatchObject(wire);
  });

  it('stays beside other text settings of the Responses API', () => {
    const body = build({ api: 'responses', responseFormat: format, parameters: { text: { verbosity: 'low' } } });
    expect(body.text).toMatchObject({ verbosity: 'low', format: { name: 'answer' } });
  });
});

describe('tools', () => {
  const nested = { type: 'function', function: { name: 'find', parameters: schema } };
  const flat = { type: 'function', name: 'find', parameters: schema };
  it.each([
    ['chat', nested, nested],
    ['chat', flat, nested],
    ['responses', nested, flat],
    ['responses', flat, flat],
    ['responses', { type: 'web_search' }, { type: 'web_search' }],
  ] as const)('%s takes %j', (api, tool, wire) => {
    expect(build({ api, tools: [tool] }).tools).toEqual([wire]);
  });
});
