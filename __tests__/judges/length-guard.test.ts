import { describe, expect, it } from '@jest/globals';
import { explainLength, type LengthPair } from '../../src/judges/length-guard.ts';

/** Differences that grow with the log length ratio and are `atEqual` at equal length. */
const pairs = (ratio: number, slope: number, atEqual: number): readonly LengthPair[] =>
  [0.9, 1, 1.1, 1.2, 0.8].map((factor) => {
    const candidateLength = 100 * ratio * factor;
    return { baseLength: 100, candidateLength, difference: atEqual + slope * Math.log(candidateLength / 100) };
  });

describe('explainLength', () => {
  it.each([
    ['equal lengths', 1, false],
    ['a little longer', 1.2, false],
    ['twice as long', 2, true],
    ['half as long', 0.5, true],
  ])('%s', (_name, ratio, isSaid) => {
    expect(explainLength(pairs(ratio, 0.1, 0)) !== null).toBe(isSaid);
  });

  it('says what is left at equal length, and whether it turns round', () => {
    expect(explainLength(pairs(2, 0.5, -0.1))).toContain('the difference would be −0.10 instead of');
    expect(explainLength(pairs(2, 0.5, -0.1))).toContain('the other way round');
    expect(explainLength(pairs(2, 0.1, 0.2))).not.toContain('the other way round');
  });

  it('leaves out empty outputs', () => {
    expect(explainLength([{ baseLength: 0, candidateLength: 900, difference: 1 }])).toBeNull();
  });
});
