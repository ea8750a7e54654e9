import { type LabelledCase, labelCases } from '../gate/case-label.ts';
import type { CaseScores, Comparison } from '../gate/comparison.ts';
import type { Metric } from '../plan/metric.ts';
import { ofMetric } from '../plan/of-metric.ts';
import { baseCases, type CasePlan, type ComparedPrompt } from '../plan/suite-plan.ts';
import { gatherComparison } from '../scores/gather.ts';
import type { FinishedRun } from './finished-run.ts';

/** One case of the base side in one metric. */
export interface MeasuredCase extends LabelledCase {
  readonly row: CasePlan;
  readonly scores: CaseScores;
}

/** One metric of a compared prompt with all that the report says of it: the ledger is asked for this once. */
export interface MeasuredMetric extends ComparedPrompt {
  readonly metric: Metric;
  readonly comparison: Comparison;
  /** In dataset order, without rows that the candidate adds. */
  readonly cases: readonly MeasuredCase[];
}

/** What a metric is measured by: the comparisons, what stood for the base, and what was scored. */
export interface MeasuredRun extends Pick<FinishedRun, 'ledger'> {
  readonly decision: Pick<FinishedRun['decision'], 'comparisons' | 'baseArm'>;
}

/** Gathers a metric of a prompt that the run's decision compared; anything else is a defect. */
export function measureMetric(
  { decision, ledger }: MeasuredRun,
  { plan, prompt }: ComparedPrompt,
  metric: Metric,
): MeasuredMetric {
  const comparison = ofMetric(decision.comparisons, prompt, metric);
  if (comparison === undefined) throw new Error(`${prompt.id} / ${metric.name} was not compared`);
  const gated = gatherComparison(plan, prompt, metric, ledger, decision.baseArm);
  const labels = labelCases(comparison.settled ? { ...gated, settled: gated.input.cases } : gated);
  const cases = baseCases(prompt).map(
    (row, index): MeasuredCase => ({
      ...(labels[index] as LabelledCase),
      row,
      scores: gated.input.cases[index] as CaseScores,
    }),
  );
  return { plan, prompt, metric, comparison, cases };
}
