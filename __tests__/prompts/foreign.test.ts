import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { decodeSourceFile, type SourceFile } from '../../src/text/source-file.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

/** Under the default dialect by name, so that no other one is guessed. */
const warn = (text: string, path = 'prompts/a.md', template: string | null = 'mustache') =>
  parsePrompt({ path, text }, template).warnings.map(
    ({ line, column, message, hint }) => `${line}:${column} ${message} ${hint}`,
  );

function parseOrRefuse(file: SourceFile): void {
  try {
    parsePrompt(file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

describe('text of another template language', () => {
  it.each([
    [
      'an f-string, where nothing is a variable',
      'Sort it.\nTo {address}',
      /^2:4 "{address}" .* f-string .*"template: f-string" .*{{address}}/,
    ],
    [
      'a tag of Jinja',
      '{{a}}\n{% if tone %}x{% endif %}',
      /^2:1 "{% if tone %}" looks like a tag of Jinja .* \(and 1 more of the kind\)\./,
    ],
    ['a comment of Jinja', '{# note #} {{a}}', /^1:1 "{# note #}" .*Jinja/],
    ['a filter', '{{a}} {{ tone | lower }}', /^1:7 .*Jinja.*Write {{tone}}/],
    ['an index', '{{a}} {{ facts[0] }}', /^1:7 .*Jinja/],
    ['white space cut', '{{a}} {{- tone -}}', /^1:7 .*Jinja/],
    [
      'a block of Handlebars',
      '{{a}} {{#if vip}}VIP{{/if}}',
      /^1:7 "{{#if vip}}" looks like a tag of Handlebars.* \(and 1 more of the kind\)\./,
    ],
    ['a comment of Handlebars', '{{a}} {{!-- note --}}', /^1:7 .*Handlebars/],
    ['three braces', '{{a}} {{{input}}}', /^1:7 "{{{input}}}" .*Write {{input}}/],
    ['an input of Copilot', '{{a}} \x24{input:topic}', /^1:7 .*Copilot/],
    ['arguments of a command, in code, too', '{{a}} `gh issue view $ARGUMENTS`', /^1:22 "\$ARGUMENTS" .*slash command/],
    ['ChatML', 'Say {{a}} as <|im_start|>system', /^1:14 "<\|im_start\|>" .*ChatML/],
  ])('is named once a kind, with its place: %s', (_, text, expected) => {
    const found = warn(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it('is named in YAML, and a part of Handlebars only there', () => {
    const yaml = 'messages:\n  - role: user\n    content: |\n      {{input}}\n      {{> footer}} {{#if a}}\n';
    expect(warn(yaml, 'a.prompt.yml')).toEqual([
      expect.stringMatching(/^5:7 "{{> footer}}" .*Handlebars.* \(and 1 more of the kind\)\./),
    ]);
  });

  it('is text behind a backslash, and everywhere under "template: none"', () => {
    expect(warn('{{a}} \\{{#if vip}} \\{{ tone | lower }} \\{{{input}}}')).toEqual([]);
    expect(warn('---\ntemplate: none\n---\n{address} {% if a %} {{ b | c }} $ARGUMENTS\n# system')).toEqual([]);
  });

  it.each([
    ['JSON', 'Reply as {"label": "x", "n": {"a": {}}} or {}.'],
    ['a set', 'One of {a, b}.'],
    ['CSS', 'a {color: red} b{color}'],
    ['code in a block', '```ts\nimport {name} from "x"; `\x24{name}` {% if %} {{ x | f }}\n```'],
    ['code in a block of blocks', '````md\n```ts\nx\n```\n{name}\n```py\n{name}\n```\n````'],
    ['a block that another one follows', '```ts\nx\n```py\n{name}\n```'],
    ['code in a line', 'Write `{name}` and `{{ x | f }}`.'],
    ['LaTeX', 'Give $\\frac{a}{b}$, x^{n}, y_{i}, \\boxed{answer}, \\text{\\sum{x}}.'],
    ['a role of another markup', 'See {ref}`setup` and {doc}`--all <x>`.'],
    ['a path', 'GET /users/{id} and {id}/orders, setup-{os}, {name}.md'],
    ['JSX', '<a style={{ color: "red" }}>'],
    ['money and the shell', 'It costs $1. Use \x24{HOME} and [[links]] and <<eof.'],
    ['a block of Svelte', '{#if x}'],
    ['a boxed value', '{{a}} \\boxed{{{answer}}}'],
    ['a single brace beside a variable', '{{a}} in {curly} braces'],
  ])('is not seen in %s', (_, text) => {
    expect(warn(text)).toEqual([]);
  });

  it('is not seen in any prompt that we ship', () => {
    const files = ['fixtures/prompts', 'fixtures/public/github-models', 'fixtures/demo/main/prompts'].flatMap(
      (folder) => readdirSync(folder).map((name) => `${folder}/${name}`),
    );
    for (const file of files) {
      expect(parsePrompt(decodeSourceFile(file, readFileSync(file))).suspects.filter(({ isSure }) => isSure)).toEqual(
        [],
      );
    }
  });

  it('is looked for in no time, however hostile', () => {
    const texts = [
      '{a} ',
      '$ARGUMENTS ',
      '# system\n',
      'User: a\n',
      '<|im_start|>user\na',
      '@a.',
      '!`a',
      '$1 ',
      '\\a{b}{c}',
      '{{',
      '{{ ',
      '\\a{',
      '{% a',
      '{#',
      '```',
      '`',
      '[[',
      '<<',
      '{{a|',
      '{{{a',
    ];
    const before = performance.now();
    const paths = ['a.md', '.claude/commands/a.md'];
    for (const path of paths)
      for (const text of texts) {
        const long = text.repeat(Math.floor(200_000 / text.length));
        for (const whole of [long, `x${long}`]) parseOrRefuse({ path, text: whole });
      }
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});

describe('a role that is lost', () => {
  it.each([
    [
      'headings without a colon',
      'Hi {{a}}\n# system\nBe kind\n# user\n{{input}}',
      /^2:1 "# system" looks like a role line.*Write "# system:"\..*/,
    ],
    ['one at the very beginning', '\n## System Prompt\nBe kind {{a}}', /^2:1 "## System Prompt" .*"# system:"/],
    ['one among role lines', 'system:\nBe kind\n# user\n{{a}}', /^3:1 "# user" .*"# user:"/],
    ['text behind it', 'System: Be kind {{a}}', /^1:1 "System:" .*"# system:" on a line of its own/],
    ["another tool's word for a user", 'Human: hi {{a}}', /"# user:" on a line of its own/],
  ])('is named: %s', (_, text, expected) => {
    expect(warn(text)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['a heading of a document', '# Guide\n\n## User\nAsk {{a}}.'],
    ['one in code', 'Write {{a}}:\n```\n# system\n# user\n```'],
    ['a line of a conversation', 'Go on {{a}}:\n\nUser: hi\nAssistant: hello'],
  ])('is not seen in %s', (_, text) => {
    expect(warn(text)).toEqual([]);
  });

  it('is one user message that holds the input, though its name calls it a system message', () => {
    for (const path of ['system_prompt.txt', 'prompts/system/tone.md']) {
      expect(warn('Be kind. {{question}}', path)).toEqual([
        expect.stringMatching(/^1:1 This file is read as one user message.*\.system\./),
      ]);
    }
  });

  it('says why the answer itself is not written', () => {
    expect(() => warn('user:\nHi\nassistant:\n')).toThrow(/assistant message is empty.*the model writes this message/);
  });
});
