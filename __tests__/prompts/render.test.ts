import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from '../../src/ports.ts';
import { buildGenerationRequest, explainUnknown, renderPrompt, variablesOf } from '../../src/prompts/render.ts';
import { resolvePrompt } from '../../src/prompts/resolve.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';
import { aPrompt, asking } from './builders.ts';

const contentOf = (content: string, variables: Parameters<typeof renderPrompt>[1]) =>
  renderPrompt(aPrompt(asking(content)), variables).messages[0]?.content;

describe('a rendered prompt', () => {
  it.each([
    ['with and without blanks', '{{a}} {{ a }}', { a: 'x' }, 'x x'],
    ['a dotted path', '{{a.b.0}}', { a: { b: ['x'] } }, 'x'],
    ['an exact key with a dot wins', '{{a.b}}', { 'a.b': 'x', a: { b: 'y' } }, 'x'],
    ['a value that looks like a variable', '{{a}}{{b}}', { a: '{{b}}', b: 'x' }, '{{b}}x'],
    ['values that are no text', '{{a}} {{b}}', { a: 4, b: { c: null } }, '4 {"c":null}'],
    ['dollar signs', '{{a}}', { a: '$& $1' }, '$& $1'],
    ['inherited names', '{{constructor}} {{toString}}', {}, '{{constructor}} {{toString}}'],
  ])('replaces %s', (_, template, variables, expected) => {
    expect(contentOf(template, variables)).toBe(expected);
  });

  it('takes a single value as it is, whatever it holds', () => {
    fc.assert(fc.property(fc.string(), (text) => contentOf('<{{a}}>', { a: text }) === `<${text}>`));
  });

  it('puts a conversation of the row in place of the turns, word for word', () => {
    const conversation: Message[] = [
      { role: 'user', content: 'Hello {{who}}' },
      { role: 'assistant', content: 'Yes?' },
    ];
    const prompt = aPrompt({
      messages: [
        { role: 'system', content: 'Be {{tone}}' },
        { role: 'user', content: '{{missing}}' },
      ],
    });
    expect(renderPrompt(prompt, { tone: 'kind' }, conversation)).toEqual({
      messages: [{ role: 'system', content: 'Be kind' }, ...conversation],
      unknown: [],
    });
  });

  it('explains unknown variables where they stand', () => {
    const prompt = parsePrompt({ path: 'a.md', text: 'Hi\n\n{{nmae}} {{nmae}} {{zip}}' });
    const { unknown } = renderPrompt(prompt, { name: 'x' });
    expect(unknown).toEqual(['nmae', 'zip']);
    expect(explainUnknown(prompt, unknown, ['name', 'city'])).toEqual([
      {
        path: 'a.md',
        line: 3,
        column: 1,
        message: '{{nmae}} has no value.',
        hint: 'Did you mean "name"? Known: name, city.',
      },
      {
        path: 'a.md',
        line: 3,
        column: 19,
        message: '{{zip}} has no value.',
        hint: expect.stringMatching(/^Known: name, city\. .*write "\\\{\{"/),
      },
    ]);
  });

  it('lists the variables once, in order', () => {
    expect(variablesOf(aPrompt(asking('{{b}} {{ a }} {{b}}')))).toEqual(['b', 'a']);
  });

  it('asks for nothing the prompt does not name', () => {
    const prompt = resolvePrompt(aPrompt(), { id: 'm', api: 'chat', parameters: {} });
    expect(buildGenerationRequest(prompt, [])).toEqual({
      model: 'm',
      api: 'chat',
      messages: [],
      parameters: {},
      responseFormat: null,
      tools: [],
    });
  });
});
