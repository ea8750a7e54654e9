import { describe, expect, it } from '@jest/globals';
import { logRatioInterval } from '../../src/statistics/log-ratio.ts';

describe('logRatioInterval', () => {
  it('agrees with scipy.stats.t.interval(0.90) on the differences of logarithms', () => {
    // pairs (100, 90), (200, 190), (50, 40), (80, 88): scipy 1.14, exp of mean, lower and upper
    const found = logRatioInterval([
      [100, 90],
      [200, 190],
      [50, 40],
      [80, 88],
    ]);
    const logs = [Math.log(0.9), Math.log(0.95), Math.log(0.8), Math.log(1.1)];
    const mean = logs.reduce((sum, log) => sum + log, 0) / 4;
    const sd = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / 3);
    // t(.95, 3) = 2.353363434801824 (NIST table, scipy)
    const reach = (2.353363434801824 * sd) / 2;
    expect(found?.ratio).toBeCloseTo(Math.exp(mean), 10);
    expect(found?.lower).toBeCloseTo(Math.exp(mean - reach), 9);
    expect(found?.upper).toBeCloseTo(Math.exp(mean + reach), 9);
  });

  it('mirrors when the arms are swapped', () => {
    const pairs = [
      [1, 2],
      [3, 4],
      [5, 7],
    ] as const;
    const there = logRatioInterval(pairs);
    const back = logRatioInterval(pairs.map(([a, b]) => [b, a] as const));
    expect(back?.ratio).toBeCloseTo(1 / (there?.ratio ?? 0), 12);
    expect(back?.lower).toBeCloseTo(1 / (there?.upper ?? 0), 12);
  });

  it.each([
    ['no pair', []],
    ['one pair', [[1, 2]]],
    [
      'zeros only',
      [
        [0, 2],
        [1, 0],
        [3, 3],
      ],
    ],
  ] as const)('has no interval for %s', (_name, pairs) => {
    expect(logRatioInterval(pairs)).toBeNull();
  });
});
