/**
 * Cohen's κ of two raters (Cohen 1960): agreement beyond what their own shares of each category give by chance, at most 1, 0 where there is none beyond
 * it. `second[i]` rates what `first[i]` rates. Null without ratings, and where both give one and the same category throughout.
 */
export function cohenKappa(first: readonly number[], second: readonly number[]): number | null {
  const count = first.length;
  const [ofFirst, ofSecond] = [countValues(first), countValues(second)];
  let agreed = 0;
  for (const [index, value] of first.entries()) if (value === second[index]) agreed += 1;
  let byChance = 0;
  for (const [value, times] of ofFirst) byChance += times * (ofSecond.get(value) ?? 0);
  return byChance === count ** 2 ? null : (count * agreed - byChance) / (count ** 2 - byChance);
}

/**
 * κ with quadratic weights (Cohen 1968): a disagreement counts by the square of its distance on the scale, whose levels are whole numbers. With these
 * weights chance needs no table: the mean square of all crossed differences follows from sums. Null without ratings and where nothing varies.
 */
export function quadraticKappa(first: readonly number[], second: readonly number[]): number | null {
  const count = first.length;
  let [sumFirst, sumSecond, squares, apart] = [0, 0, 0, 0];
  for (const [index, a] of first.entries()) {
    const b = second[index] as number;
    sumFirst += a;
    sumSecond += b;
    squares += a ** 2 + b ** 2;
    apart += (a - b) ** 2;
  }
  const byChance = count * squares - 2 * sumFirst * sumSecond;
  return byChance === 0 ? null : 1 - (count * apart) / byChance;
}

/**
 * Gwet's AC1 of two raters (Gwet 2008), which does not collapse as κ does where nearly everything is of one category. The categories are those that
 * occur. Null where fewer than two do.
 */
export function gwetAc1(first: readonly number[], second: readonly number[]): number | null {
  const counts = countValues([...first, ...second]);
  if (counts.size < 2) return null;
  const agreed = first.filter((value, index) => value === second[index]).length / first.length;
  let spread = 0;
  for (const times of counts.values()) {
    const share = times / (2 * first.length);
    spread += share * (1 - share);
  }
  const byChance = spread / (counts.size - 1);
  return (agreed - byChance) / (1 - byChance);
}

function countValues(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
