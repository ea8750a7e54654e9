/** Arithmetic mean; null of nothing. */
export function sampleMean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Standard deviation with denominator n − 1; null for fewer than two values. */
export function sampleSd(values: readonly number[]): number | null {
  const mean = sampleMean(values);
  if (mean === null || values.length < 2) return null;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}
