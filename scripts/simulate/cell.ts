import type { GateSettings } from '../../src/gate/comparison.ts';
import type { Change, Population } from './population.ts';
import type { Drift } from './states.ts';

/** Samples that never came, as shares of an arm's draws. `hidden` ones are exactly that arm's failures. */
export interface Missing {
  readonly baseline: number;
  readonly candidate: number;
  readonly hidden: boolean;
}

/** One simulated situation: so many pull requests of one kind through one gate. Plain data, so that a worker can be handed it. */
export interface Cell {
  readonly kind: 'fresh' | 'stored' | 'usual';
  readonly population: Population;
  readonly change: Change;
  readonly cases: number;
  /** Sizes of the clusters; null where every case stands alone. */
  readonly clusterSizes: readonly number[] | null;
  /** False: the clusters are there and the gate is not told. */
  readonly clusterBy: boolean;
  /** True: the cases of a cluster send one request, and so ask one question. */
  readonly asksOnce: boolean;
  readonly metrics: number;
  /** Correlation of the metrics' difficulty and noise. */
  readonly correlation: number;
  /** Whether the change meets all metrics or only the first. */
  readonly changed: 'first' | 'all';
  readonly missing: Missing | null;
  /** Critical cases among the cases, each with a pass rate of .90 on both arms. */
  readonly critical: number;
  readonly settings: Partial<GateSettings>;
  readonly samples: number;
  /** Samples of main that were kept before all others: they say which cases are noisy, and are the stored baseline where the kind is `stored`. */
  readonly kept: number;
  /** How the provider moved since they were drawn. */
  readonly drift: Drift;
  /** Pull requests that share one data set and its kept samples; above 1 only where the kind is `stored`. */
  readonly sharedBy: number;
  readonly runs: number;
}

/** The usual population: 0/1 scores, main passes 85 %, difficulty widely spread. */
export const usualPopulation: Population = { kind: 'binary', base: 0.85, spread: 2.5 };

/** Cases that are certain either way, and a fifth of flaky ones. */
export const mixturePopulation: Population = { kind: 'mixture' };

/** Nothing but coin flips: every case passes half of the time. */
export const coinPopulation: Population = { kind: 'binary', base: 0.5, spread: 0 };

/** A judge's levels 1..5: about half of the answers get a five. */
export const gradedPopulation: Population = { kind: 'graded', mean: 4.4, spread: 1.1, noise: 0.8 };

const plainCell: Cell = {
  kind: 'fresh',
  population: usualPopulation,
  change: { kind: 'none' },
  cases: 100,
  clusterSizes: null,
  clusterBy: true,
  asksOnce: false,
  metrics: 1,
  correlation: 0,
  changed: 'first',
  missing: null,
  critical: 0,
  settings: {},
  samples: 1,
  kept: 0,
  drift: { points: 0, of: 'all' },
  sharedBy: 1,
  runs: 4000,
};

/** A cell that differs from the plain one, 100 unchanged cases under the default gate, in what is named. */
export function buildCell(different: Partial<Cell>): Cell {
  return { ...plainCell, ...different };
}

/** Equal for equal situations, however often they are run: the seed of the random numbers and the place in the results. */
export function nameCell(cell: Cell): string {
  return JSON.stringify({ ...cell, runs: 0 });
}

/** What was counted over a cell's runs; keys are verdicts and `rounds`, or the names of the usual gates. */
export interface Tally {
  readonly runs: number;
  readonly counts: { readonly [what: string]: number };
  /** Share of blocked pull requests of each stored baseline; empty elsewhere. */
  readonly perBaseline: readonly number[];
}

/** Adds tallies of one cell's parts. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const counts: Record<string, number> = {};
  for (const tally of tallies) {
    for (const [what, count] of Object.entries(tally.counts)) counts[what] = (counts[what] ?? 0) + count;
  }
  return {
    runs: tallies.reduce((sum, tally) => sum + tally.runs, 0),
    counts,
    perBaseline: tallies.flatMap((tally) => tally.perBaseline),
  };
}
