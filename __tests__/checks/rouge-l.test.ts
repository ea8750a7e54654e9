import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listWords } from '../../src/checks/words.ts';
import type { Json } from '../../src/json.ts';
import { aCheck, scoreText } from './scoring.ts';

const scoreOf = (expected: Json, content: string, more: Parameters<typeof aCheck>[2] = {}) =>
  scoreText(aCheck('rouge-l', { expected: '{{ expected }}' }, more), content, { expected });

describe('rouge-l', () => {
  // The first two are the examples of Lin 2004 §3.1; all figures are those of rouge-score 0.1.2, without stemming.
  it.each([
    ['one other word', 'police killed the gunman', 'police kill the gunman', 0.75],
    ['the words in another order', 'police killed the gunman', 'the gunman kill police', 0.5],
    [
      'punctuation and case',
      'The quick brown fox jumps over the lazy dog.',
      'A quick brown dog jumps on the lazy fox',
      0.5555555555555556,
    ],
    [
      'sentences turned round',
      'Reset your password: open Settings, then Security.',
      'Open settings and choose Security to reset your password.',
      0.375,
    ],
    [
      'signs that part words',
      'It costs $4.50 (incl. VAT) - snake_case too',
      'it costs 4 50 incl vat snake case too',
      1,
    ],
    ['nothing in common', 'yes', 'no', 0],
    ['a part', 'one two three four five six', 'one three five', 0.6666666666666666],
    ['repeated words', 'to be or not to be', 'be to not or be to', 0.5],
    ['an apostrophe', "don't stop", 'do not stop', 0.3333333333333333],
  ])('compares: %s', (_, expected, content, score) => {
    expect(scoreOf(expected, content).score).toBeCloseTo(score, 12);
    expect(scoreOf(expected, content, { not: true }).score).toBeCloseTo(1 - score, 12);
  });

  it('takes the nearest of a list, and says which', () => {
    expect(scoreOf(['one two', 'one two three four'], 'one two three')).toEqual({
      score: 6 / 7,
      reason: 'ROUGE-L 0.86 to "one two three four"',
    });
  });

  it.each<[string, Json, string, RegExp]>([
    ['no expected text', [], 'a', /nothing is expected/],
    ['an expected text without words', '…', 'a', /no words/],
    ['an endless output', 'a', 'a '.repeat(10_001), /^has 10001 words; at most 10000 are compared$/],
    ['an endless expected text', 'a '.repeat(10_001), 'a', /too many to compare/],
  ])('scores 0, also under `not`: %s', (_, expected, content, reason) => {
    for (const not of [false, true]) {
      expect(scoreOf(expected, content, { not })).toEqual({ score: 0, reason: expect.stringMatching(reason) });
    }
  });

  it.each([
    ['Ünïcode Straße 42', ['ünïcode', 'straße', '42']],
    ['e\u0301te\u0301', ['\u00e9t\u00e9']],
    ['GPT東京へ', ['gpt', '東', '京', 'へ']],
    ['снова да', ['снова', 'да']],
    ['— … !', []],
  ])('finds the words of %s', (text, words) => {
    expect(listWords(text)).toEqual(words);
  });

  it('is the same both ways round, and 1 only for equal words', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const { score } = scoreOf(one.join(' '), other.join(' '));
        expect(score).toBe(scoreOf(other.join(' '), one.join(' ')).score);
        expect(score === 1).toBe(one.join() === other.join());
      }),
    );
  });
});
