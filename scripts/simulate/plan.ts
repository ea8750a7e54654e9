import { type Cell, nameCell } from './cell.ts';
import { listPromisedCells } from './promises.ts';
import { buildTables, listTableCells, sharedBy, type Table } from './tables.ts';
import type { Task } from './worker.ts';

/** How much is simulated: pull requests a cell, stored baselines a cell, and the seed of all random numbers. */
export interface Scale {
  readonly runs: number;
  readonly baselines: number;
  readonly seed: number;
}

/** The scales of `npm run simulate` and `npm run simulate -- --quick`. */
export const scales = {
  full: { runs: 4000, baselines: 200, seed: 20260101 },
  quick: { runs: 200, baselines: 4, seed: 20260101 },
} as const;

/** Pull requests in one task: short enough that two workers end together. */
const taskRuns = 1000;

/** Everything to simulate at a scale. */
export function planSimulation(scale: Scale): { readonly tables: readonly Table[]; readonly tasks: readonly Task[] } {
  const tables = buildTables(scale.runs, scale.baselines);
  const all = [...listTableCells(tables), ...listPromisedCells(scale.runs, scale.baselines)];
  const cells = [...new Map(all.map((cell) => [nameCell(cell), cell])).values()];
  return { tables, tasks: cells.flatMap((cell) => splitCell(cell, scale.seed)) };
}

function splitCell(cell: Cell, seed: number): readonly Task[] {
  const size = cell.sharedBy > 1 ? 10 * sharedBy : taskRuns;
  const count = Math.ceil(cell.runs / size);
  return Array.from({ length: count }, (_, part) => ({
    cell,
    runs: Math.min(size, cell.runs - part * size),
    seed,
    part,
  }));
}
