import { describe, expect, it } from '@jest/globals';
import { compareFiles } from '../../scripts/compare-files.mjs';

const file = (path: string, text: string): [string, Buffer] => [path, Buffer.from(text)];

describe('compareFiles', () => {
  it.each([
    { name: 'the same files in another order', actual: [file('b', '2'), file('a', '1')], lines: [] },
    { name: 'a file that was not built', actual: [file('a', '1')], lines: ['b: missing'] },
    {
      name: 'a chunk of an earlier build',
      actual: [file('a', '1'), file('b', '2'), file('old', '')],
      lines: ['old: extra'],
    },
    { name: 'one other byte', actual: [file('a', '1'), file('b', '3')], lines: ['b: different'] },
    { name: 'an added line end', actual: [file('a', '1\n'), file('b', '2')], lines: ['a: different'] },
    { name: 'nothing at all', actual: [], lines: ['a: missing', 'b: missing'] },
  ])('names $name', ({ actual, lines }) => {
    expect(compareFiles(actual, [file('a', '1'), file('b', '2')])).toEqual(lines);
  });
});
