import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** One case's samples in both arms, equally many. */
export interface CaseSamples {
  readonly baseline: readonly number[];
  readonly candidate: readonly number[];
}

/**
 * Exact within-case permutation mid-p: P(T < t) + ½·P(T = t), t the sum of all candidate samples, T the same when each case's 2K samples
 * are dealt to the arms by one of its C(2K, K) equally likely splits (Fisher–Pitman permutation test, stratified by case).
 * The samples are integers. Small where the candidate is lower. Without any difference to permute it gives ½, without cases 1.
 */
export function casePermutationMidP(cases: readonly CaseSamples[]): number {
  if (cases.length === 0) return 1;
  let total = Float64Array.of(1);
  let observed = 0;
  for (const { baseline, candidate } of cases) {
    const pool = [...baseline, ...candidate];
    const lowest = Math.min(...pool);
    const split = splitSums(
      pool.map((score) => score - lowest),
      candidate.length,
    );
    total = convolve(total, split);
    observed += candidate.reduce((sum, score) => sum + score - lowest, 0);
  }
  let below = 0;
  for (let sum = 0; sum < observed; sum += 1) below += total[sum] as number;
  return below + (total[observed] as number) / 2;
}

/** The distribution of the sum of `taken` of the scores, every choice equally likely. */
function splitSums(scores: readonly number[], taken: number): Float64Array {
  const width = scores.reduce((sum, score) => sum + score, 0) + 1;
  const ways = Array.from({ length: taken + 1 }, () => new Float64Array(width));
  (ways[0] as Float64Array)[0] = 1;
  scores.forEach((score) => {
    for (let count = taken; count > 0; count -= 1) {
      const target = ways[count] as Float64Array;
      const source = ways[count - 1] as Float64Array;
      for (let sum = width - 1; sum >= score; sum -= 1) {
        target[sum] = (target[sum] as number) + (source[sum - score] as number);
      }
    }
  });
  const chosen = ways[taken] as Float64Array;
  const all = chosen.reduce((sum, count) => sum + count, 0);
  return chosen.map((count) => count / all);
}

function convolve(left: Float64Array, right: Float64Array): Float64Array<ArrayBuffer> {
  const result = new Float64Array(left.length + right.length - 1);
  right.forEach((weight, shift) => {
    if (weight === 0) return;
    for (let index = 0; index < left.length; index += 1) {
      result[index + shift] = (result[index + shift] as number) + weight * (left[index] as number);
    }
  });
  return result;
}

/**
 * How far the mean difference over exactly `count` cases may lie from the one seen, where those given are left to chance, at 1 − alpha a side: z/N · √Σ v·(K+1)/K² over cases and arms,
 * v the variance of an arm's K scores in 0..1 with half a pseudo-sample at each end (Agresti and Coull 1998 in spirit; the factor (K+1)/K was found by simulation).
 * @throws RangeError where count is below 1.
 */
export function theseCasesReach(cases: readonly CaseSamples[], alpha: number, count = cases.length): number {
  if (count < 1) throw new RangeError('a bound needs at least one case');
  let variance = 0;
  for (const { baseline, candidate } of cases) variance += armVariance(baseline) + armVariance(candidate);
  return (normalQuantile(1 - alpha, 0, 1) / count) * Math.sqrt(variance);
}

function armVariance(scores: readonly number[]): number {
  const count = scores.length;
  let sum = 0;
  let squares = 0;
  for (const score of scores) {
    sum += score;
    squares += score ** 2;
  }
  const variance = (squares + 0.5) / (count + 1) - ((sum + 0.5) / (count + 1)) ** 2;
  return (variance * (count + 1)) / count ** 2;
}
