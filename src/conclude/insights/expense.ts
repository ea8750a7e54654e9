import type { Price } from '../../config/config.ts';
import type { PromptPlan } from '../../plan/suite-plan.ts';
import { costMicroUsd, priceOf } from '../../prices/price-of.ts';
import type { Ledger } from '../../run/ledger.ts';
import type { Sample } from '../../run/ledger-arm.ts';
import type { BaseArm } from '../../run/sample-key.ts';
import { readArm } from '../../scores/read.ts';
import { logRatioInterval, type RatioInterval } from '../../statistics/log-ratio.ts';

/** How the candidate's answers compare with the base's in cost and time, case by case; null where it cannot be told. */
export interface ExpenseRatios {
  readonly cost: RatioInterval | null;
  readonly latency: RatioInterval | null;
}

/** Compares sample 0 of both arms of a prompt on the log ratio. Stored answers have no time, and their cost is that of their tokens. */
export function compareExpense(
  prompt: PromptPlan,
  ledger: Ledger,
  baseArm: BaseArm,
  prices: { readonly [model: string]: Price },
): ExpenseRatios {
  const [ours, theirs] = [readArm(ledger, prompt, baseArm), readArm(ledger, prompt, 'candidate')];
  const pairs = prompt.cases.flatMap(({ id }) => {
    const [base, candidate] = [ours.sample(id, 0), theirs.sample(id, 0)];
    return base === null || candidate === null ? [] : [[base, candidate] as const];
  });
  const compare = (measure: (sample: Sample) => number) =>
    logRatioInterval(pairs.map(([base, candidate]) => [measure(base), measure(candidate)]));
  return { cost: compare((sample) => costOf(prompt, sample, prices)), latency: compare(latencyOf) };
}

function costOf(
  { base, candidate }: PromptPlan,
  { arm, result }: Sample,
  prices: { readonly [model: string]: Price },
): number {
  const model = (arm === 'candidate' ? candidate : base)?.model ?? '';
  return result.status === 'answered' ? (costMicroUsd(result.usage, priceOf(model, prices)) ?? 0) : 0;
}

function latencyOf({ result }: Sample): number {
  return result.status === 'answered' ? result.latencyMs : 0;
}
