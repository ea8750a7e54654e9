import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * Wilson's score interval of a rate at 1 − alpha a side (Wilson 1927), from the mean of `count` scores in 0..1; for graded scores it is conservative.
 * @throws RangeError where count is below 1.
 */
export function wilsonInterval(mean: number, count: number, alpha: number): { lower: number; upper: number } {
  if (count < 1) throw new RangeError('an interval needs at least one score');
  const z = normalQuantile(1 - alpha, 0, 1);
  const shrink = 1 + z ** 2 / count;
  const centre = (mean + z ** 2 / (2 * count)) / shrink;
  const reach = (z * Math.sqrt((mean * (1 - mean)) / count + z ** 2 / (4 * count ** 2))) / shrink;
  // Rounding must not push the ends out of 0..1, where they are exact at a mean of 0 or 1.
  return { lower: Math.max(0, centre - reach), upper: Math.min(1, centre + reach) };
}
