import type { Patience } from '../../src/execute/patience.ts';

/** Four seconds on the fast timer. What a busy machine takes for an answer is less, and does not make it longer. */
const limitMs = 960_000;

/** As long as any. */
export const leastPatienceMs = limitMs;

/** Stands in for the run's patience in the bundle of the outage suite. */
export const createPatience = (): Patience => ({
  limitMs: (_call, hung) => limitMs * 2 ** hung,
  note: () => {},
});
