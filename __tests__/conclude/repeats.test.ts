import { describe, expect, it } from '@jest/globals';
import { describeRepeats } from '../../src/conclude/repeats.ts';
import type { CaseScores } from '../../src/gate/comparison.ts';

type Scores = readonly (number | null)[];
const row = (baseline: Scores, candidate: Scores): CaseScores => ({
  ...{ case: 'c', cluster: null, question: null, isSame: false, critical: false },
  baseline,
  candidate,
});
const cases = [row([1, 1], [1, 0]), row([1, 0], [0, 0])];

describe('pass^k and pass@k of a metric', () => {
  it('are told of each side', () => {
    expect(describeRepeats({ direction: 'higher' }, cases, 2, true)).toEqual({
      k: 2,
      baseline: { all: 0.5, any: 1 },
      candidate: { all: 0, any: 0.5 },
    });
  });

  it('count 0 as success where lower is better', () => {
    expect(describeRepeats({ direction: 'lower' }, cases, 2, true)?.candidate).toEqual({ all: 0.5, any: 1 });
  });

  it('take no sample without a score for a failure', () => {
    const lost = [row([1, null], [1, null, 1, 1])];
    expect(describeRepeats({ direction: 'higher' }, lost, 2, true)).toEqual({
      k: 2,
      baseline: null,
      candidate: { all: 1, any: 1 },
    });
  });

  it.each([
    ['one sample a case', 'higher', 1, true],
    ['graded scores', 'higher', 2, false],
    ['no better end', 'neutral', 2, true],
  ] as const)('are left out with %s', (_, direction, samples, isBinary) => {
    expect(describeRepeats({ direction }, cases, samples, isBinary)).toBeNull();
  });
});
