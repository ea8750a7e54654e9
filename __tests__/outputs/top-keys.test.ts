import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasTopKeys } from '../../src/outputs/top-keys.ts';

const name = fc.constantFrom('a', 'b', 'samples', '"', '\\', '{"a":1}', '');
const value = fc.jsonValue({ maxDepth: 3 });

describe('hasTopKeys', () => {
  it('finds the keys of the first object, and no others', () => {
    fc.assert(
      fc.property(fc.dictionary(name, value), name, fc.constantFrom(0, 2), (object, asked, indent) => {
        const text = `${JSON.stringify(object, null, indent)}\n{"a": 1, "b": 2, "samples": []}`;
        // A key that JSON escapes is none of ours, and is found as it is written.
        const written = JSON.stringify(asked).slice(1, -1);
        expect(hasTopKeys(text, written)).toBe(Object.hasOwn(object, asked));
      }),
    );
  });

  it('asks for all of them', () => {
    expect(hasTopKeys(' {"a": {"c": 1}, "b": 2}', 'b', 'a')).toBe(true);
    expect(hasTopKeys(' {"a": {"c": 1}, "b": 2}', 'b', 'c')).toBe(false);
  });

  it.each([
    ['a list', '[{"a": 1}]'],
    ['a broken object', '{"x": 1, "a'],
    ['a text that never ends', '{"x": "\\"a\\": 1'],
    ['XML', '<a/>'],
  ])('finds none in %s', (_, text) => {
    expect(hasTopKeys(text, 'a')).toBe(false);
  });
});
