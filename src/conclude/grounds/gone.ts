import type { GroundId } from '../../gate/ground.ts';
import { nameComparison } from '../../gate/reason.ts';
import type { SuitePlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import { findGone } from '../../scores/gather.ts';

/** A judge that gates a new prompt and cannot be asked any more. */
export interface GoneJudge {
  readonly ground: GroundId;
  /** Why it is gone, and the same with its name. */
  readonly gone: string;
  readonly reason: string;
}

/** What a comparison would say of a judge that is gone, for new prompts, which have none. */
export function findGoneJudges({ prompts }: SuitePlan, ledger: Ledger): readonly GoneJudge[] {
  return prompts
    .filter((prompt) => prompt.base === null)
    .flatMap((prompt) =>
      prompt.metrics.flatMap((metric): readonly GoneJudge[] => {
        const gone = metric.gates ? findGone(ledger, prompt, metric, ['candidate']) : null;
        if (gone === null) return [];
        const { suite, id } = prompt;
        const reason = `${nameComparison({ suite, prompt: id, metric: metric.name })}: ${gone}`;
        return [{ gone, reason, ground: { kind: 'comparison', suite, prompt: id, subject: metric.name } }];
      }),
    );
}
