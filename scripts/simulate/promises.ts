import { type Cell, nameCell, type Tally } from './cell.ts';
import type { Scale } from './scale.ts';
import { buildCrossing, crossings } from './tables/crossed.ts';
import { buildCritical, buildShared } from './tables/difficulties.ts';
import {
  buildElsewhere,
  buildFallen,
  elsewhere,
  elsewhereGates,
  noiseGates,
  noisePopulations,
  noiseSizes,
} from './tables/noise.ts';
import { promisedSizes } from './tables/sizes.ts';
import {
  allDrifts,
  buildStored,
  buildStoredGreen,
  driftLayouts,
  readUnluckiest,
  sharedDrifts,
} from './tables/stored.ts';
import {
  broken,
  buildWith,
  defaultMargin,
  none,
  type Results,
  renderPercent,
  shareOf,
  softened,
  tallyOf,
} from './tables/table.ts';

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
  /** Above which share a cell is measured anew before it is judged: of many cells one comes out too large by chance. */
  readonly limit?: { readonly what: 'fail' | 'pass'; readonly share: number };
  measure(tallies: readonly Tally[]): { readonly measured: string; readonly isKept: boolean };
}

/** The cells that the promises rest on. */
export function listPromisedCells(scale: Scale): readonly Cell[] {
  return buildChecks(scale).flatMap((check) => check.cells);
}

/** Cells of grids that came out above their limit. */
export function listDoubted(results: Results, scale: Scale): readonly Cell[] {
  if (scale.againRuns === 0) return [];
  const doubted = buildChecks(scale).flatMap(({ cells, limit }) =>
    limit === undefined ? [] : cells.filter((cell) => shareOf(tallyOf(results, cell), limit.what) > limit.share),
  );
  return [...new Map(doubted.map((cell) => [nameCell(cell), cell])).values()];
}

/** Holds the promises against what was measured. */
export function checkPromises(results: Results, scale: Scale): readonly Promised[] {
  return buildChecks(scale).map(({ what, promised, cells, measure }) => ({
    what,
    promised,
    ...measure(cells.map((cell) => tallyOf(results, cell))),
  }));
}

function buildChecks(scale: Scale): readonly Check[] {
  return [...checkPlain(scale), ...checkNoise(scale), ...checkStored(scale), ...checkCrossed(scale)];
}

/** The default gate with nothing kept. */
function checkPlain({ promisedRuns, tolerance }: Scale): readonly Check[] {
  const build = buildWith(promisedRuns);
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
      measure: (tallies) => callsAtMost(tallies, 1.25, tolerance),
    },
    {
      what: '20 inputs under five ids each, nothing but coin flips: a harmless change is blocked',
      promised: 'at most 6 %',
      cells: [buildShared(promisedRuns)],
      measure: (tallies) => atMost(tallies, 'fail', 0.06, tolerance),
    },
    {
      what: 'Ten critical cases that pass nine times in ten add false blocks (100 cases)',
      promised: 'less than 1 point',
      cells: [buildCritical(promisedRuns)],
      measure: ([tally]) => {
        const share = shareOf(tally as Tally, 'fail by a critical case alone');
        return { measured: withError(share, tally as Tally).replace('%', 'points'), isKept: share < 0.01 };
      },
    },
  ];
}

/** Noisy cases drawn more often, and the further round, by population. */
function checkNoise({ minorRuns, runs, promisedRuns, tolerance }: Scale): readonly Check[] {
  const precise = buildWith(promisedRuns);
  const minor = buildWith(minorRuns);
  const ordinary = buildWith(runs);
  const grid = (change: (cases: number) => Cell['change']): readonly Cell[] =>
    noisePopulations.flatMap(({ population }) =>
      noiseGates.flatMap(([, gate]) =>
        noiseSizes.map((cases) => minor({ ...gate, population, cases, change: change(cases) })),
      ),
    );
  return [
    ...noisePopulations.flatMap(({ label, population, wanted }) =>
      wanted.map(({ what, cell, pass, rounds }): Check => {
        const cells = noiseSizes.map((cases) => precise({ ...cell, population, cases }));
        return {
          what: `A harmless change passes ${what} (${label}; ${noiseSizes.join(' / ')} cases)`,
          promised: `at least ${pass.map((share) => Math.round(100 * share)).join(' / ')} %, in at most ${rounds} rounds`,
          cells,
          measure: (tallies) => {
            const kept = tallies.map((tally, index) => atLeast(tally, 'pass', pass[index] as number, tolerance).isKept);
            const calls = callsAtMost(tallies, rounds, tolerance);
            const shares = tallies.map((tally) => renderPercent(shareOf(tally, 'pass'))).join(' / ');
            return { measured: `${shares} %, ${calls.measured}`, isKept: calls.isKept && kept.every(Boolean) };
          },
        };
      }),
    ),
    {
      what: 'Noisy cases and `settle`, all populations and ways: a harmless change is blocked',
      promised: 'at most 5 %',
      cells: grid(() => none),
      ...holdGrid('fail', 0.05, tolerance),
    },
    {
      what: 'The same: a drop exactly as large as the margin passes silently (hard and soft)',
      promised: 'at most 6.5 %',
      cells: [broken, softened].flatMap((change) => grid((cases) => change(defaultMargin(cases)))),
      ...holdGrid('pass', 0.065, tolerance),
    },
    ...noisePopulations.map(({ label, population }): Check => {
      const at = (gate: Partial<Cell>) =>
        noiseSizes.map((cases) => ordinary({ ...gate, population, cases, change: broken(0.1) }));
      return {
        what: `The same: a drop of 10 points is blocked as often as with one draw of every case (${label}; ${noiseSizes.join(' / ')} cases)`,
        promised: 'within chance (three standard errors)',
        cells: noiseGates.flatMap(([, gate]) => at(gate)),
        measure: (tallies) => notBelow(tallies, noiseSizes.length),
      };
    }),
  ];
}

/** Stored baselines and drift. */
function checkStored({ minorRuns, promisedRuns, baselines, tolerance }: Scale): readonly Check[] {
  const build = buildWith(promisedRuns);
  const shared = sharedDrifts.map((points) => buildStored(points, baselines));
  const grid = (change: (cases: number) => Cell['change']): readonly Cell[] =>
    driftLayouts.flatMap(([, layout]) =>
      allDrifts.flatMap((drift) =>
        noiseSizes.map((cases) =>
          buildWith(minorRuns)({ kind: 'stored', ...layout, cases, drift, change: change(cases) }),
        ),
      ),
    );
  return [
    {
      what: 'Calls for a harmless change against a stored baseline of five samples (100 cases)',
      promised: 'at most 1.8',
      cells: [buildStoredGreen(100, promisedRuns)],
      measure: (tallies) => callsAtMost(tallies, 1.8, tolerance),
    },
    {
      what: 'The same with `rounds: 1` and `after-screen: stop`',
      promised: 'at most 0.75',
      cells: [build({ kind: 'stored', kept: 5, settings: { afterScreen: 'stop', rounds: 1 } })],
      measure: (tallies) => callsAtMost(tallies, 0.75, tolerance),
    },
    {
      what: 'One stored baseline, many pull requests, drift of −3 to +3 points: a harmless change is blocked',
      promised: 'at most 5 % on average',
      cells: shared,
      measure: (tallies) => atMost(tallies, 'fail', 0.05, tolerance),
    },
    {
      what: `The same on the unluckiest of ${baselines} stored baselines`,
      promised: 'at most 8 %',
      cells: shared,
      measure: (tallies) => {
        const worst = Math.max(...tallies.map(readUnluckiest));
        return { measured: `${renderPercent(worst)} % at the worst drift`, isKept: worst <= 0.08 };
      },
    },
    {
      what: 'Stored baselines of one, three and five samples, drift of −3 to +3 points or in flaky cases only: a harmless change is blocked',
      promised: 'at most 5 %',
      cells: grid(() => none),
      ...holdGrid('fail', 0.05, tolerance),
    },
    {
      what: 'The same: a drop exactly as large as the margin passes silently',
      promised: 'at most 6.5 %',
      cells: grid((cases) => broken(defaultMargin(cases))),
      ...holdGrid('pass', 0.065, tolerance),
    },
  ];
}

/** Several difficulties at once. */
function checkCrossed({ minorRuns, runs, tolerance }: Scale): readonly Check[] {
  const crossed = crossings.map((crossing) => buildCrossing(buildWith(runs), crossing));
  const minor = buildWith(minorRuns);
  const each = (build: (...one: Parameters<typeof buildFallen>) => Cell): readonly Cell[] =>
    elsewhere.flatMap((one) =>
      elsewhereGates.flatMap(([, gate]) => noiseSizes.map((cases) => build(minor, one, gate, cases))),
    );
  return [
    {
      what: 'Clusters, metrics, missing samples, noisy cases and drift crossed, and each with noisy cases or `settle` alone: a harmless change is blocked',
      promised: 'at most 5 %',
      cells: [
        ...crossed.map(({ unchanged }) => unchanged),
        ...each((build, one, gate, cases) => buildElsewhere(build, one, gate, cases, one.none)),
      ],
      ...holdGrid('fail', 0.05, tolerance),
    },
    {
      what: 'The same: a drop of one metric exactly as large as the margin passes silently',
      promised: 'at most 6.5 %',
      cells: [...crossed.map(({ fallen }) => fallen), ...each(buildFallen)],
      ...holdGrid('pass', 0.065, tolerance),
    },
  ];
}

/** No cell of a grid above a limit. */
function holdGrid(what: 'fail' | 'pass', share: number, tolerance: number): Pick<Check, 'limit' | 'measure'> {
  return { limit: { what, share }, measure: (tallies) => atMost(tallies, what, share, tolerance) };
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

/** The most rounds of several cells. */
function callsAtMost(
  tallies: readonly Tally[],
  limit: number,
  tolerance: number,
): { measured: string; isKept: boolean } {
  const means = tallies.map(({ counts, runs }) => {
    const mean = (counts.rounds ?? 0) / runs;
    return { mean, error: Math.sqrt(Math.max(0, (counts['squared rounds'] ?? 0) / runs - mean ** 2) / runs) };
  });
  const most = Math.max(...means.map(({ mean }) => mean));
  return {
    measured: `${most.toFixed(2)}${tallies.length === 1 ? '' : ' rounds at most'}`,
    isKept: means.every(({ mean, error }) => mean <= limit + tolerance * error),
  };
}

/** Whether no group of so many cells blocks less than the first group, cell by cell, beyond what chance does. */
function notBelow(tallies: readonly Tally[], size: number): { measured: string; isKept: boolean } {
  const first = tallies.slice(0, size);
  const gaps = tallies.slice(size).map((tally, index) => {
    const plain = first[index % size] as Tally;
    const [share, before] = [shareOf(tally, 'fail'), shareOf(plain, 'fail')];
    return { gap: share - before, error: Math.hypot(errorOf(share, tally), errorOf(before, plain)) };
  });
  const worst = Math.min(...gaps.map(({ gap }) => gap));
  const sign = worst < 0 ? '−' : '+';
  return {
    measured: `${sign}${Math.abs(100 * worst).toFixed(1)} points at the worst`,
    isKept: gaps.every(({ gap, error }) => gap >= -3 * error),
  };
}

/** Percent with its Monte Carlo standard error. */
function withError(share: number, { runs }: Pick<Tally, 'runs'>): string {
  return `${renderPercent(share)} ± ${(100 * errorOf(share, { runs })).toFixed(1)} %`;
}

function errorOf(share: number, { runs }: Pick<Tally, 'runs'>): number {
  return Math.sqrt((share * (1 - share)) / runs);
}
