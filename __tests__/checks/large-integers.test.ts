import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import { aCheck, scoreText } from './scoring.ts';

const order = 2512292042121000001n;
const variables = { order, text: '2512292042121000001', whole: { order, tags: [order] } };

describe('an integer beyond 2^53 is compared digit by digit', () => {
  it.each<[string, string, JsonObject, string | null]>([
    ['equals, a value at a path', 'equals', { expected: '{{ order }}' }, '/order'],
    ['equals, a literal', 'equals', { expected: { order } }, null],
    ['equals, a literal that is the number alone', 'equals', { expected: order }, '/order'],
    ['number', 'number', { expected: '{{ order }}' }, '/order'],
    ['number, expected as text', 'number', { expected: '{{ text }}' }, '/order'],
    ['one-of', 'one-of', { values: [1, '{{ order }}'] }, '/order'],
    ['contains', 'contains', { expected: '{{ order }}' }, null],
    ['json-schema, const', 'json-schema', { schema: { properties: { order: { const: order } } } }, null],
    ['json-schema, enum', 'json-schema', { schema: { properties: { order: { enum: [1, order] } } } }, null],
    ['json-schema, const deep inside', 'json-schema', { schema: { const: { order } } }, null],
    ['json-schema, const of a root', 'json-schema', { schema: { const: order } }, '/order'],
    ['json-schema, minimum', 'json-schema', { schema: { properties: { order: { minimum: order } } } }, null],
    ['json-schema, multipleOf', 'json-schema', { schema: { properties: { order: { multipleOf: order } } } }, null],
  ])('%s', (_, type, options, path) => {
    const check = aCheck(type, options, { path });
    expect(scoreText(check, '{"order":2512292042121000001}', variables).score).toBe(1);
    expect(scoreText(check, '{"order":2512292042121000000}', variables).score).toBe(0);
  });

  it('number tells neighbours apart, and counts a tolerance in whole steps', () => {
    const close = aCheck('number', { expected: '9007199254740993', tolerance: 1 });
    expect(
      ['9007199254740992', '9007199254740994', '9007199254740995'].map((text) => scoreText(close, text).score),
    ).toEqual([1, 1, 0]);
    expect(scoreText(aCheck('number', { expected: 9007199254740991 }), '9007199254740990').score).toBe(0);
  });

  it('is an integer to a schema, and two neighbours are not equal items', () => {
    const check = aCheck('json-schema', { schema: { items: { type: 'integer' }, uniqueItems: true } });
    expect(scoreText(check, '[2512292042121000001, 2512292042121000000]').score).toBe(1);
    expect(scoreText(check, '[2512292042121000001, 2512292042121000001]').score).toBe(0);
  });

  it('a bound of a schema is named with its digits', () => {
    const check = aCheck('json-schema', { schema: { maximum: 9223372036854775807n } });
    expect(scoreText(check, '9223372036854775808').reason).toBe('the output must be <= 9223372036854775807');
    expect(scoreText(check, '9223372036854775807').score).toBe(1);
  });
});
