import { describe, expect, it } from '@jest/globals';
import { buildMissingComparison, hasPartialSamples } from '../../src/gate/filed-comparison.ts';
import { type FilingRules, pairScoreLines } from '../../src/gate/score-comparisons.ts';
import type { ScoreLine } from '../../src/gate/score-line.ts';

const aLine = (different: Partial<ScoreLine>): ScoreLine => ({
  suite: null,
  prompt: null,
  case: 'a',
  metric: 'exact',
  sample: 0,
  score: 1,
  cluster: null,
  question: null,
  arm: null,
  look: null,
  critical: false,
  labelled: null,
  same: false,
  reason: null,
  line: 1,
  ...different,
});

const rules: FilingRules = {
  isGating: ({ metric }) => metric === 'exact',
  directionOf: ({ metric }) => (metric === 'cost' ? 'lower' : 'higher'),
};
const pair = (baseline: readonly Partial<ScoreLine>[], candidate: readonly Partial<ScoreLine>[]) =>
  pairScoreLines(baseline.map(aLine), candidate.map(aLine), rules);

describe('pairScoreLines', () => {
  it('pairs the lines of one metric case by case, whatever their order', () => {
    const filed = pair(
      [
        { case: 'b', score: 0 },
        { case: 'a', cluster: 'doc' },
      ],
      [{ case: 'a', score: 0.5 }, { case: 'c' }, { case: 'b' }, { case: 'd' }],
    );
    expect(filed).toEqual([
      {
        input: {
          id: { suite: null, prompt: null, metric: 'exact' },
          direction: 'higher',
          gates: true,
          isPairwise: false,
          commonReason: null,
          cases: [
            {
              case: 'a',
              cluster: 'doc',
              question: null,
              isSame: false,
              critical: false,
              baseline: [1],
              candidate: [0.5],
            },
            { case: 'b', cluster: null, question: null, isSame: false, critical: false, baseline: [0], candidate: [1] },
          ],
        },
        side: 'both',
        isStored: false,
        freshCritical: [],
        hasLooks: false,
        settled: null,
        firstSamples: [1, 1],
        baselineSamples: 1,
        candidateSamples: 1,
        candidateOnly: ['c', 'd'],
      },
    ]);
  });

  it('makes a comparison of every suite, prompt and metric, in their order, under the rules', () => {
    const lines = [{ suite: 's', prompt: 'q' }, { metric: 'cost' }, { suite: 's', prompt: 'p' }, {}];
    const filed = pair(lines, lines);
    expect(
      filed.map(({ input }) => [input.id.suite, input.id.prompt, input.id.metric, input.gates, input.direction]),
    ).toEqual([
      ['s', 'p', 'exact', true, 'higher'],
      ['s', 'q', 'exact', true, 'higher'],
      [null, null, 'cost', false, 'lower'],
      [null, null, 'exact', true, 'higher'],
    ]);
  });

  it('puts samples in their places and leaves gaps unscored', () => {
    const [filed] = pair([{ sample: 2, score: 0 }, { sample: 0 }], [{ sample: 0 }, { sample: 1 }, { sample: 2 }]);
    expect(filed?.input.cases[0]).toMatchObject({ baseline: [1, null, 0], candidate: [1, 1, 1] });
    expect(filed).toMatchObject({ baselineSamples: 3, candidateSamples: 3 });
  });

  it('cuts off the samples beyond the smaller number, and tells both', () => {
    const [filed] = pair([{}, { sample: 1 }, { sample: 2 }], [{}, { sample: 1, score: 0 }]);
    expect(filed?.input.cases[0]).toMatchObject({ baseline: [1, 1], candidate: [1, 0] });
    expect(filed).toMatchObject({ baselineSamples: 3, candidateSamples: 2 });
  });

  it('counts only the samples of the baseline’s cases', () => {
    const [filed] = pair([{}], [{}, { case: 'new', sample: 4 }]);
    expect(filed).toMatchObject({ candidateSamples: 1, candidateOnly: ['new'] });
  });

  it('takes the clusters of the baseline, also from another metric of the same case', () => {
    const filed = pair(
      [{}, { metric: 'cost', cluster: 'doc' }, { case: 'b', suite: 's', cluster: 'other' }, { case: 'b' }],
      [{ cluster: 'ignored' }],
    );
    const clusters = filed.flatMap(({ input }) => input.cases.map((one) => [input.id.metric, one.case, one.cluster]));
    expect(clusters).toContainEqual(['exact', 'a', 'doc']);
    expect(clusters).toContainEqual(['exact', 'b', null]);
  });

  it.each([
    ['baseline', [{}], []],
    ['candidate', [], [{}]],
  ])('says that only the %s has a metric', (side, baseline, candidate) => {
    const [filed] = pair(baseline, candidate);
    expect(filed?.side).toBe(side);
    expect(filed?.input.cases).toHaveLength(side === 'baseline' ? 1 : 0);
    if (side === 'baseline') expect(filed?.input.cases[0]).toMatchObject({ baseline: [1], candidate: [] });
  });
});

describe('buildMissingComparison', () => {
  it('gates without cases', () => {
    expect(buildMissingComparison('speed', 'lower')).toEqual({
      input: {
        id: { suite: null, prompt: null, metric: 'speed' },
        direction: 'lower',
        gates: true,
        isPairwise: false,
        commonReason: null,
        cases: [],
      },
      isStored: false,
      freshCritical: [],
      hasLooks: false,
      settled: null,
      firstSamples: [],
      side: 'neither',
      baselineSamples: 0,
      candidateSamples: 0,
      candidateOnly: [],
    });
  });
});

describe('hasPartialSamples', () => {
  it.each<[string, Partial<ScoreLine>[], Partial<ScoreLine>[], boolean]>([
    ['one sample each', [{}, { case: 'b' }], [{}, { case: 'b' }], false],
    ['two samples each', [{}, { sample: 1 }], [{}, { sample: 1 }], false],
    [
      'a case without any on one side',
      [{}, { sample: 1 }, { case: 'b' }, { case: 'b', sample: 1 }],
      [{}, { sample: 1 }],
      false,
    ],
    ['some run again', [{}, { sample: 1 }, { case: 'b' }], [{}, { sample: 1 }, { case: 'b' }], true],
  ])('%s', (_, baseline, candidate, isPartial) => {
    const [filed] = pair(baseline, candidate);
    expect(filed && hasPartialSamples(filed)).toBe(isPartial);
  });
});

describe('unequal numbers of samples', () => {
  const samplesOf = (count: number, score: number) =>
    Array.from({ length: count }, (_, sample) => ({ sample, score: sample === 0 ? score : 1 - score }));

  it.each([
    [1, 3],
    [3, 1],
  ])('%d and %d: both arms are cut to the smaller', (before, after) => {
    const [filed] = pair(samplesOf(before, 1), samplesOf(after, 0));
    expect(filed?.input.cases[0]).toMatchObject({ baseline: [1], candidate: [0] });
    expect(filed).toMatchObject({ baselineSamples: before, candidateSamples: after });
  });
});
