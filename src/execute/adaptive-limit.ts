import type { Attempt } from '../ports.ts';
import { retryPolicy } from './retry.ts';

/** How many calls an endpoint takes at once, as far as its answers have shown. A value; `stepLimit` makes the next one. */
export interface AdaptiveLimit {
  /** The most that is ever tried. */
  readonly ceiling: number;
  /** The most calls in flight now. */
  readonly limit: number;
  readonly inFlight: number;
  /** How many were in flight when they were too many; null until the first refusal. */
  readonly refusedAt: number | null;
  /** Answers of the round that decides whether the limit grows, and whether all slots were in use in it. */
  readonly answers: number;
  readonly wasFull: boolean;
  /** When the limit was cut last: calls that began before tell nothing of what it is now. */
  readonly cutAtMs: number;
  /** Cuts since anything that began after one was answered. */
  readonly strikes: number;
  /** Until then nothing begins. */
  readonly pausedUntilMs: number;
}

/** A call begins, or ends; `attempt` is null where it was broken off. */
export type LimitEvent =
  | { readonly kind: 'begin' }
  | { readonly kind: 'end'; readonly begunAtMs: number; readonly attempt: Pick<Attempt, 'result' | 'rate'> | null };

const firstLimit = 8;
const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** After so many strikes, two minutes of pauses unless the provider names shorter ones, nobody waits any longer. */
const mostStrikes = 10;
/** So many rounds just below what was refused come before that is tried again. */
const patience = 40;

/** The limit before the first call. */
export function startLimit(ceiling: number): AdaptiveLimit {
  const most = Math.max(1, ceiling);
  const unused = { inFlight: 0, refusedAt: null, answers: 0, wasFull: false, strikes: 0, pausedUntilMs: 0 };
  return { ...unused, ceiling: most, limit: Math.min(firstLimit, most), cutAtMs: Number.NEGATIVE_INFINITY };
}

/** Whether another call may begin. */
export function mayBegin({ inFlight, limit, pausedUntilMs }: AdaptiveLimit, nowMs: number): boolean {
  return inFlight < limit && nowMs >= pausedUntilMs;
}

/** Whether everything was refused for so long that asking again is in vain. */
export function isDown({ strikes }: AdaptiveLimit): boolean {
  return strikes > mostStrikes;
}

/**
 * The limit after an event. Until the first refusal each answer adds one (slow start). A refusal for the pace halves the
 * number of calls in flight. Where nothing is answered after that, one call at a time tries, with growing pauses if the
 * provider names none, until the endpoint counts as down: then all have their try. Each round (as many answers as slots,
 * all of them used) goes half the way back to what was refused, stays just below it for a while, and tries more. A wait
 * that the provider names, by a refusal or by a limit that is spent, pauses everybody.
 */
export function stepLimit(state: AdaptiveLimit, event: LimitEvent, nowMs: number): AdaptiveLimit {
  if (event.kind === 'begin') {
    const inFlight = state.inFlight + 1;
    return { ...state, inFlight, wasFull: state.wasFull || inFlight >= state.limit };
  }
  const ended = { ...state, inFlight: state.inFlight - 1 };
  if (event.attempt === null) return ended;
  const { result, rate } = event.attempt;
  const isSpent = rate.remainingRequests === 0 || rate.remainingTokens === 0;
  const isNamed = rate.waitMs !== null && rate.waitMs <= retryPolicy.maxWaitMs && (rate.isLimited || isSpent);
  const paused = isNamed ? pause(ended, nowMs + (rate.waitMs as number)) : ended;
  if (event.begunAtMs < state.cutAtMs) return paused;
  if (rate.isLimited) return cut(paused, state.inFlight, isNamed, nowMs);
  return result.status === 'unavailable' ? paused : grow(paused);
}

function pause(state: AdaptiveLimit, untilMs: number): AdaptiveLimit {
  return { ...state, pausedUntilMs: Math.max(state.pausedUntilMs, untilMs) };
}

function cut(state: AdaptiveLimit, inFlight: number, isNamed: boolean, nowMs: number): AdaptiveLimit {
  const round = { answers: 0, wasFull: false, cutAtMs: nowMs, strikes: state.strikes + 1 };
  if (isDown(state)) return { ...state, ...round, limit: state.ceiling };
  if (state.strikes > 0) {
    const pauseMs = isNamed ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (state.strikes - 1));
    return pause({ ...state, ...round, limit: 1 }, nowMs + pauseMs);
  }
  const refusedAt = Math.min(inFlight, state.limit);
  return { ...state, ...round, limit: Math.max(1, Math.floor(refusedAt / 2)), refusedAt };
}

/** After an answer: the limit grows where that closes a round of which all slots were in use. */
function grow(state: AdaptiveLimit): AdaptiveLimit {
  const { limit, ceiling, refusedAt, wasFull } = state;
  const counted = { ...state, answers: state.answers + 1, strikes: 0 };
  if (counted.answers < answersToGrow(state)) return counted;
  const round = { ...counted, answers: 0, wasFull: false };
  if (!wasFull) return round;
  const next = refusedAt === null ? limit + 1 : growFrom(limit, refusedAt);
  return { ...round, limit: Math.min(ceiling, next) };
}

function answersToGrow({ limit, refusedAt }: AdaptiveLimit): number {
  if (refusedAt === null) return 1;
  return limit === Math.max(1, refusedAt - 1) ? limit * patience : limit;
}

function growFrom(limit: number, refusedAt: number): number {
  if (limit < refusedAt - 1) return Math.ceil((limit + refusedAt - 1) / 2);
  return limit < refusedAt ? refusedAt : limit + Math.max(1, Math.round(limit / 10));
}
