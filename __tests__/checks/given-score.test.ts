import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../src/checks/registry.ts';
import type { CheckConfig } from '../../src/config/config.ts';
import { aCheck, scoreText } from './scoring.ts';

const answer = { content: '', toolCalls: [], refusal: null, finishReason: 'stop' };
const score = (scores: { readonly [name: string]: number } | undefined, more: Partial<CheckConfig> = {}) => {
  const output = { ...answer, ...(scores && { scores }) };
  return compileCheck(aCheck('given-score', { of: 'passed' }, more), new Map()).score({ output, variables: {} });
};

describe('given-score', () => {
  it.each([
    ['a pass', { passed: 1 }, {}, 1, null],
    ['a fail', { passed: 0 }, {}, 0, 'passed is 0'],
    ['a share', { passed: 0.25 }, {}, 0.25, 'passed is 0.25'],
    ['a share under not', { passed: 0.25 }, { not: true }, 0.75, 'passed is 0.25'],
    [
      'a score of an output that has no text, where lower is better',
      { passed: 0.25 },
      { direction: 'lower' },
      0.25,
      'passed is 0.25',
    ],
    [
      'no score of this name: nobody can say',
      { quality: 1 },
      {},
      null,
      'no score passed came with the output, only quality',
    ],
    ['no score under not: nobody can say', undefined, { not: true }, null, 'no score passed came with the output'],
    [
      'a name that objects have',
      { constructor: 1 },
      {},
      null,
      'no score passed came with the output, only constructor',
    ],
  ] as const)('%s', (_name, scores, more, expected, reason) => {
    expect(score(scores, more)).toEqual({ score: expected, reason });
  });

  it('leaves a group unscored of which a member is', () => {
    const members = [aCheck('given-score', { of: 'passed' }), aCheck('contains', { expected: 'a' })];
    const group = aCheck('all-of', { checks: [] }, { members });
    expect(scoreText(group, 'a')).toEqual({ score: null, reason: 'no score passed came with the output' });
  });
});
