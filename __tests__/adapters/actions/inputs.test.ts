import { describe, expect, it } from '@jest/globals';
import { createInputReader, type InputReader } from '../../../src/adapters/actions/inputs.ts';
import { renderProblem } from '../../../src/errors.ts';

const told = (reader: InputReader) => reader.problems().map(renderProblem).join('\n');
const read = (value: string | undefined) => createInputReader({ 'INPUT_MY-INPUT': value });

describe('the input reader', () => {
  it.each([
    ['missing', undefined, null],
    ['empty', '  ', null],
    ['trimmed', ' x ', 'x'],
  ])('text: %s', (_name, value, expected) => {
    expect(read(value).text('my-input')).toBe(expected);
  });

  it.each([
    ['true', true],
    ['false', false],
    ['', null],
  ])('boolean: %j', (value, expected) => {
    const reader = read(value);
    expect(reader.boolean('my-input')).toBe(expected);
    expect(reader.problems()).toEqual([]);
  });

  it.each(['True', 'yes', '1', 'flase'])('boolean: %j is a mistake, not false', (value) => {
    const reader = read(value);
    expect(reader.boolean('my-input')).toBeNull();
    expect(told(reader)).toBe(`The input \`my-input\` is "${value}". Give one of: true, false.`);
  });

  it.each([
    ['0', 0],
    ['40', 40],
    ['100', 100],
  ])('integer: %s', (value, expected) => {
    expect(read(value).integer('my-input', 0, 100)).toBe(expected);
  });

  it.each(['101', '-1', '1.5', '1e1', '0x10', '10 000', 'NaN'])('integer: %j is a mistake', (value) => {
    const reader = read(value);
    expect(reader.integer('my-input', 0, 100)).toBeNull();
    expect(told(reader)).toContain('Give a whole number from 0 to 100.');
  });

  it('reports all bad inputs at once', () => {
    const reader = createInputReader({
      INPUT_MODE: 'evalute',
      INPUT_CASES: 'many',
      'INPUT_HEAD-SHA': 'main',
      INPUT_OK: 'a',
    });
    reader.choice('mode', ['evaluate', 'baseline']);
    reader.integer('cases', 1, 1000);
    reader.matching('head-sha', /^[0-9a-f]{40}$/, '0'.repeat(40));
    expect(reader.choice('ok', ['a', 'b'])).toBe('a');
    expect(told(reader)).toBe(
      [
        'The input `mode` is "evalute". Give one of: evaluate, baseline.',
        'The input `cases` is "many". Give a whole number from 1 to 1000.',
        `The input \`head-sha\` is "main". Give a value such as \`${'0'.repeat(40)}\`.`,
      ].join('\n'),
    );
  });
});
