import type { ModelCall, ModelResult } from '../ports.ts';
import type { CallRecord } from '../run/records.ts';

/** A call and what came of it, while it is in hand. */
export interface FinishedCall {
  readonly call: ModelCall;
  readonly result: ModelResult;
  readonly cached: boolean;
  /** Integer micro-dollars; null where the price or the usage is unknown, 0 for a cached answer. */
  readonly costMicroUsd: number | null;
  /** What it counts as under the run's budget. */
  readonly reckonedMicroUsd: number;
  /** When the answer came; null for a known one that does not say. */
  readonly answeredAtMs: number | null;
}

/** What a ledger keeps of it: all but the answer. */
export function describeCall({ call, result, cached, costMicroUsd, reckonedMicroUsd }: FinishedCall): CallRecord {
  const { purpose, key, arm, sample, owner, request } = call;
  const isAnswered = result.status === 'answered';
  return {
    purpose,
    key,
    arm,
    sample,
    owner,
    model: request.model,
    status: result.status,
    cached,
    latencyMs: result.latencyMs,
    attempts: result.attempts,
    costMicroUsd,
    reckonedMicroUsd,
    answeredAs: isAnswered ? result.model : null,
    fingerprint: isAnswered ? result.fingerprint : null,
    usage: isAnswered ? result.usage : null,
    reason: isAnswered ? null : result.reason,
    asked: purpose === 'judge' ? request : null,
  };
}
