import type { Attempt, ModelResult } from '../ports.ts';
import { leastPatienceMs } from './patience.ts';

/** How often and how long to wait before a request counts as unanswered. */
export interface RetryPolicy {
  /** All attempts, the first included. */
  readonly maxAttempts: number;
  /** All attempts, where the last one was refused for the pace alone. */
  readonly maxRefused: number;
  /** Attempts that hung. */
  readonly maxHung: number;
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  /** A provider that asks for a longer pause is not asked again. */
  readonly maxWaitMs: number;
}

/**
 * Five attempts: up to 1, 2, 4 and 8 seconds between them, or what the provider asks for up to two minutes. Nine where it
 * refuses for the pace: their waits add up to a minute at least, the longest window in which requests are counted.
 */
export const retryPolicy: RetryPolicy = {
  maxAttempts: 5,
  maxRefused: 9,
  maxHung: 3,
  baseDelayMs: 1000,
  maxDelayMs: 30_000,
  maxWaitMs: 120_000,
};

/** No other attempt, whatever comes of this one. */
export const lastTry: RetryPolicy = { ...retryPolicy, maxAttempts: 1, maxRefused: 1, maxHung: 1 };

/** The attempts at one call so far; `doubts` are those that came to a fault that nobody knows, `hung` those that were broken off. */
export interface Tries {
  readonly attempts: number;
  readonly doubts: number;
  readonly hung: number;
}

/** Before the first attempt. */
export const noTries: Tries = { attempts: 0, doubts: 0, hung: 0 };

/** What follows from an attempt: it is over, with a result that counts all attempts, or the call is asked again later. */
export type NextTry =
  | { readonly kind: 'over'; readonly result: ModelResult }
  | { readonly kind: 'again'; readonly tries: Tries; readonly delayMs: number };

/** Decides on another attempt after the latest one, which is not among the tries yet; `jitter` is in 0..1. */
export function decideNext(earlier: Tries, attempt: Attempt, jitter: number, policy: RetryPolicy): NextTry {
  const { result, rate } = attempt;
  const tries = countTry(earlier, attempt);
  const total = { ...result, attempts: tries.attempts, ...countHung(result, tries) };
  if (result.status !== 'unavailable' || isHopeless(tries, attempt, policy)) return { kind: 'over', result: total };
  const delayMs = computeDelayMs(tries.attempts, rate, jitter, policy);
  if (delayMs !== null) return { kind: 'again', tries, delayMs };
  const reason = `${result.reason}; the provider asks to wait ${Math.ceil((rate.waitMs ?? 0) / 1000)} s`;
  return { kind: 'over', result: { ...total, reason } as ModelResult };
}

function countTry({ attempts, doubts, hung }: Tries, { result, again }: Attempt): Tries {
  return {
    attempts: attempts + result.attempts,
    doubts: doubts + (again === 'once' ? 1 : 0),
    hung: hung + (result.hung ?? 0),
  };
}

function isHopeless({ attempts, doubts, hung }: Tries, { again, rate }: Attempt, policy: RetryPolicy): boolean {
  const most = rate.isLimited ? policy.maxRefused : policy.maxAttempts;
  return again === 'never' || attempts >= most || doubts > 1 || hung >= policy.maxHung;
}

/** An answer that takes as long as what was given up on shows that those were slow, and did not hang. */
function countHung(result: ModelResult, { hung }: Tries): Pick<ModelResult, 'hung'> {
  const wasSlow = result.status === 'answered' && result.latencyMs >= leastPatienceMs;
  return hung === 0 || wasSlow ? {} : { hung };
}

/**
 * Milliseconds to wait after attempt number `attempt` (from 1), or null where the provider asks for more than the policy
 * allows. With a word from the provider: that, plus some jitter. Without one exponential back-off: with full jitter, after a
 * refusal for the pace at least half of it.
 */
export function computeDelayMs(
  attempt: number,
  { waitMs, isLimited }: Pick<Attempt['rate'], 'waitMs' | 'isLimited'>,
  jitter: number,
  { baseDelayMs, maxDelayMs, maxWaitMs }: RetryPolicy,
): number | null {
  if (waitMs !== null) return waitMs > maxWaitMs ? null : waitMs + jitter * baseDelayMs;
  const mostMs = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1));
  return mostMs * (isLimited ? (1 + jitter) / 2 : jitter);
}
