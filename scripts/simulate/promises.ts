import { type Cell, nameCell } from './cell.ts';
import { buildChecks } from './checks.ts';
import type { Scale } from './scale.ts';
import { type Results, shareOf, tallyOf } from './tables/table.ts';

/** One promise of the gate, what was measured for it, and whether that keeps it. */
export interface Promised {
  readonly what: string;
  readonly promised: string;
  readonly measured: string;
  readonly isKept: boolean;
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
