import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

const usualPower = 0.8;

function quantileSum(alpha: number): number {
  return normalQuantile(1 - alpha, 0, 1) + normalQuantile(usualPower, 0, 1);
}

/** The drop that a one-sided paired test at alpha finds with 80 % power: (z₁₋α + z.₈)·sd/√cases (Miller 2024, arXiv 2411.00640). */
export function detectableDrop(sd: number, cases: number, alpha: number): number {
  return (quantileSum(alpha) * sd) / Math.sqrt(cases);
}

/** The cases at which a drop of `drop` is found with 80 % power, rounded up: ((z₁₋α + z.₈)·sd/drop)². */
export function casesToDetect(sd: number, drop: number, alpha: number): number {
  return Math.ceil(((quantileSum(alpha) * sd) / drop) ** 2 - 1e-9);
}

/** The chance that a one-sided paired test at alpha finds a drop of `drop` in `cases` cases, at least 2, by the shifted t distribution. */
export function powerToDetect(drop: number, sd: number, cases: number, alpha: number): number {
  const freedom = cases - 1;
  return tCdf((drop * Math.sqrt(cases)) / sd - tQuantile(1 - alpha, freedom), freedom);
}
