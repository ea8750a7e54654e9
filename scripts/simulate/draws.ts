import type { CaseScores } from '../../src/gate/comparison.ts';
import type { Cell } from './cell.ts';
import { drawScore, drawStates, populationMean, type States } from './population.ts';
import type { Random } from './random.ts';

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

/** The truth behind one data set: states by metric, and the cluster of each case. */
export interface Truth {
  readonly states: readonly States[];
  readonly clusters: readonly number[];
}

const criticalRate = 0.9;

/** Draws a data set and what the change does to it. */
export function drawTruth(cell: Cell, random: Random): Truth {
  const clusters =
    cell.clusterSizes === null
      ? Array.from({ length: cell.cases }, (_, index) => index)
      : cell.clusterSizes.flatMap((size, cluster) => Array.from({ length: size }, () => cluster));
  const shared = clusters.map(() => random.normal());
  const states = Array.from({ length: cell.metrics }, (_, metric) => {
    const change = metric === 0 || cell.changed === 'all' ? cell.change : ({ kind: 'none' } as const);
    const own = drawStates(cell.population, change, clusters, shared, cell.correlation, random);
    for (let index = 0; index < cell.critical; index += 1) {
      own.baseline[index] = criticalRate;
      own.candidate[index] = criticalRate;
    }
    if (cell.asksOnce) shareStates(own, clusters);
    return own;
  });
  return { states, clusters };
}

/** Cases that send one request have one difficulty; each is still drawn for itself. */
function shareStates(states: States, clusters: readonly number[]): void {
  clusters.forEach((cluster, index) => {
    const first = clusters.indexOf(cluster);
    states.baseline[index] = states.baseline[first] as number;
    states.candidate[index] = states.candidate[first] as number;
  });
}

/** Opens the draws of one pull request on a data set: nothing is drawn yet. */
export function openDraws(cell: Cell, truth: Truth, random: Random): Draws {
  const cases = truth.states.map(() =>
    truth.clusters.map(
      (cluster, index): GrowingCase => ({
        case: `c${index}`,
        cluster: cell.clusterSizes === null || !cell.clusterBy ? null : `k${cluster}`,
        question: cell.asksOnce ? `k${cluster}` : null,
        isSame: false,
        critical: index < cell.critical,
        baseline: [],
        candidate: [],
      }),
    ),
  );
  const own = Math.sqrt(1 - cell.correlation);
  const common = Math.sqrt(cell.correlation);
  return {
    cases,
    draw(caseIndex, arm) {
      const shared = cell.metrics > 1 ? random.normal() : 0;
      const isLost = drawLoss(cell, arm, random);
      cases.forEach((metricCases, metric) => {
        const noise = cell.metrics > 1 ? common * shared + own * random.normal() : random.normal();
        const state = (truth.states[metric] as States)[arm][caseIndex] as number;
        const score = drawScore(cell.population, state, noise);
        (metricCases[caseIndex] as GrowingCase)[arm].push(isLost(score) ? null : score);
      });
    },
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
