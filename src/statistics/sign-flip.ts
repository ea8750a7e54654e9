/**
 * Exact one-sided sign-flip mid-p of integers a: p = P(S < s) + ½·P(S = s), where s = Σ a and S = Σ ±|a| with fair signs
 * (for differences of 0/1 scores this is McNemar's mid-p: Fagerland et al. 2013, doi 10.1186/1471-2288-13-91).
 * Small where the sum is below what fair signs would give. Nothing but zeros, or nothing, gives 1.
 * @throws RangeError where a value is no integer.
 */
export function signFlipMidP(values: readonly number[]): number {
  const sizes: number[] = [];
  let positive = 0;
  let total = 0;
  for (const value of values) {
    if (!Number.isInteger(value)) throw new RangeError(`sign flips need integers, not ${value}`);
    if (value !== 0) sizes.push(Math.abs(value));
    total += Math.abs(value);
    positive += Math.max(value, 0);
  }
  if (total === 0) return 1;
  // With T the sum of the sizes whose sign came up plus, S = 2T − total; T is symmetric, so the shorter half is enough.
  const isLower = 2 * positive <= total;
  const lowerTail = midTail(sizes, isLower ? positive : total - positive);
  return isLower ? lowerTail : 1 - lowerTail;
}

/** P(T < limit) + ½·P(T = limit) for T = Σ size·B with fair coins B, one coin after the other; only masses up to the limit are kept. */
function midTail(sizes: number[], limit: number): number {
  const negligible = negligibleMass(sizes, limit);
  const mass = new Float64Array(limit + 1);
  mass[0] = 1;
  let first = 0;
  let last = 0;
  // Small sizes first: the support, and with it the work, stays short for as long as possible.
  for (const size of sizes.sort((a, b) => a - b)) {
    addCoin(mass, size, first, Math.min(last + size, limit));
    last = Math.min(last + size, limit);
    while (last > first && (mass[last] as number) < negligible) mass[last--] = 0;
    while (first < last && (mass[first] as number) < negligible) mass[first++] = 0;
  }
  let below = 0;
  for (let sum = first; sum < limit; sum += 1) below += mass[sum] as number;
  return below + (mass[limit] as number) / 2;
}

/** Replaces the masses of T on first..last by those of T + size·B, in place from above. */
function addCoin(mass: Float64Array, size: number, first: number, last: number): void {
  const shifted = Math.max(first + size, size);
  for (let sum = last; sum >= shifted; sum -= 1) mass[sum] = ((mass[sum] as number) + (mass[sum - size] as number)) / 2;
  for (let sum = Math.min(last, shifted - 1); sum >= first; sum -= 1) mass[sum] = (mass[sum] as number) / 2;
}

/**
 * A mass too small to show in the result: the tail at the limit is about exp(−z²/2), z its distance in standard deviations. Dropping such masses from
 * both ends keeps the support short, and keeps out denormal numbers, which would slow the sums a hundredfold.
 */
function negligibleMass(sizes: readonly number[], limit: number): number {
  let total = 0;
  let squares = 0;
  for (const size of sizes) {
    total += size;
    squares += size ** 2;
  }
  const z = (total - 2 * limit) / Math.sqrt(squares);
  // .7 and not .5, since far out the tail of fair coins falls faster than the normal one.
  return Math.max(1e-290, 1e-25 * Math.exp(-0.7 * z ** 2));
}
