import type { GatedComparison } from '../gate/measurement.ts';
import type { Metric } from '../plan/metric.ts';
import type { PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import { buildComparison, type ScoreTable } from './tabulate.ts';

/** One metric's comparison with the rules its suite holds it to. */
export function buildGated(
  plan: SuitePlan,
  prompt: PromptPlan,
  metric: Metric,
  table: ScoreTable,
  baseArm: 'base' | 'stored',
): GatedComparison {
  const { gate: settings, samples } = plan.config;
  return { input: buildComparison(prompt, metric, table, baseArm), settings, samples };
}
