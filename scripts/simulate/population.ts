import { createRandom, normalCdf } from './random.ts';

/**
 * Where cases come from. `binary`: scores 0/1, a case's pass rate is logit-normal with mean `base` over cases and `spread` on the logit scale.
 * `mixture`: scores 0/1, 70 % of the cases always pass, 8 % always fail, and the pass rates of the others are uniform on .45 to .97.
 * `graded`: levels 1..5 brought to 0..1, a case's quality is normal around `mean`, each draw adds normal `noise` and is rounded.
 */
export type Population =
  | { readonly kind: 'binary'; readonly base: number; readonly spread: number }
  | { readonly kind: 'mixture' }
  | { readonly kind: 'graded'; readonly mean: number; readonly spread: number; readonly noise: number };

/**
 * What the change under test does. `drop` is the mean fall over the population, in 0..1 (of `these cases`: over exactly the cases drawn; 0/1 scores only). `churn` gives a share of the cases an unrelated difficulty;
 * `wobble` moves all a little on both arms alike, half of it shared inside a cluster; `trade` keeps the mean and swaps few big losses for many small
 * gains, or the mirror.
 */
export type Change =
  | { readonly kind: 'none' }
  | { readonly kind: 'churn'; readonly share: number }
  | { readonly kind: 'wobble'; readonly share: number }
  | { readonly kind: 'break'; readonly drop: number; readonly by: 'case' | 'cluster' }
  | { readonly kind: 'soften'; readonly drop: number; readonly of: 'population' | 'these cases' }
  | { readonly kind: 'trade'; readonly losses: 'few-big' | 'many-small' };

/** Draws one score of a case; `noise` is a normal number. */
export function drawScore(population: Population, state: number, noise: number): number {
  if (population.kind !== 'graded') return normalCdf(noise) < state ? 1 : 0;
  return (Math.min(5, Math.max(1, Math.round(state + population.noise * noise))) - 1) / 4;
}

/** The mean score over the population before the change. */
export function populationMean(population: Population): number {
  if (population.kind === 'mixture') return surePasses + flakyShare * (flakyFrom + flakyWidth / 2);
  return population.kind === 'binary' ? population.base : gradedMean(population, 0);
}

/** The mixture: most cases always pass, some always fail, and the pass rates of the others are spread evenly. */
const surePasses = 0.7;
const flakyShare = 0.22;
const flakyFrom = 0.45;
const flakyWidth = 0.52;

/** A case's pass rate or quality, for a normal number that says how easy it is. */
export function stateAt(population: Population, z: number): number {
  if (population.kind === 'graded') return population.mean + population.spread * z;
  if (population.kind === 'mixture') {
    const flaky = (normalCdf(z) - (1 - surePasses - flakyShare)) / flakyShare;
    return flaky < 0 ? 0 : flaky < 1 ? flakyFrom + flakyWidth * flaky : 1;
  }
  return 1 / (1 + Math.exp(-(centreOf(population) + population.spread * z)));
}

type Logistic = Extract<Population, { kind: 'binary' }>;

const centres = new WeakMap<Logistic, number>();

/** The centre of a population, found once and not for every case. */
function centreOf(population: Logistic): number {
  const known = centres.get(population);
  if (known !== undefined) return known;
  const centre = logitCentre(population.base, population.spread);
  centres.set(population, centre);
  return centre;
}

/** The centre on the logit scale at which a logit-normal rate has the mean `base`. */
function logitCentre(base: number, spread: number): number {
  const meanAt = (centre: number): number => meanOverNormal((z) => 1 / (1 + Math.exp(-(centre + spread * z))));
  return bisect((at) => meanAt(at) - base, -20, 20);
}

/** The mean of a function of a normal number. */
export function meanOverNormal(value: (z: number) => number): number {
  let sum = 0;
  let weights = 0;
  for (let z = -6; z <= 6; z += 0.01) {
    const weight = Math.exp(-(z ** 2) / 2);
    sum += weight * value(z);
    weights += weight;
  }
  return sum / weights;
}

/** The levels by which a graded population's quality must shift for its mean score to move by so many points. */
export function levelsOf(population: Extract<Population, { kind: 'graded' }>, points: number): number {
  if (points === 0) return 0;
  return remember(`levels ${JSON.stringify(population)} ${points}`, () =>
    bisect((levels) => gradedMean(population, levels) - gradedMean(population, 0) - points, -5, 5),
  );
}

/** The mean score of a graded population whose quality is shifted by so many levels. */
export function gradedMean(population: Extract<Population, { kind: 'graded' }>, shift: number): number {
  const sd = Math.hypot(population.spread, population.noise);
  let mean = 0;
  for (const level of [1.5, 2.5, 3.5, 4.5]) mean += normalCdf((population.mean + shift - level) / sd) / 4;
  return mean;
}

const calibrated = new Map<string, number>();

/** A population is calibrated once, not for every case. */
export function remember(key: string, calibrate: () => number): number {
  const value = calibrated.get(key) ?? calibrate();
  calibrated.set(key, value);
  return value;
}

/** The root of a rising function. */
export function bisect(rising: (at: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The share of cases whose two draws differ, measured on many cases: what the documentation says of a population. */
export function measureDisagreement(population: Population): number {
  const random = createRandom('disagreement');
  const cases = 40_000;
  let differing = 0;
  for (let index = 0; index < cases; index += 1) {
    const state = stateAt(population, random.normal());
    const first = drawScore(population, state, random.normal());
    if (first !== drawScore(population, state, random.normal())) differing += 1;
  }
  return differing / cases;
}
