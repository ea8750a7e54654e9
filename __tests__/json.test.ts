import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, contentHash, isJsonObject } from '../src/json.ts';

const shuffle = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffle);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(Object.getPrototypeOf(value));
  for (const [key, member] of Object.entries(value).reverse()) {
    Object.defineProperty(copy, key, { value: shuffle(member), enumerable: true, configurable: true, writable: true });
  }
  return copy;
};

describe('canonicalJson', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(canonicalJson(shuffle(value))).toBe(canonicalJson(value))));
  });

  it.each([
    ['keys in code-unit order, no blanks', { b: 1, a: [1, 'x'], B: null }, '{"B":null,"a":[1,"x"],"b":1}'],
    ['undefined members are dropped', { a: undefined, b: 1 }, '{"b":1}'],
    ['undefined items are null', [undefined, 1], '[null,1]'],
    ['undefined is null', undefined, 'null'],
    ['a key named __proto__ is a key', JSON.parse('{"__proto__": 1}'), '{"__proto__":1}'],
    ['the order of lists counts', [2, 1], '[2,1]'],
  ])('%s', (_name, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});

describe('contentHash', () => {
  it('is SHA-256 in hex, equal for equal values only', () => {
    expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
    expect(contentHash([1, 2])).not.toBe(contentHash([12]));
    expect(contentHash('1')).not.toBe(contentHash(1));
  });
});

describe('isJsonObject', () => {
  it.each([
    [{}, true],
    [[], false],
    [null, false],
    ['x', false],
  ])('%j: %s', (value, expected) => {
    expect(isJsonObject(value)).toBe(expected);
  });
});
