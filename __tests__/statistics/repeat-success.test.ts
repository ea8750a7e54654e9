import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { repeatSuccess } from '../../src/statistics/repeat-success.ts';

/** Successes of gpt-4o with tool calling in 4 trials of each airline task: sierra-research/tau-bench, historical_trajectories/gpt-4o-airline.json. */
const airline = [
  ...[0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 1, 4, 2, 0, 2, 1, 1, 4, 0, 4, 3, 0, 0, 4],
  ...[0, 2, 2, 0, 1, 2, 2, 0, 0, 3, 4, 4, 3, 4, 1, 3, 2, 4, 1, 2, 2, 2, 1, 4, 4],
];
const trialsOf = (successes: number, count: number) => Array.from({ length: count }, (_, trial) => trial < successes);

describe('repeated trials', () => {
  // The table in that repository's README gives these for pass^k.
  it.each([
    [1, 0.42],
    [2, 0.273],
    [3, 0.22],
    [4, 0.2],
  ])('come to what tau-bench publishes for pass^%i', (k, expected) => {
    expect(
      repeatSuccess(
        airline.map((count) => trialsOf(count, 4)),
        k,
      )?.all,
    ).toBeCloseTo(expected, 3);
  });

  it.each([
    ['2 of 3, two drawn', [[2, 3]], 2, 1 / 3, 1],
    ['1 of 3, two drawn', [[1, 3]], 2, 0, 2 / 3],
    ['none', [[0, 3]], 3, 0, 0],
    ['all', [[3, 3]], 3, 1, 1],
    [
      'two tasks',
      [
        [2, 2],
        [1, 2],
      ],
      2,
      0.5,
      1,
    ],
    [
      'a task with too few trials left out',
      [
        [2, 2],
        [0, 1],
      ],
      2,
      1,
      1,
    ],
  ] as const)('by hand: %s', (_, tasks, k, all, any) => {
    const result = repeatSuccess(
      tasks.map(([successes, count]) => trialsOf(successes, count)),
      k,
    );
    expect(result?.all).toBeCloseTo(all, 12);
    expect(result?.any).toBeCloseTo(any, 12);
  });

  it('lie on either side of the rate, and are it for one trial', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 9 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 5 }),
        (tasks, k) => {
          const one = repeatSuccess(tasks, 1);
          const several = repeatSuccess(tasks, k);
          expect(one?.all).toBeCloseTo(one?.any ?? -1, 12);
          expect(several?.all).toBeLessThanOrEqual((one?.all ?? 0) + 1e-12);
          expect(several?.any).toBeGreaterThanOrEqual((one?.any ?? 1) - 1e-12);
        },
      ),
    );
  });

  it('are unknown where no task has so many, and no number of trials is below 1', () => {
    expect(repeatSuccess([[true]], 2)).toBeNull();
    expect(repeatSuccess([], 2)).toBeNull();
    expect(() => repeatSuccess([[true]], 0)).toThrow(RangeError);
  });
});
