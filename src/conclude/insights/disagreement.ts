import { isPairwise, type Metric } from '../../plan/metric.ts';
import type { PromptPlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import { scoresOf } from '../../scores/read.ts';

/** A case on which a judge and the checks say opposite things of the candidate's output. */
export interface Disagreement {
  readonly case: string;
  /** Distance of the judge's goodness from the checks' mean goodness, 0..1. */
  readonly distance: number;
}

/** Nearer than this they do not disagree. */
const leastDistance = 0.5;

/** Where a judge or a panel that sees single outputs and the checks disagree most about the candidate's first sample, the furthest apart first. Empty where it sees pairs, and where there is no check. */
export function findDisagreements(prompt: PromptPlan, judge: Metric, ledger: Ledger): readonly Disagreement[] {
  const checks = prompt.metrics.filter((metric) => metric.kind === 'check' && metric.direction !== 'neutral');
  if (judge.kind === 'check' || isPairwise(judge) || checks.length === 0) return [];
  const goodness = (metric: Metric, caseId: string): number | null => {
    const score = scoresOf(ledger, prompt, metric, 'candidate', caseId)[0] ?? null;
    if (score === null) return null;
    return metric.direction === 'lower' ? 1 - score : score;
  };
  return prompt.cases
    .flatMap(({ id }): readonly Disagreement[] => {
      const known = checks.flatMap((check) => goodness(check, id) ?? []);
      const judged = goodness(judge, id);
      if (judged === null || known.length === 0) return [];
      const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
      return [{ case: id, distance: Math.abs(judged - mean) }];
    })
    .filter(({ distance }) => distance >= leastDistance)
    .sort((a, b) => b.distance - a.distance || (a.case < b.case ? -1 : 1));
}
