import { sampleMean, sampleSd } from './moments.ts';

/** Differences smaller than this are rounding. */
const rounding = 1e-9;
/** A measure of how seldom draws agree that is beyond every dataset's. */
const seldomest = 1e6;

/** Variances of one draw of each case, of one metric. */
export interface NoiseSplit {
  readonly variances: readonly number[];
  /** True where the cases whose draws differ are told from the quiet ones without bias; else only the sum of them all is right. */
  readonly isHonest: boolean;
}

/**
 * The variance of one draw of each case, from draws that also say which cases are noisy. Their sum is unbiased. What is wrong is to take each case at its
 * word: one whose draws differ is noisier by luck, one whose draws agree only seems to have no noise at all. So the cases that differ give up the share
 * of the noise that cases have whose n draws agree, and the quiet ones have it in equal parts.
 *
 * That share is found by leaving a pair out: half the squared difference of two draws is an unbiased variance, and whether the n − 2 others agree is
 * independent of it. From n − 2 to n draws it is carried by the family in which n draws agree with the chance r_n = Π (a + j)/(2a + j), j = 1 … n − 1:
 * pass rates that, weighed by their noise, are Beta(a, a). Of fewer than four draws nothing can be left out. Cases with fewer than two
 * draws have the mean of the others.
 */
export function splitNoise(draws: readonly (readonly number[])[]): NoiseSplit {
  const own = draws.map((scores) => (scores.length < 2 ? null : (sampleSd(scores) as number) ** 2));
  const known = own.filter((variance) => variance !== null);
  const mean = sampleMean(known) ?? 0;
  const most = draws.reduce((longest, { length }) => Math.max(longest, length), 0);
  const agreeing = mean === 0 ? null : findAgreement(draws.filter(({ length }) => length === most));
  const raw = own.map((variance) => variance ?? mean);
  if (agreeing === null) return { variances: raw, isHonest: mean === 0 };
  const share = agreeing(most);
  const areQuiet = draws.map((scores) => scores.length >= 2 && !differs(scores));
  const quiet = areQuiet.filter(Boolean).length;
  if (quiet === 0) return { variances: raw, isHonest: true };
  const each = (share * mean * known.length) / quiet;
  return {
    variances: raw.map((variance, index) => {
      if (own[index] === null) return variance;
      return areQuiet[index] ? each : variance * (1 - share);
    }),
    isHonest: true,
  };
}

/** The share of the noise in cases of which n draws agree, as a function of n; null where too few draws tell. */
function findAgreement(draws: readonly (readonly number[])[]): ((count: number) => number) | null {
  const others = (draws[0]?.length ?? 0) - 2;
  if (others < 2) return null;
  let all = 0;
  let agreeing = 0;
  for (const scores of draws.filter(differs)) {
    for (let one = 0; one < scores.length; one += 1) {
      for (let two = one + 1; two < scores.length; two += 1) {
        const variance = ((scores[one] as number) - (scores[two] as number)) ** 2 / 2;
        if (variance === 0) continue;
        all += variance;
        if (!differs(scores.filter((_, index) => index !== one && index !== two))) agreeing += variance;
      }
    }
  }
  if (all === 0) return null;
  const share = agreeing / all;
  if (share >= 1) return () => 1;
  // Scores of many levels agree more seldom than any two: each further draw as seldom as the ones before.
  if (share <= agreement(seldomest, others)) return (count) => share ** ((count - 1) / (others - 1));
  const seldom = solveAgreement(share, others);
  return (count) => agreement(seldom, count);
}

function agreement(seldom: number, count: number): number {
  let chance = 1;
  for (let draw = 1; draw < count; draw += 1) chance *= (seldom + draw) / (2 * seldom + draw);
  return chance;
}

/** The a at which `agreement` of so many draws is `share`, by halving on the logarithm. */
function solveAgreement(share: number, count: number): number {
  let low = 1e-9;
  let high = seldomest;
  for (let step = 0; step < 60; step += 1) {
    const middle = Math.sqrt(low * high);
    if (agreement(middle, count) > share) low = middle;
    else high = middle;
  }
  return low;
}

function differs(scores: readonly number[]): boolean {
  const [first = 0] = scores;
  return scores.some((score) => Math.abs(score - first) > rounding);
}
