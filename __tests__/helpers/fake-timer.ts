import { onAbort, type Timer } from '../../src/execute/timer.ts';

/** Time that jumps from one wait to the next as soon as nothing else can happen. */
export interface FakeTimer extends Timer {
  /** Lets time pass until `work` is settled. Throws where it waits for nothing that time could bring. */
  run<T>(work: Promise<T>): Promise<T>;
}

/** Makes a timer that stands at 0; its jitter is always `jitter`. */
export function createFakeTimer(jitter = 0.5): FakeTimer {
  let nowMs = 0;
  const waits = new Map<() => void, number>();
  const wait = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const end = () => {
        forget();
        waits.delete(end);
        resolve();
      };
      const forget = onAbort(signal, (reason) => {
        waits.delete(end);
        reject(reason);
      });
      if (!signal.aborted) waits.set(end, nowMs + ms);
    });
  return {
    nowMs: () => nowMs,
    wait,
    jitter: () => jitter,
    run: async (work) => {
      let isSettled = false;
      const settle = () => {
        isSettled = true;
      };
      work.then(settle, settle);
      for (;;) {
        await new Promise((done) => setImmediate(done));
        if (isSettled) return work;
        const next = Math.min(...waits.values());
        if (next === Number.POSITIVE_INFINITY) throw new Error(`nothing happens after ${nowMs} ms`);
        nowMs = Math.max(nowMs, next);
        for (const [end, dueMs] of [...waits]) if (dueMs <= nowMs) end();
      }
    },
  };
}
