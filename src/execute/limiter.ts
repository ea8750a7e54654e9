import type { Attempt } from '../ports.ts';
import { isDown, mayBegin, startLimit, stepLimit } from './adaptive-limit.ts';
import { createPatience, type Patience } from './patience.ts';
import { onAbort, systemTimer, type Timer } from './timer.ts';

/** Gives a slot back, with what came of the attempt; null where there was none. */
export type Leave = (attempt: Attempt | null) => void;

/** The slots of one endpoint. */
export interface Limiter {
  /**
   * Waits for a slot, which its owner has to leave; first come, first served. Rejects with the signal's reason as soon
   * as it aborts.
   */
  enter(signal: AbortSignal): Promise<Leave>;
  /** Whether the endpoint has refused everything for so long that asking again is in vain. */
  isDown(): boolean;
}

/** The limiters of one run, one for each endpoint and key. They live as long as it does: what was learned is kept. */
export interface Limiters {
  /** The most calls in flight at one endpoint. */
  readonly ceiling: number;
  readonly timer: Timer;
  readonly patience: Patience;
  of(endpoint: string): Limiter;
}

/** Makes the limiters of a run. */
export function createLimiters(ceiling: number, timer: Timer = systemTimer): Limiters {
  const limiters = new Map<string, Limiter>();
  return {
    ceiling: Math.max(1, ceiling),
    timer,
    patience: createPatience(),
    of: (endpoint) => {
      const limiter = limiters.get(endpoint) ?? createLimiter(ceiling, timer);
      limiters.set(endpoint, limiter);
      return limiter;
    },
  };
}

function createLimiter(ceiling: number, timer: Timer): Limiter {
  let limit = startLimit(ceiling);
  let alarm: AbortController | null = null;
  const waiters: (() => void)[] = [];
  const serve = (): void => {
    // Read once: a pause that ends between two readings would keep everybody waiting and set no alarm.
    const nowMs = timer.nowMs();
    while (waiters.length > 0 && mayBegin(limit, nowMs)) {
      limit = stepLimit(limit, { kind: 'begin' }, nowMs);
      waiters.shift()?.();
    }
    setAlarm(limit.pausedUntilMs - nowMs);
  };
  // A pause has nobody who leaves and wakes the others; nor may it outlive the last of them.
  const setAlarm = (pausedMs: number): void => {
    if (waiters.length === 0) {
      alarm?.abort();
      alarm = null;
    } else if (pausedMs > 0 && alarm === null) {
      alarm = new AbortController();
      timer.wait(pausedMs, alarm.signal).then(ring, () => {});
    }
  };
  const ring = (): void => {
    alarm = null;
    serve();
  };
  const createLeave =
    (begunAtMs: number): Leave =>
    (attempt) => {
      limit = stepLimit(limit, { kind: 'end', begunAtMs, attempt }, timer.nowMs());
      serve();
    };
  const enter = (signal: AbortSignal): Promise<Leave> =>
    new Promise((resolve, reject) => {
      const begin = () => {
        forget();
        resolve(createLeave(timer.nowMs()));
      };
      const forget = onAbort(signal, (reason) => {
        const place = waiters.indexOf(begin);
        if (place >= 0) waiters.splice(place, 1);
        reject(reason);
        serve();
      });
      if (signal.aborted) return;
      waiters.push(begin);
      serve();
    });
  return { enter, isDown: () => isDown(limit) };
}
