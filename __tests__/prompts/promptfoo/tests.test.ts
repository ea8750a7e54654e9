import { describe, expect, it } from '@jest/globals';
import { type Files, problemsOf, readConfig, readOnly, rowsOf, told } from './read-config.ts';

const head = 'prompts: ["Hi {{x}}"]\nproviders: [openai:m]\n';
const holds = '[{type: contains, value: a}]';
const rows = (text: string, others: Files = {}) =>
  rowsOf(readOnly(head + text, others)).map(({ id: _id, checks: _checks, ...values }) => values);
const idsOf = (text: string, others: Files = {}) => rowsOf(readOnly(head + text, others)).map(({ id }) => id);

describe('the tests of a promptfoo config', () => {
  it.each<[string, string, Files, readonly unknown[]]>([
    ['mappings', `tests: [{vars: {x: 1}, assert: ${holds}}]`, {}, [{ x: 1 }]],
    ['a YAML file', 'tests: file://t.yaml', { 'evals/t.yaml': `- {vars: {x: a}, assert: ${holds}}` }, [{ x: 'a' }]],
    ['a JSON file', 'tests: t.json', { 'evals/t.json': '[{"vars": {"x": "a"}}]' }, [{ x: 'a' }]],
    [
      'JSON Lines',
      'tests: file://t.jsonl',
      { 'evals/t.jsonl': '{"vars": {"x": "a"}}\n{"vars": {"x": "b"}}' },
      [{ x: 'a' }, { x: 'b' }],
    ],
    [
      'CSV',
      'tests: file://t.csv',
      { 'evals/t.csv': 'x,y,__expected\na,,equals:a\nb,c,b\n' },
      [
        { x: 'a', y: '' },
        { x: 'b', y: 'c' },
      ],
    ],
    [
      'several files',
      'tests: [file://t/*.yaml]',
      { 'evals/t/b.yaml': '- {vars: {x: b}}', 'evals/t/a.yaml': '- {vars: {x: a}}' },
      [{ x: 'a' }, { x: 'b' }],
    ],
    [
      'lists of texts, combined',
      'tests: [{vars: {x: [a, b], y: [c, d]}}]',
      {},
      [
        { x: 'a', y: 'c' },
        { x: 'a', y: 'd' },
        { x: 'b', y: 'c' },
        { x: 'b', y: 'd' },
      ],
    ],
    [
      'other lists as they are',
      'tests: [{vars: {x: [{a: 1}]}}, {vars: {x: [a, b]}, options: {disableVarExpansion: true}}]',
      {},
      [{ x: [{ a: 1 }] }, { x: ['a', 'b'] }],
    ],
    [
      'files as variables',
      'tests: [{vars: {x: file://a.txt, y: file://b.yaml}}]',
      { 'evals/a.txt': 'A\n', 'evals/b.yaml': 'k: 1' },
      [{ x: 'A', y: '{"k":1}' }],
    ],
    [
      'the default test under each',
      'defaultTest: {vars: {x: a, y: b}}\ntests: [{vars: {x: c}}, {}]',
      {},
      [
        { x: 'c', y: 'b' },
        { x: 'a', y: 'b' },
      ],
    ],
    [
      'a default test in a file',
      'defaultTest: file://d.yaml\ntests: [{}]',
      { 'evals/d.yaml': 'vars: {x: a}' },
      [{ x: 'a' }],
    ],
    [
      'scenarios',
      'scenarios: [{config: [{vars: {x: a}}, {vars: {x: b}}], tests: [{vars: {y: c}}]}]',
      {},
      [
        { x: 'a', y: 'c' },
        { x: 'b', y: 'c' },
      ],
    ],
    [
      'metadata as tags',
      'tests: [{vars: {x: a}, metadata: {kind: hard, of: [p, q]}}]',
      {},
      [{ x: 'a', tags: ['kind: hard', 'of: p', 'of: q'] }],
    ],
  ])('are rows: %s', (_, text, others, expected) => {
    expect(rows(text, others)).toEqual(expected);
  });

  it('have ids of their descriptions, or of their variables, whatever they assert', () => {
    const text = (value: string) =>
      `tests: [{description: one, vars: {x: a}, assert: [{type: contains, value: ${value}}]}, {vars: {x: b}}, {description: all, vars: {x: [c, d]}}]`;
    expect(idsOf(text('a'))).toEqual(idsOf(text('b')));
    expect(readOnly(head + text('a')).rows).toHaveLength(1);
    expect(idsOf(text('a').replace('contains', 'javascript'))).toEqual([
      'one',
      expect.stringMatching(/^[0-9a-f]{12}$/),
      expect.stringMatching(/^all [0-9a-f]{6}$/),
      expect.stringMatching(/^all [0-9a-f]{6}$/),
    ]);
    const twins = 'tests: [{vars: {x: a}}, {vars: {x: a}}]';
    expect(idsOf(twins)[1]).toBe(`${idsOf(twins)[0]}-2`);
  });

  it('choose prompts and providers by their names', () => {
    const text = `prompts: [{label: a, raw: "A {{x}}"}, {label: b, raw: "B {{x}}"}]
providers: [openai:m, {id: openai:n, label: N}]
tests: [{vars: {x: 1}, prompts: [a]}, {vars: {x: 2}, providers: [N]}, {vars: {x: 3}}]`;
    expect(readConfig(text).map((prompt) => rowsOf(prompt).map(({ x }) => x))).toEqual([
      [1, 3],
      [1, 2, 3],
      [3],
      [2, 3],
    ]);
  });

  it.each([
    ['contains:a', { type: 'contains', expected: 'a' }],
    ['not-icontains: a', { type: 'contains', expected: 'a', 'ignore-case': true, not: true }],
    ['contains-any:a,b', { type: 'contains-any', values: ['a', 'b'] }],
    ['rouge-n(0.5):a', { type: 'token-f1', expected: 'a', threshold: 0.5 }],
    ['levenshtein(2):a', { type: 'levenshtein', expected: 'a', 'max-edits': 2 }],
    ['levenshtein:a', { type: 'levenshtein', expected: 'a', 'max-edits': 5 }],
    ['regex:^a:b$', { type: 'regex', pattern: '^a:b$' }],
    ['is-json', { type: 'json' }],
    ['Note: a', { type: 'equals', expected: 'Note: a' }],
    ['plain', { type: 'equals', expected: 'plain' }],
  ])('expect in CSV what a cell says: %s', (cell, check) => {
    const others = { 'evals/t.csv': `x,__expected,__description\n1,"${cell}",one\n` };
    expect(rowsOf(readOnly(`${head}tests: file://t.csv`, others))).toEqual([{ id: 'one', x: '1', checks: [check] }]);
  });

  it('have in CSV several expectations, a threshold and metadata', () => {
    const others = {
      'evals/t.csv': 'x,__expected1,__expected2,__threshold,__metadata:kind,__what\n1,contains:a,grade:nice,0.5,k,z\n',
    };
    const prompt = readOnly(`${head}tests: file://t.csv`, others);
    expect(rowsOf(prompt)).toEqual([
      expect.objectContaining({
        tags: ['kind: k'],
        checks: [{ type: 'mean-of', checks: [{ type: 'contains', expected: 'a' }], threshold: 0.5 }],
        'assert-llm-rubric': 'nice',
      }),
    ]);
    expect(told(prompt.warnings)).toEqual(['1 the column "__what" is not read.']);
  });

  it.each([
    ['options: {transform: output.a}', 'is transformed by code'],
    ['options: {prefix: a}', 'has a "prefix" of its own.'],
    ['provider: openai:x', 'asks a provider of its own.'],
    ['providerOutput: a', 'brings its output'],
    ['assertScoringFunction: file://a.js', 'is scored by code'],
    ['vars: {x: file://a.pdf}', '"file://a.pdf" is no file of text that can be read.'],
  ])('are left out where they ask or score in a way of their own: %s', (key, why) => {
    const { rows: kept, warnings } = readOnly(
      `${head}tests:\n  - {vars: {x: a}, assert: ${holds}}\n  - ${key}\n    assert: ${holds}\n`,
    );
    expect(kept).toHaveLength(1);
    expect(told(warnings)).toEqual([
      expect.stringContaining(why),
      '5 this test is left out: nothing that it asserts can be read.',
    ]);
  });

  it.each<[string, string, Files, string]>([
    ['tests: file://t.py', 'code', {}, '"file://t.py" is code.'],
    ['tests: file://t.py:make', 'a function', {}, '"file://t.py:make" is code.'],
    ['tests: https://docs.google.com/x', 'a page', {}, 'stands for something that is fetched or run (https).'],
    ['tests: [{path: file://t.py}]', 'a generator', {}, 'makes tests by code, which is never run here.'],
    ['tests: t.xlsx', 'a workbook', {}, '"t.xlsx" is no file of text that can be read. Save it as'],
    ['tests: [7]', 'a number', {}, 'is no test, but a number.'],
    ['tests: file://t.jsonl', 'broken', { 'evals/t.jsonl': '{' }, 'evals/t.jsonl:1:'],
    ['tests: [{vars: {checks: a}}]', 'in the way', {}, 'is a variable named "checks".'],
  ])('are refused: %s (%s)', (text, _, others, expected) => {
    expect(problemsOf(head + text, others)).toContainEqual(expect.stringContaining(expected));
  });

  it('come to no more rows than can be read', () => {
    const list = JSON.stringify(Array.from({ length: 101 }, (_, index) => `v${index}`));
    const { unread } = readOnly(`${head}tests: [{vars: {x: ${list}, y: ${list}}}]`);
    expect(told(unread)).toEqual(['3 the lists of its variables come to 10201 rows; at most 10000 can be read.']);
    const some = JSON.stringify(Array.from({ length: 99 }, (_, index) => `v${index}`));
    const thrice = `[${`{vars: {x: ${some}, y: ${some}}},`.repeat(3)}]`;
    expect(problemsOf(`${head}tests: ${thrice}`)).toEqual([
      expect.stringContaining('the tests come to more than 20000 rows.'),
    ]);
    const texts = JSON.stringify(Array.from({ length: 400 }, (_, index) => `p${index} {{x}}`));
    expect(problemsOf(`prompts: ${texts}\ntests: [${'{vars: {x: a}},'.repeat(300)}]`)).toEqual([
      expect.stringContaining('asks 300 tests of 400 prompts; at most 100000 questions can be read.'),
    ]);
  });
});
