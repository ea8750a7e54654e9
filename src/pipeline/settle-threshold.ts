import { decideThreshold, type ThresholdCase, type ThresholdResult } from '../gate/threshold.ts';
import { planSamples } from '../plan/first-round.ts';
import { isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import { findGone } from '../scores/gone.ts';
import { type ScoreTable, scoresOf, tabulateScores } from '../scores/tabulate.ts';
import type { RunDecision } from './decide-run.ts';

/** A metric's candidate scores held against the user's threshold. */
export interface ThresholdFinding {
  readonly suite: string;
  readonly prompt: string;
  readonly metric: string;
  readonly result: ThresholdResult;
}

/** Thresholds look at the candidate's first round alone, also where there is nothing to compare it with. */
export function holdThresholds(plan: SuitePlan, decision: RunDecision): readonly ThresholdFinding[] {
  const table = tabulateScores(decision.session.scores);
  return plan.prompts.flatMap((prompt) =>
    prompt.metrics.flatMap((metric) => {
      const { minScore, minScoreOn: on, direction } = metric;
      // A judge that is gone can miss no threshold; that it is gone is said elsewhere.
      if (minScore === null || !metric.gates || findGone(decision.session.scores, prompt, metric, ['candidate']))
        return [];
      const scores = candidateScores(plan, prompt, metric.name, table);
      if (scores.length === 0) return [];
      const result = decideThreshold(scores, { minScore, on, direction, alpha: plan.config.gate.alpha });
      return [{ suite: prompt.suite, prompt: prompt.id, metric: metric.name, result }];
    }),
  );
}

/** A metric's first-round scores of the candidate, case by case; beside what gates only where that is all there is. */
export function candidateScores(
  plan: SuitePlan,
  prompt: PromptPlan,
  metric: string,
  table: ScoreTable,
): readonly ThresholdCase[] {
  const rounds = planSamples(plan, prompt);
  // Beside what gates, added rows and new versions of edited ones run; where nothing is compared they are all there is.
  return prompt.cases
    .filter((row) => !row.added || !isCompared(prompt))
    .map((row) => {
      const scores = scoresOf(table, prompt, metric, 'candidate', row.id).slice(0, rounds.get(row)?.tested ?? 1);
      return { cluster: row.cluster, candidate: scores };
    })
    .filter(({ candidate }) => candidate.length > 0);
}
