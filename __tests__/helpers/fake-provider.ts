import type { Timer } from '../../src/execute/timer.ts';
import { type Attempt, type Model, type ModelCall, unknownRate } from '../../src/ports.ts';
import { answered } from './fake-ports.ts';

/** What a provider allows, and how it says no. */
export interface ProviderLimits {
  /** The most requests in flight. */
  readonly inFlight?: number;
  /** Requests in each span of time, counted from its beginning. */
  readonly quota?: { readonly requests: number; readonly everyMs: number };
  /** How long an answer takes, a refusal takes a tenth of it. */
  readonly latencyMs: number;
  /** Whether a refusal says how long to wait. */
  readonly namesDelay?: boolean;
  /** Whether answers say what is left of the quota. */
  readonly tellsRemaining?: boolean;
}

const unlimited = Number.POSITIVE_INFINITY;

/** A provider with limits, on a fake timer. */
export interface FakeProvider extends Model {
  requests(): number;
  refusals(): number;
}

/** Makes a provider that refuses with a 429 what is beyond its limits. */
export function createFakeProvider(timer: Timer, limits: ProviderLimits, endpoint = 'one'): FakeProvider {
  const { inFlight = unlimited, quota = { requests: unlimited, everyMs: 1000 } } = limits;
  let requests = 0;
  let refusals = 0;
  let busy = 0;
  let span = -1;
  let used = 0;
  const admit = (): boolean => {
    const current = Math.floor(timer.nowMs() / quota.everyMs);
    if (current !== span) used = 0;
    span = current;
    if (busy >= inFlight || used >= quota.requests) return false;
    used += 1;
    return true;
  };
  const leftMs = () => (Math.floor(timer.nowMs() / quota.everyMs) + 1) * quota.everyMs - timer.nowMs();
  const attempt = async (_call: ModelCall, signal: AbortSignal): Promise<Attempt> => {
    requests += 1;
    if (!admit()) {
      refusals += 1;
      await timer.wait(limits.latencyMs / 10, signal);
      const waitMs = limits.namesDelay === true ? leftMs() : null;
      const result = { status: 'unavailable', reason: '429: slow down', latencyMs: 1, attempts: 1 } as const;
      return { result, again: 'often', rate: { ...unknownRate, isLimited: true, waitMs } };
    }
    busy += 1;
    const remainingRequests = limits.tellsRemaining === true ? quota.requests - used : null;
    try {
      await timer.wait(limits.latencyMs, signal);
    } finally {
      busy -= 1;
    }
    const waitMs = remainingRequests === 0 ? leftMs() : null;
    return { result: answered('fine'), again: 'never', rate: { ...unknownRate, remainingRequests, waitMs } };
  };
  return {
    endpoint: async () => endpoint,
    attempt,
    requests: () => requests,
    refusals: () => refusals,
  };
}
