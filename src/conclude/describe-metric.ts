import type { CaseScores } from '../gate/comparison.ts';
import type { Metric } from '../plan/metric.ts';
import { ofMetric } from '../plan/of-metric.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import type { FinishedRun } from './finished-run.ts';
import { describeRepeats } from './repeats.ts';

/** What a row says of a metric whatever it was compared with. */
export function describeMetric(
  run: FinishedRun,
  prompt: PromptPlan,
  metric: Metric,
  cases: readonly CaseScores[],
  samples: number,
) {
  const finding = ofMetric(run.reached.thresholds, prompt, metric);
  const isBit = (score: number | null) => score === null || score === 0 || score === 1;
  const binary = cases.every((row) => row.baseline.every(isBit) && row.candidate.every(isBit));
  return {
    kind: metric.kind,
    binary,
    repeats: describeRepeats(metric, cases, samples, binary),
    held: metric.held,
    refused: metric.refused,
    minScore: metric.minScore,
    minScoreOn: metric.minScoreOn,
    heldScore: finding?.result.value ?? null,
    belowMinScore: finding?.result.verdict === 'fail',
  };
}
