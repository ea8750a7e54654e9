import type { Cell, Tally } from './cell.ts';
import { renderPercent, shareOf } from './tables/table.ts';

/** How the numbers of a promise are found. */
export interface Check {
  readonly what: string;
  readonly promised: string;
  readonly cells: readonly Cell[];
  /** Above which share a cell is measured anew before it is judged: of many cells one comes out too large by chance. */
  readonly limit?: { readonly what: 'fail' | 'pass'; readonly share: number };
  measure(tallies: readonly Tally[]): { readonly measured: string; readonly isKept: boolean };
}

/** No cell of a grid above a limit. */
export function holdGrid(what: 'fail' | 'pass', share: number, tolerance: number): Pick<Check, 'limit' | 'measure'> {
  return { limit: { what, share }, measure: (tallies) => atMost(tallies, what, share, tolerance) };
}

/** The worst of several cells; a largest of many is a little too large by chance alone. */
export function atMost(
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

export function atLeast(
  tally: Tally,
  what: string,
  limit: number,
  tolerance: number,
): { measured: string; isKept: boolean } {
  const share = shareOf(tally, what);
  return { measured: withError(share, tally), isKept: share >= limit - tolerance * errorOf(share, tally) };
}

/** The most rounds of several cells. */
export function callsAtMost(
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
export function notBelow(tallies: readonly Tally[], size: number): { measured: string; isKept: boolean } {
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

/** Whether the worst of some cells blocks no more than the worst of others, beyond what chance does. */
export function notAbove(tallies: readonly Tally[], others: readonly Tally[]): { measured: string; isKept: boolean } {
  const worstOf = (some: readonly Tally[]): { share: number; error: number } => {
    const share = Math.max(...some.map((tally) => shareOf(tally, 'fail')));
    return { share, error: errorOf(share, some[0] as Tally) };
  };
  const [own, before] = [worstOf(tallies), worstOf(others)];
  return {
    measured: `${renderPercent(own.share)} against ${renderPercent(before.share)} %`,
    isKept: own.share - before.share <= 3 * Math.hypot(own.error, before.error),
  };
}

/** Percent with its Monte Carlo standard error. */
export function withError(share: number, { runs }: Pick<Tally, 'runs'>): string {
  return `${renderPercent(share)} ± ${(100 * errorOf(share, { runs })).toFixed(1)} %`;
}

function errorOf(share: number, { runs }: Pick<Tally, 'runs'>): number {
  return Math.sqrt((share * (1 - share)) / runs);
}
