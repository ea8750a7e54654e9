import type { ModelCall } from '../ports.ts';

/** How long answers are waited for, by what the finished calls of each arm have shown. Lives as long as the run. */
export interface Patience {
  /** Milliseconds after which an attempt counts as hung; `hung` attempts of its call did before. */
  limitMs(call: ModelCall, hung: number): number;
  /** Notes how long an answer took. */
  note(call: ModelCall, tookMs: number): void;
}

/** No answer is given up on before this time. */
export const leastPatienceMs = 120_000;
/** An attempt that takes so many times as long as 95 % of the answers do is no slow answer. */
const timesTheUsual = 20;

/** Makes the patience of a run that has no answers yet. */
export function createPatience(): Patience {
  const times = new Map<string, number[]>();
  const timesOf = ({ arm, request: { model } }: ModelCall): number[] => {
    const key = JSON.stringify([arm, model]);
    const own = times.get(key) ?? [];
    times.set(key, own);
    return own;
  };
  return {
    limitMs: (call, hung) => {
      const own = timesOf(call);
      const usual = own[Math.ceil(own.length * 0.95) - 1] ?? 0;
      // A model whose every answer takes longer than the least would never show it if all waits were alike.
      return Math.max(leastPatienceMs * 2 ** hung, timesTheUsual * usual);
    },
    note: (call, tookMs) => {
      const own = timesOf(call);
      own.splice(findPlace(own, tookMs), 0, tookMs);
    },
  };
}

/** Where a number belongs among sorted ones. */
function findPlace(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
