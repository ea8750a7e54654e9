import { describe, expect, it } from '@jest/globals';
import { aCheck, type ScoreRow, scoreText } from './scoring.ts';

function tableOf(type: string, rows: readonly ScoreRow[]): void {
  it.each(rows)('%s', (_, options, content, reason, variables = {}) => {
    expect(scoreText(aCheck(type, options), content, variables)).toEqual({ score: reason === null ? 1 : 0, reason });
  });
}

describe('equals on text', () => {
  tableOf('equals', [
    ['the same text', { expected: 'billing' }, 'billing', null],
    [
      'a blank at the end is a difference',
      { expected: 'billing' },
      'billing\n',
      'is "billing\\n", expected "billing": differs only in an extra U+000A (line break) at character 8; normalize: [whitespace] ignores it',
    ],
    [
      'case is a difference',
      { expected: 'billing' },
      'Billing',
      'is "Billing", expected "billing": differs only in case; normalize: [case] ignores it',
    ],
    ['unless it is ignored', { expected: 'billing', 'ignore-case': true }, 'BILLING', null],
    ['a template', { expected: 'Hi {{ name }}' }, 'Hi Eva', null, { name: 'Eva' }],
    ['the text "4" is the text 4', { expected: '4' }, '4', null],
    ['the number 4 reads the text as JSON', { expected: 4 }, '4', null],
    ['4.0 is the number 4', { expected: 4 }, '4.0', null],
    ['text is not a number', { expected: 4 }, 'four', 'is "four", which is not JSON, expected the number 4'],
    ['a variable keeps its type', { expected: '{{ n }}' }, '4.0', null, { n: 4 }],
    ['a variable that is text stays text', { expected: '{{ n }}' }, '4.0', 'is "4.0", expected "4"', { n: '4' }],
    ['an object in any order', { expected: { a: 1, b: [2] } }, '{"b": [2], "a": 1}', null],
    ['a list in another order', { expected: [1, 2] }, '[2,1]', 'is the JSON "[2,1]", expected the JSON "[1,2]"'],
    ['true', { expected: true }, 'false', 'is false, expected true'],
    ['null is not the text', { expected: null }, 'null', null],
    ['an empty output', { expected: 'x' }, '', 'is "", expected "x"'],
    ['long outputs are cut', { expected: 'x' }, 'é'.repeat(500), `is "${'é'.repeat(60)}…", expected "x"`],
    ['a value with braces is not filled in again', { expected: '{{ a }}!' }, '{{b}}!', null, { a: '{{b}}', b: 'no' }],
  ]);
});

describe('contains, starts-with and ends-with', () => {
  it.each([
    ['contains', 'an order', 1],
    ['contains', 'an Order', 0],
    ['starts-with', 'order first', 1],
    ['starts-with', 'an order', 0],
    ['ends-with', 'an order', 1],
    ['ends-with', 'order.', 0],
  ])('%s: %s', (type, content, score) => {
    expect(scoreText(aCheck(type, { expected: 'order' }), content).score).toBe(score);
    expect(scoreText(aCheck(type, { expected: 'ORDER', 'ignore-case': true }), content.toLowerCase()).score).toBe(
      content.includes('Order') ? 1 : score,
    );
  });

  it('says what was looked for', () => {
    expect(scoreText(aCheck('contains', { expected: 'refund' }), 'no').reason).toBe('does not contain "refund"');
    expect(scoreText(aCheck('contains', { expected: 'refund' }, { not: true }), 'a refund').reason).toBe(
      'contains "refund"',
    );
  });

  it('looks for a number as its text', () => {
    expect(scoreText(aCheck('contains', { expected: '{{ n }}' }), 'order 17', { n: 17 }).score).toBe(1);
  });
});

describe('path', () => {
  const output =
    '{"label": "billing", "count": 4, "tags": ["a", {"k": null}], "a/b": 1, "m~n": 2, "": 3, "__proto__": 5}';
  it.each([
    ['a member', '/label', 'billing', 1],
    ['a number', '/count', 4, 1],
    ['the number 4 is not the text 4', '/count', '4', 0],
    ['a list item', '/tags/0', 'a', 1],
    ['null', '/tags/1/k', null, 1],
    ['~1 is a slash', '/a~1b', 1, 1],
    ['~0 is a tilde', '/m~0n', 2, 1],
    ['an empty key', '/', 3, 1],
    ['an own __proto__', '/__proto__', 5, 1],
    ['a list as a whole', '/tags', ['a', { k: null }], 1],
    ['the whole output', '', JSON.parse(output), 1],
    ['an index beyond the end', '/tags/2', 'a', 0],
    ['an index with a leading zero', '/tags/00', 'a', 0],
    ['the dash', '/tags/-', 'a', 0],
    ['a length is no member', '/tags/length', 2, 0],
    ['an inherited member', '/constructor/name', 'Object', 0],
    ['below a text', '/label/0', 'b', 0],
  ])('%s', (_, path, expected, score) => {
    expect(scoreText(aCheck('equals', { expected }, { path }), output).score).toBe(score);
  });

  it.each([
    ['finds nothing', '/nothing', output, '/nothing is not in the output'],
    ['no JSON', '/label', 'label: billing', 'the output is not JSON'],
    [
      'a code fence',
      '/label',
      '```json\n{"label": "billing"}\n```',
      'the output is in a code fence, not plain JSON; from: fenced takes the code fence off',
    ],
    ['deep nesting', '/0', '['.repeat(5000) + ']'.repeat(5000), 'the JSON is nested deeper than 100 levels'],
  ])('%s scores 0, also under not', (_, path, content, reason) => {
    expect(scoreText(aCheck('equals', { expected: 'x' }, { path }), content)).toEqual({ score: 0, reason });
    expect(scoreText(aCheck('equals', { expected: 'x' }, { path, not: true }), content)).toEqual({ score: 0, reason });
  });

  it('names the type where text and number differ', () => {
    const check = aCheck('equals', { expected: '4' }, { path: '/count' });
    expect(scoreText(check, output).reason).toBe('is the number 4, expected "4"');
  });
});

describe('not', () => {
  it.each([
    ['equals', { expected: 'no' }, 'no', 0],
    ['equals', { expected: 'no' }, 'yes', 1],
    ['one-of', { values: ['a', 'b'] }, 'a', 0],
    ['regex', { pattern: 'sorry' }, 'so sorry', 0],
    ['regex', { pattern: 'sorry' }, 'fine', 1],
    ['length', { max: 2 }, 'abc', 1],
    ['json', {}, 'prose', 1],
    ['json', {}, '{}', 0],
  ])('%s %j turns round on %s', (type, options, content, score) => {
    expect(scoreText(aCheck(type, options, { not: true }), content).score).toBe(score);
  });
});
