import {
  bisect,
  type Change,
  gradedMean,
  levelsOf,
  meanOverNormal,
  type Population,
  populationMean,
  remember,
  stateAt,
} from './population.ts';
import type { Random } from './random.ts';

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
