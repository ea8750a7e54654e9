import type { Comparison } from '../../gate/comparison.ts';
import { decideGate } from '../../gate/decide.ts';
import { nameComparison, renderSignedPoints } from '../../gate/reason.ts';
import { isCompared, reachesNothing, type SuitePlan } from '../../plan/suite-plan.ts';
import { shortenNames } from '../../report/words/short-names.ts';
import type { Ledger } from '../../run/ledger.ts';
import { gatherComparison } from '../../scores/gather.ts';
import { listInCode } from '../../text/prose.ts';
import type { News } from '../news.ts';

/** The most names that a title lists. */
const maxNamed = 3;

const words = { pass: 'passed', fail: 'failed', inconclusive: 'been inconclusive', invalid: null } as const;

/** The title of a run in which nothing that gates was compared; null where something was. `hasGate` is false where main has no suite at all. */
export function explainUncompared(
  plans: readonly SuitePlan[],
  ledger: Ledger,
  hasGate: boolean,
  news: readonly News[],
): string | null {
  const gating = plans.filter((plan) => plan.mayGate);
  if (gating.some((plan) => plan.prompts.some((prompt) => isCompared(prompt) && !prompt.shownOnly))) return null;
  const foreseen = foreseeVerdict(plans, ledger);
  const then = foreseen === null ? '' : `; this would have ${foreseen}`;
  if (!hasGate) return `nothing gates until this is merged${then}`;
  if (gating.length === 0) return `only suites that are new here changed; they gate once this is merged${then}`;
  const also = foreseen === null ? '' : `; a suite that is new here would have ${foreseen}`;
  return explainUnchanged(gating, news) + also;
}

/** What is new speaks for the run; a prompt that goes is explained among the notices. */
function explainUnchanged(plans: readonly SuitePlan[], [first]: readonly News[]): string {
  const prompts = plans.flatMap((plan) => plan.prompts.filter((prompt) => !prompt.shownOnly));
  if (prompts.some(reachesNothing)) return 'the requests are the same, byte for byte';
  const isNew = prompts.some(({ change, base }) => change === 'new' && base === null);
  const gone = prompts.filter(({ change }) => change === 'deleted').map(({ id }) => id);
  if (gone.length > 0 && !isNew) {
    return `the ${gone.length === 1 ? 'prompt' : 'prompts'} ${listInCode(gone, maxNamed)} ${gone.length === 1 ? 'is' : 'are'} retired, and the others are as they were`;
  }
  if (first === undefined) return 'the prompts are the same on both sides, so there is nothing to compare';
  return isNew ? first.sentence : `no prompt changed; ${first.sentence}`;
}

/**
 * What the suites that are new here would have said of this change had they been in force: what follows "would have".
 * Null where they compare nothing, or could not judge it.
 */
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
  if (comparisons.length === 0) return null;
  const { verdict, comparisons: decided } = decideGate(comparisons);
  const word = words[verdict];
  return word === null
    ? null
    : `${word}${describeDrops(decided.filter((one) => one.gates && one.verdict === verdict))}`;
}

/** By how much what spoils the verdict fell. */
function describeDrops(decisive: readonly Comparison[]): string {
  const fallen = decisive.filter(({ verdict, difference }) => verdict !== 'pass' && (difference ?? 0) < 0);
  if (fallen.length === 0) return '';
  const drops = shortenNames(fallen).map(
    (one) => `${nameComparison(one)} ${renderSignedPoints(one.difference ?? 0)} points`,
  );
  return `: ${drops.slice(0, maxNamed).join(', ')}`;
}
