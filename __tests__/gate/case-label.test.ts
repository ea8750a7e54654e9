import { describe, expect, it } from '@jest/globals';
import { labelCases } from '../../src/gate/case-label.ts';
import type { Direction } from '../../src/gate/comparison.ts';
import { aCase, aComparison, someCases } from './build-scores.ts';

describe('labelCases', () => {
  it.each<[string, (number | null)[], (number | null)[], Direction, string]>([
    ['no re-run, fell', [1], [0], 'higher', 'worse'],
    ['no re-run, rose', [0], [1], 'higher', 'better'],
    ['equal', [1], [1], 'higher', 'same'],
    ['no score', [1], [null], 'higher', 'unscored'],
    ['held after the re-run', [1, 1, 1, 0, 1], [0, 0, 0, 1, 0], 'higher', 'regressed'],
    ['the mirror', [0, 0, 0, 1, 0], [1, 1, 1, 0, 1], 'higher', 'improved'],
    ['lower is better', [0, 0, 0, 0, 0], [1, 1, 1, 1, 1], 'lower', 'regressed'],
    ['did not hold', [1, 1, 0, 0, 1], [0, 1, 0, 1, 0], 'higher', 'flaky'],
    ['a lost sample is no proof', [1, 1, 1, 1, 1], [0, 0, 0, null, null], 'higher', 'flaky'],
    ['graded means', [0.75, 0.75, 1, 0.75, 0.75], [0.25, 0, 0.25, 0.25, 0.25], 'higher', 'regressed'],
    ['a difference of rounding', [0.1 + 0.2], [0.3], 'higher', 'same'],
  ])('%s', (_, baseline, candidate, direction, label) => {
    const cases = [aCase('it', baseline, candidate), ...someCases(0, 0, 20)];
    expect(labelCases(aComparison(cases, { input: { direction } }))[0]).toMatchObject({ case: 'it', label });
  });
});
