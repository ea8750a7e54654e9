import { type GithubError, isRateLimit, type RefusedRequest } from './github-error.ts';

/** How many milliseconds GitHub asks to wait before the same may be asked again; null where it was not for the pace that it refused. */
export function askedPauseMs({ cause, reason }: GithubError): number | null {
  const refused = cause as RefusedRequest;
  if (!isRateLimit(refused, reason)) return null;
  const headers = refused.response?.headers ?? {};
  const seconds = Number(headers['retry-after']);
  if (seconds > 0) return seconds * 1000;
  // Measured on GitHub's own clock: the runner's may be wrong.
  const untilResetMs = Number(headers['x-ratelimit-reset']) * 1000 - Date.parse(String(headers.date));
  return headers['x-ratelimit-remaining'] === '0' && untilResetMs > 0 ? untilResetMs : 0;
}
