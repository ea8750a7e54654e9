import { describe, expect, it } from '@jest/globals';
import { checkColumns, checkDependencies, compileCheck, missingVariables } from '../../src/checks/registry.ts';
import type { CheckConfig } from '../../src/config/config.ts';
import { UserError } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import { anOutput } from '../helpers/builders.ts';
import { aCheck, scoreText } from './scoring.ts';

/** A group of checks, each `[type, options, more]`; a weight goes with the options. */
function aGroup(
  type: string,
  members: readonly (readonly [string, JsonObject, Partial<CheckConfig>?] | CheckConfig)[],
  more: Partial<CheckConfig> = {},
): CheckConfig {
  const configs = members.map((member) =>
    'kind' in member ? member : aCheck(...(member as [string, JsonObject]), member[2]),
  );
  return aCheck(type, { checks: configs.map(({ options }) => options) }, { members: configs, ...more });
}

const has = (expected: string, more: Partial<CheckConfig> = {}) => ['contains', { expected }, more] as const;

describe('a group', () => {
  it.each<[string, CheckConfig, string, number]>([
    ['all of them hold', aGroup('all-of', [has('a'), has('b')]), 'ab', 1],
    ['one of all does not', aGroup('all-of', [has('a'), has('x')]), 'ab', 0],
    [
      'all of them, the least of scores',
      aGroup('all-of', [has('a'), ['token-f1', { expected: 'red car' }]]),
      'a red bus',
      0.5,
    ],
    ['any of them', aGroup('any-of', [has('x'), has('b')]), 'ab', 1],
    ['none of any', aGroup('any-of', [has('x'), has('y')]), 'ab', 0],
    ['not all of them, where one does not', aGroup('all-of', [has('a'), has('x')], { not: true }), 'ab', 1],
    ['not any of them, where none does', aGroup('any-of', [has('x'), has('y')], { not: true }), 'ab', 1],
    ['not any of them, where one does', aGroup('any-of', [has('x'), has('b')], { not: true }), 'ab', 0],
    ['the mean', aGroup('mean-of', [has('a'), has('x')]), 'ab', 0.5],
    [
      'the mean by weights',
      aGroup('mean-of', [
        ['contains', { expected: 'a', weight: 3 }],
        ['contains', { expected: 'x', weight: 1 }],
      ]),
      'ab',
      0.75,
    ],
    ['a group in a group', aGroup('all-of', [has('a'), aGroup('any-of', [has('x'), has('b')])]), 'ab', 1],
    ['a member that is turned round', aGroup('all-of', [has('a'), has('x', { not: true })]), 'ab', 1],
  ])('%s', (_, config, content, score) => {
    expect(scoreText(config, content).score).toBeCloseTo(score, 12);
  });

  it.each<[string, CheckConfig, string]>([
    ['all', aGroup('all-of', [has('a'), has('x')]), '1 of 2 hold; check 2 (contains): does not contain "x"'],
    ['any', aGroup('any-of', [has('x'), has('y')]), '0 of 2 hold; check 1 (contains): does not contain "x"'],
    ['a mean', aGroup('mean-of', [has('x'), has('a')]), '1 of 2 hold; check 1 (contains): does not contain "x"'],
  ])('says which of its members is to blame: %s', (_, config, reason) => {
    expect(scoreText(config, 'ab').reason).toBe(reason);
  });

  it.each(['all-of', 'any-of', 'mean-of'])(
    'of type %s passes neither by silence nor by what cannot be read',
    (type) => {
      const pathed = ['equals', { expected: 1 }, { path: '/a' }] as const;
      for (const not of [true, false]) {
        expect(scoreText(aGroup(type, [pathed], { not }), 'no JSON').score).toBe(0);
        const check = compileCheck(aGroup(type, [has('x', { not: true })], { not: false }), new Map());
        expect(check.score({ output: anOutput('So', { finishReason: 'length' }), variables: {} }).score).toBe(0);
      }
    },
  );

  it('lets an answer be empty where a member asks for that', () => {
    const config = aGroup('any-of', [
      ['empty', {}],
      ['equals', { expected: 'n/a' }],
    ]);
    expect(scoreText(config, '').score).toBe(1);
    expect(
      compileCheck(config, new Map()).score({ output: anOutput('', { refusal: 'No.' }), variables: {} }).score,
    ).toBe(0);
  });

  it('needs what its members need, each once', () => {
    const config = aGroup('all-of', [
      has('{{ label }}'),
      aGroup('any-of', [
        has('{{ label }} {{ id }}'),
        ['json-schema', { schema: 'evals/s.json' }],
        ['regex', { pattern: '{{ x }}' }],
      ]),
    ]);
    expect(checkColumns(config)).toEqual(['label', 'id']);
    expect(missingVariables(config, { label: 'a' })).toEqual(['id']);
    expect(checkDependencies(config)).toEqual(['evals/s.json']);
  });

  it.each<[string, CheckConfig]>([
    ['expectation of a member', aGroup('all-of', [has('a'), has('c')])],
    ['member turned round', aGroup('all-of', [has('a'), has('b', { not: true })])],
    ['order', aGroup('all-of', [has('b'), has('a')])],
    ['type', aGroup('any-of', [has('a'), has('b')])],
    ['not', aGroup('all-of', [has('a'), has('b')], { not: true })],
  ])('has another hash for another %s', (_, config) => {
    const hashOf = (one: CheckConfig) => compileCheck(one, new Map()).hash;
    expect(hashOf(config)).not.toBe(hashOf(aGroup('all-of', [has('a'), has('b')])));
  });

  it.each<[string, CheckConfig, string]>([
    [
      'a target of its own',
      aGroup('all-of', [has('a')], { path: '/a' }),
      '"path" decides nothing in the group "label". Give it to the checks of the group.',
    ],
    [
      'a weight that decides nothing',
      aGroup('all-of', [['contains', { expected: 'a', weight: 2 }]]),
      '"weight" decides nothing in a group of type all-of. Remove it, or use mean-of.',
    ],
    [
      'four levels',
      aGroup('all-of', [aGroup('all-of', [aGroup('all-of', [aGroup('all-of', [has('a')])])])]),
      'the groups of the check "label" are 4 levels deep; at most 3 can be read. Flatten them.',
    ],
    [
      'what is wrong with a member',
      aGroup('all-of', [has('a'), ['length', {}]]),
      'the check "label" has no bound. Add "min" or "max".',
    ],
  ])('refuses %s', (_, config, message) => {
    expect(() => compileCheck(config, new Map())).toThrow(UserError);
    expect(() => compileCheck(config, new Map())).toThrow(message);
  });
});
