import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../src/json.ts';
import { aCheck, type ScoreRow, scoreText } from './scoring.ts';

const values = '{{ listed }}';

describe("a row's list", () => {
  it.each<[string, Json, number]>([
    ['of texts', ['refund', 'Eva'], 1],
    ['that lacks one', ['refund', 'Otto'], 0],
    ['as JSON in a cell', '["refund", "Otto"]', 0],
    ['that is one text', 'refund', 1],
    ['that is one text in brackets', '[refund]', 0],
    ['of numbers', [12, 'Eva'], 1],
    ['without an item', [], 1],
    ['that is null', null, 1],
    ['with items that are empty', ['', ' ', 'Eva'], 1],
  ])('%s', (_, listed, score) => {
    expect(scoreText(aCheck('contains-all', { values }), 'Eva gets a refund of 12', { listed }).score).toBe(score);
  });

  it('is looked for within bounds', () => {
    const listed = Array.from({ length: 100_000 }, (_, index) => `item ${index}`);
    expect(scoreText(aCheck('none-of', { values }), 'x'.repeat(1_000_000), { listed })).toEqual({
      score: 0,
      reason: '100000 texts are listed; at most 1000 are looked for',
    });
  });
});

describe('contains-all', () => {
  it.each<ScoreRow>([
    ['all of them', { values: ['a', 'b'] }, 'b a', null],
    ['some of them', { values: ['a', 'x', 'y', 'z', 'w'] }, 'a', 'lacks 4 of 5: "x", "y", "z" and 1 more'],
    ['in another case', { values: ['Lima'], 'ignore-case': true }, 'in LIMA', null],
    ['of constants and columns', { values: ['{{ town }}', 'Peru'] }, 'Lima, Peru', null, { town: 'Lima' }],
    [
      'with another blank',
      { values: ['12 EUR'] },
      '12\u00A0EUR',
      'lacks 1 of 1: "12 EUR": differs only in U+00A0 (no-break space) for a blank at character 3; normalize: [whitespace] ignores it',
    ],
    ['nothing is listed, and nothing is said', { values }, '', 'is empty, and no text is listed', { listed: [] }],
  ])('%s', (_, options, content, reason, variables = {}) => {
    expect(scoreText(aCheck('contains-all', options), content, variables).reason).toBe(reason);
  });
});

describe('contains-any', () => {
  it.each<ScoreRow>([
    ['one of them', { values: ['x', 'b'] }, 'a b', null],
    ['none of them', { values: ['x', 'y'] }, 'a b', 'contains none of "x", "y"'],
    ['nothing is listed', { values }, 'a b', 'no text is listed to look for', { listed: [] }],
  ])('%s', (_, options, content, reason, variables = {}) => {
    expect(scoreText(aCheck('contains-any', options), content, variables).reason).toBe(reason);
  });

  it('finds nothing in a list of nothing, also under not', () => {
    expect(scoreText(aCheck('contains-any', { values }, { not: true }), 'a', { listed: [] }).score).toBe(0);
  });
});

describe('none-of', () => {
  it.each<ScoreRow>([
    ['none of them', { values: ['x', 'y'] }, 'a b', null],
    ['one of them', { values: ['x', 'b'] }, 'a b', 'contains "b"'],
    ['one in another case', { values: ['B'], normalize: ['case'] }, 'a b', 'contains "B"'],
    ['nothing is listed', { values }, 'a b', null, { listed: [] }],
  ])('%s', (_, options, content, reason, variables = {}) => {
    expect(scoreText(aCheck('none-of', options), content, variables).reason).toBe(reason);
  });
});
