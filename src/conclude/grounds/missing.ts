import type { Comparison } from '../../gate/comparison.ts';
import { lacksTooMany } from '../../gate/measurement.ts';
import { nameComparison, namePrompt } from '../../gate/reason.ts';
import { ofMetric } from '../../plan/of-metric.ts';
import type { PromptPlan, SuitePlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import type { Sample } from '../../run/ledger-arm.ts';
import type { Arm } from '../../run/sample-key.ts';
import { explainGap, findCommonest } from '../../scores/commonest.ts';
import { findGone } from '../../scores/gather.ts';
import { listSamples, listScores, readArm } from '../../scores/read.ts';
import { count } from '../../text/prose.ts';
import { candidateScores } from '../candidate-scores.ts';
import { type Statement, stateAtOnce } from '../statement.ts';

/** What keeps the prompts of a suite from being judged at all; the headline says the cause. */
export function stateMissing(
  plan: SuitePlan,
  ledger: Ledger,
  comparisons: readonly Comparison[],
): readonly Statement[] {
  const judged = plan.prompts.filter(({ shownOnly }) => !shownOnly);
  return judged.flatMap((prompt) => {
    const missing = explainMissing(prompt, ledger, comparisons);
    const isSilent = missing.length === 0 && prompt.base === null;
    const reasons = isSilent ? explainUnscored(plan, prompt, ledger) : missing;
    const id = { kind: 'unjudged', suite: prompt.suite, prompt: prompt.id, subject: null } as const;
    return reasons.map((reason) => stateAtOnce('invalid', id, reason, 'could not be judged: '));
  });
}

/** Stored answers were whole when they were kept. */
const drawnArms = ['base', 'candidate'] as const;

/** Why a prompt's answers are missing, else why the scores of a comparison that the gate calls invalid are; one sentence each. */
function explainMissing(prompt: PromptPlan, ledger: Ledger, comparisons: readonly Comparison[]): readonly string[] {
  const where = namePrompt(prompt);
  const refused = drawnArms.flatMap((arm) => explainRefused(arm, prompt, ledger));
  if (refused.length > 0) return refused.map((reason) => `${where}: ${reason}`);
  const gating = prompt.metrics.flatMap((metric) => {
    const own = ofMetric(comparisons, prompt, metric);
    return own?.gates && !own.gone ? [{ metric, verdict: own.verdict }] : [];
  });
  const invalid = gating.filter(({ verdict }) => verdict === 'invalid');
  // The gate says how much may be missing; of what it does not look at, its rule holds, too.
  const silence = gating.length > 0 && invalid.length === 0 ? null : explainSilence(prompt, ledger);
  if (silence !== null) return [`${where}: ${silence}`];
  return invalid.flatMap(({ metric }) => {
    const said = drawnArms.flatMap((arm) => listScores(ledger, prompt, metric, arm));
    const missing = said.filter(({ score }) => score === null).map(({ reason }) => reason);
    return missing.length === 0
      ? []
      : [
          `${nameComparison({ suite: prompt.suite, prompt: prompt.id, metric: metric.name })}: ${explainGap('scores', said.length, missing)}`,
        ];
  });
}

/** An arm in which every request met the same client error says nothing about the prompt. */
function explainRefused(arm: Arm, prompt: PromptPlan, ledger: Ledger): readonly string[] {
  const refusal = readArm(ledger, prompt, arm).refusal();
  return refusal === null ? [] : [`every ${arm} request was refused with ${refusal.httpStatus}: ${refusal.reason}`];
}

const answersOf = { base: 'answers of the base', candidate: 'answers of this change' } as const;

/** Null where no arm lacks too many of its answers. */
function explainSilence(prompt: PromptPlan, ledger: Ledger): string | null {
  const silent = drawnArms.flatMap((arm) => {
    const samples = listSamples(ledger, prompt, arm);
    const missing = samples.filter(isMissing);
    return lacksTooMany(missing.length, samples.length) ? [{ arm, samples, missing }] : [];
  });
  const [first] = silent;
  if (first === undefined) return null;
  const asked = silent.reduce((sum, { samples }) => sum + samples.length, 0);
  const reasons = silent.flatMap(({ missing }) =>
    missing.map(({ result }) => ('reason' in result ? result.reason : null)),
  );
  return explainGap(silent.length === 1 ? answersOf[first.arm] : 'answers', asked, reasons);
}

/** What is gone for good is no outage, and the gate speaks of it. */
function isMissing({ result }: Sample): boolean {
  return result.status === 'unavailable' && result.gone !== true;
}

/** A new prompt passes where nothing speaks against it, so that a judge that hardly spoke at all must be heard of. */
function explainUnscored(plan: SuitePlan, prompt: PromptPlan, ledger: Ledger): readonly string[] {
  return prompt.metrics.flatMap((metric) => {
    if (findGone(ledger, prompt, metric, ['candidate']) !== null) return [];
    const scores = metric.gates ? candidateScores(plan, prompt, metric, ledger) : [];
    const missing = scores.filter(({ candidate }) => candidate.includes(null)).length;
    if (!lacksTooMany(missing, scores.length)) return [];
    const said = listScores(ledger, prompt, metric, 'candidate');
    const reasons = said.filter(({ score }) => score === null).map(({ reason }) => reason);
    const where = nameComparison({ suite: prompt.suite, prompt: prompt.id, metric: metric.name });
    const reason = findCommonest(reasons)?.reason ?? 'no reason given';
    return [`${where}: ${missing} of ${count(scores.length, 'case')} have no score: ${reason}`];
  });
}
