import type { GatedComparison } from '../gate/measurement.ts';
import { measureNoise } from '../gate/noise.ts';
import { isPairwise, type Metric } from '../plan/metric.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { PromptNoise } from '../report/noise-report.ts';
import type { Ledger } from '../run/ledger.ts';
import type { BaseArm } from '../run/sample-key.ts';
import { gatherComparison } from '../scores/gather.ts';

/** How much each metric of a suite differs from itself over the draws of one arm; what a judge of pairs said of two draws stands in both arms. */
export function listNoise(plan: SuitePlan, ledger: Ledger, arm: BaseArm): readonly PromptNoise[] {
  return plan.prompts.flatMap((prompt) =>
    prompt.metrics.map((metric) => {
      const { name, gates } = metric;
      const noise = measureNoise(arrangeDraws(metric, gatherComparison(plan, prompt, metric, ledger, arm)));
      const reason = noise === null ? explainNone(metric, arm) : null;
      return { suite: prompt.suite, prompt: prompt.id, metric: name, gates, noise, reason };
    }),
  );
}

function explainNone(metric: Metric, arm: BaseArm): string {
  return isPairwise(metric) && arm === 'stored'
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
