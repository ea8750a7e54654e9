import { describe, expect, it } from '@jest/globals';
import { alignText } from '../../src/text/alignment.ts';
import { bearableMs, costOf } from '../helpers/cost-of.ts';

/** What stands in the written form where each mark of the value does. */
function marksIn(value: string, written: string): string {
  const find = alignText(value, written);
  return [...value.matchAll(/[{}]/g)].map(({ index }) => written.charAt(find(index))).join('');
}

describe('the place of a letter in what is written', () => {
  it.each([
    ['in quotes', 'say "{x}"\n\nto {y}', '"say \\"{x}\\"\\n\\nto {y}"'],
    ['indented', 'say {x}\nto {y}\n', '|\n      say {x}\n      to {y}\n'],
    ['folded', 'say {x} to {y}', '>-\n  say {x}\n  to {y}'],
    ['with escaped letters', 'é {x} 😀 {y}', '"\\u00e9 {x} \\ud83d\\ude00 {y}"'],
  ])('is found %s', (_, value, written) => {
    expect(marksIn(value, written)).toBe('{}{}');
    const find = alignText(value, written);
    expect(written.slice(find(value.indexOf('{y}'))).slice(0, 3)).toBe('{y}');
  });

  it('is found soon, whatever is written', () => {
    const size = 500_000;
    for (const [value, written] of [
      ['é'.repeat(size), '\\u00e9'.repeat(size / 6)],
      ['a'.repeat(size), 'b'.repeat(size)],
      ['{'.repeat(size), '{'.repeat(size)],
    ] as const) {
      expect(costOf(() => alignText(value, written)(size - 1))).toBeLessThan(bearableMs);
    }
  });

  it('is the start where nothing is written', () => {
    expect(alignText('abc', '')(2)).toBe(0);
    expect(alignText('', '')(0)).toBe(0);
  });
});
