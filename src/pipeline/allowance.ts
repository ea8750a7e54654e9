import type { Draws } from '../plan/draws.ts';
import { canScreen, listWorstRerun } from '../plan/rerun.ts';
import { listArm, listFirstRound } from '../plan/rounds.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Log } from '../ports.ts';
import {
  addUp,
  type Budget,
  estimateDraws,
  explainExcess,
  explainUnpriced,
  type RunEstimate,
  refuseExcess,
  renderEstimate,
  renderRunEstimate,
} from '../rounds/budget.ts';
import { countCheckCalls } from '../rounds/judge-checks.ts';
import { type CallSums, noCalls } from '../run/totals.ts';

/** A run's estimate, and whether the budget leaves it only the stored baseline to look at. */
export interface RunBudget {
  readonly estimate: RunEstimate;
  readonly screensAlone: boolean;
}

/** Prints what an evaluation takes at most. Where both looks do not fit the budget, a stored baseline that could decide is all it gets; without one a UserError is thrown, and nothing is spent. */
export function planBudget(budget: Budget, suites: readonly SuitePlan[], hasStored: boolean, log: Log): RunBudget {
  const estimateArm = (arm: string, baseSide: 'fresh' | 'stored') =>
    estimateDraws(budget, listArm(listFirstRound(suites, baseSide), arm));
  const estimate: RunEstimate = {
    candidate: estimateArm('candidate', 'fresh'),
    base: estimateArm('base', 'fresh'),
    rerun: estimateDraws(budget, listWorstRerun(suites)),
    checks: countCheckCalls(suites),
    unpriced: explainUnpriced(
      budget,
      suites.flatMap(({ prompts }) => prompts),
    ),
  };
  log.info(`At most: ${renderRunEstimate(estimate)}.`);
  const over = explainExcess(budget, noCalls, addUp(estimate));
  if (over === null) return { estimate, screensAlone: false };
  const screen = { ...estimate, base: estimateArm('base', 'stored'), rerun: estimateDraws(budget, []) };
  const isScreened = hasStored && canScreen(suites) && explainExcess(budget, noCalls, addUp(screen)) === null;
  if (!isScreened) throw refuseExcess(over, estimate.unpriced);
  log.warn(`A fresh baseline does not fit the budget (${over}): the stored one is all that is looked at.`);
  return { estimate, screensAlone: true };
}

/** Prints what a single round takes at most; throws a UserError where that is over the budget: nothing is spent then. */
export function requireBudget(budget: Budget, calls: CallSums, draws: Iterable<Draws>, log: Log): void {
  const all = [...draws];
  const round = estimateDraws(budget, all);
  const unpriced = explainUnpriced(
    budget,
    all.map(({ prompt }) => prompt),
  );
  log.info(`This round: ${[renderEstimate(round), unpriced ?? []].flat().join('; ')}.`);
  const over = explainExcess(budget, calls, round);
  if (over !== null) throw refuseExcess(over, unpriced);
}
