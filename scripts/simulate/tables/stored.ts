import { buildCell, type Cell, type Tally } from '../cell.ts';
import type { Change } from '../population.ts';
import {
  type Build,
  broken,
  defaultMargin,
  type Figure,
  failing,
  none,
  passing,
  percentOf,
  renderPercent,
  rounds,
  type Table,
} from './table.ts';

/** Drifts that are simulated, in points of the mean on the 0..1 scale. */
export const drifts = [-0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03];
/** Drifts of the mean that flaky cases alone make. */
export const flakyDrifts = [-0.02, 0.02];
/** Those at which one stored baseline is shared by many pull requests. */
export const sharedDrifts = [-0.03, -0.01, 0, 0.01, 0.03];
/** Pull requests that share one stored baseline. */
export const sharedBy = 300;
const sizes = [50, 100, 200];

/** A cell of one stored baseline of the usual five samples, shared by many pull requests. */
export function buildStored(points: number, baselines: number): Cell {
  return buildCell({
    kind: 'stored',
    kept: 5,
    drift: { points, of: 'all' },
    sharedBy,
    runs: baselines * sharedBy,
  });
}

/** A harmless change against a stored baseline of the usual five samples, without drift. */
export const buildStoredGreen = (cases: number, runs: number): Cell =>
  buildCell({ kind: 'stored', cases, kept: 5, runs });

/** The share of blocked pull requests on the unluckiest of the baselines. */
export function readUnluckiest({ perBaseline }: Tally): number {
  return Math.max(0, ...perBaseline);
}

/** What stored samples of different number do to a harmless change, without drift. */
export function storedGreen(build: Build): Table {
  const row = (label: string, different: Partial<Cell>) => {
    const at = (cases: number, change: Change) => build({ cases, change, ...different });
    return {
      label,
      places: [
        sizes.map((cases) => passing(at(cases, none))),
        sizes.map((cases) => percentOf('stored')(at(cases, none))),
        sizes.map((cases) => failing(at(cases, none))),
        sizes.map((cases) => passing(at(cases, broken(defaultMargin(cases))))),
        sizes.map((cases) => failing(at(cases, broken(0.1)))),
        sizes.map((cases) => rounds(at(cases, none))),
      ],
    };
  };
  const stored = (kept: number, settings: Cell['settings'] = {}) => ({ kind: 'stored' as const, kept, settings });
  return {
    title: 'Screen, then fresh',
    intro:
      'The same harmless change judged against a fresh base side of which nothing is kept, and against a stored baseline, without drift; N = 50 / 100 / 200. Three or more stored samples also say which cases are noisy; `rounds: 1` gives no case more than one draw for it. By default a screen that does not pass goes on to a fresh base round; `after-screen: stop` ends there. The stored draws are the baseline run’s and no pull request’s: calls leave them out.',
    header: [
      'base side',
      'PASS, no change',
      'decided by the screen',
      'false block',
      'silent pass at the margin',
      'blocked at −10',
      'calls, no change',
    ],
    rows: [
      row('fresh', {}),
      row('stored, five samples', stored(5)),
      row('stored, three samples', stored(3)),
      row('stored, one sample', stored(1)),
      row('stored, five samples, `rounds: 1`', stored(5, { rounds: 1 })),
      row('stored, five samples, `after-screen: stop`', stored(5, { afterScreen: 'stop' })),
      row('stored, five samples, `settle: 3`', stored(5, { settle: 3 })),
    ],
  };
}

const signed = (points: number): string => `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(100 * points)}`;

/** One stored baseline that many pull requests share, while the provider drifts. */
export function storedShared(baselines: number): Table {
  const row = (label: string, figure: (cell: Cell) => Figure) => ({
    label,
    places: sharedDrifts.map((points) => [figure(buildStored(points, baselines))]),
  });
  const worst = (cell: Cell): Figure => ({ cell, read: (tally) => renderPercent(readUnluckiest(tally)) });
  return {
    title: 'A stored baseline, shared, and a provider that drifts',
    intro: `100 cases, five stored samples a case, ${baselines} baselines with ${sharedBy} harmless pull requests each; the provider moved by so many points since the baseline was stored. The unluckiest baseline is the one of them on which most pull requests were blocked.`,
    header: ['', ...sharedDrifts.map(signed)],
    rows: [
      row('false block: mean', failing),
      row('false block: the unluckiest baseline', worst),
      row('PASS', passing),
      row('decided by the screen', percentOf('stored')),
      row('calls', rounds),
    ],
  };
}

/** The layouts of a stored baseline that are crossed with drift: name and what is particular. */
export const driftLayouts: readonly [string, Partial<Cell>][] = [
  ['one sample', { kept: 1 }],
  ['three samples', { kept: 3 }],
  ['five samples', { kept: 5 }],
  ['five samples, `settle: 3`', { kept: 5, settings: { settle: 3 } }],
];

/** All drifts: of every case, and of flaky cases alone. */
export const allDrifts: readonly Cell['drift'][] = [
  ...drifts.map((points) => ({ points, of: 'all' as const })),
  ...flakyDrifts.map((points) => ({ points, of: 'flaky' as const })),
];

/** A stored baseline of its own for every pull request, and a drift since. */
export function storedDrift(build: Build): Table {
  const row = (label: string, different: Partial<Cell>, what: 'false block' | 'silent pass') => ({
    label: `${label}: ${what}`,
    places: allDrifts.map((drift) =>
      sizes.map((cases) =>
        what === 'false block'
          ? failing(build({ kind: 'stored', cases, drift, ...different }))
          : passing(build({ kind: 'stored', cases, drift, ...different, change: broken(defaultMargin(cases)) })),
      ),
    ),
  });
  return {
    title: 'Stored samples, noisy cases and drift',
    intro:
      'N = 50 / 100 / 200, a stored baseline of its own for every pull request; the stored samples screen and say which cases are noisy, and the provider moved since. The silent pass is that of a drop of the margin, which is one of today. “Flaky”: only cases that pass between 5 and 98 times in a hundred moved, by so much that the mean moved by the points named; the labels were drawn before.',
    header: ['', ...drifts.map(signed), ...flakyDrifts.map((points) => `flaky ${signed(points)}`)],
    rows: [
      ...driftLayouts.map(([label, different]) => row(label, different, 'false block')),
      ...driftLayouts.map(([label, different]) => row(label, different, 'silent pass')),
    ],
  };
}
