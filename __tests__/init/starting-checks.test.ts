import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseRows } from '../../src/datasets/rows.ts';
import { chooseChecks } from '../../src/init/starting-checks.ts';
import type { Json } from '../../src/json.ts';
import { parsePrompts } from '../../src/prompts/formats.ts';

const where = { path: 'rows.jsonl', line: 1, column: null };

/** The checks for rows that expect these values. */
function choose(expected: readonly Json[], promptText = '{{input}}', path = 'a.md') {
  const rows = expected.map((value, index) => ({ values: { input: `i${index}`, expected: value }, where }));
  const [prompt] = parsePrompts({ path, text: promptText });
  const { lines, why, missing } = chooseChecks(parseRows(rows).cases, prompt ?? null);
  expect(why.length).toBeGreaterThan(0);
  return { checks: parse(lines.join('\n')), missing };
}

const asksForJson = `messages: [{ role: user, content: "{{input}}" }]
responseFormat: json_schema
jsonSchema: '{"name": "a", "schema": {"type": "object", "properties": {"queue": {"type": "string"}}}}'
`;
const long = (end: string) => `An answer of more words than any label has, and so it ends: ${end}.`;
const expected = '{{ expected }}';

describe('the checks to begin with', () => {
  it.each<[string, readonly Json[], readonly object[]]>([
    ['labels', ['a', 'b', 'a', 'b'], [{ type: 'equals', expected, normalize: ['unicode', 'whitespace', 'case'] }]],
    ['short answers', ['Rome', 'Lima', 'New Delhi', 'Oslo'], [{ type: 'contains', expected }]],
    ['any of several short ones', [['a', 'b'], ['b'], ['a'], ['a']], [{ type: 'equals', expected }]],
    ['numbers', [1, 2.5, '3', '-4'], [{ type: 'number', expected }]],
    ['true and false', [true, false, true, true], [{ type: 'equals', expected }]],
    ['long texts', [long('a'), long('b'), long('c'), 'short'], [{ type: 'token-f1', expected }]],
    [
      'values of JSON',
      [
        { queue: 'a', n: 1, more: [1], 'odd key': 'x' },
        { queue: 'b', n: 2, more: [], 'odd key': 'y' },
      ],
      [
        { name: 'queue', path: '/queue', expected: '{{ expected.queue }}', from: 'fenced' },
        { name: 'n', path: '/n', expected: '{{ expected.n }}' },
      ],
    ],
    [
      'JSON without a plain value',
      [{ list: [1] }, { list: [2] }],
      [{ type: 'json-schema', schema: { type: 'object', required: ['list'] } }],
    ],
    ['JSON as text', ['{"a": "x"}', '{"b": "y"}'], [{ type: 'json-schema', schema: { type: 'object' } }]],
  ])('%s', (_name, values, checks) => {
    const found = choose(values);
    expect(found.checks).toMatchObject(checks);
    expect(found.checks).toHaveLength(checks.length);
    expect(found.missing).toBeNull();
  });

  it('look where a prompt that asks for JSON has its answer', () => {
    expect(choose(['a', 'b', 'a', 'b'], asksForJson, 'a.prompt.yml').checks).toMatchObject([
      { type: 'equals', path: '/queue', expected },
    ]);
    expect(choose([1, 2], asksForJson, 'a.prompt.yml').checks).toMatchObject([{ type: 'number', path: '/queue' }]);
  });

  it.each<[string, readonly Json[], string]>([
    ['no row', [null, null, ''], 'no row says'],
    ['not every row', ['a', 'b', null], '1 of 3 rows do not say'],
  ])('say what is missing where %s has an answer', (_name, values, words) => {
    const { checks, missing } = choose(values);
    expect(checks).toMatchObject([
      { type: 'empty', not: true },
      { type: 'refusal', not: true },
    ]);
    expect(missing).toContain(words);
  });
});

describe('the column of the right answers', () => {
  const rowsOf = (columns: readonly object[]) =>
    parseRows(columns.map((values) => ({ values: { ...values }, where }))).cases;
  const [prompt = null] = parsePrompts({ path: 'a.md', text: '{{input}} {{gold}}' });

  it('is one that looks like it, where none has our name', () => {
    const { lines, why } = chooseChecks(
      rowsOf([
        { input: 'a', label: 'x' },
        { input: 'b', label: 'y' },
      ]),
      prompt,
    );
    expect(parse(lines.join('\n'))).toMatchObject([{ type: 'equals', expected: '{{ label }}' }]);
    expect(why[0]).toBe('The column "label" is taken for the right answer.');
  });

  it.each([
    ['that not every row fills', [{ input: 'a', label: 'x' }, { input: 'b' }]],
    [
      'that the prompt reads',
      [
        { input: 'a', gold: 'x' },
        { input: 'b', gold: 'y' },
      ],
    ],
    [
      'of a name that a template cannot write',
      [
        { input: 'a', 'the label': 'x' },
        { input: 'b', 'the label': 'y' },
      ],
    ],
  ])('is never one %s', (_, columns) => {
    const { lines, missing } = chooseChecks(rowsOf(columns), prompt);
    expect(lines.join()).not.toContain('expected');
    expect(missing).toContain('no row says which answer is right');
  });
});
