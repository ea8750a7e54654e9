import type { Session } from '../../execute/session.ts';
import type { Comparison } from '../../gate/comparison.ts';
import type { PromptPlan } from '../../plan/suite-plan.ts';
import type { SampleRecord } from '../../run/records.ts';
import { explainGap } from '../../scores/commonest.ts';
import { isGone } from '../../scores/gone.ts';

/** What keeps a prompt from being judged at all: why its answers are missing, else why the scores of a comparison that the gate calls invalid are; one sentence each. */
export function explainMissing(
  prompt: PromptPlan,
  { samples, scores }: Session,
  comparisons: readonly Comparison[],
): readonly string[] {
  const isOwn = (one: { readonly suite: string | null; readonly prompt: string | null }) =>
    one.suite === prompt.suite && one.prompt === prompt.id;
  const where = [...new Set([prompt.suite, prompt.id])].join(' / ');
  const own = samples.filter(
    (one) => isOwn({ suite: one.prompt.suite, prompt: one.prompt.id }) && one.arm !== 'stored',
  );
  const refused = (['base', 'candidate'] as const).flatMap((arm) => explainRefused(arm, own));
  if (refused.length > 0) return refused.map((reason) => `${where}: ${reason}`);
  const gating = comparisons.filter((one) => isOwn(one) && one.gates && !isGone(one.reason));
  const invalid = gating.filter(({ verdict }) => verdict === 'invalid');
  // The gate says how much may be missing; of what it does not look at, a fifth.
  const silence = gating.length > 0 && invalid.length === 0 ? null : explainSilence(own);
  if (silence !== null) return [`${where}: ${silence}`];
  return invalid.flatMap(({ metric }) => {
    const records = scores.filter((one) => isOwn(one) && one.metric === metric && one.arm !== 'stored');
    const missing = records.filter(({ score }) => score === null).map(({ reason }) => reason);
    return missing.length === 0 ? [] : [`${where} / ${metric}: ${explainGap('scores', records.length, missing)}`];
  });
}

/** An arm in which every request met the same client error says nothing about the prompt. */
function explainRefused(arm: SampleRecord['arm'], own: readonly SampleRecord[]): readonly string[] {
  const results = own.filter((sample) => sample.arm === arm).map(({ result }) => result);
  const rejected = results.filter((result) => result.status === 'rejected');
  const [status, ...others] = new Set(rejected.map(({ httpStatus }) => httpStatus));
  if (results.length === 0 || rejected.length < results.length || others.length > 0) return [];
  return [`every ${arm} request was refused with ${status}: ${rejected[0]?.reason}`];
}

/** Null where no arm lacks more than a fifth of its answers. */
function explainSilence(own: readonly SampleRecord[]): string | null {
  const arms = (['base', 'candidate'] as const).filter((arm) => {
    const results = own.filter((sample) => sample.arm === arm);
    return 5 * results.filter(isMissing).length > results.length;
  });
  const asked = own.filter(({ arm }) => arms.some((one) => one === arm));
  const missing = asked.filter(isMissing).map(({ result }) => ('reason' in result ? result.reason : null));
  if (missing.length === 0) return null;
  const [arm] = arms;
  return explainGap(arms.length === 1 ? `${arm} answers` : 'answers', asked.length, missing);
}

/** What is gone for good is no outage, and the gate speaks of it. */
function isMissing({ result }: SampleRecord): boolean {
  return result.status === 'unavailable' && !isGone(result.reason);
}
