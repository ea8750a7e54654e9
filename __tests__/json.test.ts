import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, contentHash, isJsonObject, JsonFault, parseJson, readJson, writeJson } from '../src/json.ts';

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

/** Texts of integers of any size, as JSON writes them. */
const integers = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String);

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    const texts = fc.tuple(fc.json({ stringUnit: 'binary' }), fc.constantFrom(undefined, 2, '\t'));
    fc.assert(
      fc.property(texts, ([json, indent]) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(JSON.parse(writeJson(readJson(text).value))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const pieces = fc.array(fc.constantFrom(...'{}[],:"\\tn01-.e '.split(''), 'true', 'nul', '\n', '\u00e9', '\u0001'));
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expected = undefined;
        }
        expect(parseJson(text)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a bad escape', '{"a": "x\\\\\\q"}', 10],
    ['a line break in a text', '["a\nb"]', 3],
    ['a number that goes on', '[01]', 2],
    ['something after the end', '{} x', 3],
  ])('says where the fault is: %s', (_, text, offset) => {
    expect(() => readJson(text)).toThrow(expect.objectContaining({ offset }));
    expect(() => readJson(text)).toThrow(JsonFault);
  });

  it('a key named __proto__ is a key', () => {
    expect(Object.keys(parseJson('{"__proto__": {"a": 1}}') as object)).toEqual(['__proto__']);
    expect((parseJson('{"__proto__": {"a": 1}}') as { a?: number }).a).toBeUndefined();
  });

  it('names keys that are given twice, at any depth', () => {
    const text = '{"a": 1, "b": [{"c": 1, "\\u0063": 2}], "a": 2}';
    expect(readJson(text).repeated).toEqual([
      { key: 'c', offset: 24 },
      { key: 'a', offset: 39 },
    ]);
  });
});

describe('integers of any size', () => {
  it('keep their digits', () => {
    fc.assert(
      fc.property(integers, (digits) => {
        expect(writeJson(parseJson(digits))).toBe(digits);
        expect(canonicalJson(parseJson(`{"a":[${digits}]}`))).toBe(`{"a":[${digits}]}`);
      }),
    );
  });

  it('are equal where their numbers are, however they are written', () => {
    expect(canonicalJson(parseJson('1e21'))).toBe(canonicalJson(parseJson('1000000000000000000000')));
  });
});

describe('writeJson', () => {
  it('writes what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        expect(writeJson(value, indent)).toBe(JSON.stringify(value, null, indent));
      }),
    );
    expect(writeJson({ a: undefined, b: [undefined, Number.NaN] })).toBe('{"b":[null,null]}');
  });
});
