import type { Attempt, ModelResult } from '../ports.ts';

/** How often and how long to wait before a request counts as unanswered. */
export interface RetryPolicy {
  /** All attempts, the first included. */
  readonly maxAttempts: number;
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  /** A provider that asks for a longer pause is not asked again. */
  readonly maxWaitMs: number;
}

/** Five attempts: up to 1, 2, 4 and 8 seconds between them, or what the provider asks for up to two minutes. */
export const retryPolicy: RetryPolicy = {
  maxAttempts: 5,
  baseDelayMs: 1000,
  maxDelayMs: 30_000,
  maxWaitMs: 120_000,
};

/** No other attempt, whatever comes of this one. */
export const lastTry: RetryPolicy = { ...retryPolicy, maxAttempts: 1 };

/** The attempts at one call so far; `doubts` are those that came to a fault that nobody knows. */
export interface Tries {
  readonly attempts: number;
  readonly doubts: number;
}

/** Before the first attempt. */
export const noTries: Tries = { attempts: 0, doubts: 0 };

/** What follows from an attempt: it is over, with a result that counts all attempts, or the call is asked again later. */
export type NextTry =
  | { readonly kind: 'over'; readonly result: ModelResult }
  | { readonly kind: 'again'; readonly tries: Tries; readonly delayMs: number };

/** Decides on another attempt after the latest one, which is not among the tries yet; `jitter` is in 0..1. */
export function decideNext(
  { attempts: earlier, doubts: doubted }: Tries,
  { result, again, rate: { waitMs } }: Attempt,
  jitter: number,
  policy: RetryPolicy,
): NextTry {
  const attempts = earlier + result.attempts;
  const doubts = doubted + (again === 'once' ? 1 : 0);
  const isHopeless = again === 'never' || attempts >= policy.maxAttempts || doubts > 1;
  if (isHopeless || result.status !== 'unavailable') return { kind: 'over', result: { ...result, attempts } };
  const delayMs = computeDelayMs(attempts, waitMs, jitter, policy);
  if (delayMs !== null) return { kind: 'again', tries: { attempts, doubts }, delayMs };
  const reason = `${result.reason}; the provider asks to wait ${Math.ceil((waitMs ?? 0) / 1000)} s`;
  return { kind: 'over', result: { ...result, reason, attempts } };
}

/**
 * Milliseconds to wait after attempt number `attempt` (from 1), or null where the provider asks for more than the policy
 * allows. Without a word from the provider: exponential back-off with full jitter. With one: that, plus some jitter.
 */
export function computeDelayMs(
  attempt: number,
  waitMs: number | null,
  jitter: number,
  policy: RetryPolicy,
): number | null {
  if (waitMs === null) return jitter * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (attempt - 1));
  return waitMs > policy.maxWaitMs ? null : waitMs + jitter * policy.baseDelayMs;
}
