import { describe, expect, it } from '@jest/globals';
import { findChangedLines } from '../../src/action/changed-lines.ts';

const text = (...lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
const abc = text('a', 'b', 'c', 'd', 'e');

describe('the first lines that changed', () => {
  it.each<[string, string, string, number, readonly [number, number] | null]>([
    ['a line reworded', abc, text('a', 'X', 'c', 'd', 'e'), 1, [2, 2]],
    ['lines that came', abc, text('a', 'b', 'X', 'Y', 'c', 'd', 'e'), 1, [3, 4]],
    ['two lines for one', abc, text('a', 'X', 'Y', 'c', 'd', 'e'), 1, [2, 3]],
    ['lines that went, by the line in their place', abc, text('a', 'd', 'e'), 1, [2, 2]],
    ['last lines that went', abc, text('a', 'b', 'c'), 1, [3, 3]],
    ['the first of two places', abc, text('a', 'X', 'c', 'd', 'Y'), 1, [2, 2]],
    ['the first behind where a prompt begins', abc, text('X', 'b', 'c', 'd', 'Y'), 4, [5, 5]],
    ['the place that holds its beginning', abc, text('a', 'X', 'Y', 'Z', 'e'), 3, [2, 4]],
    ['the first of all where nothing behind it changed', abc, text('a', 'X', 'c', 'd', 'e'), 4, [2, 2]],
    ['a new file', '', abc, 1, [1, 5]],
    ['a file without its last line end', 'a\nb', 'a\nX', 1, [2, 2]],
    ['a line end that came', 'a\nb', 'a\nb\n', 1, [2, 2]],
    ['a file that became empty', abc, '', 1, [1, 1]],
    ['nothing', abc, abc, 1, null],
  ])('%s', (_name, before, after, from, lines) => {
    const expected = lines && { startLine: lines[0], endLine: lines[1] };
    expect(findChangedLines(before, after, from)).toEqual(expected);
  });

  it('lie within the file, whatever was changed', () => {
    const words = ['a', 'b', 'c'];
    const any = (seed: number) => text(...[1, 3, 9, 27].map((unit) => words[Math.floor(seed / unit) % 3] ?? ''));
    for (let seed = 0; seed < 81; seed += 1) {
      const found = findChangedLines(any(seed), any((seed * 7 + 5) % 81), 1 + (seed % 4));
      if (found === null) continue;
      expect(found.startLine).toBeGreaterThanOrEqual(1);
      expect(found.endLine).toBeGreaterThanOrEqual(found.startLine);
      expect(found.endLine).toBeLessThanOrEqual(4);
    }
  });
});
