import type { Cell, Tally } from './cell.ts';
import { atLeast, atMost, type Check, callsAtMost, holdGrid, notAbove, notBelow, withError } from './measure.ts';
import type { Scale } from './scale.ts';
import { buildCrossing, crossings } from './tables/crossed.ts';
import { buildCritical, buildShared, listTrades } from './tables/difficulties.ts';
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
import { broken, buildWith, defaultMargin, none, renderPercent, shareOf, softened } from './tables/table.ts';

/** Everything that is promised. */
export function buildChecks(scale: Scale): readonly Check[] {
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
  const trades = listTrades(buildWith(runs));
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
    {
      what: 'Trades, which keep the mean: blocked with noisy cases or `settle`, at the worst size, against one draw of every case',
      promised: 'no more often (within three standard errors)',
      cells: [...trades.plain, ...trades.further],
      measure: (tallies) => notAbove(tallies.slice(trades.plain.length), tallies.slice(0, trades.plain.length)),
    },
  ];
}
