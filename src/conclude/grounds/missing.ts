import type { Comparison } from '../../gate/comparison.ts';
import type { PromptPlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import type { Sample } from '../../run/ledger-arm.ts';
import { explainGap } from '../../scores/commonest.ts';
import { findGone } from '../../scores/gather.ts';
import { listSamples, listScores, readArm } from '../../scores/read.ts';

/** Stored answers were whole when they were kept. */
const drawnArms = ['base', 'candidate'] as const;

/** What keeps a prompt from being judged at all: why its answers are missing, else why the scores of a comparison that the gate calls invalid are; one sentence each. */
export function explainMissing(
  prompt: PromptPlan,
  ledger: Ledger,
  comparisons: readonly Comparison[],
): readonly string[] {
  const where = [...new Set([prompt.suite, prompt.id])].join(' / ');
  const refused = drawnArms.flatMap((arm) => explainRefused(arm, prompt, ledger));
  if (refused.length > 0) return refused.map((reason) => `${where}: ${reason}`);
  const gating = prompt.metrics.flatMap((metric) => {
    const one = comparisons.find(
      ({ suite, prompt: id, metric: name }) => suite === prompt.suite && id === prompt.id && name === metric.name,
    );
    return one?.gates && findGone(ledger, prompt, metric, drawnArms) === null ? [{ metric, verdict: one.verdict }] : [];
  });
  const invalid = gating.filter(({ verdict }) => verdict === 'invalid');
  // The gate says how much may be missing; of what it does not look at, a fifth.
  const silence = gating.length > 0 && invalid.length === 0 ? null : explainSilence(prompt, ledger);
  if (silence !== null) return [`${where}: ${silence}`];
  return invalid.flatMap(({ metric }) => {
    const said = drawnArms.flatMap((arm) => listScores(ledger, prompt, metric, arm));
    const missing = said.filter(({ score }) => score === null).map(({ reason }) => reason);
    return missing.length === 0 ? [] : [`${where} / ${metric.name}: ${explainGap('scores', said.length, missing)}`];
  });
}

/** An arm in which every request met the same client error says nothing about the prompt. */
function explainRefused(arm: string, prompt: PromptPlan, ledger: Ledger): readonly string[] {
  const refusal = readArm(ledger, prompt, arm).refusal();
  return refusal === null ? [] : [`every ${arm} request was refused with ${refusal.httpStatus}: ${refusal.reason}`];
}

/** Null where no arm lacks more than a fifth of its answers. */
function explainSilence(prompt: PromptPlan, ledger: Ledger): string | null {
  const silent = drawnArms.flatMap((arm) => {
    const samples = listSamples(ledger, prompt, arm);
    const missing = samples.filter(isMissing);
    return 5 * missing.length > samples.length ? [{ arm, samples, missing }] : [];
  });
  const [first] = silent;
  if (first === undefined) return null;
  const asked = silent.reduce((sum, { samples }) => sum + samples.length, 0);
  const reasons = silent.flatMap(({ missing }) =>
    missing.map(({ result }) => ('reason' in result ? result.reason : null)),
  );
  return explainGap(silent.length === 1 ? `${first.arm} answers` : 'answers', asked, reasons);
}

/** What is gone for good is no outage, and the gate speaks of it. */
function isMissing({ result }: Sample): boolean {
  return result.status === 'unavailable' && result.gone !== true;
}
