import type { Draws } from '../plan/draws.ts';
import type { ComparedPrompt, SuitePlan } from '../plan/suite-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { DrawReason } from '../run/records.ts';
import { estimateDraws, explainExcess } from './budget.ts';
import { listOpen } from './next-work.ts';
import type { RunDecision, RunPlan, Work } from './run-plan.ts';

/** A run whose judges are checked. */
export interface OpenRun {
  readonly plan: RunPlan;
  readonly ledger: Ledger;
  readonly suites: readonly SuitePlan[];
  readonly compared: readonly ComparedPrompt[];
  /** What any decision of it says beside the gate's own words. */
  readonly base: Omit<RunDecision, 'verdict' | 'green' | 'comparisons' | 'reasons' | 'broken' | 'baseArm'>;
}

/** Why draws beyond the first round do not fit the budget; null where they do, and where the round was begun: a run that is gone on with does not think again. */
export function explainUnaffordable(
  plan: RunPlan,
  ledger: Ledger,
  draws: readonly Draws[],
  why: DrawReason,
): string | null {
  const open = [...listOpen(ledger, draws)];
  if (open.length === 0 || ledger.hasBegun(why)) return null;
  return explainExcess(plan, ledger.calls(), estimateDraws(plan, open));
}

/** True where what comes next is a draw, and nothing is drawn. */
export function isLeft({ drawsNothing = false }: RunPlan, work: Work): boolean {
  return drawsNothing && work.do === 'draw';
}
