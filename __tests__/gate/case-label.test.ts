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

describe('labels by design', () => {
  it('calls nothing regressed where five samples are the first round', () => {
    const cases = Array.from({ length: 12 }, (_, index) =>
      aCase(`c${index}`, Array(5).fill(1), Array(5).fill(index === 0 ? 0 : 1)),
    );
    const five = aComparison(cases, { samples: 5, settings: { resample: 'off' } });
    expect(labelCases(five)[0]).toEqual({ case: 'c0', label: 'worse', difference: -1 });
    const more = aComparison(
      cases.map((one) => ({ ...one, baseline: Array(8).fill(1), candidate: one.candidate.concat([0, 0, 0]) })),
      { samples: 3, settings: { resample: 'off' } },
    );
    expect(labelCases(more)[0]?.label).toBe('regressed');
  });

  it('waits until both arms ran again', () => {
    const cases = [aCase('it', [1, 1, 1, 1, 1], [0]), ...someCases(0, 0, 20)];
    expect(labelCases(aComparison(cases))[0]?.label).toBe('worse');
  });

  it('labels in the order of the cases, also where no case has a score', () => {
    const none = [aCase('a', [null], [1]), aCase('b', [1], [null])];
    expect(labelCases(aComparison(none))).toEqual([
      { case: 'a', label: 'unscored', difference: null },
      { case: 'b', label: 'unscored', difference: null },
    ]);
    const mixed = labelCases(aComparison([aCase('a', [null], [1]), aCase('b', [1], [0]), aCase('c', [0], [1])]));
    expect(mixed.map(({ label, difference }) => [label, difference])).toEqual([
      ['unscored', null],
      ['worse', -1],
      ['better', 1],
    ]);
  });
});
