import { describe, expect, it } from '@jest/globals';
import { checkColumns, compileCheck } from '../../src/checks/registry.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { anOutput } from '../helpers/builders.ts';
import { aCheck } from './scoring.ts';

const assertions = compileCheck(aCheck('row-checks', {}), new Map());

function score(content: string, checks: Json, more: JsonObject = {}) {
  return assertions.score({ output: anOutput(content), variables: { checks, ...more } });
}

function faultsOf(variables: JsonObject): readonly string[] {
  return (assertions.findFaults?.(variables) ?? []).map(({ message }) => message);
}

describe('checks that a row brings', () => {
  it.each<[string, readonly JsonObject[], number]>([
    [
      'all hold',
      [
        { type: 'contains', expected: 'blue' },
        { type: 'words', max: 3 },
      ],
      1,
    ],
    [
      'one does not',
      [
        { type: 'contains', expected: 'blue' },
        { type: 'equals', expected: 'red' },
      ],
      0,
    ],
    ['one that is turned round', [{ type: 'contains', expected: 'red', not: true }], 1],
    ['filled in with the row', [{ type: 'contains', expected: '{{ colour }}' }], 1],
    ['a score that reaches its threshold', [{ type: 'token-f1', expected: 'a blue bus', threshold: 0.3 }], 1],
    ['a score that does not', [{ type: 'token-f1', expected: 'a blue bus', threshold: 0.6 }], 0],
    ['one that may not reach it', [{ type: 'token-f1', expected: 'a blue bus', threshold: 0.6, not: true }], 1],
    ['one that may not, and does', [{ type: 'token-f1', expected: 'a blue bus', threshold: 0.3, not: true }], 0],
    [
      'a share of a group',
      [
        {
          type: 'mean-of',
          checks: [
            { type: 'contains', expected: 'red' },
            { type: 'contains', expected: 'blue', weight: 3 },
          ],
          threshold: 0.75,
        },
      ],
      1,
    ],
  ])('%s', (_title, checks, expected) => {
    expect(faultsOf({ checks, colour: 'blue' })).toEqual([]);
    expect(score('the blue car', checks, { colour: 'blue' }).score).toBe(expected);
  });

  it('score by the row of each output, and say which did not hold', () => {
    const asks = (expected: string) => [
      { type: 'words', max: 9 },
      { type: 'contains', expected },
    ];
    expect(score('a', asks('a'))).toEqual({ score: 1, reason: null });
    expect(score('a', asks('b'))).toEqual({
      score: 0,
      reason: '1 of 2 hold; check 2 (contains): does not contain "b"',
    });
  });

  it('never pass by what is broken: an empty answer, a row without checks, checks that cannot be read', () => {
    expect(score('', [{ type: 'contains', expected: 'x', not: true }]).score).toBe(0);
    expect(score('a', []).score).toBeNull();
    expect(score('a', [{ type: 'contains' }]).score).toBeNull();
  });

  it.each<[string, JsonObject, string]>([
    ['none', {}, 'it brings no "checks"'],
    ['an empty list', { checks: [] }, 'it brings no "checks"'],
    ['no list', { checks: 'contains' }, 'its "checks" is no list'],
    [
      'too many',
      { checks: Array.from({ length: 101 }, () => ({ type: 'json' })) },
      'its "checks" holds 101 checks; at most 100 can be read',
    ],
    ['something else', { checks: ['json'] }, 'its "checks[0]" is no check'],
    [
      'an unknown type',
      { checks: [{ type: 'javascript', value: '1' }] },
      'its "checks[0]" has the unknown type "javascript"',
    ],
    ['itself', { checks: [{ type: 'row-checks' }] }, 'its "checks[0]" has the unknown type "row-checks"'],
    [
      'a key that is missing',
      { checks: [{ type: 'json' }, { type: 'contains' }] },
      'its "checks[1]" is not valid: "expected" is missing.',
    ],
    ['a pattern that does not compile', { checks: [{ type: 'regex', pattern: '(' }] }, 'its "checks[0]": '],
    [
      'a threshold',
      { checks: [{ type: 'json', threshold: 2 }] },
      'the threshold of its "checks[0]" is no number from 0 to 1',
    ],
    [
      'a column that it has not',
      { checks: [{ type: 'contains', expected: '{{ b }}' }] },
      'its checks use "b", which it has not',
    ],
  ])('say what is wrong with a row: %s', (_title, variables, message) => {
    expect(faultsOf(variables)).toEqual([expect.stringContaining(message)]);
  });

  it('take no key that would turn all of them', () => {
    const turned = aCheck('row-checks', {}, { not: true });
    expect(() => compileCheck(turned, new Map())).toThrow('"not" decides nothing');
  });

  it('are read of the column "checks"', () => {
    expect(checkColumns(aCheck('row-checks', {}))).toEqual(['checks']);
  });
});
