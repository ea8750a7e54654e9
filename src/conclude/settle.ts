import type { Price } from '../config/config.ts';
import { isGreenFor } from '../gate/acceptance.ts';
import type { Verdict } from '../gate/comparison.ts';
import type { Ground, GroundId, WeighedGround } from '../gate/ground.ts';
import { nameComparison } from '../gate/reason.ts';
import { renderComparisonSentence, renderDecisionTitle, renderProof } from '../gate/sentence.ts';
import { shortenNames } from '../gate/short-names.ts';
import { combineVerdicts } from '../gate/verdict.ts';
import { type Doubt, isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { RunDecision } from '../rounds/run-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import { findCommonest } from '../scores/commonest.ts';
import { findGone } from '../scores/gather.ts';
import { listScores } from '../scores/read.ts';
import { candidateScores } from './candidate-scores.ts';
import { type ExpenseFinding, holdExpenses } from './grounds/expense.ts';
import { findGoneJudges } from './grounds/gone.ts';
import { explainMissing } from './grounds/missing.ts';
import { findLostTexts, type LostText } from './grounds/reach.ts';
import { holdThresholds, type ThresholdFinding } from './grounds/threshold.ts';
import { explainUncompared } from './grounds/uncompared.ts';
import { findVacuous } from './grounds/vacuous.ts';
import { type Hearing, weighGrounds } from './hearing.ts';
import type { RecordedVerdict } from './recorded-verdict.ts';

/** The verdict of a run after everything that may decide it. */
export interface Settlement {
  readonly verdict: Verdict;
  readonly green: boolean;
  /** The verdict in one sentence. */
  readonly title: string;
  /** Never empty unless the verdict is pass. */
  readonly reasons: readonly string[];
  /** All that keeps the verdict from being pass. */
  readonly grounds: readonly WeighedGround[];
  readonly thresholds: readonly ThresholdFinding[];
  readonly expenses: readonly ExpenseFinding[];
}

/** Something that decides, the headline it would give, why, and what of it a person can accept. */
interface Finding {
  readonly verdict: Verdict;
  readonly title: string;
  readonly reasons: readonly string[];
  readonly grounds: readonly Ground[];
}

/** What settles a run beside what was measured. */
export interface SettleFacts {
  readonly prices: { readonly [model: string]: Price };
  /** False where main has no suite at all. */
  readonly hasGate: boolean;
}

/** Combines the gate's decision with outages, absolute thresholds, limits of cost and latency, dataset changes, what is merely new, and what was said before. */
export function settleVerdict(
  decision: RunDecision,
  ledger: Ledger,
  { prices, hasGate }: SettleFacts,
  { acceptance, earlier, asked }: Hearing,
): Settlement {
  const plans = decision.suites;
  const thresholds = plans.flatMap((plan) => holdThresholds(plan, ledger));
  const expenses = holdExpenses(decision, ledger, prices);
  const findings: readonly Finding[] = [
    ...plans.flatMap((plan) =>
      plan.prompts.flatMap((prompt) => (prompt.shownOnly ? [] : findMissing(plan, prompt, decision, ledger))),
    ),
    ...findByGate(decision, ledger, hasGate),
    ...plans.flatMap(findLostTexts).map(findByLostText),
    ...plans
      .flatMap((plan) => findGoneJudges(plan, ledger))
      .map(({ gone, reason, ground }) => buildFinding('inconclusive', gone, reason, ground)),
    ...plans
      .flatMap((plan) => findVacuous(plan, ledger))
      .map(({ title, reason, ground }) => buildFinding('inconclusive', title, reason, ground)),
    ...thresholds.map(findByThreshold),
    ...expenses.map(findByExpense),
    ...plans.flatMap(findShrinks),
    ...plans.flatMap(findBroken),
    ...earlier.map(findByRecord),
    ...plans.flatMap(({ doubts }) => doubts.map(findByDoubt)),
  ];
  const verdict = combineVerdicts(findings.map((finding) => finding.verdict));
  const decisive = findings.filter((finding) => finding.verdict === verdict);
  const grounds = weighGrounds(
    verdict,
    findings.flatMap((finding) => finding.grounds),
    earlier,
    plans,
  );
  const title = closeSentence(decisive[0]?.title ?? '');
  return {
    verdict,
    green: isGreenFor(acceptance, grounds),
    title: asked > 1 ? title.replace(/( \(asked \d+ times\))?\.$/, ` (asked ${asked} times).`) : title,
    reasons: [...new Set(findings.flatMap(({ verdict: one, reasons }) => (one === 'pass' ? [] : reasons)))],
    grounds,
    thresholds,
    expenses,
  };
}

function findByGate(decision: RunDecision, ledger: Ledger, hasGate: boolean): readonly Finding[] {
  const compared = decision.suites.filter((plan) => plan.prompts.some(isCompared));
  const uncompared = explainUncompared(decision.suites, ledger, hasGate);
  if (uncompared !== null) return [{ verdict: 'pass', title: uncompared, reasons: [], grounds: [] }];
  const comparisons = shortenNames(decision.comparisons);
  const gating = comparisons.filter((one) => one.gates);
  const own = gating.flatMap((one) => {
    if (one.verdict !== decision.verdict || one.reason === null) return [];
    return [gating.length === 1 ? one.reason : `${nameComparison(one)}: ${one.reason}`];
  });
  const reasons = own.length > 0 ? own : decision.reasons;
  const short = { ...decision, comparisons, reasons, broken: shortenNames(decision.broken) };
  return [
    {
      verdict: decision.verdict,
      title: renderDecisionTitle(short),
      reasons: explainDecision(short, compared),
      grounds: listGateGrounds(decision),
    },
  ];
}

function listGateGrounds({ verdict, comparisons }: RunDecision): readonly Ground[] {
  const own = comparisons.flatMap(({ gates, verdict: one, suite, prompt, metric }): Ground[] =>
    gates && one !== 'pass' ? [{ kind: 'comparison', verdict: one, suite, prompt, subject: metric }] : [],
  );
  if (own.length > 0 || verdict === 'pass') return own;
  return [{ kind: 'unjudged', verdict, suite: null, prompt: null, subject: null }];
}

/** One sentence per decisive comparison, in the words of the comment; what no comparison explains keeps the gate's own reasons. */
function explainDecision(decision: RunDecision, compared: readonly SuitePlan[]): readonly string[] {
  const decisive = decision.comparisons.filter((one) => one.gates && one.verdict === decision.verdict);
  if (decisive.length === 0 || decision.verdict === 'invalid') return decision.reasons;
  const target = compared[0]?.config.gate.target ?? 'inputs';
  return decisive.map((comparison) => {
    const broken = decision.broken.filter(
      (one) => one.metric === comparison.metric && one.prompt === comparison.prompt,
    );
    const { detail } = renderComparisonSentence(comparison, { target, isBlocked: !decision.green, broken });
    if (decisive.length > 1) return `${nameComparison(comparison)}: ${detail}`;
    // The title has the counts already.
    return comparison.verdict === 'fail' && broken.length === 0 ? renderProof(comparison) : detail;
  });
}

function findByThreshold({ suite, prompt, metric, result }: ThresholdFinding): Finding {
  const reason = `${suite} / ${metric}: ${result.reason ?? 'the threshold is met'}`;
  return buildFinding(result.verdict, reason, reason, { kind: 'threshold', suite, prompt, subject: metric });
}

function findByExpense({ suite, prompt, verdict, reason, expense }: ExpenseFinding): Finding {
  const sentence = `${[...new Set([suite, prompt])].join(' / ')}: ${reason ?? 'the limit is kept'}`;
  return buildFinding(verdict, sentence, sentence, { kind: 'expense', suite, prompt, subject: expense });
}

function findByLostText({ ground, reason }: LostText): Finding {
  return buildFinding('inconclusive', 'the change reaches no request', reason, ground);
}

function findShrinks({ config: { name: suite }, shrinks }: SuitePlan): readonly Finding[] {
  return shrinks.map(({ kind, prompt, subject, title, sentence }) =>
    buildFinding('fail', title, `${suite}: ${sentence}`, { kind, suite, prompt, subject }),
  );
}

/** Nothing was compared with a main that cannot be used: a repair may be merged, and is no pass. */
function findBroken({ config: { name: suite }, brokenBase }: SuitePlan): readonly Finding[] {
  if (brokenBase === null) return [];
  const title = `main could not be used: ${brokenBase}`;
  const reason = `${suite}: nothing was compared, since main could not be used: ${brokenBase}`;
  return [buildFinding('inconclusive', title, reason, { kind: 'unjudged', suite, prompt: null, subject: null })];
}

/** Its grounds were weighed when they were found. */
function findByRecord({ suite, verdict, title }: RecordedVerdict): Finding {
  return { verdict, title, reasons: [`${suite}: ${title}`], grounds: [] };
}

function findByDoubt({ suite, prompt, title, sentence }: Doubt): Finding {
  return buildFinding('inconclusive', title, sentence, { kind: 'unjudged', suite, prompt, subject: null });
}

function buildFinding(verdict: Verdict, title: string, reason: string, id: GroundId): Finding {
  return { verdict, title, reasons: [reason], grounds: verdict === 'pass' ? [] : [{ ...id, verdict }] };
}

/** What keeps a prompt from being judged at all; its headline says the cause. */
function findMissing(
  plan: SuitePlan,
  prompt: PromptPlan,
  { comparisons }: RunDecision,
  ledger: Ledger,
): readonly Finding[] {
  const missing = explainMissing(prompt, ledger, comparisons);
  const reasons = missing.length > 0 || prompt.base !== null ? missing : explainUnscored(plan, prompt, ledger);
  const { suite, id } = prompt;
  return reasons.map((reason) =>
    buildFinding('invalid', `could not be judged: ${reason}`, reason, {
      kind: 'unjudged',
      suite,
      prompt: id,
      subject: null,
    }),
  );
}

/** A new prompt passes where nothing speaks against it, so that a judge that hardly spoke at all must be heard of. */
function explainUnscored(plan: SuitePlan, prompt: PromptPlan, ledger: Ledger): readonly string[] {
  return prompt.metrics.flatMap((metric) => {
    const { name, gates } = metric;
    if (findGone(ledger, prompt, metric, ['candidate']) !== null) return [];
    const scores = gates ? candidateScores(plan, prompt, metric, ledger) : [];
    const missing = scores.filter(({ candidate }) => candidate.includes(null)).length;
    if (5 * missing <= scores.length) return [];
    const said = listScores(ledger, prompt, metric, 'candidate');
    const reasons = said.filter(({ score }) => score === null).map(({ reason }) => reason);
    const where = nameComparison({ suite: prompt.suite, prompt: prompt.id, metric: name });
    const reason = findCommonest(reasons)?.reason ?? 'no reason given';
    return [`${where}: ${missing} of ${scores.length} cases have no score: ${reason}`];
  });
}

function closeSentence(text: string): string {
  const end = /[.!?]$/.test(text) ? '' : '.';
  return text.charAt(0).toUpperCase() + text.slice(1) + end;
}
