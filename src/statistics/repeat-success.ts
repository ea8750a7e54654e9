/** What repeated trials of one thing come to, each in 0..1. */
export interface RepeatSuccess {
  /** The chance that all of k trials succeed. */
  readonly all: number;
  /** The chance that at least one of k trials does. */
  readonly any: number;
}

/**
 * pass^k and pass@k: the chances that all and that any of k trials drawn from n, of which c succeeded, are successes, C(c, k) / C(n, k) and
 * 1 − C(n − c, k) / C(n, k); each the mean over tasks. Tasks with fewer than k trials are left out; null where none is left.
 * Sources: Yao et al. 2024 (tau-bench, arXiv 2406.12045), the metric pass^k; Chen et al. 2021 (arXiv 2107.03374), equation 1.
 * @throws RangeError where k is below 1.
 */
export function repeatSuccess(trials: readonly (readonly boolean[])[], k: number): RepeatSuccess | null {
  if (k < 1) throw new RangeError('k is at least 1');
  const tasks = trials.filter((own) => own.length >= k);
  if (tasks.length === 0) return null;
  const mean = (share: (n: number, c: number) => number) =>
    tasks.reduce((sum, own) => sum + share(own.length, own.filter(Boolean).length), 0) / tasks.length;
  return { all: mean((n, c) => choiceShare(c, n, k)), any: mean((n, c) => 1 - choiceShare(n - c, n, k)) };
}

/** C(m, k) / C(n, k) for m ≤ n as a product, so that no factorial overflows (Chen et al. 2021, figure 3). */
function choiceShare(m: number, n: number, k: number): number {
  let share = 1;
  for (let drawn = 0; drawn < k; drawn += 1) share *= Math.max(0, m - drawn) / (n - drawn);
  return share;
}
