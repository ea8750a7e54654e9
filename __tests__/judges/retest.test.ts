import { describe, expect, it } from '@jest/globals';
import type { Judgement } from '../../src/judges/judge.ts';
import { adviseSamples, compareRetest } from '../../src/judges/retest.ts';

const said = (...scores: readonly (number | null)[]): readonly Judgement[] =>
  scores.map((score) => ({ score, reason: null, abstained: score === null, malformed: null }));

describe('asking a judge again', () => {
  it('counts what it scored both times, and what it scored otherwise', () => {
    expect(compareRetest(said(1, 0.5, null, 0, 1), said(1, 0.75, 0, null))).toEqual({ outputs: 2, differing: 1 });
  });

  it('is nothing where no output has two scores', () => {
    expect(compareRetest(said(null, 1), said(1, null))).toBeNull();
    expect(compareRetest([], [])).toBeNull();
  });

  it.each([
    [30, 3, 1, null],
    [30, 4, 1, /4 of 30 outputs otherwise.*"samples: 3"/],
    [30, 30, 3, null],
    [1, 1, 1, /1 of 1/],
  ])('%d outputs, %d otherwise, %d samples: %p', (outputs, differing, samples, words) => {
    const advice = adviseSamples({ outputs, differing }, samples);
    if (words === null) expect(advice).toBeNull();
    else expect(advice).toMatch(words);
  });
});
