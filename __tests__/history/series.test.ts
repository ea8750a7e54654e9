import { describe, expect, it } from '@jest/globals';
import { listModels, listNews, listSeries } from '../../src/history/series.ts';
import { aBaselineLine, aMeasure } from './builders.ts';

describe('the series of a suite', () => {
  it('has a point for each baseline that measured it, what may block first', () => {
    const lines = [
      aBaselineLine(1, { means: { 'p / b': 0.5, 'p / a': 0.1 }, measures: {} }),
      aBaselineLine(2, { means: { 'p / a': 0.2 }, measures: { 'p / a': aMeasure({ role: 'report' }) } }),
      aBaselineLine(3, {
        means: { 'p / z': 1, 'p / a': 0.3 },
        measures: { 'p / z': aMeasure(), 'p / a': aMeasure({ role: 'report' }) },
      }),
    ];
    const series = listSeries(lines);
    expect(series.map(({ name, label, points }) => [name, label, points.map(({ at, mean }) => [at, mean])])).toEqual([
      ['p / z', 'z', [[2, 1]]],
      [
        'p / a',
        'a',
        [
          [0, 0.1],
          [1, 0.2],
          [2, 0.3],
        ],
      ],
      ['p / b', 'b', [[0, 0.5]]],
    ]);
    expect(series[1]?.measure?.role).toBe('report');
  });

  it('names the prompts where there are several, and breaks where the rules of scoring changed', () => {
    const means = { 'p / a': 0.5, 'q / a': 0.5 };
    const series = listSeries(
      [3, 3, 4].map((scoringRevision, at) => aBaselineLine(at + 1, { means, scoringRevision })),
    );
    expect(series.map(({ label }) => label)).toEqual(['p / a', 'q / a']);
    expect(series[0]?.points.map(({ isBreak }) => isBreak)).toEqual([false, false, true]);
  });

  it('is not led astray by names that objects have of their own', () => {
    const line = aBaselineLine(1, { means: JSON.parse('{"__proto__": 0.5, "constructor": 0.4}'), measures: {} });
    expect(listSeries([line]).map(({ measure, points }) => [measure, points[0]?.mean])).toEqual([
      [null, 0.5],
      [null, 0.4],
    ]);
  });
});

describe('the news of a baseline', () => {
  const model = (...answeredAs: readonly string[]) => ({ asked: 'some-model', answeredAs });

  it('are models, versions, roles and rules that are not those of before', () => {
    const before = aBaselineLine(1, {
      models: { p: model('m-1'), q: model('m-1') },
      versions: { p: 'v1', q: 'v1' },
      means: { 'p / label': 0.5 },
      measures: { 'p / label': aMeasure({ kind: 'judge', role: 'report' }) },
    });
    const after = aBaselineLine(2, {
      models: { p: model('m-2'), q: model('m-2') },
      versions: { p: 'v2', q: 'v1' },
      means: { 'p / label': 0.6 },
      measures: { 'p / label': aMeasure({ kind: 'judge', role: 'gate' }) },
      scoringRevision: 5,
      reason: 'a new model',
    });
    expect(listNews([before, after])).toEqual([
      { isAnchor: false, models: [], prompts: [], roles: [], hasOtherRules: false },
      {
        isAnchor: true,
        models: ['m-1 → m-2'],
        prompts: ['v1 → v2 (p)'],
        roles: ['label: is shown → may block'],
        hasOtherRules: true,
      },
    ]);
  });

  it('say nothing of what only one of the two knows', () => {
    const old = aBaselineLine(1, { models: {}, measures: {} });
    expect(listNews([old, aBaselineLine(2)])[1]).toMatchObject({ models: [], roles: [] });
  });

  it('know a model by its answers, where it said who it is', () => {
    expect(listModels(aBaselineLine(1, { models: { p: model('m-2', 'm-1'), q: model() } }))).toEqual([
      'm-2, m-1',
      'some-model',
    ]);
  });
});
