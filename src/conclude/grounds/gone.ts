import { nameComparison } from '../../gate/reason.ts';
import type { SuitePlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import { findGone } from '../../scores/gather.ts';
import { type Statement, state } from '../statement.ts';

/** What a comparison would say of a judge that cannot be asked any more, for new prompts, which have none. */
export function stateGoneJudges({ prompts }: SuitePlan, ledger: Ledger): readonly Statement[] {
  return prompts
    .filter((prompt) => prompt.base === null)
    .flatMap((prompt) =>
      prompt.metrics.flatMap((metric): readonly Statement[] => {
        const gone = metric.gates ? findGone(ledger, prompt, metric, ['candidate']) : null;
        if (gone === null) return [];
        const { suite, id } = prompt;
        const reason = `${nameComparison({ suite, prompt: id, metric: metric.name })}: ${gone}`;
        return [state('inconclusive', { kind: 'comparison', suite, prompt: id, subject: metric.name }, gone, reason)];
      }),
    );
}
