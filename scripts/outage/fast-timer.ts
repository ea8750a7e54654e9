import { onAbort as onAbortOf, systemTimer as real, type Timer } from '../../src/execute/timer.ts';

/** What takes two minutes takes half a second. */
const speed = 240;

/** The timer of this process, many times as fast. It stands in for the other in the bundle of the outage suite. */
export const systemTimer: Timer = {
  nowMs: () => real.nowMs() * speed,
  wait: (ms, signal) => real.wait(ms / speed, signal),
  jitter: real.jitter,
};

/** As it is. */
export const onAbort = onAbortOf;
