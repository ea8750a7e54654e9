import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../src/json.ts';
import { aCheck, scoreText } from './scoring.ts';

const options = { expected: '{{ expected }}' };

describe('token-f1', () => {
  it.each<[string, Json, string, number]>([
    ['the same words', 'The Eiffel Tower', 'eiffel tower!', 1],
    ['precision 1/4, recall 1', 'Lima', 'It is in Lima', 0.4],
    ['words in another order', 'a red car', 'car, red', 1],
    ['a word twice counts twice', 'no no', 'no', 2 / 3],
    ['no word in common', 'Lima', 'Cusco', 0],
    ['the nearest of several', ['Callao port', 'Lima'], 'Lima', 1],
    ['Chinese characters', '東京都', '東京', 0.8],
    ['nothing is said', 'Lima', '...', 0],
  ])('%s', (_, expected, content, score) => {
    expect(scoreText(aCheck('token-f1', options), content, { expected }).score).toBeCloseTo(score, 12);
  });

  it('has no opinion where no words are expected, also under not', () => {
    const check = aCheck('token-f1', options, { not: true });
    expect(scoreText(check, 'Lima', { expected: ['the', '!'] })).toEqual({
      score: 0,
      reason: 'the expected text has no words',
    });
  });
});

describe('levenshtein', () => {
  it.each<[string, Json, string, number]>([
    ['three edits of seven letters', 'kitten', 'sitting', 4 / 7],
    ['the same', 'kitten', 'kitten', 1],
    ['an emoji is one character', '😀a', '😁a', 0.5],
    ['halves of surrogate pairs', '\ud800a', '\udc00a', 0.5],
    ['nothing expected, something said', '', 'a', 0],
    ['the nearest of several', ['kitten', 'sitting'], 'sitting', 1],
  ])('%s', (_, expected, content, score) => {
    expect(scoreText(aCheck('levenshtein', options), content, { expected }).score).toBeCloseTo(score, 12);
  });

  it('holds or not where a number of edits is allowed', () => {
    const scoreOf = (most: number) =>
      scoreText(aCheck('levenshtein', { ...options, 'max-edits': most }), 'sitting', { expected: 'kitten' }).score;
    expect([2, 3, 9].map(scoreOf)).toEqual([0, 1, 1]);
  });

  it('overlooks what it is told to', () => {
    expect(scoreText(aCheck('levenshtein', { ...options, 'ignore-case': true }), 'A', { expected: 'a' }).score).toBe(1);
  });

  it.each<[string, string, Json, string]>([
    ['a long answer', 'x'.repeat(1_000_000), 'a', 'has 1000000 characters; at most 20000 are compared'],
    ['a long expectation', 'a', 'x'.repeat(20_001), 'more than 20000 characters are expected, too many to compare'],
    [
      'many expectations',
      'a',
      Array.from({ length: 100_000 }, (_, index) => `${index}`),
      '100000 texts are expected; at most 1000 are compared',
    ],
  ])('compares no more than it can: %s', (_, content, expected, reason) => {
    expect(scoreText(aCheck('levenshtein', options, { not: true }), content, { expected })).toEqual({
      score: 0,
      reason,
    });
  });
});

describe('number', () => {
  it.each<[string, Json, string, string | null]>([
    ['one of a list of texts', ['4', '5'], '5', null],
    ['one of a list of numbers, by a path', [4, 5], '{"a": 5}', null],
    ['none of a list', [4, 7], '6', 'is 6, expected 4'],
    ['a list with an item that is no number', ['four', 6], '6', null],
    ['an empty list', [], '6', 'nothing is expected'],
  ])('%s', (_, expected, content, reason) => {
    const path = content.startsWith('{') ? '/a' : null;
    expect(scoreText(aCheck('number', options, { path }), content, { expected }).reason).toBe(reason);
  });
});
