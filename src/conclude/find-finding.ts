import type { Metric } from '../plan/metric.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';

/** What was found about one metric of one prompt, among findings of every metric; undefined where nothing was. */
export function findFinding<T extends { suite: string | null; prompt: string | null; metric: string }>(
  findings: readonly T[],
  prompt: PromptPlan,
  metric: Metric,
): T | undefined {
  return findings.find((one) => one.suite === prompt.suite && one.prompt === prompt.id && one.metric === metric.name);
}
