import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { renderPrompt, variablesOf } from '../../src/prompts/render.ts';
import { versionOf } from '../../src/prompts/resolve.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const parse = (value: object, path = 'app/langfuse_prompt.json') =>
  parsePrompt({ path, text: JSON.stringify(value, null, 2) });
const chat = {
  name: 'critic',
  type: 'chat',
  version: 3,
  labels: ['production'],
  tags: [],
  commitMessage: 'Shorter.',
  config: { model: 'some-model', temperature: 0.5 },
  prompt: [
    { role: 'system', content: 'You are a {{level}} critic.' },
    { type: 'placeholder', name: 'history' },
    { type: 'chatmessage', role: 'user', content: 'And {{film}}?' },
  ],
};
const history = [
  { role: 'user', content: 'Hi {{level}}' },
  { role: 'assistant', content: 'Ho' },
];

function mistakesOf(value: object): string {
  try {
    parse(value);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return '';
}

describe('a prompt of Langfuse', () => {
  it('of the type text is one user message', () => {
    const prompt = parse({ name: 'a', type: 'text', prompt: 'Sort {{x}}', labels: [] }, 'other.json');
    expect(prompt).toMatchObject({
      format: 'langfuse',
      name: 'a',
      messages: [{ role: 'user', content: 'Sort {{x}}' }],
    });
    expect(prompt.places.get('{{x}}')).toMatchObject({ line: 4, column: 19 });
  });

  it('of the type chat has its messages, settings and places for conversations', () => {
    const prompt = parse(chat);
    expect(prompt).toMatchObject({
      name: 'critic',
      description: 'Shorter.',
      model: 'some-model',
      parameters: { temperature: 0.5 },
      messages: [{ role: 'system' }, { role: 'user', content: 'And {{film}}?' }],
      slots: [{ name: 'history', before: 1, isOptional: false }],
      warnings: [],
    });
    expect(variablesOf(prompt)).toEqual(['level', 'film', 'history']);
    const without = parse({ ...chat, prompt: chat.prompt.filter(({ type }) => type !== 'placeholder') });
    expect(versionOf(prompt)).not.toBe(versionOf(without));
  });

  it.each<readonly [string, object, object[] | null, string[]]>([
    ['the column of its name', { level: 'x', film: 'y', history }, null, []],
    ['the conversation of the row', { level: 'x', film: 'y', messages: history }, history, []],
    ['no message, where the column says so', { level: 'x', film: 'y', history: [] }, null, []],
    ['nothing, and says so', { level: 'x', film: 'y' }, null, ['history']],
    ['nothing, where the column holds no messages', { level: 'x', film: 'y', history: 'Hi' }, null, ['history']],
  ])('puts into a placeholder %s', (_, variables, conversation, unknown) => {
    const rendered = renderPrompt(parse(chat), variables as never, conversation as never);
    const isFilled = unknown.length === 0 && !('history' in variables && (variables.history as []).length === 0);
    expect(rendered.messages.map(({ content }) => content)).toEqual([
      'You are a x critic.',
      ...(isFilled ? ['Hi {{level}}', 'Ho'] : []),
      'And y?',
    ]);
    expect(rendered.unknown).toEqual(unknown);
  });

  it.each([
    [
      'that takes in another',
      { ...chat, prompt: [{ role: 'user', content: 'Hi\n@@@langfusePrompt:name=a|label=b@@@' }] },
      /takes in another prompt of Langfuse, "@@@langfusePrompt:name=a\|label=b@@@"/,
    ],
    [
      'with a placeholder without a name',
      { ...chat, prompt: [{ type: 'placeholder' }, ...history] },
      /"prompt\[0\]" is a placeholder without a "name"/,
    ],
    [
      'with a wrong message behind a placeholder',
      { ...chat, prompt: [chat.prompt[1], { role: 'boss', content: 'x' }] },
      /:\d+:\d+ "prompt\[1\]\.role" has the unknown role "boss"/,
    ],
    ['of another type', { ...chat, type: 'caht' }, /unknown type "caht"\. Did you mean "chat"/],
    ['without a text', { name: 'a', type: 'text' }, /"prompt" must be text or a list of messages/],
  ])('%s is refused', (_, value, expected) => {
    expect(mistakesOf(value)).toMatch(expected);
  });
});
