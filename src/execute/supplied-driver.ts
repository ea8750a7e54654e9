import { UserError } from '../errors.ts';
import { asSupplied, describeNeeded, type NeededOutput } from '../outputs/needed.ts';
import type { Supply } from '../outputs/supply.ts';
import { createFinder, keyOfCase } from '../plan/draws.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Clock } from '../ports.ts';
import type { Ledger } from '../run/ledger.ts';
import { dropReasoning } from '../run/reasoning.ts';
import type { DrawReason } from '../run/records.ts';
import { keyOf } from '../run/sample-key.ts';
import type { Driver } from './local-driver.ts';
import { scoreAtOnce } from './score.ts';

/** Outputs that a run needs and that only whoever supplies them can make. */
export class NeededError extends UserError {
  override readonly name: string = 'NeededError';
  readonly why: DrawReason;
  readonly needed: readonly NeededOutput[];

  constructor(why: DrawReason, needed: readonly NeededOutput[]) {
    const hint = 'Make them, add them to the files, and run this again.';
    super(UserError.of(explain(needed), hint).problems);
    this.why = why;
    this.needed = needed;
  }
}

/**
 * Makes the driver of a run whose outputs come from elsewhere: what is to be drawn is taken from what was supplied, and it scores
 * and judges as any other. Rejects with a NeededError where an output is not there.
 */
export function createSuppliedDriver(
  suites: readonly SuitePlan[],
  ledger: Ledger,
  supply: Supply,
  clock: Clock,
  driver: Driver,
): Driver {
  const find = createFinder(suites);
  // Both sides were made in one job: none is older than the other.
  const answeredAtMs = clock.nowMs();
  return {
    carryOut: async (work) => {
      if (work.do !== 'draw') return driver.carryOut(work);
      const needed: NeededOutput[] = [];
      for (const key of work.keys) {
        const { prompt, row } = find(key);
        const result = supply.find(asSupplied(prompt, key));
        if (result === null) {
          needed.push(describeNeeded(find, key));
          continue;
        }
        const record = {
          ...keyOf(key),
          request: keyOfCase(prompt, row, key.arm),
          result: prompt.reasoning === 'drop' ? dropReasoning(result) : result,
          source: 'supplied',
          answeredAtMs,
          redraws: 0,
        } as const;
        ledger.append({ kind: 'sample', record });
        scoreAtOnce(prompt, row, record, ledger);
      }
      if (needed.length > 0) throw new NeededError(work.why, needed);
    },
  };
}

/** `12 outputs are missing: 10 of the base side, 2 of the candidate's (the first: suite agent, case a-1, sample 0).` */
function explain(needed: readonly NeededOutput[]): string {
  const base = needed.filter(({ side }) => side === 'baseline').length;
  const parts = [
    ...(base > 0 ? [`${base} of the base side`] : []),
    ...(needed.length > base ? [`${needed.length - base} of the candidate's`] : []),
  ];
  const [first] = needed;
  const example =
    first === undefined ? '' : ` (the first: suite ${first.suite}, case ${first.case}, sample ${first.sample})`;
  const what = needed.length === 1 ? '1 output is missing' : `${needed.length} outputs are missing`;
  return `${what}: ${parts.join(', ')}${example}.`;
}
