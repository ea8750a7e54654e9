import { countQuestions, resolveMargin } from '../../gate/first-round.ts';
import { nameComparison } from '../../gate/reason.ts';
import { explainNothingAlone, nothingMeasured } from '../../gate/vacuous.ts';
import { isPairwise, type Metric } from '../../plan/metric.ts';
import type { PromptPlan, SuitePlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import { describeCommonest } from '../../scores/commonest.ts';
import { listScores } from '../../scores/read.ts';
import { inCode } from '../../text/prose.ts';
import { candidateScores } from '../candidate-scores.ts';
import { type Statement, state } from '../statement.ts';

/** The gating metrics that measure nothing of a suite's new prompts, which have one arm alone; what is compared the gate sees itself. */
export function stateVacuous(plan: SuitePlan, ledger: Ledger): readonly Statement[] {
  if (!plan.mayGate) return [];
  const own = plan.prompts.filter(({ shownOnly }) => !shownOnly);
  return own.flatMap((prompt) =>
    prompt.metrics.flatMap((metric): readonly Statement[] => {
      const reason = explainVacuous(plan, prompt, metric, ledger);
      if (reason === null) return [];
      const { suite, id } = prompt;
      const ground = { kind: 'comparison', suite, prompt: id, subject: metric.name } as const;
      const title = `${inCode(metric.name)} ${nothingMeasured}`;
      const name = nameComparison({ suite, prompt: id, metric: metric.name });
      return [state('inconclusive', ground, title, `${name}: ${reason}`)];
    }),
  );
}

/** Why a gating metric of a new prompt measures nothing; null where it measures something, or the prompt is not new. */
export function explainVacuous(plan: SuitePlan, prompt: PromptPlan, metric: Metric, ledger: Ledger): string | null {
  if (prompt.base !== null || !metric.gates || isPairwise(metric) || metric.direction === 'neutral') return null;
  const own = listScores(ledger, prompt, metric, 'candidate', 0);
  const margin = resolveMargin(plan.config.gate, countQuestions(prompt.cases));
  return explainNothingAlone(candidateScores(plan, prompt, metric, ledger), margin, {
    direction: metric.direction,
    commonReason: describeCommonest(own),
  });
}
