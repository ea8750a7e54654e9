import { isPairwise, type Metric } from '../../plan/metric.ts';
import type { PromptPlan } from '../../plan/suite-plan.ts';
import type { FirstSamples } from './first-samples.ts';

/** Nearer than this they do not disagree. */
const leastDistance = 0.5;

/**
 * The cases on which a judge or a panel that sees single outputs and the checks disagree about the candidate's first
 * sample, the furthest apart first. Empty where it sees pairs, and where there is no check.
 */
export function findDisagreements(prompt: PromptPlan, judge: Metric, { scores }: FirstSamples): readonly string[] {
  const checks = prompt.metrics.filter((metric) => metric.kind === 'check' && metric.direction !== 'neutral');
  if (judge.kind === 'check' || isPairwise(judge) || checks.length === 0) return [];
  const goodness = ({ name, direction }: Metric, caseId: string): number | null => {
    const score = scores.get(name)?.get(caseId) ?? null;
    if (score === null) return null;
    return direction === 'lower' ? 1 - score : score;
  };
  return prompt.cases
    .flatMap(({ id }) => {
      const known = checks.flatMap((check) => goodness(check, id) ?? []);
      const judged = goodness(judge, id);
      if (judged === null || known.length === 0) return [];
      const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
      return [{ id, distance: Math.abs(judged - mean) }];
    })
    .filter(({ distance }) => distance >= leastDistance)
    .sort((a, b) => b.distance - a.distance || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
