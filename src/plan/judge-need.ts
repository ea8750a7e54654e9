import type { ModelSettings } from '../config/config.ts';
import { judgeModelOf } from '../judges/identity.ts';
import { hears, type Metric, proposedName } from './metric.ts';
import type { PromptPlan, SuitePlan } from './suite-plan.ts';

/** What hangs on a judge's answers: the gate, nothing but a figure that is shown, or the gate although the change asks another model in its place. */
export type JudgeNeed = 'gate' | 'report' | 'replaced';

/** What hangs on one metric's judge. A judge that only reports gates all the same by a panel that hears it. */
export function needOfJudge(prompt: PromptPlan, metric: Metric, settings: ModelSettings): JudgeNeed {
  const { metrics } = prompt;
  const gates = metrics.some((one) => one.gates && hears(one, metric.name));
  if (!gates) return 'report';
  const successor = metrics.find(({ name }) => name === proposedName(metric.name));
  if (successor?.kind !== 'judge' || metric.kind !== 'judge') return 'gate';
  return judgeModelOf(successor.judge, settings) === judgeModelOf(metric.judge, settings) ? 'gate' : 'replaced';
}

/** True where a run cannot be decided without a judge. */
export function needsJudges({ prompts }: SuitePlan, settings: ModelSettings): boolean {
  return prompts.some((prompt) =>
    prompt.metrics.some((metric) => metric.kind === 'judge' && needOfJudge(prompt, metric, settings) !== 'report'),
  );
}
