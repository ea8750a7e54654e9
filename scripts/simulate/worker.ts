import { parentPort } from 'node:worker_threads';
import type { Cell } from './cell.ts';
import { runCell } from './run-cell.ts';

/** A part of a cell to run. */
export interface Task {
  readonly cell: Cell;
  readonly runs: number;
  readonly seed: number;
  readonly part: number;
}

parentPort?.on('message', (task: Task) => {
  parentPort?.postMessage(runCell(task.cell, task.runs, task.seed, task.part));
});
