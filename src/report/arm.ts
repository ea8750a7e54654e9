import type { Price } from '../config/config.ts';
import { costOfAnswer, priceOf } from '../prices/price-of.ts';
import type { ResultFacts } from '../run/ledger-arm.ts';
import type { ArmReport } from './prompt-report.ts';

/** Sums up what came of one arm's requests; null where there were none. */
export function summariseArm(
  model: string,
  results: readonly ResultFacts[],
  prices: { readonly [model: string]: Price },
): ArmReport | null {
  if (results.length === 0) return null;
  const answers = results.filter((result) => result.status === 'answered');
  const price = priceOf(model, prices);
  const costs = answers.map((answer) => costOfAnswer(answer, price));
  const cost = costs.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  const finishReasons: Record<string, number> = {};
  for (const { finishReason } of answers) finishReasons[finishReason] = (finishReasons[finishReason] ?? 0) + 1;
  const count = (holds: (answer: (typeof answers)[number]) => boolean) => answers.filter(holds).length;
  const unavailable = results.filter((result) => result.status === 'unavailable');
  return {
    model,
    answeredAs: [...new Set(answers.flatMap((answer) => answer.model ?? []))].sort(),
    answered: answers.length,
    rejected: results.filter((result) => result.status === 'rejected').length,
    unavailable: unavailable.length,
    unavailableReasons: [...new Set(unavailable.map((result) => result.reason))].slice(0, 5),
    hung: results.filter(({ hung }) => hung !== undefined).length,
    finishReasons,
    empty: count(({ broken }) => broken === 'empty'),
    refused: count(({ broken }) => broken === 'refused'),
    truncated: count(({ broken }) => broken === 'truncated'),
    reasoningDropped: count(({ reasoningDropped }) => reasoningDropped),
    inputTokens: sum(answers.map((answer) => answer.usage?.inputTokens ?? 0)),
    outputTokens: sum(answers.map((answer) => answer.usage?.outputTokens ?? 0)),
    costMicroUsd: cost,
    costPerThousandMicroUsd: cost === null || answers.length === 0 ? null : Math.round((cost * 1000) / answers.length),
    // A stored answer has no time of its own.
    latencyMedianMs: median(answers.map((answer) => answer.latencyMs).filter((ms) => ms > 0)),
    lengthMedian: median(answers.map((answer) => answer.length)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}
