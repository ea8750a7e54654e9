import { createRandom, normalCdf, type Random } from './random.ts';

/**
 * Where cases come from. `binary`: scores 0/1, a case's pass rate is logit-normal with mean `base` over cases and `spread` on the logit scale.
 * `graded`: levels 1..5 brought to 0..1, a case's quality is normal around `mean`, each draw adds normal `noise` and is rounded.
 */
export type Population =
  | { readonly kind: 'binary'; readonly base: number; readonly spread: number }
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

/** One metric's cases: for each the pass rate (binary) or the quality (graded) on either arm. */
export interface States {
  readonly baseline: Float64Array;
  readonly candidate: Float64Array;
}

/** A graded case that breaks falls by so many levels. */
const brokenLevels = 2;

/** Draws the cases of one data set for one metric. `shared` are normal numbers, one a case, that several metrics have in common to the degree `correlation`. */
export function drawStates(
  population: Population,
  change: Change,
  clusters: readonly number[],
  shared: readonly number[],
  correlation: number,
  random: Random,
): States {
  const size = clusters.length;
  const baseline = new Float64Array(size);
  const candidate = new Float64Array(size);
  const own = Math.sqrt(1 - correlation);
  const common = Math.sqrt(correlation);
  const broken = drawBroken(population, change, clusters, random);
  const shift = change.kind === 'soften' ? calibrateSoftening(population, change.drop) : 0;
  const group = (): readonly number[] => clusters.map(() => random.normal());
  const groups = change.kind === 'wobble' ? { baseline: group(), candidate: group() } : null;
  for (let index = 0; index < size; index += 1) {
    const z = common * (shared[index] as number) + own * random.normal();
    if (groups !== null && change.kind === 'wobble') {
      const cluster = clusters[index] as number;
      const wobble = (of: readonly number[]): number =>
        Math.sqrt(1 - change.share) * z + Math.sqrt(change.share / 2) * ((of[cluster] as number) + random.normal());
      baseline[index] = stateAt(population, wobble(groups.baseline));
      candidate[index] = stateAt(population, wobble(groups.candidate));
      continue;
    }
    const state = stateAt(population, z);
    baseline[index] = state;
    candidate[index] = state;
    if (broken?.[index]) candidate[index] = population.kind === 'binary' ? 0 : state - brokenLevels;
    if (change.kind === 'churn' && random.uniform() < change.share) {
      candidate[index] = stateAt(population, random.normal());
    }
    if (change.kind === 'soften') candidate[index] = population.kind === 'binary' ? state * shift : state - shift;
    if (change.kind === 'trade') {
      const [before, after] = tradeState(population, change.losses, state, random);
      baseline[index] = before;
      candidate[index] = after;
    }
  }
  if (change.kind === 'soften' && change.of === 'these cases') {
    const mean = baseline.reduce((sum, state) => sum + state, 0) / size;
    baseline.forEach((state, index) => {
      candidate[index] = state * Math.max(0, 1 - change.drop / mean);
    });
  }
  return { baseline, candidate };
}

/** Draws one score of a case; `noise` is a normal number. */
export function drawScore(population: Population, state: number, noise: number): number {
  if (population.kind === 'binary') return normalCdf(noise) < state ? 1 : 0;
  return (Math.min(5, Math.max(1, Math.round(state + population.noise * noise))) - 1) / 4;
}

/** The mean score over the population before the change. */
export function populationMean(population: Population): number {
  return population.kind === 'binary' ? population.base : gradedMean(population, 0);
}

function stateAt(population: Population, z: number): number {
  if (population.kind === 'graded') return population.mean + population.spread * z;
  return 1 / (1 + Math.exp(-(logitCentre(population.base, population.spread) + population.spread * z)));
}

/** The centre on the logit scale at which a logit-normal rate has the mean `base`. */
function logitCentre(base: number, spread: number): number {
  const meanAt = (centre: number): number => {
    let sum = 0;
    let weights = 0;
    for (let z = -6; z <= 6; z += 0.05) {
      const weight = Math.exp(-(z ** 2) / 2);
      sum += weight / (1 + Math.exp(-(centre + spread * z)));
      weights += weight;
    }
    return sum / weights;
  };
  return remember(`centre ${base} ${spread}`, () => bisect((at) => meanAt(at) - base, -20, 20));
}

function drawBroken(
  population: Population,
  change: Change,
  clusters: readonly number[],
  random: Random,
): readonly boolean[] | null {
  if (change.kind !== 'break') return null;
  const loss =
    population.kind === 'binary' ? population.base : gradedMean(population, 0) - gradedMean(population, -brokenLevels);
  const share = change.drop / loss;
  const draws = clusters.map(() => random.uniform() < share);
  return change.by === 'case' ? draws : clusters.map((cluster) => draws[cluster] as boolean);
}

/** Binary: the factor on the pass rate. Graded: the levels that every case loses. */
function calibrateSoftening(population: Population, drop: number): number {
  if (population.kind === 'binary') return 1 - drop / population.base;
  return remember(`soften ${JSON.stringify(population)} ${drop}`, () =>
    bisect((levels) => gradedMean(population, 0) - gradedMean(population, -levels) - drop, 0, 5),
  );
}

/** The mean score of a graded population whose quality is shifted by so many levels. */
function gradedMean(population: Extract<Population, { kind: 'graded' }>, shift: number): number {
  const sd = Math.hypot(population.spread, population.noise);
  let mean = 0;
  for (const level of [1.5, 2.5, 3.5, 4.5]) mean += normalCdf((population.mean + shift - level) / sd) / 4;
  return mean;
}

/** 0/1: few cases break and many unsolvable ones gain a tenth, or the mirror. Graded: 4 % fall by three levels and the others gain a little. */
function tradeState(
  population: Population,
  losses: 'few-big' | 'many-small',
  state: number,
  random: Random,
): readonly [number, number] {
  const u = random.uniform();
  if (population.kind === 'binary') {
    if (losses === 'few-big') return u < 0.2 ? [0, 0.1] : u < 0.22 ? [1, 0] : [state, state];
    return u < 0.2 ? [1, 0.9] : u < 0.22 ? [0, 1] : [state, state];
  }
  const few = 0.04;
  const gain = calibrateGain(population, few);
  const after = u < few ? state - 3 : state + gain;
  return losses === 'few-big' ? [state, after] : [after, state];
}

/** The levels that all others must gain where so few fall by three, for the mean to stay. */
function calibrateGain(population: Extract<Population, { kind: 'graded' }>, few: number): number {
  return remember(`gain ${JSON.stringify(population)} ${few}`, () => {
    const loss = gradedMean(population, 0) - gradedMean(population, -3);
    const gainAt = (levels: number): number => gradedMean(population, levels) - gradedMean(population, 0);
    return bisect((levels) => (1 - few) * gainAt(levels) - few * loss, 0, 5);
  });
}

const calibrated = new Map<string, number>();

/** A population is calibrated once, not for every case. */
function remember(key: string, calibrate: () => number): number {
  const value = calibrated.get(key) ?? calibrate();
  calibrated.set(key, value);
  return value;
}

/** The root of a rising function. */
function bisect(rising: (at: number) => number, from: number, to: number): number {
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
