import type { GatedComparison } from '../gate/measurement.ts';
import { countSamples } from '../plan/first-round.ts';
import type { Metric, PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import { buildComparison, type ScoreTable } from './tabulate.ts';

/** One metric's comparison with the rules its suite holds it to. */
export function buildGated(
  plan: SuitePlan,
  prompt: PromptPlan,
  metric: Metric,
  table: ScoreTable,
  baseArm: 'baseline' | 'stored',
): GatedComparison {
  const samples = countSamples(plan, prompt).ordinary;
  return { input: buildComparison(prompt, metric, table, baseArm), settings: plan.config.gate, samples };
}
