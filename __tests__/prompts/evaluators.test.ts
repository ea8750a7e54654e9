import { describe, expect, it } from '@jest/globals';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const parse = (evaluators: string) =>
  parsePrompt({
    path: 'a.prompt.yml',
    text: `messages:\n  - { role: user, content: "Hi {{a}}" }\nevaluators: ${evaluators}\n`,
  });

describe('an evaluator of another dialect', () => {
  it.each([
    ['[{name: a, regex: {pattern: "x+"}}]', { type: 'regex', not: false, options: { pattern: 'x+' } }],
    ['[{name: a, regex: "(?i)x"}]', { type: 'regex', not: false, options: { pattern: '(?i)x' } }],
    ['[{name: a, type: regex_match, pattern: "(?i)a.*b"}]', { type: 'regex', options: { pattern: '(?i)a.*b' } }],
    ['[{name: a, type: regex, pattern: "^T"}]', { type: 'regex', not: false, options: { pattern: '^T' } }],
    [
      '[{name: a, type: contains, value: x}]',
      { type: 'contains', not: false, options: { expected: 'x', 'ignore-case': true } },
    ],
    ['[{name: a, type: not_contains, value: x}]', { type: 'contains', not: true }],
    ['[{name: a, string: {notContains: sorry}}]', { type: 'contains', not: true, options: { expected: 'sorry' } }],
    ['[{name: a, string: {does_not_contain: sorry}}]', { type: 'contains', not: true }],
    ['[{name: a, string: {regex: "x"}}]', { type: 'regex', not: false, options: { pattern: 'x' } }],
    ['[{name: a, type: equals, expected: "{{a}}"}]', { type: 'equals', not: false, options: { expected: '{{a}}' } }],
    ['[{name: a, contains: x, description: why}]', { type: 'contains', not: false }],
  ])('is a check where one says the same: %s', (evaluators, expected) => {
    const { metrics, unread } = parse(evaluators);
    expect(unread).toEqual([]);
    expect(metrics).toMatchObject([{ kind: 'check', role: 'gate', name: 'a', ...expected }]);
  });

  it.each([
    ['no known kind', '[{name: a, magic: {code: x}}]', /:3:14 .*must have exactly one of string, llm, uses/],
    [
      'code',
      '[{name: a, python: {code: x}}]',
      /:3:32 "evaluators\[0\]\.python" is code, and none of a prompt file is run\. Make it/,
    ],
    ['code by its type', '[{name: a, type: javascript, value: x}]', /"evaluators\[0\]\.type" is code/],
    ['a rule', '[{name: a, rule: be kind}]', /"evaluators\[0\]\.rule" has a model judge by words alone/],
    [
      'a model as judge',
      '[{name: a, type: model_graded}]',
      /"evaluators\[0\]\.type" has a model judge by words alone, without choices/,
    ],
    ['text', '[be kind]', /must be a mapping, not text/],
    ['two kinds', '[{name: a, uses: github/fluency, string: {equals: x}}]', /exactly one of/],
    ['an unknown built-in', '[{name: a, uses: github/fluence}]', /Did you mean "github\/fluency"/],
    ['a misspelt comparison', '[{name: a, string: {contain: x}}]', /compares with nothing/],
    ['an unknown type', '[{name: a, type: sparkle}]', /"evaluators\[0\]\.type" has the unknown type "sparkle"/],
    ['a score above 1', '[{name: a, llm: {prompt: p, choices: [{choice: x, score: 5}]}}]', /from 0 to 1/],
    [
      'what another key turns round',
      '[{name: a, type: contains, value: x, case_sensitive: true}]',
      /"evaluators\[0\]\.case_sensitive" changes the check/,
    ],
    ['a pattern with a placeholder', '[{name: a, regex: "{{a}}"}]', /is a pattern with a placeholder/],
    ['a pattern of another engine', '[{name: a, regex: "(?=x)"}]', /is no pattern that can be read/],
    ['no list', 'fine', /must be a list/],
  ])('that cannot be read leaves the prompt as it is: %s', (_, evaluators, expected) => {
    const { messages, unread } = parse(evaluators);
    expect(messages).toHaveLength(1);
    const [first] = unread;
    expect(`:${first?.line}:${first?.column} ${first?.message} ${first?.hint}`).toMatch(expected);
  });

  it('has a name that hangs on what it looks for, not on its place', () => {
    const one = '{type: regex, pattern: "^T"}';
    const names = (list: string) => parse(`[${list}]`).metrics.map(({ name }) => name);
    expect(names(`${one}, {uses: github/fluency}, {string: {notContains: x}}`)).toEqual([
      'regex ^T',
      'fluency',
      'not contains x',
    ]);
    expect(names(`{contains: y}, ${one}`)).toEqual(['contains y', 'regex ^T']);
    expect(names(`${one}, ${one}`)).toEqual(['regex ^T', 'regex ^T (2)']);
  });

  it('of the name of an earlier one gets a number', () => {
    const { metrics, unread } = parse('[{name: a, uses: github/fluency}, {name: a, contains: x}]');
    expect(metrics.map(({ name }) => name)).toEqual(['a', 'a (2)']);
    expect(unread).toEqual([]);
  });
});

describe('evaluators of a row', () => {
  const parseRows = (rows: string, evaluators = '[]') =>
    parsePrompt({
      path: 'a.prompt.yml',
      text: `messages:\n  - { role: user, content: "Hi {{a}}" }\ntestData:\n${rows}evaluators: ${evaluators}\n`,
    });

  it('become its checks, which one metric beside those of the file scores', () => {
    const rows =
      '  - { a: x, evaluators: [{ name: n, string: { contains: y } }, { type: not_contains, value: z }, { regex: "^T" }] }\n' +
      '  - { vars: { a: x }, evaluators: [{ string: { equals: "{{a}}" } }], checks: [{ type: words, max: 5 }] }\n';
    const { rows: read, metrics, unread } = parseRows(rows, '[{ name: assertions, contains: q }]');
    expect(unread).toEqual([]);
    expect(metrics).toMatchObject([
      { name: 'assertions', type: 'contains' },
      { kind: 'check', role: 'gate', name: 'assertions (2)', type: 'row-checks', where: { line: 4 } },
    ]);
    expect(read?.map(({ values }) => values)).toEqual([
      {
        a: 'x',
        checks: [
          { type: 'contains', expected: 'y', 'ignore-case': true },
          { type: 'contains', not: true, expected: 'z', 'ignore-case': true },
          { type: 'regex', pattern: '^T' },
        ],
      },
      {
        vars: { a: 'x' },
        checks: [
          { type: 'words', max: 5 },
          { type: 'equals', expected: '{{a}}' },
        ],
      },
    ]);
  });

  it.each([
    [
      'asks a judge',
      '  - { a: x, evaluators: [{ uses: github/fluency }] }\n',
      /:4:26 "testData\[0\]\.evaluators\[0\]" asks a judge about one row/,
    ],
    ['cannot be read', '  - { a: x, evaluators: [{ type: magic }] }\n', /:4:34 .*unknown type "magic"/],
    ['is no list', '  - { a: x, evaluators: fine }\n', /must be a list/],
    [
      'some rows lack',
      '  - { a: x }\n  - { a: x, evaluators: [{ contains: y }] }\n',
      /:4:5 brings no "evaluators" of its own, as other rows do/,
    ],
  ])('of which one %s leave the prompt as it is, and say so', (_, rows, expected) => {
    const { messages, unread } = parseRows(rows);
    expect(messages).toHaveLength(1);
    expect(unread).toHaveLength(1);
    const [first] = unread;
    expect(`:${first?.line}:${first?.column} ${first?.message} ${first?.hint}`).toMatch(expected);
  });
});
