import type { RateFacts } from '../../ports.ts';
import type { Fault } from './fault.ts';

/** Reads what came beside an answer: a wait only where a limit is spent. */
export function readAnswerRate(headers: Headers, nowMs: number): RateFacts {
  const remaining = readRemaining(headers);
  const isSpent = remaining.remainingRequests === 0 || remaining.remainingTokens === 0;
  return {
    ...remaining,
    isLimited: false,
    waitMs: isSpent ? readResetMs(headers, nowMs) : null,
    headers: keep(headers),
  };
}

/** Reads what came beside a fault: how long to wait by `Retry-After`, by its body, or by the reset of a limit (429). */
export function readFaultRate(headers: Headers, fault: Fault, nowMs: number): RateFacts {
  const { status, delay, message } = fault;
  const named = parseRetryAfterMs(headers, nowMs) ?? parseDuration(delay) ?? parseDuration(findDuration(message));
  const waitMs = named ?? (status === 429 ? readResetMs(headers, nowMs) : null);
  return { ...readRemaining(headers), isLimited: isAboutPace(fault), waitMs, headers: keep(headers) };
}

/** A fault that any request would have met at that moment: 429, 503, Anthropic's 529, or words that say so. */
function isAboutPace({ status, code, type, message }: Fault): boolean {
  const words = /rate.?limit|too.?many.?requests|throttl|overloaded|resource.?exhausted|per[ -]minute/i;
  return status === 429 || status === 503 || status === 529 || words.test(`${code} ${type} ${message}`);
}

function readRemaining(headers: Headers): Pick<RateFacts, 'remainingRequests' | 'remainingTokens'> {
  const left = (name: string) => parseNumber(headers.get(name));
  const requests = ['x-ratelimit-remaining-requests', 'x-ratelimit-remaining', 'ratelimit-remaining'].map(left);
  return {
    remainingRequests: requests.find((count) => count !== null) ?? null,
    remainingTokens: left('x-ratelimit-remaining-tokens'),
  };
}

function keep(headers: Headers): RateFacts['headers'] {
  return Object.fromEntries(
    [...headers].filter(([name]) => /^(x-ratelimit-|ratelimit-|retry-after|x-request-id$)/.test(name)),
  );
}

/** "Please retry in 8.99s", "Try again in 5 seconds", "try again in 1m30s". */
function findDuration(message: string): string {
  return /\b(?:retry|try again)(?: after| in)? ((?:\d+(?:\.\d+)? ?[a-z]+ ?)+)/i.exec(message)?.[1] ?? '';
}

/** Milliseconds until a limit is lifted: that of all requests (OpenRouter, the IETF's draft), else the latest of the limits that have names (OpenAI, Azure, Groq) and may be spent. */
function readResetMs(headers: Headers, nowMs: number): number | null {
  const common = ['x-ratelimit-reset', 'ratelimit-reset'].map((name) => parseReset(headers.get(name), nowMs));
  const named = ['requests', 'tokens'].flatMap((limit) => {
    const left = parseNumber(headers.get(`x-ratelimit-remaining-${limit}`)) ?? 0;
    return left > 0 ? [] : (parseReset(headers.get(`x-ratelimit-reset-${limit}`), nowMs) ?? []);
  });
  return common.find((ms) => ms !== null) ?? (named.length === 0 ? null : Math.max(...named));
}

/** Reads seconds to wait, a moment in seconds or milliseconds since 1970, or a duration with units. */
function parseReset(value: string | null, nowMs: number): number | null {
  const reset = parseNumber(value);
  if (reset === null) return parseDuration(value ?? '');
  const moment = reset > 1e12 ? reset : reset > 1e9 ? reset * 1000 : nowMs + reset * 1000;
  return Math.max(0, moment - nowMs);
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

/** Reads `retry-after-ms`, else `retry-after` as seconds or an HTTP date; null where neither is readable, 0 for a past date. */
function parseRetryAfterMs(headers: Headers, nowMs: number): number | null {
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
