import type { GatedComparison } from '../gate/measurement.ts';
import { measureNoise } from '../gate/noise.ts';
import { isPairwise, type Metric } from '../plan/metric.ts';
import type { PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import type { PromptNoise } from '../report/noise-report.ts';
import type { Ledger } from '../run/ledger.ts';
import { gatherComparison } from '../scores/gather.ts';

/** How much each metric of a suite differs from itself over the draws of the arm `stored`; what a judge of pairs said of two draws, where one was asked, stands in the candidate's arm, too. */
export function listNoise(plan: SuitePlan, ledger: Ledger): readonly PromptNoise[] {
  return plan.prompts.flatMap((prompt) =>
    prompt.metrics.map((metric) => {
      const { name, gates } = metric;
      const gated = gatherDraws(plan, prompt, metric, ledger);
      const noise = measureNoise(gated);
      const isUnasked = isPairwise(metric) && gated.input.cases.every(({ baseline }) => baseline.length < 2);
      const reason = noise === null ? explainNone(isUnasked) : null;
      return { suite: prompt.suite, prompt: prompt.id, metric: name, gates, noise, reason };
    }),
  );
}

/** The draws of one unchanged prompt, one metric, as the baseline's of a comparison. */
export function gatherDraws(plan: SuitePlan, prompt: PromptPlan, metric: Metric, ledger: Ledger): GatedComparison {
  return arrangeDraws(metric, gatherComparison(plan, prompt, metric, ledger, 'stored'));
}

function explainNone(isUnasked: boolean): string {
  return isUnasked
    ? 'a baseline has no scores of pairs; the command noise asks for them'
    : 'no case has two scores of this metric';
}

/** The two scores of a pair are as two draws of one case: which of them is whose is chance. */
function arrangeDraws(metric: Metric, gated: GatedComparison): GatedComparison {
  if (!isPairwise(metric)) return gated;
  const cases = gated.input.cases.map((row) => ({
    ...row,
    baseline: [...row.baseline.slice(0, 1), ...row.candidate.slice(0, 1)],
  }));
  return { ...gated, input: { ...gated.input, cases } };
}
