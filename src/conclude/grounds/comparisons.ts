import type { Comparison } from '../../gate/comparison.ts';
import type { GateDecision } from '../../gate/decide.ts';
import { nameComparison, renderCounts } from '../../gate/reason.ts';
import type { Finding } from '../../gate/weigh.ts';
import { isCompared, type SuitePlan } from '../../plan/suite-plan.ts';
import { renderComparisonSentence, renderHeadline, renderProof } from '../../report/words/sentence.ts';
import { shortenNames } from '../../report/words/short-names.ts';
import { closeSentence } from '../../text/prose.ts';
import { type Statement, stateAtOnce, wholeRun } from '../statement.ts';

/** What of the gate's decision its words depend on. */
type Decision = Pick<GateDecision, 'verdict' | 'green' | 'comparisons' | 'reasons' | 'broken'>;

/** What the gate said of all comparisons together; where nothing that gates was compared, a pass for the reason given. */
export function stateComparisons(
  plans: readonly SuitePlan[],
  decision: Decision,
  uncompared: string | null,
): Statement {
  if (uncompared !== null) return stateAtOnce('pass', wholeRun, uncompared);
  const short = shorten(decision);
  const headline = renderHeadline(short);
  const reasons = explainDecision(short, plans);
  const told = headline.saysReason ? reasons.slice(0, 1) : [];
  return {
    findings: listFindings(decision),
    verdict: decision.verdict,
    title: headline.text,
    told,
    untold: reasons.slice(told.length),
  };
}

/** What the gate said where no single comparison says it is the whole run's. */
function listFindings({ verdict, comparisons }: Decision): readonly Finding[] {
  const own = comparisons
    .filter(({ gates }) => gates)
    .map(({ verdict: one, suite, prompt, metric }): Finding => {
      return { kind: 'comparison', suite, prompt, subject: metric, verdict: one, blocks: null };
    });
  return own.some((one) => one.verdict === verdict) ? own : [...own, { ...wholeRun, verdict, blocks: null }];
}

/** The same decision in names as short as they can be told apart. */
function shorten(decision: Decision): Decision {
  const comparisons = shortenNames(decision.comparisons);
  const gating = comparisons.filter((one) => one.gates);
  const own = listDecisive({ ...decision, comparisons }).flatMap((one) => {
    if (one.reason === null) return [];
    return [gating.length === 1 ? one.reason : `${nameComparison(one)}: ${one.reason}`];
  });
  const reasons = own.length > 0 ? own : decision.reasons;
  return { ...decision, comparisons, reasons, broken: shortenNames(decision.broken) };
}

function listDecisive({ verdict, comparisons }: Decision): readonly Comparison[] {
  return comparisons.filter((one) => one.gates && one.verdict === verdict);
}

/** One sentence per decisive comparison; what no comparison explains keeps the gate's own reasons. */
function explainDecision(decision: Decision, plans: readonly SuitePlan[]): readonly string[] {
  if (decision.verdict === 'pass') return [];
  const decisive = listDecisive(decision);
  if (decisive.length === 0 || decision.verdict === 'invalid') return decision.reasons;
  const compared = plans.find((plan) => plan.prompts.some(isCompared));
  const target = compared?.config.gate.target ?? 'inputs';
  return decisive.map((comparison) => {
    const broken = decision.broken.filter(
      (one) => one.metric === comparison.metric && one.prompt === comparison.prompt,
    );
    const isProven = comparison.verdict === 'fail' && broken.length === 0;
    // Of one comparison the title has the counts already; how large the drop is stands in the table.
    if (isProven && decisive.length === 1) return renderProof(comparison);
    const { detail } = renderComparisonSentence(comparison, { target, isBlocked: !decision.green, broken });
    const told = isProven ? closeSentence(renderCounts(comparison)) : detail;
    return decisive.length > 1 ? `${nameComparison(comparison)}: ${told}` : told;
  });
}
