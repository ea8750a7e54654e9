import { type Cell, nameCell } from './cell.ts';
import { listPromisedCells } from './promises.ts';
import type { Scale } from './scale.ts';
import { sharedBy } from './tables/stored.ts';
import { listTableCells, type Table } from './tables/table.ts';
import { buildTables } from './tables.ts';
import type { Task } from './worker.ts';

/** Pull requests in one task: short enough that two workers end together. */
const taskRuns = 1000;

/** Everything to simulate at a scale; what several tables ask of one situation is run once, as often as the one that asks for most. */
export function planSimulation(scale: Scale): { readonly tables: readonly Table[]; readonly tasks: readonly Task[] } {
  const tables = buildTables(scale);
  const all = [...listTableCells(tables), ...listPromisedCells(scale)];
  const cells = new Map<string, Cell>();
  for (const cell of all) {
    const planned = cells.get(nameCell(cell));
    if (planned === undefined || planned.runs < cell.runs) cells.set(nameCell(cell), cell);
  }
  return { tables, tasks: [...cells.values()].flatMap((cell) => splitCell(cell, scale.seed)) };
}

/** Tasks that measure cells anew, on pull requests that nothing was seen of. */
export function planAgain(cells: readonly Cell[], { againRuns, seed }: Scale): readonly Task[] {
  return cells.flatMap((cell) => splitCell({ ...cell, runs: againRuns }, seed, firstPartAgain));
}

/** Far above the number of parts that any cell has at first. */
const firstPartAgain = 1_000_000;

function splitCell(cell: Cell, seed: number, firstPart = 0): readonly Task[] {
  const size = cell.sharedBy > 1 ? 5 * sharedBy : taskRuns;
  const count = Math.ceil(cell.runs / size);
  return Array.from({ length: count }, (_, part) => ({
    cell,
    runs: Math.min(size, cell.runs - part * size),
    seed,
    part: firstPart + part,
  }));
}
