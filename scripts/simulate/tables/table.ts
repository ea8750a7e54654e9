import { buildCell, type Cell, nameCell, type Tally } from '../cell.ts';
import type { Change } from '../population.ts';

/** One number of a table: the cell it comes from and how it is read. */
export interface Figure {
  readonly cell: Cell;
  read(tally: Tally): string;
}

/** A measured table. A place holds several figures, joined by ` / `, or a text. */
export interface Table {
  readonly title: string;
  readonly intro: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly label: string; readonly places: readonly (readonly Figure[] | string)[] }[];
}

/** Results by cell. */
export type Results = ReadonlyMap<string, Tally>;

/** The tally of a cell; it must have been run. */
export function tallyOf(results: Results, cell: Cell): Tally {
  const tally = results.get(nameCell(cell));
  if (tally === undefined) throw new Error(`not simulated: ${nameCell(cell)}`);
  return tally;
}

/** A share of the runs. */
export function shareOf(tally: Tally, what: string): number {
  return (tally.counts[what] ?? 0) / tally.runs;
}

/** Percent: one decimal below 10, none above. */
export function renderPercent(share: number): string {
  const percent = 100 * share;
  return percent < 9.95 ? percent.toFixed(1) : percent.toFixed(0);
}

/** Every cell that the tables need, once. */
export function listTableCells(tables: readonly Table[]): readonly Cell[] {
  const figures = tables.flatMap((table) =>
    table.rows.flatMap((row) => row.places.flatMap((place) => (typeof place === 'string' ? [] : place))),
  );
  return [...new Map(figures.map(({ cell }) => [nameCell(cell), cell])).values()];
}

/** Nothing changes. */
export const none: Change = { kind: 'none' };
/** A tenth of the cases gets an unrelated difficulty. */
export const churn: Change = { kind: 'churn', share: 0.1 };
/** Some cases break outright. */
export const broken = (drop: number): Change => ({ kind: 'break', drop, by: 'case' });
/** Every case passes a little less often. */
export const softened = (drop: number): Change => ({ kind: 'soften', drop, of: 'population' });
/** Every case a little worse, and the mean over these very cases lower by so much. */
export const softenedHere = (drop: number): Change => ({ kind: 'soften', drop, of: 'these cases' });
/** Whole clusters break outright. */
export const brokenClusters = (drop: number): Change => ({ kind: 'break', drop, by: 'cluster' });
/** What differs is no change of the mean, and half of it is shared inside a cluster. */
export const wobble: Change = { kind: 'wobble', share: 0.3 };
/** The margin that holds where a suite names none. */
export const defaultMargin = (cases: number): number => (cases < 100 ? 0.1 : 0.05);

/** A share of the runs in percent. */
export const percentOf = (what: string) => (cell: Cell) => ({
  cell,
  read: (tally: Tally) => renderPercent(shareOf(tally, what)),
});
export const failing = percentOf('fail');
export const passing = percentOf('pass');
/** Full paired rounds a pull request takes on average. */
export const rounds = (cell: Cell): Figure => ({
  cell,
  read: (tally) => ((tally.counts.rounds ?? 0) / tally.runs).toFixed(2),
});

/** Builds the cells of a table, with its number of runs. */
export type Build = (different: Partial<Cell>) => Cell;

/** Cells of so many runs each. */
export function buildWith(runs: number): Build {
  return (different) => buildCell({ runs, ...different });
}
