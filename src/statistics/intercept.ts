import { sampleMean } from './moments.ts';

/** The intercept of ordinary least squares of y on x: what y would be at x = 0. Null for fewer than three points, or where x does not vary. */
export function interceptAtZero(points: readonly (readonly [x: number, y: number])[]): number | null {
  const meanX = sampleMean(points.map(([x]) => x));
  const meanY = sampleMean(points.map(([, y]) => y));
  if (meanX === null || meanY === null || points.length < 3) return null;
  let covariance = 0;
  let variance = 0;
  for (const [x, y] of points) {
    covariance += (x - meanX) * (y - meanY);
    variance += (x - meanX) ** 2;
  }
  return variance < 1e-12 ? null : meanY - (covariance / variance) * meanX;
}
