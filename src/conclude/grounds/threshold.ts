import { decideThreshold, type ThresholdResult } from '../../gate/threshold.ts';
import type { SuitePlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import { findGone } from '../../scores/gather.ts';
import { candidateScores } from '../candidate-scores.ts';

/** A metric's candidate scores held against the user's threshold. */
export interface ThresholdFinding {
  readonly suite: string;
  readonly prompt: string;
  readonly metric: string;
  readonly result: ThresholdResult;
}

/** Thresholds look at the candidate's first round alone, also where there is nothing to compare it with. */
export function holdThresholds(plan: SuitePlan, ledger: Ledger): readonly ThresholdFinding[] {
  return plan.prompts.flatMap((prompt) =>
    prompt.metrics.flatMap((metric) => {
      const { minScore, minScoreOn: on, direction } = metric;
      // A judge that is gone can miss no threshold; that it is gone is said elsewhere.
      if (minScore === null || !metric.gates || findGone(ledger, prompt, metric, ['candidate'])) return [];
      const scores = candidateScores(plan, prompt, metric, ledger);
      if (scores.length === 0) return [];
      const result = decideThreshold(scores, { minScore, on, direction, alpha: plan.config.gate.alpha });
      return [{ suite: prompt.suite, prompt: prompt.id, metric: metric.name, result }];
    }),
  );
}
