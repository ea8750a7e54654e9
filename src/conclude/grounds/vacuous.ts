import { countQuestions, resolveMargin } from '../../gate/first-round.ts';
import type { GroundId } from '../../gate/ground.ts';
import { cannotFall, describeNothing, nothingMeasured } from '../../gate/vacuous.ts';
import { isPairwise, type Metric } from '../../plan/metric.ts';
import type { PromptPlan, SuitePlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import { describeCommonest } from '../../scores/commonest.ts';
import { listScores } from '../../scores/read.ts';
import { sampleMean } from '../../statistics/moments.ts';
import { candidateScores } from '../candidate-scores.ts';

/** A metric of a new prompt that could not fall by the margin. */
export interface VacuousMetric {
  readonly ground: GroundId;
  readonly title: string;
  readonly reason: string;
}

/** The gating metrics that measure nothing of a suite's new prompts, which have one arm alone; what is compared the gate sees itself. */
export function findVacuous(plan: SuitePlan, ledger: Ledger): readonly VacuousMetric[] {
  if (!plan.mayGate) return [];
  const own = plan.prompts.filter(({ shownOnly }) => !shownOnly);
  return own.flatMap((prompt) =>
    prompt.metrics.flatMap((metric): readonly VacuousMetric[] => {
      const reason = explainVacuous(plan, prompt, metric, ledger);
      if (reason === null) return [];
      const ground: GroundId = { kind: 'comparison', suite: prompt.suite, prompt: prompt.id, subject: metric.name };
      const title = `${metric.name} ${nothingMeasured}`;
      return [{ ground, title, reason: `${prompt.suite} / ${prompt.id} / ${metric.name}: ${reason}` }];
    }),
  );
}

/** Why a gating metric of a new prompt measures nothing; null where it measures something, or the prompt is not new. */
export function explainVacuous(plan: SuitePlan, prompt: PromptPlan, metric: Metric, ledger: Ledger): string | null {
  if (prompt.base !== null || !metric.gates || isPairwise(metric) || metric.direction === 'neutral') return null;
  const means = candidateScores(plan, prompt, metric, ledger).flatMap(
    ({ candidate }) => sampleMean(candidate.filter((score) => score !== null)) ?? [],
  );
  const margin = resolveMargin(plan.config.gate, countQuestions(prompt.cases));
  if (!cannotFall([sampleMean(means)], margin, metric.direction)) return null;
  const own = listScores(ledger, prompt, metric, 'candidate', 0);
  return describeNothing('the prompt', margin, describeCommonest(own));
}
