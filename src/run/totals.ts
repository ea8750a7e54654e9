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

/** Counts calls; tokens are those paid for in this run. */
export function countCalls(records: readonly CallRecord[]): CallTotals {
  const asked = records.filter((record) => !record.cached);
  const answered = asked.filter((record) => record.result.status !== 'unavailable');
  const usage = asked.flatMap(({ result }) =>
    result.status === 'answered' && result.usage !== null ? [result.usage] : [],
  );
  const judgeCalls = answered.filter((record) => record.call.purpose === 'judge').length;
  return {
    calls: answered.length,
    generationCalls: answered.length - judgeCalls,
    judgeCalls,
    cacheHits: records.length - asked.length,
    retries: asked.reduce((sum, record) => sum + Math.max(0, record.result.attempts - 1), 0),
    inputTokens: usage.reduce((sum, one) => sum + one.inputTokens, 0),
    outputTokens: usage.reduce((sum, one) => sum + one.outputTokens, 0),
  };
}

/** Micro-dollars of some calls; null where any call's cost is unknown. */
export function addMicroUsd(records: readonly CallRecord[]): number | null {
  return records.reduce<number | null>(
    (sum, { costMicroUsd }) => (sum === null || costMicroUsd === null ? null : sum + costMicroUsd),
    0,
  );
}

/** The same in dollars. */
export function addDollars(records: readonly CallRecord[]): number | null {
  const total = addMicroUsd(records);
  return total === null ? null : total / 1e6;
}

/** Micro-dollars known to be spent; a call without a known price counts as nothing. */
export function spentMicroUsd(records: readonly CallRecord[]): number {
  return records.reduce((sum, record) => sum + (record.costMicroUsd ?? 0), 0);
}
