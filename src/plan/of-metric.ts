import type { Metric } from './metric.ts';
import type { PromptPlan } from './suite-plan.ts';

/** Something that was found about one metric of one prompt. */
interface MetricFinding {
  readonly suite: string | null;
  readonly prompt: string | null;
  readonly metric: string;
}

/** True for what was found about this metric of this prompt. */
export function isOfMetric(one: MetricFinding, prompt: PromptPlan, metric: Metric): boolean {
  return one.suite === prompt.suite && one.prompt === prompt.id && one.metric === metric.name;
}

/** What was found about one metric of one prompt, among what was found of all; undefined where nothing was. */
export function ofMetric<T extends MetricFinding>(
  findings: readonly T[],
  prompt: PromptPlan,
  metric: Metric,
): T | undefined {
  return findings.find((one) => isOfMetric(one, prompt, metric));
}
