import type { ThresholdCase } from '../gate/threshold.ts';
import type { Metric } from '../plan/metric.ts';
import { planSamples } from '../plan/rounds.ts';
import { baseCases, isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import { readArm, scoresOf } from '../scores/read.ts';

/**
 * The candidate's first round in one metric, without cases that were not tried. Beside what gates, added rows and new
 * versions of edited ones run; where nothing is compared they are all there is.
 */
export function candidateScores(
  plan: SuitePlan,
  prompt: PromptPlan,
  metric: Metric,
  ledger: Ledger,
): readonly ThresholdCase[] {
  const rounds = planSamples(plan, prompt);
  const own = readArm(ledger, prompt, 'candidate');
  return (isCompared(prompt) ? baseCases(prompt) : prompt.cases)
    .map((row) => {
      const scores = scoresOf(own, metric, row.id).slice(0, rounds.get(row)?.tested ?? 1);
      return { cluster: row.cluster, candidate: scores };
    })
    .filter(({ candidate }) => candidate.length > 0);
}
