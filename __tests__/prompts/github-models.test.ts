import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { decodeSourceFile } from '../../src/text/source-file.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const path = 'prompts/a.prompt.yml';
const parse = (text: string) => parsePrompt({ path, text });
const body = 'messages:\n  - role: user\n    content: Hi\n';

function problemsOf(text: string): readonly string[] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a GitHub Models prompt', () => {
  const file = 'fixtures/prompts/triage.prompt.yml';
  const prompt = parsePrompt(decodeSourceFile(file, readFileSync(file)));

  it('keeps what will be sent, under canonical names', () => {
    expect(prompt).toMatchObject({
      format: 'github-models',
      name: 'triage',
      model: 'openai/some-model',
      parameters: { temperature: 0.2, 'top-p': 0.9, 'max-completion-tokens': 200 },
      messages: [
        { role: 'system', content: 'You are a {{tone}} clerk.' },
        { role: 'user', content: 'Sort this message:\n\n{{input}}\n' },
      ],
      responseFormat: { type: 'json_schema', name: 'label', strict: true, schema: { type: 'object' } },
      warnings: [],
    });
  });

  it('gives rows with their lines', () => {
    expect(prompt.rows?.map(({ where }) => where.line)).toEqual([20, 23]);
    expect(prompt.rows?.[0]?.values).toEqual({ input: 'My card is lost', tone: 'calm', expected: 'lost_card' });
  });

  it('turns evaluators into gating checks and judges', () => {
    expect(prompt.metrics.every(({ role }) => role === 'gate')).toBe(true);
    expect(prompt.metrics).toMatchObject([
      { kind: 'check', name: 'label', type: 'equals', options: { expected: '{{expected}}' } },
      { kind: 'check', name: 'polite', type: 'starts-with', options: { expected: 'dear', 'ignore-case': true } },
      {
        kind: 'judge',
        type: 'choices',
        rubric: null,
        model: 'openai/some-judge',
        options: {
          'system-prompt': 'You judge.',
          choices: [
            { choice: 'yes', score: 1 },
            { choice: 'no', score: 0 },
          ],
        },
      },
      { kind: 'judge', name: 'grounded', type: 'rubric', rubric: 'builtin:groundedness' },
    ]);
    expect(prompt.metrics[0]).not.toHaveProperty('options.ignore-case');
  });

  it('knows where settings and variables stand', () => {
    expect(prompt.places.get('model')).toMatchObject({ line: 3, column: 8 });
    expect(prompt.places.get('top-p')).toMatchObject({ line: 6, column: 3 });
    expect(prompt.places.get('{{input}}')).toMatchObject({ line: 15, column: 7 });
  });

  it('is recognised by its content where the file name says nothing', () => {
    expect(parsePrompt({ path: 'sample_prompt.yml', text: body }).format).toBe('github-models');
  });

  it('takes the first string comparison that is not empty, and says that others are ignored', () => {
    const { metrics, warnings } = parse(
      `${body}evaluators: [{name: a, string: {endsWith: z, equals: "", contains: 4}}]`,
    );
    expect(metrics).toMatchObject([{ type: 'contains', options: { expected: '4' } }]);
    expect(warnings).toMatchObject([{ message: '"endsWith" is ignored: "contains" decides.' }]);
  });
});

describe('an odd but harmless key', () => {
  it.each([
    ['unknown at the top', `${body}version: 2\nlicense: MIT`, /:4:1 "version", "license" are no keys of ours/],
    ['a tool by its name', `${body}tools: [search]`, /:4:1 "tools" names tools without defining them/],
    [
      'an inline schema',
      `${body}responseFormat: json_schema\njsonSchema: {name: a, schema: {}}`,
      /:5:13 "jsonSchema" is a map/,
    ],
    ['a schema without its format', `${body}jsonSchema: "{}"`, /:4:1 "jsonSchema" is ignored/],
    ['no rows', `${body}testData: []`, /:4:1 "testData" has no rows/],
  ])('warns: %s', (_, text, expected) => {
    const [warning, ...others] = parse(text).warnings;
    expect(others).toEqual([]);
    expect(`:${warning?.line}:${warning?.column} ${warning?.message} ${warning?.hint}`).toMatch(expected);
  });
});

describe('a broken GitHub Models prompt', () => {
  it.each([
    ['empty', '', [/^prompts\/a.prompt.yml is empty/]],
    ['comments only', '# nothing', [/is empty/]],
    ['no mapping', '- a', [/:1:1 The prompt is not a mapping/]],
    ['no messages', 'name: a', [/:1:1 has no "messages"/]],
    ['empty messages', 'messages: []', [/:1:11 "messages" must be a list of at least one/]],
    ['no content', 'messages:\n  - role: user', [/:2:5 "messages\[0\].content" is missing/]],
    ['blank content', 'messages:\n  - role: user\n    content: " "', [/:3:14 .*is empty/]],
    [
      'two mistakes',
      'messages:\n  - role: usr\n    content: 5',
      [/:2:11 .*"user"\?/, /:3:14 .*must be text or a list of parts, not a number/],
    ],
    ['bad YAML', 'name: [\n  "x', [/:2:5 is not valid YAML: Missing closing/]],
    ['a key given twice', `name: a\nname: b\n${body}`, [/:2:1 "name" is given twice/]],
    ['two documents', `${body}---\n${body}`, [/more than one YAML document/]],
    [
      'text as a number',
      `${body}modelParameters:\n  temperature: "1"`,
      [/:5:16 "modelParameters.temperature" must be a number/],
    ],
    ['half a token', `${body}modelParameters:\n  maxTokens: 1.5`, [/:5:14 .*whole number/]],
    ['a parameter without value', `${body}modelParameters:\n  topP:`, [/:5:8 .*has no value/]],
    ['a parameter in two spellings', `${body}modelParameters: {topP: 1, top_p: 1}`, [/given twice/]],
    ['streaming', `${body}modelParameters: {stream: true}`, [/cannot be set/]],
    ['not a number', `${body}modelParameters: {temperature: .nan}`, [/:4:32 .*not finite/]],
    ['an unknown format', `${body}responseFormat: json`, [/:4:17 .*unknown format "json"/]],
    ['a format without schema', `${body}responseFormat: json_schema`, [/"jsonSchema" is missing/]],
    ['a schema that is no JSON', `${body}responseFormat: json_schema\njsonSchema: "{"`, [/:5:13 .*not valid JSON/]],
    [
      'a bare schema',
      `${body}responseFormat: json_schema\njsonSchema: '{"type": "object"}'`,
      [/needs "name"/, /needs "schema"/],
    ],
    ['a row that is text', `${body}testData:\n  - a`, [/:5:5 "testData\[0\]" must be a mapping, not text/]],
    ['a slip of a key', `${body}testDta: []`, [/:4:1 "testDta" is unknown\. Did you mean "testData"\?/]],
    ['a slip of a parameter', `${body}temprature: 0`, [/:4:1 "temprature" is unknown\. Did you mean "temperature"\?/]],
    ['a tool that is a number', `${body}tools: [4]`, [/"tools\[0\]" must be a mapping/]],
  ])('names every mistake with its place: %s', (_, text, expected) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]).toMatch(pattern);
  });

  it.each([
    ['flow nesting', '['.repeat(50_000)],
    ['block nesting', '- '.repeat(50_000)],
    ['a self-reference', 'messages: &a [*a]'],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`)}]`).join('\n')}`,
    ],
  ])('refuses %s in no time', (_, text) => {
    expect(problemsOf(text)).toHaveLength(1);
  });

  it('shows 50 mistakes and counts the rest', () => {
    const problems = problemsOf(`messages:\n${'  - role: user\n'.repeat(80)}`);
    expect(problems).toHaveLength(51);
    expect(problems[50]).toMatch(/^prompts\/a.prompt.yml and 30 more\./);
  });
});

describe('an unknown prompt file', () => {
  it('names the known formats', () => {
    expect(() => parsePrompt({ path: 'a.toml', text: 'x' })).toThrow(
      /a.toml is in no known prompt format.*GitHub Models.*Markdown/,
    );
  });
});

const samples = 'fixtures/public/github-models';

describe("GitHub's own samples", () => {
  it.each(readdirSync(samples))('%s parses without a warning', (name) => {
    const file = `${samples}/${name}`;
    const { warnings, messages } = parsePrompt(decodeSourceFile(file, readFileSync(file)));
    expect(warnings).toEqual([]);
    expect(messages.length).toBeGreaterThan(0);
  });
});
