import type { GatedComparison } from '../gate/measurement.ts';
import { hears, type Metric } from '../plan/metric.ts';
import type { Arm, PromptPlan } from '../plan/suite-plan.ts';
import type { ScoreRecord } from '../run/records.ts';

const words = { model: "main's model is gone", judge: "main's judge is gone" } as const;

/** The reason of a score that nobody can ever give again: the endpoint no longer serves what main asks, and the change asks another. */
export function explainGone(what: keyof typeof words, said: string): string {
  return `${words[what]}: ${said}`;
}

/** True for such a reason. */
export function isGone(reason: string | null): boolean {
  return Object.values(words).some((start) => reason?.startsWith(start) ?? false);
}

/** Why scores of a metric, or of a member of its panel, are gone in one of some arms; null where none is. */
export function findGone(
  scores: readonly ScoreRecord[],
  { suite, id }: PromptPlan,
  metric: Metric,
  arms: readonly Arm[],
): string | null {
  const isOwn = (one: ScoreRecord) => one.suite === suite && one.prompt === id && hears(metric, one.metric);
  const found = scores.find((one) => one.score === null && isGone(one.reason) && isOwn(one) && arms.includes(one.arm));
  return found?.reason ?? null;
}

/** A comparison, told why one of some arms is gone where it is. */
export function withGone(
  comparison: GatedComparison,
  scores: readonly ScoreRecord[],
  prompt: PromptPlan,
  metric: Metric,
  arms: readonly Arm[],
): GatedComparison {
  const gone = findGone(scores, prompt, metric, arms);
  return gone === null ? comparison : { ...comparison, input: { ...comparison.input, gone } };
}
