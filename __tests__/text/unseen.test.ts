import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeJson } from '../../src/json.ts';
import { escapeJson } from '../../src/text/unseen.ts';

describe('escapeJson', () => {
  it.each([
    ['what turns text around', 'a\u202Eb\u2066', '"a\\u202eb\\u2066"'],
    ['the marks of a direction', '\u200E\u200F\u061C', '"\\u200e\\u200f\\u061c"'],
    ['controls', '\u001B\u007F\u009B\u0085', '"\\u001b\\u007f\\u009b\\u0085"'],
    ['what has no width', '\u200B\u2060\uFEFF\u00AD', '"\\u200b\\u2060\\ufeff\\u00ad"'],
    ['tags beyond the first plane', '\u{E0041}', '"\\udb40\\udc41"'],
    ['half a pair', '\uD800', '"\\ud800"'],
    ['line separators', '\u2028\u2029', '"\\u2028\\u2029"'],
    ['letters and emoji stay', 'é漢👩\u200D💻❤\uFE0F', '"é漢👩\u200D💻❤\uFE0F"'],
  ])('%s', (_name, text, json) => {
    expect(escapeJson(writeJson(text))).toBe(json);
    expect(JSON.parse(json)).toBe(text);
  });

  it('gives any value back, laid out or not', () => {
    const anything = fc.jsonValue({ stringUnit: 'binary' });
    fc.assert(
      fc.property(anything, fc.constantFrom(0, 2), (value, indent) => {
        const json = escapeJson(writeJson(value, indent));
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(json).not.toMatch(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|(?![\n])\p{Cc}|\p{Surrogate}/u);
      }),
      { numRuns: 300 },
    );
  });
});
