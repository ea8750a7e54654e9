import type { CaseScores } from '../../src/gate/comparison.ts';
import { defaultGate } from '../../src/gate/comparison.ts';
import { labelNoisyCases } from '../../src/gate/noisy-cases.ts';
import type { Cell } from './cell.ts';
import { drawScore, populationMean } from './population.ts';
import type { Random } from './random.ts';
import { drawEase, drawStates, type States } from './states.ts';

type Scores = (number | null)[];

/** The cases of one pull request and the samples drawn of them so far; arrays grow in place. */
export interface Draws {
  /** By metric, then by case. */
  readonly cases: readonly (readonly GrowingCase[])[];
  /** Draws one more sample of a case on an arm, for all metrics at once. */
  draw(caseIndex: number, arm: 'baseline' | 'candidate'): void;
}

/** Scores of a case that are drawn when they are needed. */
export interface GrowingCase extends CaseScores {
  readonly baseline: Scores;
  readonly candidate: Scores;
}

/** A data set: how easy its cases are, by metric, and the cluster of each. */
export interface DataSet {
  readonly ease: readonly Float64Array[];
  readonly clusters: readonly number[];
}

/** The truth behind one pull request: states by metric. */
export type Truth = readonly States[];

/** Samples of main that were kept, by metric and case. */
export type Kept = readonly (readonly (readonly (number | null)[])[])[];

const criticalRate = 0.9;

/** Draws a data set. */
export function drawDataSet(cell: Cell, random: Random): DataSet {
  const clusters =
    cell.clusterSizes === null
      ? Array.from({ length: cell.cases }, (_, index) => index)
      : cell.clusterSizes.flatMap((size, cluster) => Array.from({ length: size }, () => cluster));
  const shared = clusters.map(() => random.normal());
  const ease = Array.from({ length: cell.metrics }, () => drawEase(shared, cell.correlation, random));
  return { ease, clusters };
}

/** Critical cases stay as they are: the others fall by so much more that the mean falls by the drop. */
function spreadDrop({ change, cases, critical }: Cell): Cell['change'] {
  if (critical === 0 || !('drop' in change)) return change;
  return { ...change, drop: (change.drop * cases) / (cases - critical) };
}

/** Draws what drift and the change do to a data set. */
export function drawTruth(cell: Cell, { ease, clusters }: DataSet, random: Random): Truth {
  return ease.map((one, metric) => {
    const change = metric === 0 || cell.changed === 'all' ? spreadDrop(cell) : ({ kind: 'none' } as const);
    const states = drawStates({ ...cell, change }, one, clusters, random);
    for (const rates of Object.values(states) as Float64Array[]) {
      rates.fill(criticalRate, 0, cell.critical);
      if (cell.asksOnce) shareStates(rates, clusters);
    }
    return states;
  });
}

/** Cases that send one request have one difficulty; each is still drawn for itself. */
function shareStates(states: Float64Array, clusters: readonly number[]): void {
  clusters.forEach((cluster, index) => {
    states[index] = states[clusters.indexOf(cluster)] as number;
  });
}

/** Draws main's samples that are kept, of how things were before any drift. */
export function drawKept(cell: Cell, { clusters }: DataSet, truth: Truth, random: Random): Kept {
  const kept = truth.map(() => clusters.map((): Scores => []));
  const draw = openSampling(cell, truth, random);
  for (let index = 0; index < clusters.length; index += 1) {
    for (let sample = 0; sample < cell.kept; sample += 1) {
      draw(index, 'kept').forEach((score, metric) => {
        kept[metric]?.[index]?.push(score);
      });
    }
  }
  return kept;
}

/** Opens the draws of one pull request on a data set: nothing is drawn yet, and what was kept says which cases are noisy. */
export function openDraws(cell: Cell, { clusters }: DataSet, truth: Truth, kept: Kept, random: Random): Draws {
  const labels = labelCases(cell, clusters.length, kept);
  const cases = truth.map(() =>
    clusters.map((cluster, index): GrowingCase => {
      const labelled = labels.get(`c${index}`);
      return {
        case: `c${index}`,
        cluster: cell.clusterSizes === null || !cell.clusterBy ? null : `k${cluster}`,
        question: cell.asksOnce ? `k${cluster}` : null,
        isSame: false,
        critical: index < cell.critical,
        ...(labelled !== undefined && { labelled }),
        baseline: [],
        candidate: [],
      };
    }),
  );
  const draw = openSampling(cell, truth, random);
  return {
    cases,
    draw(caseIndex, arm) {
      draw(caseIndex, arm).forEach((score, metric) => {
        cases[metric]?.[caseIndex]?.[arm].push(score);
      });
    },
  };
}

function labelCases(cell: Cell, size: number, kept: Kept): ReadonlyMap<string, number> {
  if (cell.kept === 0) return new Map();
  const ids = Array.from({ length: size }, (_, index) => `c${index}`);
  const scores = ids.map(
    (id, index) =>
      [id, kept.map((cases) => (cases[index] ?? []).flatMap((score) => (score === null ? [] : [score])))] as const,
  );
  const cases = ids.map((id) => ({ case: id, isSame: false }));
  return labelNoisyCases(cases, new Map(scores), { ...defaultGate, ...cell.settings }, 'simulated');
}

/** Draws one sample of a case in one of the states: a score a metric, null where it is lost. */
function openSampling(cell: Cell, truth: Truth, random: Random) {
  const own = Math.sqrt(1 - cell.correlation);
  const common = Math.sqrt(cell.correlation);
  return (caseIndex: number, at: keyof States): readonly (number | null)[] => {
    const shared = cell.metrics > 1 ? random.normal() : 0;
    const isLost = drawLoss(cell, at === 'candidate' ? 'candidate' : 'baseline', random);
    return truth.map((states) => {
      const noise = cell.metrics > 1 ? common * shared + own * random.normal() : random.normal();
      const score = drawScore(cell.population, states[at][caseIndex] as number, noise);
      return isLost(score) ? null : score;
    });
  };
}

/** Whether a sample of an arm is lost, given its score. */
function drawLoss(
  { missing, population, change }: Cell,
  arm: 'baseline' | 'candidate',
  random: Random,
): (score: number) => boolean {
  if (missing === null || missing[arm] === 0) return () => false;
  const u = random.uniform();
  if (!missing.hidden) return () => u < missing[arm];
  const drop = arm === 'candidate' && (change.kind === 'break' || change.kind === 'soften') ? change.drop : 0;
  const failing = 1 - populationMean(population) + drop;
  return (score) => score === 0 && u < missing[arm] / failing;
}
