import type { ScreenUse } from '../gate/renewal.ts';
import type { JudgeCheck } from '../pipeline/check-judges.ts';
import type { RunDecision } from '../pipeline/decide-run.ts';
import type { StoredSide } from '../pipeline/stored-arm.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Sides } from '../read/sides.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { RunFacts } from './frame.ts';
import type { Settlement } from './settle.ts';

/** All that a finished run knows. */
export interface FinishedRun extends RunFacts {
  readonly decision: RunDecision;
  readonly settled: Settlement;
  readonly stored: StoredSide;
  /** What the run found out about its judges. */
  readonly checks: readonly JudgeCheck[];
  /** How other changes' runs used their stored baselines, the newest first. */
  readonly screenUses: readonly ScreenUse[];
  readonly selections: readonly SuiteSelection[];
  readonly plans: readonly SuitePlan[];
  readonly sides: Sides;
}
