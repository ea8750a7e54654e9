import type { Draws } from '../plan/draws.ts';
import { canScreen, listWorstRerun, listWorstSettling } from '../plan/rerun.ts';
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
import type { RunPlan } from '../rounds/run-plan.ts';
import { type CallSums, noCalls } from '../run/totals.ts';

/** A run as its budget leaves it. */
export interface RunBudget extends Pick<RunPlan, 'suites' | 'settles' | 'screensAlone'> {
  readonly estimate: RunEstimate;
  /** What the budget leaves out, and what a larger one would buy, a clause each. */
  readonly leftOut: readonly string[];
}

/** What a run would draw if the budget had room for all: with more samples of noisy cases, without them, and whether open verdicts are settled. */
export interface WishedRun extends Pick<RunPlan, 'settles'> {
  readonly labelled: readonly SuitePlan[];
  readonly plain: readonly SuitePlan[];
  /** True where stored samples could stand for the base side. */
  readonly hasStored: boolean;
}

/**
 * Prints what an evaluation takes at most. Where that does not fit the budget, settling is left out first, then the further
 * samples of noisy cases. Where both looks still do not fit, a stored baseline that could decide is all the run gets;
 * without one a UserError is thrown, and nothing is spent.
 */
export function planBudget(budget: Budget, wished: WishedRun, log: Log): RunBudget {
  const { labelled, plain, hasStored, settles } = wished;
  const full = estimateRun(budget, labelled, settles);
  log.info(`At most: ${renderRunEstimate(full)}.`);
  const over = explainExcess(budget, noCalls, addUp(full));
  if (over === null) return { estimate: full, suites: labelled, settles, screensAlone: false, leftOut: [] };
  const unsettled = `no open verdict is settled: that would take up to ${over}`;
  const unlabelled = `noisy cases are drawn once, as the others are: with more samples it would take up to ${over}`;
  const smaller = [
    { suites: labelled, leftOut: [unsettled] },
    { suites: plain, leftOut: settlesAny(plain, settles) ? [unsettled, unlabelled] : [unlabelled] },
  ];
  for (const { suites, leftOut } of smaller) {
    const estimate = estimateRun(budget, suites, 'never');
    if (explainExcess(budget, noCalls, addUp(estimate)) !== null) continue;
    for (const clause of leftOut) log.warn(`The budget is too small for all of it: ${clause}.`);
    return { estimate, suites, settles: 'never', screensAlone: false, leftOut };
  }
  return { ...screenAlone(budget, plain, hasStored, over, log), suites: plain, settles: 'never', leftOut: [] };
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

function estimateRun(budget: Budget, suites: readonly SuitePlan[], settles: RunPlan['settles']): RunEstimate {
  return {
    candidate: estimateArm(budget, suites, 'candidate', 'fresh'),
    base: estimateArm(budget, suites, 'base', 'fresh'),
    rerun: estimateDraws(budget, listWorstRerun(suites)),
    settling: estimateDraws(budget, listSettling(suites, settles)),
    checks: countCheckCalls(suites),
    unpriced: explainUnpriced(
      budget,
      suites.flatMap(({ prompts }) => prompts),
    ),
  };
}

function estimateArm(budget: Budget, suites: readonly SuitePlan[], arm: string, baseSide: 'fresh' | 'stored') {
  return estimateDraws(budget, listArm(listFirstRound(suites, baseSide), arm));
}

/** What settling may add; what waits for a person's word is not drawn before that. */
function listSettling(suites: readonly SuitePlan[], settles: RunPlan['settles']): Iterable<Draws> {
  const isOn = ({ config: { gate } }: SuitePlan) => settles === 'asked' || gate.settle !== 'on-request';
  return listWorstSettling(settles === 'never' ? [] : suites.filter(isOn));
}

function settlesAny(suites: readonly SuitePlan[], settles: RunPlan['settles']): boolean {
  return [...listSettling(suites, settles)].length > 0;
}

function screenAlone(
  budget: Budget,
  suites: readonly SuitePlan[],
  hasStored: boolean,
  over: string,
  log: Log,
): Pick<RunBudget, 'estimate' | 'screensAlone'> {
  const estimate = estimateRun(budget, suites, 'never');
  const screen = { ...estimate, base: estimateArm(budget, suites, 'base', 'stored'), rerun: estimateDraws(budget, []) };
  const isScreened = hasStored && canScreen(suites) && explainExcess(budget, noCalls, addUp(screen)) === null;
  if (!isScreened) throw refuseExcess(over, estimate.unpriced);
  log.warn(`A fresh baseline does not fit the budget (${over}): the stored one is all that is looked at.`);
  return { estimate, screensAlone: true };
}
