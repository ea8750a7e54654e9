import { createRandom, normalCdf, type Random } from './random.ts';

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

/** How far the provider moved since the kept samples were drawn: points of the mean on the 0..1 scale, and the cases that moved. */
export interface Drift {
  readonly points: number;
  /** `flaky`: only cases that neither nearly always pass nor nearly always fail; 0/1 scores only. */
  readonly of: 'all' | 'flaky';
}

/** One metric's cases: for each the pass rate (0/1 scores) or the quality (graded) when main's samples were kept, and on either arm today. */
export interface States {
  readonly kept: Float64Array;
  readonly baseline: Float64Array;
  readonly candidate: Float64Array;
}

/** A graded case that breaks falls by so many levels. */
const brokenLevels = 2;

/** Draws how easy the cases of one data set are for one metric, as normal numbers. `shared`, one a case, is what several metrics have in common to the degree `correlation`. */
export function drawEase(shared: readonly number[], correlation: number, random: Random): Float64Array {
  const own = Math.sqrt(1 - correlation);
  const common = Math.sqrt(correlation);
  return Float64Array.from(shared, (one) => common * one + own * random.normal());
}

/** What drift and one change make of the cases of a data set. */
export function drawStates(
  { population, change, drift }: { readonly population: Population; readonly change: Change; readonly drift: Drift },
  ease: Float64Array,
  clusters: readonly number[],
  random: Random,
): States {
  const size = clusters.length;
  const states = {
    kept: new Float64Array(size),
    baseline: new Float64Array(size),
    candidate: new Float64Array(size),
  };
  const move = driftBy(population, drift);
  const broken = drawBroken(population, change, drift, clusters, random);
  const soften = change.kind === 'soften' ? softenBy(population, change.drop, drift) : null;
  const group = (): readonly number[] => clusters.map(() => random.normal());
  const groups = change.kind === 'wobble' ? { baseline: group(), candidate: group() } : null;
  for (let index = 0; index < size; index += 1) {
    const z = ease[index] as number;
    const [before, after] = drawPair(population, change, z, groups, clusters[index] as number, random);
    const baseline = move(before);
    states.kept[index] = before;
    states.baseline[index] = baseline;
    states.candidate[index] = move(after);
    if (broken?.[index]) states.candidate[index] = population.kind === 'graded' ? baseline - brokenLevels : 0;
    if (change.kind === 'churn' && random.uniform() < change.share) {
      states.candidate[index] = move(stateAt(population, random.normal()));
    }
    if (soften !== null) states.candidate[index] = soften(baseline);
  }
  if (change.kind === 'soften' && change.of === 'these cases') {
    const mean = states.baseline.reduce((sum, state) => sum + state, 0) / size;
    states.baseline.forEach((state, index) => {
      states.candidate[index] = state * Math.max(0, 1 - change.drop / mean);
    });
  }
  return states;
}

type Groups = { readonly [arm in 'baseline' | 'candidate']: readonly number[] };

/** A case on both arms as far as the change makes the arms differ by chance alone. */
function drawPair(
  population: Population,
  change: Change,
  z: number,
  groups: Groups | null,
  cluster: number,
  random: Random,
): readonly [number, number] {
  if (groups !== null && change.kind === 'wobble') {
    const wobble = (of: readonly number[]): number =>
      Math.sqrt(1 - change.share) * z + Math.sqrt(change.share / 2) * ((of[cluster] as number) + random.normal());
    return [stateAt(population, wobble(groups.baseline)), stateAt(population, wobble(groups.candidate))];
  }
  const state = stateAt(population, z);
  return change.kind === 'trade' ? tradeState(population, change.losses, state, random) : [state, state];
}

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

function stateAt(population: Population, z: number): number {
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

function drawBroken(
  population: Population,
  change: Change,
  drift: Drift,
  clusters: readonly number[],
  random: Random,
): readonly boolean[] | null {
  if (change.kind !== 'break') return null;
  const loss = lossOfBroken(population, drift);
  const share = change.drop / loss;
  const draws = clusters.map(() => random.uniform() < share);
  return change.by === 'case' ? draws : clusters.map((cluster) => draws[cluster] as boolean);
}

/** What the mean would lose today if every case broke. */
function lossOfBroken(population: Population, drift: Drift): number {
  if (population.kind !== 'graded') return populationMean(population) + drift.points;
  const shift = levelsOf(population, drift.points);
  return gradedMean(population, shift) - gradedMean(population, shift - brokenLevels);
}

/** What a softening of so much makes of a case's state: a pass rate is multiplied, a quality lowered. */
function softenBy(population: Population, drop: number, drift: Drift): (state: number) => number {
  if (population.kind !== 'graded') {
    const factor = 1 - drop / (populationMean(population) + drift.points);
    return (rate) => rate * factor;
  }
  const levels = levelsOf(population, drift.points) - levelsOf(population, drift.points - drop);
  return (quality) => quality - levels;
}

/** What drift makes of a case's state, so that the mean over the population moves by just so much. */
function driftBy(population: Population, { points, of }: Drift): (state: number) => number {
  if (points === 0) return (state) => state;
  if (population.kind === 'graded') {
    if (of === 'flaky') throw new Error('drift in flaky cases is simulated for 0/1 scores');
    const levels = levelsOf(population, points);
    return (quality) => quality + levels;
  }
  const { passes, fails } = of === 'all' ? ratesOf(population) : flakyRates(population);
  const moves = of === 'all' ? () => true : isFlaky;
  return (rate) => {
    if (!moves(rate)) return rate;
    return points < 0 ? rate * (1 + points / passes) : 1 - (1 - rate) * (1 - points / fails);
  };
}

interface Rates {
  readonly passes: number;
  readonly fails: number;
}

const isFlaky = (rate: number): boolean => rate > 0.05 && rate < 0.98;

function ratesOf(population: Population): Rates {
  const passes = populationMean(population);
  return { passes, fails: 1 - passes };
}

/** The parts of the mean pass rate, and of its complement, that flaky cases make. */
function flakyRates(population: Population): Rates {
  const sumOf = (value: (rate: number) => number) =>
    remember(`flaky ${value(0)} ${JSON.stringify(population)}`, () =>
      meanOverNormal((z) => {
        const rate = stateAt(population, z);
        return isFlaky(rate) ? value(rate) : 0;
      }),
    );
  return { passes: sumOf((rate) => rate), fails: sumOf((rate) => 1 - rate) };
}

/** The mean of a function of a normal number. */
function meanOverNormal(value: (z: number) => number): number {
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
function levelsOf(population: Extract<Population, { kind: 'graded' }>, points: number): number {
  if (points === 0) return 0;
  return remember(`levels ${JSON.stringify(population)} ${points}`, () =>
    bisect((levels) => gradedMean(population, levels) - gradedMean(population, 0) - points, -5, 5),
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
  if (population.kind !== 'graded') {
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
