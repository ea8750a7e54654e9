import { AsyncLocalStorage } from 'node:async_hooks';

/** What a job of GitHub Actions shows of a run. */
export interface Job {
  /** The log, commands and annotations included. */
  readonly lines: string[];
  readonly outputs: Record<string, string>;
  /** The sentences that turned it red. */
  readonly failures: string[];
  /** How long an answer of GitHub is waited for. */
  readonly patienceMs: number;
  /** Calls that models answered. */
  calls: number;
}

/** The job that runs here: many do so at once in one process. */
export const jobs = new AsyncLocalStorage<Job>();

export function createJob(patienceMs: number): Job {
  return { patienceMs, lines: [], outputs: {}, failures: [], calls: 0 };
}

/** The job that this code belongs to. */
export function thisJob(): Job {
  const job = jobs.getStore();
  if (job === undefined) throw new Error('this code belongs to no job');
  return job;
}
