import { setTimeout as wait } from 'node:timers/promises';

/** Time and chance, given from outside so that tests wait for nothing. */
export interface Timing {
  nowMs(): number;
  sleep(ms: number): Promise<void>;
  /** At least 0, below 1. */
  random(): number;
}

/** The machine's own clock and chance. */
export const systemTiming: Timing = {
  nowMs: () => Date.now(),
  sleep: async (ms) => {
    await wait(ms);
  },
  random: () => Math.random(),
};
