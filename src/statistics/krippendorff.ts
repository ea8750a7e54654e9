/**
 * Krippendorff's α (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"): 1 − observed / expected disagreement, over any number of raters and
 * with gaps. `units[i]` holds the ratings of unit i, null where a rater gave none; a unit with fewer than two is left out. `nominal` tells categories
 * apart, `ordinal` counts the ratings that lie between two levels. Null where no unit has two ratings, or all that are left are equal.
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  level: 'nominal' | 'ordinal',
): number | null {
  const pairable = units.map((unit) => unit.filter((value) => value !== null)).filter((unit) => unit.length >= 2);
  const totals = countSorted(pairable.flat());
  const distance = level === 'nominal' ? nominalDistance : buildOrdinalDistance(totals);
  let observed = 0;
  for (const unit of pairable) observed += sumCrossed(countSorted(unit), distance) / (unit.length - 1);
  const expected = sumCrossed(totals, distance);
  const count = pairable.reduce((sum, unit) => sum + unit.length, 0);
  return expected === 0 ? null : 1 - ((count - 1) * observed) / expected;
}

/** A value and how often it was given, by rising value. */
type Tally = readonly (readonly [value: number, times: number])[];
type Distance = (a: number, b: number) => number;

const nominalDistance: Distance = (a, b) => (a === b ? 0 : 1);

/** The square of the ratings from one level to the other, both ends by half. */
function buildOrdinalDistance(totals: Tally): Distance {
  const ranks = new Map<number, number>();
  let below = 0;
  for (const [value, times] of totals) {
    ranks.set(value, below + times / 2);
    below += times;
  }
  return (a, b) => ((ranks.get(a) as number) - (ranks.get(b) as number)) ** 2;
}

/** The distances of all ordered pairs of ratings; a rating is at no distance from itself. */
function sumCrossed(tally: Tally, distance: Distance): number {
  let sum = 0;
  for (const [a, timesA] of tally) for (const [b, timesB] of tally) sum += timesA * timesB * distance(a, b);
  return sum;
}

function countSorted(values: readonly number[]): Tally {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}
