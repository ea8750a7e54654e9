/** Time that passes: what pauses and retries are measured by. */
export interface Timer {
  /** Milliseconds since some moment; never goes back. */
  nowMs(): number;
  /** Waits, or rejects with the signal's reason as soon as it aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** A number in 0..1 by which a wait is stretched, so that callers do not return together. */
  jitter(): number;
}

/** The timer of this process. */
export const systemTimer: Timer = { nowMs: () => performance.now(), wait: sleep, jitter: Math.random };

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      forget();
      resolve();
    }, ms);
    const forget = onAbort(signal, (reason) => {
      clearTimeout(timeout);
      reject(reason);
    });
  });
}

/** Calls `stop` with the signal's reason once it aborts, at once where it has; returns what ends the watch. */
export function onAbort(signal: AbortSignal, stop: (reason: unknown) => void): () => void {
  const listener = () => stop(signal.reason);
  if (signal.aborted) listener();
  else signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
}
