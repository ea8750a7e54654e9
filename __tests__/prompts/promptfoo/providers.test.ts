import { describe, expect, it } from '@jest/globals';
import { problemsOf, readConfig, readOnly, told } from './read-config.ts';

const withProvider = (provider: string) => `prompts: [Hi]\nproviders:\n  - ${provider}\n`;

describe('the providers of a promptfoo config', () => {
  it.each([
    ['openai:gpt-4o', 'gpt-4o'],
    ['openai:chat:gpt-4o', 'gpt-4o'],
    ['openai:responses:gpt-5', 'gpt-5'],
    ['anthropic:messages:claude-4', 'claude-4'],
    ['ollama:chat:llama3:8b', 'llama3:8b'],
    ['openrouter:meta/llama-3', 'meta/llama-3'],
    ['bedrock:anthropic.claude-v2:1', 'anthropic.claude-v2:1'],
    ['litellm:openai:chat:gpt-4o', 'gpt-4o'],
    ['{id: openai:gpt-4o, label: small}', 'gpt-4o'],
    ['openai:gpt-4o: {config: {temperature: 0}}', 'gpt-4o'],
  ])('name a model: %s', (provider, model) => {
    expect(readOnly(withProvider(provider)).model).toBe(model);
  });

  it('may be none: the default model is asked', () => {
    expect(readOnly('prompts: [Hi]').model).toBeNull();
  });

  it('ask each prompt, or those that they name', () => {
    const text = `prompts: [{label: a, raw: A}, {label: b, raw: B}]
targets: [openai:x, {id: openai:y, prompts: [b]}]`;
    expect(readConfig(text).map(({ key }) => key)).toEqual(['a (x)', 'b (x)', 'b (y)']);
  });

  it('may stand in a file', () => {
    const others = { 'evals/p.yaml': '- openai:x\n- {id: openai:y}' };
    expect(readConfig('prompts: [Hi]\nproviders: file://p.yaml', others).map(({ model }) => model)).toEqual(['x', 'y']);
  });

  it('bring parameters, a response format, tools and instructions', () => {
    const prompt = readOnly(
      `prompts: [Hi]
providers:
  - id: openai:m
    config:
      apiKey: secret
      temperature: 0.2
      max_tokens: 9
      reasoning: {effort: low}
      passthrough: {user_tag: a}
      instructions: Be {{tone}}.
      response_format: {type: json_schema, json_schema: {name: a, schema: file://s.json}}
      tools: file://t.yaml
      madeUp: 1
`,
      { 'evals/s.json': '{"type": "object"}', 'evals/t.yaml': '- {type: function, function: {name: f}}' },
    );
    expect(prompt.parameters).toEqual({
      temperature: 0.2,
      'max-tokens': 9,
      'reasoning-effort': 'low',
      'user-tag': 'a',
    });
    expect(prompt.responseFormat).toEqual({ type: 'json_schema', name: 'a', schema: { type: 'object' }, strict: null });
    expect(prompt.tools).toEqual([{ type: 'function', function: { name: 'f' } }]);
    expect(prompt.messages[0]).toEqual({ role: 'system', content: 'Be {{tone}}.' });
    expect(told(prompt.warnings)).toEqual(['13 "madeUp" of a provider is not known and not sent.']);
  });

  it('may list functions, as tools were called before', () => {
    const prompt = readOnly(withProvider('{id: openai:m, config: {functions: [{name: f}], function_call: {name: f}}}'));
    const tool = { type: 'function', function: { name: 'f' } };
    expect(prompt).toMatchObject({ tools: [tool], parameters: { 'tool-choice': tool }, warnings: [] });
  });

  it('say once what they leave open', () => {
    expect(told(readOnly(withProvider('ollama:chat:llama3')).guesses)).toEqual([
      '3 the model "llama3" is asked at the endpoint of this run, not at one that "ollama" stands for.',
    ]);
    expect(told(readOnly(withProvider('openai:responses:m')).guesses)).toEqual([
      '3 asks through the Responses API, which a prompt file does not choose here.',
    ]);
    expect(readOnly(withProvider('openai:m')).guesses).toEqual([]);
  });

  it('are left out with a warning where they are no models, and refused where no other is left', () => {
    const text = withProvider('echo\n  - openai:m\n  - file://call.js\n  - openai:embedding:x');
    expect(told(readOnly(text).warnings)).toEqual([
      '3 the provider "echo" gives the prompt back and asks no model.',
      '5 the provider "file://call.js" is code.',
      '6 the provider "openai:embedding:x" answers no chat.',
    ]);
    expect(problemsOf(withProvider('exec:run.sh'))).toEqual([
      expect.stringContaining(':3:5 the provider "exec:run.sh" is a program. Name a model that answers chat requests'),
    ]);
    expect(problemsOf(withProvider('gpt-4o'))).toEqual([expect.stringContaining('names no model. Write the vendor')]);
  });

  it('are refused with the place of a setting that cannot be sent', () => {
    const text = withProvider('{id: openai:m, config: {temperature: hot}}');
    expect(problemsOf(text)).toEqual([expect.stringMatching(/:3:\d+ "temperature" must be a number, not text\./)]);
  });
});
