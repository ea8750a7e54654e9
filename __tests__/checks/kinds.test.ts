import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../src/checks/registry.ts';
import { UserError } from '../../src/errors.ts';
import { aCheck, scoreText } from './scoring.ts';

function problemsOf(type: string, options: Parameters<typeof aCheck>[1]) {
  try {
    compileCheck(aCheck(type, options), new Map());
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return null;
}

describe('regex', () => {
  it.each([
    ['found anywhere', 'b+', 'abba', 1],
    ['anchored', '^b+$', 'abba', 0],
    ['$ is the very end', 'a$', 'a\n', 0],
    ['ignores case when told', '(?i)order', 'ORDER', 1],
    ['counts a character, not its halves', '^.$', '😀', 1],
    ['a JavaScript named group', '(?<year>\\d{4})', 'in 2026', 1],
  ])('%s', (_, pattern, content, score) => {
    expect(scoreText(aCheck('regex', { pattern }), content).score).toBe(score);
  });

  it('takes no text that is too long for the pattern', () => {
    const { score, reason } = scoreText(aCheck('regex', { pattern: '(\\pL|\\d){1000}!' }), 'é'.repeat(20_000));
    expect([score, reason]).toEqual([0, 'has 20000 characters, too many for this pattern']);
  });

  it('is linear where others hang', () => {
    expect(scoreText(aCheck('regex', { pattern: '(a+)+$' }), `${'a'.repeat(300_000)}b`).score).toBe(0);
  });

  it.each([
    ['look-ahead', '(?=a)', 'invalid or unsupported Perl syntax: `(?=`'],
    ['an open class', '[a', 'missing closing ]: `[a`'],
    ['counts that multiply', '((a{100}){100}){100}', 'its repeats come to more than 20000 steps'],
    ['counts that add up', '(?:x{0,1000}|\\d)'.repeat(30), 'its repeats come to more than 20000 steps'],
  ])('%s is an error at its place', (_, pattern, fault) => {
    expect(problemsOf('regex', { pattern })).toBe(
      `prompt-assay.yml:7:9 the pattern of check "label" is not valid: ${fault}. Patterns are RE2: no look-around, no back-references, counts up to 1000.`,
    );
  });
});

describe('one-of', () => {
  it.each([
    ['text', ['bug', 'feature'], 'bug', 1],
    ['another text', ['bug', 'feature'], 'Bug', 0],
    ['a number reads the text as JSON', [1, 2], '2.0', 1],
    ['text in quotes is not the text', ['bug'], '"bug"', 0],
    ['a template', ['{{ label }}', 'other'], 'bug', 1],
  ])('%s', (_, values, content, score) => {
    expect(scoreText(aCheck('one-of', { values }), content, { label: 'bug' }).score).toBe(score);
  });

  it('says how many there are', () => {
    expect(scoreText(aCheck('one-of', { values: ['a', 'b'] }), 'c').reason).toBe('"c" is not one of the 2 values');
  });
});

describe('number', () => {
  it.each([
    ['the text of a number', 4, 0, ' 4.0\n', 1],
    ['within the tolerance', 4, 0.5, '4.5', 1],
    ['at the tolerance, though binary fractions miss it', 1, 0.1, '1.1', 1],
    ['beyond it', 4, 0.5, '4.51', 0],
    ['below it', 4, 0.5, '3.49', 0],
    ['a sum of fractions', 0.3, 0, '0.30000000000000004', 1],
    ['an exponent', 1000, 0, '1e3', 1],
    ['a plus sign is not JSON', 4, 0, '+4', 0],
    ['a thousands separator', 1000, 0, '1,000', 0],
    ['a unit', 4, 0, '4 items', 0],
    ['infinity', 4, 1e9, '1e999', 0],
    ['hexadecimal', 31, 0, '0x1f', 0],
    ['nothing', 0, 0, '', 0],
    ['a list of one', 4, 0, '[4]', 0],
  ])('%s', (_, expected, tolerance, content, score) => {
    expect(scoreText(aCheck('number', { expected, tolerance }), content).score).toBe(score);
  });

  it('reads the expected value from the row, number or text', () => {
    for (const total of [12.5, '12.5']) {
      expect(
        scoreText(aCheck('number', { expected: '{{ total }}' }, { path: '/sum' }), '{"sum": "12.50"}', { total }).score,
      ).toBe(1);
    }
  });

  it('has no opinion on what is not a number, also under not', () => {
    const check = aCheck('number', { expected: 4 }, { not: true });
    expect(scoreText(check, 'four')).toEqual({ score: 0, reason: '"four" is not a number' });
    expect(scoreText(check, '5').score).toBe(1);
  });

  it('says what was expected', () => {
    expect(scoreText(aCheck('number', { expected: 4, tolerance: 1 }), '6').reason).toBe('is 6, expected 4 ± 1');
  });
});

describe('json', () => {
  it.each([
    ['an object', '{"a": 1}', null],
    ['a bare value', ' 4 ', null],
    [
      'a code fence',
      '```json\n{}\n```',
      'the output is in a code fence, not plain JSON; from: fenced takes the code fence off',
    ],
    ['a trailing comma', '[1,]', 'the output is not JSON'],
    ['prose around it', 'Here: {}', 'the output is not JSON'],
    ['nothing', '', 'the output is empty, not JSON'],
  ])('%s', (_, content, reason) => {
    expect(scoreText(aCheck('json', {}), content).reason).toBe(reason);
  });
});

describe('length', () => {
  it.each([
    ['at the minimum', { min: 3 }, 'abc', null],
    ['below it', { min: 3 }, 'ab', '2 characters, at least 3 expected'],
    ['above the maximum', { max: 3 }, 'abcd', '4 characters, at most 3 allowed'],
    ['an emoji is one character', { max: 1 }, '😀', null],
  ])('%s', (_, options, content, reason) => {
    expect(scoreText(aCheck('length', options), content).reason).toBe(reason);
  });

  it.each([
    [{}, 'prompt-assay.yml:7:9 the check "label" has no bound. Add "min" or "max".'],
    [
      { min: 4, max: 3 },
      'prompt-assay.yml:7:9 the check "label" has a min (4) above its max (3). Swap them: no output could pass.',
    ],
  ])('%j is refused', (options, message) => {
    expect(problemsOf('length', options)).toBe(message);
  });
});

it('an unknown type lists the known ones', () => {
  expect(problemsOf('equal', {})).toMatch(/unknown type "equal"\. Known types: equals, contains/);
});
