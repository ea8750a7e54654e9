import { describe, expect, it } from '@jest/globals';
import { appendLines } from '../../src/text/append-lines.ts';

describe('appendLines', () => {
  it.each([
    ['to nothing', '', 'a\nb\n', 'a\nb\n'],
    ['to what is there', 'a\n', 'b\n', 'a\nb\n'],
    ['none that is there', 'a\nb\n', 'b\na\n', 'a\nb\n'],
    ['those that are not there', 'a\n', 'a\nb\n', 'a\nb\n'],
    ['each once', '', 'a\na\n', 'a\n'],
    ['below one that was cut off', '{"a":', '{"a":1}\n', '{"a":\n{"a":1}\n'],
    ['no empty one', 'a\n', '\n\n', 'a\n'],
  ])('adds lines %s', (_, text, added, expected) => {
    expect(appendLines(text, added)).toBe(expected);
  });

  it('leaves a text alone to which it adds nothing', () => {
    expect(appendLines('a', 'a\n')).toBe('a');
  });
});
