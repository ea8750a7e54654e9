import { describe, expect, it } from '@jest/globals';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const parse = (value: object) => parsePrompt({ path: 'a.json', text: JSON.stringify(value, null, '\t') });
const schema = { type: 'object', properties: {} };

describe('a request as JSON', () => {
  it('of the chat API is a prompt with its settings', () => {
    const prompt = parse({
      model: 'some-model',
      temperature: 0.2,
      max_completion_tokens: 9,
      stream: true,
      tools: [{ type: 'function', function: { name: 'f' } }],
      response_format: { type: 'json_schema', json_schema: { name: 'n', strict: true, schema } },
      messages: [
        { role: 'system', content: 'Sort.' },
        { role: 'user', content: [{ type: 'text', text: 'Sort\n{{x}}' }] },
      ],
    });
    expect(prompt).toMatchObject({
      format: 'openai-request',
      model: 'some-model',
      parameters: { temperature: 0.2, 'max-completion-tokens': 9 },
      tools: [{ function: { name: 'f' } }],
      responseFormat: { type: 'json_schema', name: 'n', strict: true, schema },
      messages: [{ role: 'system' }, { role: 'user', content: 'Sort\n{{x}}' }],
      warnings: [],
    });
    expect(prompt.places.get('{{x}}')).toMatchObject({ line: 35 });
  });

  it('of the Responses API is one, too', () => {
    const prompt = parse({
      model: 'm',
      instructions: 'Be brief.',
      input: 'Sort {x}',
      max_output_tokens: 5,
      reasoning: { effort: 'low' },
      text: { format: { type: 'json_schema', name: 'n', schema } },
    });
    expect(prompt).toMatchObject({
      dialect: 'f-string',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Sort {x}' },
      ],
      parameters: { 'max-output-tokens': 5, 'reasoning-effort': 'low' },
      responseFormat: { type: 'json_schema', name: 'n' },
      guesses: [{ message: '"{x}" is read as f-string, since no template is named.' }],
    });
    const items = parse({ model: 'm', instructions: 'Be.', input: [{ type: 'message', role: 'user', content: 'Hi' }] });
    expect(items.messages.map(({ role }) => role)).toEqual(['system', 'user']);
  });

  it('with a wrong message is refused with its place', () => {
    expect(() => parse({ messages: [{ role: 'boss', content: 'x' }] })).toThrow(/a\.json:4:12 .*unknown role "boss"/);
  });
});
