import { decideGate } from '../../gate/decide.ts';
import { isCompared, reachesNothing, type SuitePlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import { gatherComparison } from '../../scores/gather.ts';

const words = { pass: 'passed', fail: 'failed', inconclusive: 'been inconclusive', invalid: null } as const;

/** The title of a run in which nothing that gates was compared; null where something was. `hasGate` is false where main has no suite at all. */
export function explainUncompared(plans: readonly SuitePlan[], ledger: Ledger, hasGate: boolean): string | null {
  const gating = plans.filter((plan) => plan.mayGate);
  if (gating.some((plan) => plan.prompts.some((prompt) => isCompared(prompt) && !prompt.shownOnly))) return null;
  const foreseen = foreseeVerdict(plans, ledger);
  const then = foreseen === null ? '' : `; this would have ${foreseen}`;
  if (!hasGate) return `nothing gates until this is merged${then}`;
  if (gating.length === 0) return `only suites that are new here changed; they gate once this is merged${then}`;
  const also = foreseen === null ? '' : `; a suite that is new here would have ${foreseen}`;
  return explainUnchanged(gating) + also;
}

function explainUnchanged(plans: readonly SuitePlan[]): string {
  const prompts = plans.flatMap((plan) => plan.prompts.filter((prompt) => !prompt.shownOnly));
  if (prompts.some(reachesNothing)) return 'the requests are the same, byte for byte';
  if (prompts.some(({ change }) => change === 'new')) return 'new, nothing to compare';
  if (prompts.some(({ change }) => change === 'deleted')) return 'a prompt goes, and the others are as they were';
  return 'the prompts are the same on both sides, so there is nothing to compare';
}

/** What the suites that are new here would have said of this change had they been in force: what follows "would have". Null where they compare nothing, or could not judge it. */
function foreseeVerdict(plans: readonly SuitePlan[], ledger: Ledger): string | null {
  const comparisons = plans
    .filter((plan) => !plan.mayGate)
    .flatMap((plan) =>
      plan.prompts
        .filter(isCompared)
        .flatMap((prompt) =>
          prompt.metrics.map((metric) =>
            gatherComparison(plan, prompt, { ...metric, gates: metric.wouldGate }, ledger, 'base'),
          ),
        ),
    );
  return comparisons.length === 0 ? null : words[decideGate(comparisons).verdict];
}
