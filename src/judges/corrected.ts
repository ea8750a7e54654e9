import { predictionPoweredMean } from '../statistics/prediction-powered.ts';
import { roganGladen } from '../statistics/rogan-gladen.ts';
import type { DetectionCounts } from './labels/evidence.ts';

/** An estimate and its 90 % interval. */
export interface Corrected {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** A judge's difference on one case, and people's where both outputs are labelled; candidate minus baseline, negative is worse. */
export interface JudgedPair {
  readonly judge: number;
  readonly human: number | null;
  /** True where only the change itself has the label. */
  readonly proposed: boolean;
}

/** The difference by the judge and the labels together. */
export interface CorrectedDifference extends Corrected {
  /** Cases labelled on both sides. */
  readonly labelled: number;
  /** Those among them that only the change has labels for. */
  readonly proposed: number;
}

/** Corrects a judge's mean difference by what people said of some of the cases (PPI++); null where fewer than 20 are labelled on both sides: most differences are 0, and an interval of few knows nothing of the others. Right where the labelled cases were drawn at random. */
export function correctDifference(pairs: readonly JudgedPair[]): CorrectedDifference | null {
  const labelled = pairs.flatMap(({ judge, human }) => (human === null ? [] : [{ judge, human }]));
  if (labelled.length < fewestPairs) return null;
  const unlabelled = pairs.filter(({ human }) => human === null).map(({ judge }) => judge);
  const corrected = predictionPoweredMean(unlabelled, labelled, alpha);
  if (corrected === null) return null;
  const { estimate, lower, upper } = corrected;
  const proposed = pairs.filter((pair) => pair.human !== null && pair.proposed).length;
  return { estimate, lower, upper, labelled: labelled.length, proposed };
}

/** The share of good outputs of one arm, corrected for how often the judge is wrong either way (Rogan–Gladen); `scores` are 0 or 1. Null where the judge is too poor for that, where fewer than 10 good or 10 bad outputs are labelled, or where there is nothing to correct. */
export function correctRate(scores: readonly number[], detection: DetectionCounts): Corrected | null {
  if (Math.min(detection.good, detection.bad) < fewestOfKind - 1e-9) return null;
  return roganGladen(
    {
      positives: scores.filter((score) => score === 1).length,
      total: scores.length,
      truePositives: detection.goodFound,
      actualPositives: detection.good,
      trueNegatives: detection.badFound,
      actualNegatives: detection.bad,
    },
    alpha,
  );
}

/** Two-sided, as the interval of a comparison. */
const alpha = 0.1;

/** Measured for rare differences: 90 % intervals cover 53 % of the truths with 5 labels, 76 % with 10, 85 % with 20. */
const fewestPairs = 20;
const fewestOfKind = 10;
