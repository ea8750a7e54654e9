import { describe, expect, it } from '@jest/globals';
import { interceptAtZero } from '../../src/statistics/intercept.ts';

describe('interceptAtZero', () => {
  it.each<[string, [number, number][], number | null]>([
    [
      'a line',
      [
        [1, 5],
        [2, 7],
        [4, 11],
      ],
      3,
    ],
    [
      'a falling line',
      [
        [-1, 2],
        [0, 1],
        [1, 0],
      ],
      1,
    ],
    [
      'no slope',
      [
        [0, 2],
        [5, 2],
        [9, 2],
      ],
      2,
    ],
    [
      'least squares',
      [
        [0, 0],
        [1, 3],
        [2, 0],
      ],
      1,
    ],
    [
      'two points',
      [
        [0, 1],
        [1, 2],
      ],
      null,
    ],
    [
      'x that does not vary',
      [
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      null,
    ],
    ['nothing', [], null],
  ])('%s', (_, points, intercept) => {
    const found = interceptAtZero(points);
    if (intercept === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(intercept, 12);
  });
});
