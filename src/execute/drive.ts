import type { Log } from '../ports.ts';
import { announceWork } from '../rounds/announce.ts';
import { nextStep } from '../rounds/next-step.ts';
import type { RunDecision, RunPlan, Work } from '../rounds/run-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { Driver } from './local-driver.ts';

/** Goes on with a run until it is decided: asks what is next, says so, and has it carried out. */
export async function driveRun(plan: RunPlan, ledger: Ledger, driver: Driver, log: Log): Promise<RunDecision> {
  for (;;) {
    const step = nextStep(plan, ledger);
    if (step.do === 'decided') {
      const { unaffordable } = step.decision;
      if (unaffordable !== null)
        log.warn(`Not decided, and the re-run does not fit the budget: it would take ${unaffordable}.`);
      return step.decision;
    }
    await takeStep(step, ledger, driver, log);
  }
}

/**
 * Has one piece of work carried out; a round that begins with it is put down first, so that whoever goes on with the run
 * does not think again whether it may. What was drawn stays although the process is killed meanwhile; of judgements a
 * batch, and of planted answers those of one judge, are put down together: replies that came before are paid for, and
 * are known to the next process by the cache alone.
 */
export async function takeStep(work: Work, ledger: Ledger, driver: Driver, log: Pick<Log, 'info'>): Promise<void> {
  if (work.do === 'draw' && (work.anew || !ledger.hasBegun(work.why))) {
    const words = announceWork(work);
    if (words !== null) log.info(words);
    ledger.append({ kind: 'round', record: { why: work.why } });
  }
  await driver.carryOut(work);
}

/** Does what a run needs before anything is decided, as long as there is something: for stories that decide nothing. */
export async function driveWork(next: () => Work | null, driver: Driver): Promise<void> {
  for (let work = next(); work !== null; work = next()) await driver.carryOut(work);
}
