/** How often and how long to wait before a request counts as unanswered. */
export interface RetryPolicy {
  /** All attempts, the first included. */
  readonly maxAttempts: number;
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  /** A provider that asks for a longer pause is not asked again. */
  readonly maxRetryAfterMs: number;
}

/** Five attempts: up to 1, 2, 4 and 8 seconds between them, or what the provider asks for up to two minutes. */
export const defaultRetryPolicy: RetryPolicy = {
  maxAttempts: 5,
  baseDelayMs: 1000,
  maxDelayMs: 30_000,
  maxRetryAfterMs: 120_000,
};

/**
 * Milliseconds to wait after attempt number `attempt` (from 1), or null where the provider asks for more than the policy allows.
 * Without a word from the provider: exponential back-off with full jitter, `random` in 0..1. With one: that, plus some jitter so that waiters do not return together.
 */
export function computeDelayMs(
  attempt: number,
  retryAfterMs: number | null,
  random: number,
  policy: RetryPolicy,
): number | null {
  if (retryAfterMs === null) return random * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (attempt - 1));
  return retryAfterMs > policy.maxRetryAfterMs ? null : retryAfterMs + random * policy.baseDelayMs;
}

/** Reads `retry-after-ms`, else `retry-after` as seconds or an HTTP date; null where neither is there or readable, 0 for a past date. */
export function parseRetryAfterMs(headers: Headers, nowMs: number): number | null {
  const milliseconds = parseNumber(headers.get('retry-after-ms'));
  if (milliseconds !== null) return milliseconds;
  const value = headers.get('retry-after');
  const seconds = parseNumber(value);
  if (seconds !== null) return seconds * 1000;
  const date = Date.parse(value ?? '');
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

function parseNumber(text: string | null): number | null {
  return text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null;
}

/** Waits, or rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  // A signal of its own: Node warns of a leak when more than ten waiters listen to one.
  const own = AbortSignal.any([signal]);
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(own.reason);
    };
    const timer = setTimeout(() => {
      own.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (own.aborted) stop();
    else own.addEventListener('abort', stop, { once: true });
  });
}
