import type { CallRecord } from './records.ts';

/** Counts of a run's calls: requests answered (without cache hits and retries), cache hits, retries, tokens. */
export interface CallTotals {
  readonly calls: number;
  readonly generationCalls: number;
  readonly judgeCalls: number;
  readonly cacheHits: number;
  readonly retries: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What some calls came to, kept as they end: no call is held. */
export interface CallSums extends CallTotals {
  /** Finished calls, cached ones among them. */
  readonly records: number;
  /** Micro-dollars that count as spent under the budget; what was spent where no call is unpriced. */
  readonly spentMicroUsd: number;
  /** Calls whose cost is not known. */
  readonly unpriced: number;
  /** Calls that were asked, with an answer or without. */
  readonly asked: number;
}

/** Of no calls at all. */
export const noCalls: CallSums = {
  calls: 0,
  generationCalls: 0,
  judgeCalls: 0,
  cacheHits: 0,
  retries: 0,
  inputTokens: 0,
  outputTokens: 0,
  records: 0,
  spentMicroUsd: 0,
  unpriced: 0,
  asked: 0,
};

/** What one call comes to; tokens are those paid for in this run. */
export function countCall(record: CallRecord): CallSums {
  const { purpose, status, cached, attempts, usage, costMicroUsd, reckonedMicroUsd } = record;
  const asked = cached ? 0 : 1;
  const answered = status === 'unavailable' ? 0 : asked;
  const isJudge = purpose === 'judge';
  return {
    calls: answered,
    generationCalls: isJudge ? 0 : answered,
    judgeCalls: isJudge ? answered : 0,
    cacheHits: 1 - asked,
    retries: asked * Math.max(0, attempts - 1),
    inputTokens: asked * (usage?.inputTokens ?? 0),
    outputTokens: asked * (usage?.outputTokens ?? 0),
    records: 1,
    spentMicroUsd: reckonedMicroUsd,
    unpriced: costMicroUsd === null ? 1 : 0,
    asked,
  };
}

/** Adds two sums, member by member. */
export function addCalls(a: CallSums, b: CallSums): CallSums {
  return combine(a, b, 1);
}

/** What came after an earlier sum of the same calls. */
export function subtractCalls(after: CallSums, before: CallSums): CallSums {
  return combine(after, before, -1);
}

const members = Object.keys(noCalls) as readonly (keyof CallSums)[];

function combine(a: CallSums, b: CallSums, sign: 1 | -1): CallSums {
  const sum: { -readonly [name in keyof CallSums]: number } = { ...a };
  for (const name of members) sum[name] += sign * b[name];
  return sum;
}

/** The counts that people are shown. */
export function totalsOf(sums: CallSums): CallTotals {
  const { calls, generationCalls, judgeCalls, cacheHits, retries, inputTokens, outputTokens } = sums;
  return { calls, generationCalls, judgeCalls, cacheHits, retries, inputTokens, outputTokens };
}

/** Micro-dollars of some calls; null where any call's cost is unknown. */
export function costMicroUsdOf({ spentMicroUsd, unpriced }: CallSums): number | null {
  return unpriced > 0 ? null : spentMicroUsd;
}

/** The same in dollars. */
export function costUsdOf(sums: CallSums): number | null {
  const cost = costMicroUsdOf(sums);
  return cost === null ? null : cost / 1e6;
}
