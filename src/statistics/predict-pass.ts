import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { normalCdf, normalDensity } from './normal.ts';

/** One case of a round that is not drawn yet: the variance of one draw of it, its samples on either arm, and its cluster. */
export interface UndrawnCase {
  readonly variance: number;
  readonly samples: number;
  readonly cluster: string | number;
}

/** A round that is not drawn yet, as far as a bound of its mean difference depends on it where nothing changed. */
export interface UndrawnRound {
  /** N. */
  readonly cases: number;
  /** C. */
  readonly clusters: number;
  /** w = Σ n_c²/N. */
  readonly pseudoSize: number;
  /** Σ v_i, v_i = 2σ²_i/K_i: the expected sum of the squared differences. */
  readonly squares: number;
}

/** What PASS asks of one round: the largest drop that may not remain, and the share of error that it may spend. */
export interface PassRule {
  readonly margin: number;
  readonly alpha: number;
}

/** Sums a round up, in one pass over its cases. */
export function sumUpRound(cases: readonly UndrawnCase[]): UndrawnRound {
  const sizes = new Map<UndrawnCase['cluster'], number>();
  let squares = 0;
  for (const { variance, samples, cluster } of cases) {
    squares += (2 * variance) / samples;
    sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  }
  let sizeSquares = 0;
  for (const size of sizes.values()) sizeSquares += size ** 2;
  return {
    cases: cases.length,
    clusters: sizes.size,
    pseudoSize: cases.length === 0 ? 1 : sizeSquares / cases.length,
    squares,
  };
}

/** The same kind of round over `cases` cases. */
export function resizeRound(round: UndrawnRound, cases: number): UndrawnRound {
  const factor = cases / round.cases;
  return { ...round, cases, clusters: round.clusters * factor, squares: round.squares * factor };
}

/** Where the mean lies that just passes, and how the mean spreads; both in units of a score. */
interface Threshold {
  readonly mean: number;
  readonly spread: number;
}

/**
 * About the chance, 0..1, that an unchanged prompt passes in one round. Where nothing changed the mean m of `differenceBounds` is about
 * normal around 0 with variance Σ v_i/(N + 2w)², and its squares come to about SS = Σ v_i + 2w², so that m passes above
 * t(1 − α, C_eff + 1)·√(C′/(C′ − 1)·SS)/(N + 2w) − δ. Where no draw differs it is all or nothing.
 */
export function predictPass(round: UndrawnRound, rule: PassRule): number {
  if (round.cases < 1) return 0;
  return chanceAbove(findThreshold(round, rule));
}

/**
 * About the chance that it passes in the first round or, where it did not, in the last one, of which the first is a part: m₁ = m₂ + e, e
 * independent of m₂ with variance var(m₁) − var(m₂), since the covariance of a mean with one that goes on from it is the latter's
 * variance. P(A₁ ∪ A₂) = P(A₂) + ∫ φ(m₂)·P(e > c₁ − m₂) below c₂, by Simpson's rule.
 */
export function predictSettledPass(
  first: UndrawnRound,
  last: UndrawnRound,
  firstRule: PassRule,
  lastRule: PassRule,
): number {
  if (first.cases < 1) return 0;
  const one = findThreshold(first, firstRule);
  const two = findThreshold(last, lastRule);
  const rest = Math.sqrt(Math.max(0, one.spread ** 2 - two.spread ** 2));
  if (two.spread === 0 || rest === 0) return Math.max(chanceAbove(one), chanceAbove(two));
  const top = Math.min(two.mean / two.spread, farthest);
  if (top <= -farthest) return 1;
  const step = (top + farthest) / steps;
  let sum = 0;
  for (let index = 0; index <= steps; index += 1) {
    const z = index * step - farthest;
    const weight = index === 0 || index === steps ? 1 : index % 2 === 1 ? 4 : 2;
    sum += weight * normalDensity(z) * normalCdf((z * two.spread - one.mean) / rest);
  }
  return Math.min(1, chanceAbove(two) + (sum * step) / 3);
}

/** About the chance that the mean difference, without pseudo-clusters, falls by `drop` or more and does not pass, where nothing changed. */
export function predictOpenDrop(round: UndrawnRound, rule: PassRule, drop: number): number {
  if (round.cases < 1) return 0;
  const { mean, spread } = findThreshold(round, rule);
  const shrunk = (-drop * round.cases) / (round.cases + 2 * round.pseudoSize);
  return 1 - chanceAbove({ mean: Math.min(mean, shrunk), spread });
}

/** Beyond so many standard deviations nothing is left, and so many steps are exact to five digits. */
const farthest = 8;
const steps = 200;

function findThreshold({ cases, clusters, pseudoSize, squares }: UndrawnRound, { margin, alpha }: PassRule): Threshold {
  const size = cases + 2 * pseudoSize;
  const count = clusters + 2;
  const error = Math.sqrt((count / (count - 1)) * (squares + 2 * pseudoSize ** 2)) / size;
  // C_eff = N²/Σ n_c² = N/w.
  const reach = tQuantile(1 - alpha, cases / pseudoSize + 1) * error;
  return { mean: reach - margin, spread: Math.sqrt(squares) / size };
}

function chanceAbove({ mean, spread }: Threshold): number {
  if (spread < 1e-9) return mean < 0 ? 1 : 0;
  return normalCdf(-mean / spread);
}
