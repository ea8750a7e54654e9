import { decideThreshold, type Threshold, type ThresholdResult } from '../../gate/threshold.ts';
import type { SuitePlan } from '../../plan/suite-plan.ts';
import { explainThreshold } from '../../report/limit-words.ts';
import type { Ledger } from '../../run/ledger.ts';
import { findGone } from '../../scores/gather.ts';
import { candidateScores } from '../candidate-scores.ts';
import { type Statement, stateAtOnce } from '../statement.ts';

/** A metric's candidate scores held against the user's threshold. */
export interface HeldThreshold {
  readonly suite: string;
  readonly prompt: string;
  readonly metric: string;
  readonly threshold: Threshold;
  readonly result: ThresholdResult;
}

/** Thresholds look at the candidate's first round alone, also where there is nothing to compare it with. */
export function holdThresholds(plan: SuitePlan, ledger: Ledger): readonly HeldThreshold[] {
  return plan.prompts.flatMap((prompt) =>
    prompt.metrics.flatMap((metric) => {
      const { minScore, minScoreOn: on, direction } = metric;
      // A judge that is gone can miss no threshold; that it is gone is said elsewhere.
      if (minScore === null || !metric.gates || findGone(ledger, prompt, metric, ['candidate'])) return [];
      const scores = candidateScores(plan, prompt, metric, ledger);
      if (scores.length === 0) return [];
      const threshold = { minScore, on, direction, alpha: plan.config.gate.alpha };
      const result = decideThreshold(scores, threshold);
      return [{ suite: prompt.suite, prompt: prompt.id, metric: metric.name, threshold, result }];
    }),
  );
}

/** A threshold's say in the verdict, kept or not. */
export function stateThreshold({ suite, prompt, metric, threshold, result }: HeldThreshold): Statement {
  const reason = `${suite} / ${metric}: ${explainThreshold(threshold, result)}`;
  return stateAtOnce(result.verdict, { kind: 'threshold', suite, prompt, subject: metric }, reason);
}
