import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
import { explainUnknown, renderPrompt } from '../../src/prompts/render.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

interface Files {
  readonly [path: string]: string;
}

function parse(text: string, others: Files, dialect = 'mustache') {
  const included = new Map(Object.entries(others).map(([path, content]) => [path, { path, text: content }]));
  return parsePrompt({ path: 'prompts/a.md', text }, dialect, included);
}

function problemsOf(text: string, others: Files, dialect?: string): readonly string[] {
  try {
    parse(text, others, dialect);
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const contentOf = (text: string, others: Files, dialect?: string) =>
  parse(text, others, dialect).messages.map(({ content }) => content);

describe('an include', () => {
  it.each<[string, string, Files, string]>([
    ['a file beside it', 'A\n{{> tone.md}}\nB', { 'prompts/tone.md': 'Be kind.\n' }, 'A\nBe kind.\nB'],
    ['a file elsewhere', '{{> ../parts/tone.md }}', { 'parts/tone.md': 'Be kind.' }, 'Be kind.'],
    ['inside a line', 'Be {{>tone.md}}!', { 'prompts/tone.md': '\n\nkind\n\n' }, 'Be kind!'],
    [
      'through another, relative to that',
      '{{> ../parts/all.md}}',
      { 'parts/all.md': '{{> tone.md}} {{> tone.md}}', 'parts/tone.md': 'kind' },
      'kind kind',
    ],
    ['its body', '{{> b.md}}', { 'prompts/b.md': '---\nname: b\n---\n\n    code' }, '    code'],
    ['no role', 'user:\n{{> b.md}}', { 'prompts/b.md': 'system:\nBe kind.' }, 'system:\nBe kind.'],
    ['text with dollar signs', '{{> b.md}}', { 'prompts/b.md': "$& $' $1" }, "$& $' $1"],
  ])('puts the text of a file in its place: %s', (_, text, others, expected) => {
    expect(contentOf(text, others)).toEqual([expected]);
  });

  it('is read in the dialect of the prompt', () => {
    expect(contentOf('{{> b.md}} {{x}}', { 'prompts/b.md': 'for {name}' }, 'f-string')).toEqual(['for {name} {{x}}']);
    expect(contentOf('{{{{> b.md}}}}', {}, 'f-string')).toEqual(['{{{{> b.md}}}}']);
    expect(problemsOf('{{> b.md}}', { 'prompts/b.md': 'Hi\n{a.b}' }, 'f-string')).toEqual([
      expect.stringMatching(/^prompts\/b\.md:2:1 "\{a\.b\}" is no variable/),
    ]);
  });

  it('is none where a Handlebars template defines a partial of that name', () => {
    const text = '{{#*inline "b.md"}}<{{x}}>{{/inline}}{{> b.md}} {{> b.md x=y}} {{> c.md}}';
    const prompt = parse(text, { 'prompts/c.md': 'Hi {{x}}' }, 'handlebars');
    expect(renderPrompt(prompt, { x: 1, y: 2 })).toEqual({
      messages: [{ role: 'user', content: '<1> <2> Hi 1' }],
      unknown: [],
    });
    expect(problemsOf('{{> b}}', {}, 'handlebars')).toEqual([
      expect.stringContaining('reads "prompts/b", which does not exist'),
    ]);
  });

  it('gives its variables to the prompt, with their own places', () => {
    const prompt = parse('Hi {{> b.md}}', { 'prompts/b.md': '---\nname: b\n---\nOn\n{{day}}' });
    const { unknown } = renderPrompt(prompt, {});
    expect(explainUnknown(prompt, unknown, [])).toEqual([
      expect.objectContaining({ path: 'prompts/b.md', line: 5, column: 1, message: '{{day}} has no value.' }),
    ]);
  });

  it.each<[string, string, Files, readonly string[]]>([
    [
      'is not there',
      'Hi\n{{> tone.md}}',
      {},
      [
        'prompts/a.md:2:1 reads "prompts/tone.md", which does not exist. The tag "{{> path}}" stands for the text of a file: correct the path (it is relative to this file), or commit it. To send the tag as text, write "\\{{>".',
      ],
    ],
    [
      'is not there, in another file',
      '{{> b.md}}',
      { 'prompts/b.md': '---\na: 1\n---\nx {{> c.md}}' },
      [
        'prompts/b.md:4:3 reads "prompts/c.md", which does not exist. The tag "{{> path}}" stands for the text of a file: correct the path (it is relative to this file), or commit it. To send the tag as text, write "\\{{>".',
      ],
    ],
    [
      'leaves the repository',
      '{{> ../../x.md}}',
      {},
      [
        'prompts/a.md:1:1 includes "../../x.md", which does not stay inside the repository. Write a path relative to this file, with "/" between folders.',
      ],
    ],
    [
      'is the prompt itself',
      '{{> a.md}}',
      { 'prompts/a.md': '{{> a.md}}' },
      ['prompts/a.md:1:1 reads "prompts/a.md", which reads this file again. Take one of the two out.'],
    ],
    [
      'leads round',
      '{{> b.md}}',
      { 'prompts/b.md': '{{> c.md}}', 'prompts/c.md': '{{> b.md}}' },
      ['prompts/c.md:1:1 reads "prompts/b.md", which reads this file again. Take one of the two out.'],
    ],
    [
      'is empty',
      'system:\nA\nuser:\n{{> b.md}}',
      { 'prompts/b.md': '\n' },
      ['prompts/a.md:2:1 The user message is empty: what it includes is. Write its text, or remove it.'],
    ],
  ])('is a mistake where the file %s', (_, text, others, problems) => {
    expect(problemsOf(text, others)).toEqual(problems);
  });

  it('goes eight files deep and no deeper', () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => [
          `prompts/${index}.md`,
          index === length - 1 ? 'end' : `{{> ${index + 1}.md}}`,
        ]),
      );
    expect(contentOf('{{> 0.md}}', chain(8))).toEqual(['end']);
    expect(problemsOf('{{> 0.md}}', chain(9))).toEqual([
      'prompts/7.md:1:1 reads "prompts/8.md", and that is more than 8 files deep. Write what it holds into this file.',
    ]);
  });

  it('never writes out what is too large, however it is nested', () => {
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [
        `prompts/${index}.md`,
        index === 7 ? '' : `{{> ${index + 1}.md}}`.repeat(1000),
      ]),
    );
    expect(problemsOf('{{> 0.md}}', files)).toEqual([
      expect.stringContaining('with all that it includes. Include less.'),
    ]);
  });

  it('counts all that is included, however little each file holds', () => {
    const files = { 'prompts/0.md': '{{> 1.md}}'.repeat(1100), 'prompts/1.md': 'x'.repeat(1000) };
    expect(problemsOf('{{> 0.md}}', files)).toEqual([expect.stringContaining('holds more than 1048576 characters')]);
  });

  it('never throws but for a mistake, whatever includes what', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', '../x');
    const text = fc.array(
      fc.oneof(
        name.map((one) => `{{> ${one}.md}}`),
        fc.constantFrom('{', '}}', '\n---\n', 'hi'),
      ),
    );
    const others = fc.dictionary(
      name.map((one) => `prompts/${one}.md`),
      text.map((parts) => parts.join('')),
    );
    fc.assert(fc.property(text, others, (parts, files) => problemsOf(parts.join(''), files).length >= 0));
  });
});
