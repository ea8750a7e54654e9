import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { sampleMean, sampleSd } from './moments.ts';

/** A mean with its interval, and the weight that predictions had in it, 0..1. */
export interface PredictionPowered {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly lambda: number;
}

/** One value as predicted by the judge and as given by people. */
export interface LabelledPrediction {
  readonly judge: number;
  readonly human: number;
}

/**
 * PPI++ for a mean (Angelopoulos, Duchi and Zrnic 2023, arXiv 2311.01453, §2 and §6): predictions of N `unlabelled` values and of m `labelled` ones, which
 * are not among the former. θ = λ·mean(unlabelled) + mean(human − λ·judge), λ = cov(judge, human) / ((1 + m/N)·var(judge)) clipped to 0..1, the variance
 * over all predictions, SE² = λ²·var(unlabelled)/N + var(human − λ·judge)/m. The interval is at 1 − alpha / 2 a side, by Student's t with m − 1 degrees of freedom,
 * which few labels need. Without unlabelled values, or without variation in the predictions, λ is 0: the mean of the labels alone. Null for fewer than two labels.
 */
export function predictionPoweredMean(
  unlabelled: readonly number[],
  labelled: readonly LabelledPrediction[],
  alpha: number,
): PredictionPowered | null {
  const count = labelled.length;
  if (count < 2) return null;
  const lambda = chooseLambda(unlabelled, labelled);
  const rest = labelled.map(({ judge, human }) => human - lambda * judge);
  const estimate = lambda * (sampleMean(unlabelled) ?? 0) + (sampleMean(rest) ?? 0);
  const variance =
    (lambda === 0 ? 0 : (lambda ** 2 * (sampleSd(unlabelled) ?? 0) ** 2) / unlabelled.length) +
    (sampleSd(rest) ?? 0) ** 2 / count;
  const reach = tQuantile(1 - alpha / 2, count - 1) * Math.sqrt(variance);
  return { estimate, lower: estimate - reach, upper: estimate + reach, lambda };
}

/** A single unlabelled value has no variance to be known, so it has no weight. */
function chooseLambda(unlabelled: readonly number[], labelled: readonly LabelledPrediction[]): number {
  if (unlabelled.length < 2) return 0;
  const all = sampleSd([...unlabelled, ...labelled.map(({ judge }) => judge)]) ?? 0;
  if (all < 1e-9) return 0;
  const best = covariance(labelled) / ((1 + labelled.length / unlabelled.length) * all ** 2);
  return Math.min(1, Math.max(0, best));
}

function covariance(labelled: readonly LabelledPrediction[]): number {
  const judgeMean = sampleMean(labelled.map(({ judge }) => judge)) ?? 0;
  const humanMean = sampleMean(labelled.map(({ human }) => human)) ?? 0;
  const products = labelled.map(({ judge, human }) => (judge - judgeMean) * (human - humanMean));
  return products.reduce((sum, one) => sum + one, 0) / (labelled.length - 1);
}
