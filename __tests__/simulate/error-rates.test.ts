import { describe, expect, it } from '@jest/globals';
import { addTallies, buildCell, type Cell, gradedPopulation, nameCell } from '../../scripts/simulate/cell.ts';
import { planSimulation } from '../../scripts/simulate/plan.ts';
import { measureDisagreement } from '../../scripts/simulate/population.ts';
import { renewPage } from '../../scripts/simulate/render.ts';
import { runCell } from '../../scripts/simulate/run-cell.ts';
import { scales } from '../../scripts/simulate/scale.ts';
import { buildShared } from '../../scripts/simulate/tables/difficulties.ts';
import { buildStored, buildStoredGreen } from '../../scripts/simulate/tables/stored.ts';
import { broken, churn, shareOf, softened } from '../../scripts/simulate/tables/table.ts';

const runs = 100;
const seed = 7;

/** Bounds are some three standard errors beyond what the whole simulation measures: a broken gate fails them, and the seed never changes. */
const bounds: readonly [string, Partial<Cell>, string, number, number][] = [
  ['a harmless change is seldom blocked', {}, 'fail', 0, 0.1],
  ['nor are cases that merely churn', { cases: 50, change: churn }, 'fail', 0, 0.1],
  ['a drop of the margin seldom passes', { change: broken(0.05) }, 'pass', 0, 0.13],
  ['nor where every case is a little worse', { cases: 50, change: softened(0.1) }, 'pass', 0, 0.13],
  ['a drop of 10 points is mostly blocked', { change: broken(0.1) }, 'fail', 0.8, 1],
  ['a harmless change mostly passes in 500 cases', { cases: 500, runs: 60 }, 'pass', 0.7, 1],
  ['graded scores: harmless', { population: gradedPopulation, settings: { margin: 0.05 } }, 'fail', 0, 0.1],
  [
    'graded scores: a drop of 10 points',
    { population: gradedPopulation, settings: { margin: 0.05 }, change: broken(0.1) },
    'fail',
    0.85,
    1,
  ],
  ['three metrics: harmless', { metrics: 3, correlation: 0.5, runs: 120 }, 'fail', 0, 0.12],
  [
    'whole clusters: harmless',
    { cases: 100, clusterSizes: new Array<number>(20).fill(5), change: { kind: 'wobble', share: 0.3 } },
    'fail',
    0,
    0.1,
  ],
  [
    'whole clusters break by the margin',
    { cases: 200, clusterSizes: new Array<number>(40).fill(5), change: { kind: 'break', drop: 0.05, by: 'cluster' } },
    'pass',
    0,
    0.1,
  ],
  [
    'an outage that hides main’s failures convicts nobody',
    { missing: { baseline: 0.05, candidate: 0, hidden: true }, settings: { margin: 0.05 } },
    'fail',
    0,
    0.1,
  ],
  [
    'an outage that hides the change’s failures lets nothing pass',
    { missing: { baseline: 0, candidate: 0.05, hidden: true }, settings: { margin: 0.05 }, change: broken(0.05) },
    'pass',
    0,
    0.13,
  ],
  ['these cases: harmless', { cases: 20, settings: { target: 'cases', margin: 0.1 } }, 'fail', 0, 0.12],
  ['20 inputs under five ids each, coin flips: harmless', buildShared(runs), 'fail', 0, 0.12],
  ['a stored baseline costs no green', buildStoredGreen(100, runs), 'pass', 0.2, 1],
  ['nor lets a drop of the margin pass', { ...buildStoredGreen(100, runs), change: broken(0.05) }, 'pass', 0, 0.13],
  ['noisy cases by kept samples: harmless', { kept: 5 }, 'fail', 0, 0.1],
  ['nor does a drop of the margin pass there', { kept: 3, change: broken(0.05) }, 'pass', 0, 0.13],
  ['a further round: a drop of the margin', { settings: { settle: 3 }, change: broken(0.05) }, 'pass', 0, 0.13],
  ['a further round of five', { settings: { settle: 5 }, change: broken(0.05) }, 'pass', 0, 0.13],
  ['a further round on request', { settings: { settle: 'on-request' }, change: broken(0.05) }, 'pass', 0, 0.13],
  ['a further round lets more pass', { settings: { settle: 3 } }, 'pass', 0.45, 1],
  [
    'flaky cases that alone drifted since they were labelled',
    { ...buildStoredGreen(100, runs), drift: { points: 0.02, of: 'flaky' }, change: broken(0.05) },
    'pass',
    0,
    0.13,
  ],
  ['critical cases that flake break nothing', { critical: 10 }, 'fail by a critical case alone', 0, 0.03],
];

describe('the gate’s error rates, measured through the gate', () => {
  it.each(bounds)('%s', (_, different, what, least, most) => {
    const cell = buildCell({ runs, ...different });
    const share = shareOf(runCell(cell, cell.runs, seed, 0), what);
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  });

  it('spends few calls where nothing changed', () => {
    const tally = runCell(buildCell({ runs }), runs, seed, 0);
    expect((tally.counts.rounds ?? 0) / runs).toBeLessThan(1.25);
  });

  it.each([-0.03, 0.03])('holds against a stored baseline and a drift of %d', (drift) => {
    const cell = { ...buildStored(drift, 1), change: broken(0.05), sharedBy: 50, runs };
    const unchanged = runCell({ ...cell, change: { kind: 'none' } }, runs, seed, 0);
    expect(shareOf(unchanged, 'fail')).toBeLessThan(0.1);
    expect((unchanged.counts.rounds ?? 0) / runs).toBeLessThan(2);
    expect(unchanged.perBaseline).toHaveLength(runs / 50);
    expect(shareOf(runCell(cell, runs, seed, 0), 'pass')).toBeLessThan(0.13);
  });
});

describe('the simulation', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const cell = buildCell({ change: broken(0.05) });
    expect(runCell(cell, 100, 1, 0)).toEqual(runCell(cell, 100, 1, 0));
    expect(runCell(cell, 100, 1, 1)).not.toEqual(runCell(cell, 100, 1, 0));
  });

  it('adds parts of a cell', () => {
    const part = { runs: 2, counts: { fail: 1, rounds: 2.5 }, perBaseline: [0.5] };
    expect(addTallies([part, { runs: 1, counts: { pass: 1 }, perBaseline: [] }])).toEqual({
      runs: 3,
      counts: { fail: 1, rounds: 2.5, pass: 1 },
      perBaseline: [0.5],
    });
  });

  it('runs every cell as often as planned, each once', () => {
    const { tasks } = planSimulation(scales.full);
    const planned = new Map<string, number>();
    for (const { cell, runs: some } of tasks) planned.set(nameCell(cell), (planned.get(nameCell(cell)) ?? 0) + some);
    for (const { cell } of tasks) expect(planned.get(nameCell(cell))).toBe(cell.runs);
  });

  it('has judges whose scores differ in about half of the cases', () => {
    const share = measureDisagreement(gradedPopulation);
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
  });

  it('refuses a page without its markers', () => {
    const measured = {
      promises: [],
      tables: [],
      results: new Map(),
      replays: [],
      command: '',
      date: '',
      scale: scales.quick,
    };
    expect(() => renewPage('# Statistics', measured)).toThrow('<!-- promises:start -->');
  });
});
