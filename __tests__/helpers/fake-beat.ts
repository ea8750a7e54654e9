import type { Beat } from '../../src/adapters/progress/follow-progress.ts';
import type { Clock } from '../../src/ports.ts';

/** A clock that stands still until somebody lets time pass, and the beats that come meanwhile. */
export interface FakeBeat {
  readonly clock: Clock;
  readonly beat: Beat;
  /** How many beats nobody has ended. */
  running(): number;
  pass(ms: number): void;
}

/** Makes one that stands at 0. */
export function createFakeBeat(): FakeBeat {
  let nowMs = 0;
  const beats = new Set<{ readonly everyMs: number; readonly work: () => void; dueMs: number }>();
  return {
    clock: { nowMs: () => nowMs },
    beat: (everyMs, work) => {
      const own = { everyMs, work, dueMs: nowMs + everyMs };
      beats.add(own);
      return () => beats.delete(own);
    },
    running: () => beats.size,
    pass: (ms) => {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = [...beats].sort((a, b) => a.dueMs - b.dueMs);
        if (next === undefined || next.dueMs > endMs) break;
        nowMs = next.dueMs;
        next.dueMs += next.everyMs;
        next.work();
      }
      nowMs = endMs;
    },
  };
}
