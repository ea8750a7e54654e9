import { baseCases, hasChanged, type PromptPlan } from '../../plan/suite-plan.ts';
import type { PromptTokens } from '../../report/prompt-changes.ts';
import type { Ledger } from '../../run/ledger.ts';
import type { ArmLedger } from '../../run/ledger-arm.ts';
import type { BaseArm } from '../../run/sample-key.ts';
import { readArm } from '../../scores/read.ts';

/** Prompt tokens of a call on both sides, the mean of the gated cases that the change reaches; null where no case has a count on both. */
export function measureTokens(prompt: PromptPlan, ledger: Ledger, baseArm: BaseArm): PromptTokens | null {
  if (!hasChanged(prompt)) return null;
  const [ours, theirs] = [readArm(ledger, prompt, baseArm), readArm(ledger, prompt, 'candidate')];
  const pairs = baseCases(prompt)
    .filter(({ isSame }) => !isSame)
    .flatMap(({ id }) => {
      const [base, candidate] = [meanTokens(ours, id), meanTokens(theirs, id)];
      return base === null || candidate === null ? [] : [{ base, candidate }];
    });
  if (pairs.length === 0) return null;
  return {
    base: mean(pairs.map(({ base }) => base)),
    candidate: mean(pairs.map(({ candidate }) => candidate)),
    cases: pairs.length,
  };
}

function meanTokens(arm: ArmLedger, id: string): number | null {
  const counts = arm.samples(id).flatMap((sample) => {
    const tokens = sample?.result.status === 'answered' ? (sample.result.usage?.inputTokens ?? 0) : 0;
    return tokens > 0 ? [tokens] : [];
  });
  return counts.length === 0 ? null : mean(counts);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
