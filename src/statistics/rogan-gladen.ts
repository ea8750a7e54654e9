import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** What a yes-or-no judge said of outputs, and how it did on labelled ones. Counts of weighted labels need not be whole. */
export interface JudgedCounts {
  /** Outputs that it called good, of `total`. */
  readonly positives: number;
  readonly total: number;
  /** Of the `actualPositives` that people call good, those that it calls good. */
  readonly truePositives: number;
  readonly actualPositives: number;
  /** Of the `actualNegatives` that people call bad, those that it calls bad. */
  readonly trueNegatives: number;
  readonly actualNegatives: number;
}

/** Less than this above a coin, and the correction multiplies noise by more than it removes. */
const leastYouden = 0.4;

/**
 * The share of good outputs corrected for the judge's mistakes, clipped to 0..1 (Rogan and Gladen 1978): (p + sp − 1) / (se + sp − 1). The interval is at
 * 1 − alpha / 2 a side by the delta method with se and sp estimated from the labels:
 * SE² = (p(1 − p)/n + θ²·se(1 − se)/n₁ + (1 − θ)²·sp(1 − sp)/n₀) / (se + sp − 1)². Null where se + sp − 1 is below .4, and where any count is of nothing.
 */
export function roganGladen(
  counts: JudgedCounts,
  alpha: number,
): { readonly estimate: number; readonly lower: number; readonly upper: number } | null {
  const { positives, total, truePositives, actualPositives, trueNegatives, actualNegatives } = counts;
  if (total === 0 || actualPositives === 0 || actualNegatives === 0) return null;
  const [p, se, sp] = [positives / total, truePositives / actualPositives, trueNegatives / actualNegatives];
  const youden = se + sp - 1;
  if (youden < leastYouden - 1e-12) return null;
  const estimate = clip((p + sp - 1) / youden);
  const variance =
    (p * (1 - p)) / total +
    (estimate ** 2 * se * (1 - se)) / actualPositives +
    ((1 - estimate) ** 2 * sp * (1 - sp)) / actualNegatives;
  const reach = (normalQuantile(1 - alpha / 2, 0, 1) * Math.sqrt(variance)) / youden;
  return { estimate, lower: clip(estimate - reach), upper: clip(estimate + reach) };
}

function clip(share: number): number {
  return Math.min(1, Math.max(0, share));
}
