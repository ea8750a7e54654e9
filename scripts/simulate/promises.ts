import { buildCell, type Cell, type Tally } from './cell.ts';
import type { Scale } from './scale.ts';
import {
  broken,
  buildCritical,
  buildShared,
  buildStored,
  buildStoredGreen,
  defaultMargin,
  drifts,
  none,
  promisedSizes,
  type Results,
  readUnluckiest,
  renderPercent,
  shareOf,
  softened,
  storedGreens,
  tallyOf,
} from './tables.ts';

/** One promise of the gate, what was measured for it, and whether that keeps it. */
export interface Promised {
  readonly what: string;
  readonly promised: string;
  readonly measured: string;
  readonly isKept: boolean;
}

/** How the numbers of a promise are found. */
interface Check {
  readonly what: string;
  readonly promised: string;
  readonly cells: readonly Cell[];
  measure(tallies: readonly Tally[]): { readonly measured: string; readonly isKept: boolean };
}

/** The cells that the promises rest on. */
export function listPromisedCells(scale: Scale): readonly Cell[] {
  return buildChecks(scale).flatMap((check) => check.cells);
}

/** Holds the promises against what was measured. */
export function checkPromises(results: Results, scale: Scale): readonly Promised[] {
  return buildChecks(scale).map(({ what, promised, cells, measure }) => ({
    what,
    promised,
    ...measure(cells.map((cell) => tallyOf(results, cell))),
  }));
}

function buildChecks({ promisedRuns: runs, baselines, tolerance }: Scale): readonly Check[] {
  const build = (different: Partial<Cell>): Cell => buildCell({ runs, ...different });
  const shared = (different: Partial<Cell>): readonly Cell[] =>
    drifts.map((drift) => buildStored({ drift, ...different }, baselines));
  return [
    {
      what: 'A harmless change is blocked (20 to 500 cases)',
      promised: 'at most 5 %',
      cells: promisedSizes.map((cases) => build({ cases, change: none })),
      measure: (tallies) => atMost(tallies, 'fail', 0.05, tolerance),
    },
    {
      what: 'A drop exactly as large as the margin passes silently (20 to 500 cases, hard and soft)',
      promised: 'at most 6.5 %',
      cells: promisedSizes.flatMap((cases) =>
        [broken, softened].map((change) => build({ cases, change: change(defaultMargin(cases)) })),
      ),
      measure: (tallies) => atMost(tallies, 'pass', 0.065, tolerance),
    },
    {
      what: 'A drop of 10 points is blocked (100 cases)',
      promised: 'at least 85 %',
      cells: [build({ change: broken(0.1) })],
      measure: ([tally]) => atLeast(tally as Tally, 'fail', 0.85, tolerance),
    },
    {
      what: 'Calls for a harmless change, in full paired rounds (100 cases)',
      promised: 'at most 1.25',
      cells: [build({ change: none })],
      measure: ([tally]) => callsAtMost(tally as Tally, 1.25),
    },
    {
      what: 'The same against a stored baseline',
      promised: 'at most 1.2',
      cells: [buildStored({ drift: 0 }, baselines)],
      measure: ([tally]) => callsAtMost(tally as Tally, 1.2),
    },
    {
      what: 'The same with `after-screen: stop`',
      promised: 'at most 0.75',
      cells: [build({ kind: 'stored', settings: { afterScreen: 'stop' } })],
      measure: ([tally]) => callsAtMost(tally as Tally, 0.75),
    },
    ...storedGreens.map(
      ([cases, least]): Check => ({
        what: `A harmless change passes against a stored baseline of five samples (${cases} cases)`,
        promised: `at least ${100 * least} %`,
        cells: [buildStoredGreen(cases, runs)],
        measure: ([tally]) => atLeast(tally as Tally, 'pass', least, tolerance),
      }),
    ),
    {
      what: '20 inputs under five ids each, nothing but coin flips: a harmless change is blocked',
      promised: 'at most 6 %',
      cells: [buildShared(runs)],
      measure: (tallies) => atMost(tallies, 'fail', 0.06, tolerance),
    },
    {
      what: 'Ten critical cases that pass nine times in ten add false blocks (100 cases)',
      promised: 'less than 1 point',
      cells: [buildCritical(runs)],
      measure: ([tally]) => {
        const share = shareOf(tally as Tally, 'fail by a critical case alone');
        return { measured: withError(share, tally as Tally).replace('%', 'points'), isKept: share < 0.01 };
      },
    },
    {
      what: 'One stored baseline, many pull requests, drift of −3 to +3 points: a harmless change is blocked',
      promised: 'at most 5 % on average',
      cells: shared({}),
      measure: (tallies) => atMost(tallies, 'fail', 0.05, tolerance),
    },
    {
      what: 'The same on the unluckiest stored baseline in a hundred',
      promised: 'at most 8 %',
      cells: shared({}),
      measure: (tallies) => {
        const worst = Math.max(...tallies.map(readUnluckiest));
        return { measured: `${renderPercent(worst)} % at the worst drift`, isKept: worst <= 0.08 };
      },
    },
    {
      what: 'The same: a drop exactly as large as the margin passes silently',
      promised: 'at most 6.5 %',
      cells: shared({ change: broken(0.05) }),
      measure: (tallies) => atMost(tallies, 'pass', 0.065, tolerance),
    },
  ];
}

/** The worst of several cells; a largest of many is a little too large by chance alone. */
function atMost(
  tallies: readonly Tally[],
  what: string,
  limit: number,
  tolerance: number,
): { measured: string; isKept: boolean } {
  const worst = tallies.reduce((most, tally) => (shareOf(tally, what) > shareOf(most, what) ? tally : most));
  const share = shareOf(worst, what);
  const where = tallies.length === 1 ? '' : `, the worst of ${tallies.length}`;
  return { measured: `${withError(share, worst)}${where}`, isKept: share <= limit + tolerance * errorOf(share, worst) };
}

function atLeast(tally: Tally, what: string, limit: number, tolerance: number): { measured: string; isKept: boolean } {
  const share = shareOf(tally, what);
  return { measured: withError(share, tally), isKept: share >= limit - tolerance * errorOf(share, tally) };
}

function callsAtMost(tally: Tally, limit: number): { measured: string; isKept: boolean } {
  const rounds = (tally.counts.rounds ?? 0) / tally.runs;
  return { measured: rounds.toFixed(2), isKept: rounds <= limit };
}

/** Percent with its Monte Carlo standard error. */
function withError(share: number, { runs }: Pick<Tally, 'runs'>): string {
  return `${renderPercent(share)} ± ${(100 * errorOf(share, { runs })).toFixed(1)} %`;
}

function errorOf(share: number, { runs }: Pick<Tally, 'runs'>): number {
  return Math.sqrt((share * (1 - share)) / runs);
}
