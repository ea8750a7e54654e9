import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { layOutPair } from '../../src/report/diff/json-layout.ts';

describe('layOutPair', () => {
  it('lays JSON out by line, the second in the order of the first, at every depth', () => {
    const before = '{"customer":{"name":"Ann","tier":"silver"},"items":[{"id":1,"qty":2}],"total":29.99}';
    const after =
      '{ "total": 34.99, "extra": [], "items": [{ "qty": 3, "id": 1 }], "customer": { "tier": "gold", "name": "Ann" } }';
    const [from, to] = layOutPair(before, after);
    expect(from.split('\n')).toContain('    "tier": "silver"');
    expect(to).toBe(
      from
        .replace('"silver"', '"gold"')
        .replace('"qty": 2', '"qty": 3')
        .replace('"total": 29.99', '"total": 34.99,\n  "extra": []'),
    );
  });

  it('keeps digits, escapes and double keys as they were written', () => {
    const text = '{"id":12345678901234567891,"x":1.50,"y":"\\u00e9{[,:\\"","y":-1e5}';
    const [laid] = layOutPair(text, '[]');
    expect(laid.replace(/\n */g, '').replaceAll(': ', ':')).toBe(text);
  });

  it('keeps a code fence, which may be what a check complained about', () => {
    expect(layOutPair('{"a":1}', '```json\n{"a":2}\n```')).toEqual(['{\n  "a": 1\n}', '```json\n{\n  "a": 2\n}\n```']);
  });

  it.each([
    ['one side is no JSON', '{"a":1}', 'Sorry, {"a":1}'],
    ['they differ in their layout alone', '{"a":1,"b":2}', '{"b":2, "a":1}'],
    ['they are too deep', '['.repeat(5000) + ']'.repeat(5000), '['.repeat(5001) + ']'.repeat(5001)],
    ['they are words', 'true', 'false'],
  ])('leaves texts as they are where %s', (_name, before, after) => {
    expect(layOutPair(before, after)).toEqual([before, after]);
  });

  it('changes no value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()), (a, b) => {
        const [before, after] = [JSON.stringify(a), JSON.stringify(b)];
        const [from, to] = layOutPair(before, after);
        expect([JSON.parse(from), JSON.parse(to)]).toEqual([JSON.parse(before), JSON.parse(after)]);
      }),
    );
  });
});
