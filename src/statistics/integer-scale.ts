const largestDenominator = 100;
const tolerance = 1e-9;
/** Beyond it exact sums take more room than they are worth. */
const largestMultiple = 10_000;

/**
 * The smallest q up to 100 that makes every q·score an integer within 1e-9; null where there is none. An empty list gives 1.
 * With it sums of differences are exact integers, which the exact tests need.
 */
export function commonDenominator(scores: Iterable<number>): number | null {
  const distinct = [...new Set(scores)];
  for (let q = 1; q <= largestDenominator; q += 1) {
    if (distinct.every((score) => Math.abs(q * score - Math.round(q * score)) <= tolerance)) return q;
  }
  return null;
}

/**
 * A score as an integer: q·score for a denominator q, else the score rounded half up to 1/100, times 100.
 * Half is decimal half: .285 becomes 29 although its binary value lies just below.
 */
export function scaleScore(score: number, denominator: number | null): number {
  if (denominator !== null) return Math.round(denominator * score);
  return Math.floor(100 * score + 0.5 + tolerance);
}

/** The least common multiple of whole numbers from 1; null above 10,000. An empty list gives 1. */
export function commonMultiple(counts: Iterable<number>): number | null {
  let multiple = 1;
  for (const count of new Set(counts)) {
    multiple *= count / greatestDivisor(multiple, count);
    if (multiple > largestMultiple) return null;
  }
  return multiple;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
