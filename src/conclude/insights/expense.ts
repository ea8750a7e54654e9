import type { Price } from '../../config/config.ts';
import type { PromptPlan } from '../../plan/suite-plan.ts';
import { costMicroUsd, priceOf } from '../../prices/price-of.ts';
import type { SampleRecord } from '../../run/records.ts';
import { logRatioInterval, type RatioInterval } from '../../statistics/log-ratio.ts';

/** How the candidate's answers compare with the base's in cost and time, case by case; null where it cannot be told. */
export interface ExpenseRatios {
  readonly cost: RatioInterval | null;
  readonly latency: RatioInterval | null;
}

/** Compares sample 0 of both arms of a prompt on the log ratio. Stored answers have no time, and their cost is that of their tokens. */
export function compareExpense(
  prompt: PromptPlan,
  samples: readonly SampleRecord[],
  baseArm: 'base' | 'stored',
  prices: { readonly [model: string]: Price },
): ExpenseRatios {
  const first = samples.filter(
    (one) => one.prompt.suite === prompt.suite && one.prompt.id === prompt.id && one.sample === 0,
  );
  const candidates = new Map(first.filter((one) => one.arm === 'candidate').map((one) => [one.case.id, one]));
  const pairs = first.flatMap((base) => {
    const candidate = base.arm === baseArm ? candidates.get(base.case.id) : undefined;
    return candidate === undefined ? [] : [[base, candidate] as const];
  });
  const compare = (measure: (sample: SampleRecord) => number) =>
    logRatioInterval(pairs.map(([base, candidate]) => [measure(base), measure(candidate)]));
  return { cost: compare((sample) => costOf(sample, prices)), latency: compare(latencyOf) };
}

function costOf({ prompt, arm, result }: SampleRecord, prices: { readonly [model: string]: Price }): number {
  const model = (arm === 'candidate' ? prompt.candidate : prompt.base)?.model ?? '';
  return result.status === 'answered' ? (costMicroUsd(result.usage, priceOf(model, prices)) ?? 0) : 0;
}

function latencyOf({ result }: SampleRecord): number {
  return result.status === 'answered' ? result.latencyMs : 0;
}
