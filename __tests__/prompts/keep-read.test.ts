import { expect, it } from '@jest/globals';
import { keepRead } from '../../src/prompts/keep-read.ts';

it('reads a template once, until others of a million characters were read after it', () => {
  const read: string[] = [];
  const length = keepRead((template) => {
    read.push(template);
    return template.length;
  });
  const [first, second] = ['a'.repeat(600_000), 'b'.repeat(400_000)];
  expect([length('x'), length(first), length(second), length('x'), length(first)]).toEqual([
    1, 600_000, 400_000, 1, 600_000,
  ]);
  expect(read).toEqual(['x', first, second]);
  length('c'.repeat(400_000));
  length(first);
  length(second);
  expect(read).toEqual(['x', first, second, 'c'.repeat(400_000), second]);
});
