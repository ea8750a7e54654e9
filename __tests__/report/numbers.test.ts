import { describe, expect, it } from '@jest/globals';
import {
  formatCount,
  formatDifference,
  formatDuration,
  formatInterval,
  formatRelative,
  formatScore,
  formatSize,
  formatUsd,
} from '../../src/report/words/numbers.ts';

describe('numbers', () => {
  it.each([
    ['percent', formatScore(0.85, true), '85 %'],
    ['percent with a decimal', formatScore(0.845, true), '84.5 %'],
    ['almost all is not all', formatScore(0.9999, true), '99.9 %'],
    ['almost none is not none', formatScore(0.0001, true), '0.1 %'],
    ['graded', formatScore(0.8, false), '0.80'],
    ['unknown', formatScore(null, true), '–'],
    ['drop', formatDifference(-0.07, true), '−7 pts'],
    ['one point', formatDifference(-0.01, true), '−1 pt'],
    ['gain', formatDifference(0.025, true), '+2.5 pts'],
    ['no change', formatDifference(-0, true), '0 pts'],
    ['graded drop', formatDifference(-0.02, false), '−0.02'],
    ['interval', formatInterval(-0.13, 0, true), '−13 to 0'],
    ['graded interval', formatInterval(-0.03, 0.07, false), '−0.03 to +0.07'],
    ['interval past the scale', formatInterval(-1.04, 1.02, true), '−100 to +100'],
    ['graded interval past the scale', formatInterval(-1.04, -0.5, false), '−1.00 to −0.50'],
    ['open interval', formatInterval(null, 0.07, false), null],
    ['margin', formatSize(0.05, true), '5 pts'],
    ['dollars', formatUsd(1234.5), '$1,234.50'],
    ['cents', formatUsd(0.0123), '$0.012'],
    ['micro-dollars', formatUsd(0.000001), '$0.000001'],
    ['nothing', formatUsd(0), '$0'],
    ['milliseconds', formatDuration(850.4), '850 ms'],
    ['seconds', formatDuration(1210), '1.21 s'],
    ['half a minute', formatDuration(38_000), '38 s'],
    ['minutes', formatDuration(252_000), '4 min 12 s'],
    ['thousands', formatCount(1234567), '1,234,567'],
    ['relative', formatRelative(0.41, 0.361), '−12 %'],
    ['relative to nothing', formatRelative(0, 1), '–'],
  ])('%s', (_name, shown, expected) => {
    expect(shown).toBe(expected);
  });
});
