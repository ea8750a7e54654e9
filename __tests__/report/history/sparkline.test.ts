import { describe, expect, it } from '@jest/globals';
import { renderSparkline } from '../../../src/report/history/sparkline.ts';

describe('a sparkline', () => {
  it.each([
    ['goes from the least to the most', [0, 0.5, 1], 9, '▁▅█'],
    ['makes little of what hardly differs', [0.9, 0.901], 9, '▄▅'],
    ['leaves out what is not known', [0, null, 1], 9, '▁ █'],
    ['shows the newest where there are too many', [0, 0, 0, 1], 2, '▁█'],
    ['is empty of nothing', [], 9, ''],
    ['is blank of what nobody knows', [null, null], 9, '  '],
  ])('%s', (_, values, width, expected) => {
    expect(renderSparkline(values, width, 0.05)).toBe(expected);
  });
});
