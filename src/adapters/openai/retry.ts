import type { Fault } from './fault.ts';

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

/** How long a fault asks to wait: by `Retry-After`, in its body, or by the headers that say when a limit is lifted; null where it does not say. */
export function readDelayMs(headers: Headers, { status, delay, message }: Fault, nowMs: number): number | null {
  const named = parseRetryAfterMs(headers, nowMs) ?? parseDuration(delay) ?? parseDuration(findDuration(message));
  return named ?? (status === 429 ? readResetMs(headers, nowMs) : null);
}

/** "Please retry in 8.99s", "Try again in 5 seconds", "try again in 1m30s". */
function findDuration(message: string): string {
  return /\b(?:retry|try again)(?: after| in)? ((?:\d+(?:\.\d+)? ?[a-z]+ ?)+)/i.exec(message)?.[1] ?? '';
}

/** Reads `x-ratelimit-reset` (seconds to wait, or a moment in seconds or milliseconds), and those of OpenAI, one for each limit, of which the spent ones count. */
function readResetMs(headers: Headers, nowMs: number): number | null {
  const value = headers.get('x-ratelimit-reset');
  const reset = parseNumber(value);
  if (reset !== null) {
    const moment = reset > 1e12 ? reset : reset > 1e9 ? reset * 1000 : nowMs + reset * 1000;
    return Math.max(0, moment - nowMs);
  }
  const waits = ['requests', 'tokens'].flatMap((limit) => {
    const isSpent = parseNumber(headers.get(`x-ratelimit-remaining-${limit}`)) === 0;
    return isSpent ? (parseDuration(headers.get(`x-ratelimit-reset-${limit}`) ?? '') ?? []) : [];
  });
  return parseDuration(value ?? '') ?? (waits.length === 0 ? null : Math.max(...waits));
}

const unitsMs: readonly (readonly [RegExp, number])[] = [
  [/^(ms$|millis)/, 1],
  [/^s(ec|$)/, 1000],
  [/^m(in|$)/, 60_000],
  [/^h(our|$)/, 3_600_000],
];

/** Milliseconds of `8.9s`, `6m0s`, `120ms`, `5 seconds`; null for anything else. */
function parseDuration(text: string): number | null {
  const parts = [...text.toLowerCase().matchAll(/(\d+(?:\.\d+)?) ?([a-z]+)/g)];
  const times = parts.map(([, count, unit]) => {
    const ms = unitsMs.find(([name]) => name.test(unit as string))?.[1];
    return ms === undefined ? null : Number(count) * ms;
  });
  return times.length === 0 ? null : times.reduce((sum, ms) => (sum === null || ms === null ? null : sum + ms), 0);
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
