import type { Metric } from '../plan/metric.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';

/** What was found about one metric of one prompt, among what was found of all; undefined where nothing was. */
export function ofMetric<T extends { suite: string | null; prompt: string | null; metric: string }>(
  findings: readonly T[],
  prompt: PromptPlan,
  metric: Metric,
): T | undefined {
  return findings.find((one) => one.suite === prompt.suite && one.prompt === prompt.id && one.metric === metric.name);
}
