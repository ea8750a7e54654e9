import { type Cell, nameCell } from './cell.ts';
import { listPromisedCells } from './promises.ts';
import type { Scale } from './scale.ts';
import { buildTables, listTableCells, sharedBy, type Table } from './tables.ts';
import type { Task } from './worker.ts';

/** Pull requests in one task: short enough that two workers end together. */
const taskRuns = 1000;

/** Everything to simulate at a scale. */
export function planSimulation(scale: Scale): { readonly tables: readonly Table[]; readonly tasks: readonly Task[] } {
  const tables = buildTables(scale);
  const all = [...listTableCells(tables), ...listPromisedCells(scale)];
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
