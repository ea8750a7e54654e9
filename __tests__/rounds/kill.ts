import { driveRun } from '../../src/execute/drive.ts';
import type { RunDecision } from '../../src/rounds/run-plan.ts';
import type { Ledger } from '../../src/run/ledger.ts';
import { createMemorySpool, type Spool } from '../../src/run/spool.ts';
import type { PlannedStory } from './plan-story.ts';

export const silent = { info: () => {}, warn: () => {}, progress: () => {} };

/** The end of a process. */
export class Killed extends Error {}

/** A spool with these lines, whose process dies after so many more. */
export function leave(earlier: Iterable<string>, lines = Number.POSITIVE_INFINITY): Spool {
  const spool = createMemorySpool();
  for (const line of earlier) spool.append(line);
  let left = lines;
  return {
    ...spool,
    append: (line) => {
      if (left === 0) throw new Killed();
      left -= 1;
      return spool.append(line);
    },
  };
}

/** Takes a run to its end from where its ledger is. */
export async function goOn({ plan, openDriver }: PlannedStory, ledger: Ledger): Promise<RunDecision> {
  return driveRun(plan, ledger, await openDriver(ledger), silent);
}

/** What people are told of a decision: all but the plans it was made by. */
export function summarise({ suites: _suites, ...decision }: RunDecision) {
  return decision;
}
