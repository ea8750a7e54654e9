import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { decodeSourceFile } from '../../src/text/source-file.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const parse = (text: string, path = 'prompts/a.md') => parsePrompt({ path, text });

describe('a Markdown prompt', () => {
  it('has settings in its front matter and messages under role lines', () => {
    const file = 'fixtures/prompts/reply.md';
    expect(parsePrompt(decodeSourceFile(file, readFileSync(file)))).toMatchObject({
      format: 'markdown',
      name: 'reply',
      model: 'some-model',
      parameters: { temperature: 0.4, 'max-tokens': 300 },
      responseFormat: { type: 'text' },
      messages: [
        { role: 'system', content: 'Answer in a {{ tone }} tone.' },
        { role: 'user', content: '{{ input }}' },
      ],
      warnings: [],
    });
  });

  it.each([
    ['one user message', 'a.md', '\n\nHi\n\nyou\n\n', [['user', 'Hi\n\nyou']]],
    ['text file', 'a.txt', 'Hi', [['user', 'Hi']]],
    [
      'system by suffix',
      'a.system.md',
      'Be kind',
      [
        ['system', 'Be kind'],
        ['user', '{{input}}'],
      ],
    ],
    [
      'text before the first role',
      'a.md',
      'Be kind\nUser:\nHi',
      [
        ['system', 'Be kind'],
        ['user', 'Hi'],
      ],
    ],
    [
      'headings',
      'a.md',
      '## System:\nA\n## assistant: \nB',
      [
        ['system', 'A'],
        ['assistant', 'B'],
      ],
    ],
    ['a role with text is text', 'a.md', 'user: hi\n user:\n# Title', [['user', 'user: hi\n user:\n# Title']]],
    ['a rule in the text', 'a.md', 'A\n---\nB', [['user', 'A\n---\nB']]],
    ['indented first line', 'a.md', '\n    code', [['user', '    code']]],
    ['empty front matter', 'a.md', '---\n---\nHi', [['user', 'Hi']]],
  ])('splits: %s', (_, path, text, expected) => {
    expect(parse(text, path).messages.map(({ role, content }) => [role, content])).toEqual(expected);
  });

  it.each(['response_format: json_object', 'response-format: json_object', 'responseFormat: {type: json_object}'])(
    'reads the response format as %s',
    (line) => expect(parse(`---\n${line}\n---\nx`).responseFormat?.type).toBe('json_object'),
  );

  it('reads a schema, tools, retrieval and its old name', () => {
    const front =
      'response_format: {type: json_schema, name: a, schema: {type: object}}\ntools: [{type: function}]\nretrieval: {top: 3}\nrenamed-from: b';
    expect(parse(`---\n${front}\n---\nx`)).toMatchObject({
      responseFormat: { type: 'json_schema', name: 'a', schema: { type: 'object' }, strict: null },
      tools: [{ type: 'function' }],
      retrieval: { top: 3 },
      renamedFrom: 'b',
    });
  });

  it('passes on any parameter below "parameters"', () => {
    expect(parse('---\nparameters: {some_new_knob: 3}\n---\nx').parameters).toEqual({ 'some-new-knob': 3 });
  });

  it('knows the lines of variables', () => {
    const { places } = parse('---\nname: a\n---\n\nA\n{{ b }} and {{c}} {{b}}');
    expect(places.get('{{b}}')).toEqual({ path: 'prompts/a.md', line: 6, column: 1 });
    expect(places.get('{{c}}')).toEqual({ path: 'prompts/a.md', line: 6, column: 13 });
  });

  it('warns where declared and used variables differ', () => {
    const { warnings } = parse('---\nvariables: [a, b]\n---\n{{a}} {{c}}');
    expect(warnings).toMatchObject([
      { line: 2, message: '"variables[1]" is never used.' },
      { line: 4, message: '{{c}} is not among the declared "variables".' },
    ]);
  });
});

describe('a broken Markdown prompt', () => {
  it.each([
    ['empty', '', [/:1:1 has no text/]],
    ['front matter only', '---\nname: a\n---\n\n', [/has no text/]],
    ['open front matter', '---\nname: a', [/:1:1 The front matter is not closed/]],
    ['no mapping', '---\nhello\n---\nx', [/:2:1 The front matter is not a mapping/]],
    [
      'a misspelt parameter',
      '---\ntemprature: 0\n---\nx',
      [/:2:1 "temprature" is unknown. Did you mean "temperature"\?/],
    ],
    ['a key in the wrong case', '---\nModel: a\n---\nx', [/:2:1 "Model" is unknown. Did you mean "model"\?/]],
    ['two spellings', '---\nmax_tokens: 1\nmax-tokens: 2\n---\nx', [/:3:13 .*given twice/]],
    ['two spellings of our own key', '---\nresponse_format: text\nresponseFormat: text\n---\nx', [/:3:1 .*unknown/]],
    ['an empty message', 'system:\n\nuser:\nx', [/:3:1 The system message is empty/]],
    ['several', '---\nseed: x\ntemprature: 1\n---\nuser:\n', [/:2:7/, /:3:1/, /user message is empty/]],
  ])('names every mistake: %s', (_, text, expected) => {
    let problems: readonly string[] = [];
    try {
      parse(text);
    } catch (error) {
      problems = (error as UserError).message.split('\n');
      expect(error).toBeInstanceOf(UserError);
    }
    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]).toMatch(pattern);
  });
});
