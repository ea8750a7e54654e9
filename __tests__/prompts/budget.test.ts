import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { findCode } from '../../src/prompts/code-spans.ts';
import { templateDialects } from '../../src/prompts/dialects.ts';
import { listLiterals } from '../../src/prompts/literals.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { isPromptContent, sharesLines } from '../../src/prompts/recognise.ts';
import { bearableMs, costOf } from '../helpers/cost-of.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

/** Half of what a prompt file may hold. */
const size = 500_000;
const marks = [
  '`',
  '~',
  '```\n',
  '~~~\n',
  '` ',
  '{',
  '{{',
  '{%',
  '{#',
  '<!--',
  '}',
  '{{a',
  '{{ ',
  '${',
  '[[',
  '<<',
  '%(',
  '# system\n',
  '---\n',
  '\n',
  ' \n',
];

function read(text: string, dialect: string): void {
  try {
    parsePrompt({ path: 'a.md', text }, dialect);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  listLiterals({ messages: [{ role: 'user', content: text }], dialect } as unknown as Prompt);
  isPromptContent({ path: 'a.yml', text });
}

describe('what a prompt may cost', () => {
  it.each(marks)('half a million characters of %j are read soon', (mark) => {
    const text = mark.repeat(size / mark.length);
    for (const { name } of templateDialects) expect(costOf(() => read(text, name))).toBeLessThan(bearableMs);
  });

  it('a file is compared with the first thousand lines of a prompt', () => {
    const content = Array.from({ length: 50_000 }, (_, at) => `line ${at}`).join('\n');
    const prompt = { messages: [{ role: 'user', content }] } as unknown as Prompt;
    expect(costOf(() => sharesLines(prompt, 'x'.repeat(size)))).toBeLessThan(bearableMs);
  });

  it('more than a thousand messages are refused', () => {
    const parse = () => parsePrompt({ path: 'a.md', text: 'user:\na\n'.repeat(1001) });
    expect(parse).toThrow('a.md:1:1 holds 1001 messages; at most 1000 can be read.');
  });
});

describe('what of a template is literal', () => {
  const literals = (content: string, dialect = 'mustache') => [
    ...listLiterals({ messages: [{ role: 'user', content }], dialect } as unknown as Prompt),
  ];

  it.each([
    ['placeholders and tags', 'a {{b}} c {% d %} e {# f #} g', ['a', 'c', 'e', 'g']],
    ['comments', 'a <!-- b --> c <!--> d --> e', ['a', 'c', 'e']],
    ['what has no end', 'a {{b {% c <!-- d', ['a{{b{%c<!--d']],
    ['a mark without an end before one with it', '{% a {{b}} c', ['{%a', 'c']],
    ['escapes', '\\{{a}} \\\\{{b}} c', ['{{a}}\\', 'c']],
    ['one brace more', '{{{a}}} b', ['}b']],
  ])('%s', (_name, text, expected) => {
    expect(literals(text)).toEqual(expected);
  });
});

describe('findCode', () => {
  it.each([
    ['a span', 'a `b` c', '..xxx..'],
    ['a fence up to one as long', '````\na\n```\n````\nb', 'xxxxxxxxxxxxxxxx.'],
    ['a fence that is not closed', 'a\n~~~ x\nb', '..xxxxxxx'],
    ['a fence of the other kind does not close', '```\n~~~\n', 'xxxxxxxx'],
    ['no span over lines', '`a\nb`', '.....'],
  ])('%s', (_name, text, expected) => {
    const isCode = findCode(text);
    expect([...text].map((_, at) => (isCode(at) ? 'x' : '.')).join('')).toBe(expected);
  });
});
