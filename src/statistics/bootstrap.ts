import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A figure of paired ratings, null where it is undefined. */
export type PairedFigure = (first: readonly number[], second: readonly number[]) => number | null;

const resamples = 2000;

/**
 * The percentile `share` (0..1) of a figure over 2,000 bootstrap samples of the pairs (percentile method, Efron 1979; between two samples by line), the
 * same for the same pairs and seed. A sample in which the figure is undefined counts as the lowest; null where the percentile falls among those, and
 * without pairs.
 */
export function bootstrapPercentile(
  first: readonly number[],
  second: readonly number[],
  figure: PairedFigure,
  share: number,
  seed = 1,
): number | null {
  const count = first.length;
  if (count === 0) return null;
  const random = xoroshiro128plus(seed);
  const [a, b] = [[...first], [...second]];
  const figures = Float64Array.from({ length: resamples }, () => {
    for (let index = 0; index < count; index += 1) {
      const drawn = uniformInt(random, 0, count - 1);
      a[index] = first[drawn] as number;
      b[index] = second[drawn] as number;
    }
    return figure(a, b) ?? Number.NEGATIVE_INFINITY;
  }).sort();
  const place = (resamples - 1) * share;
  const [low, high] = [figures[Math.floor(place)] as number, figures[Math.ceil(place)] as number];
  return Number.isFinite(low) ? low + (high - low) * (place - Math.floor(place)) : null;
}
