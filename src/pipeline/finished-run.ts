import type { ScreenUse } from '../gate/renewal.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { JudgeCheck } from './check-judges.ts';
import type { RunDecision } from './decide-run.ts';
import type { Sides } from './read-side.ts';
import type { RunFacts } from './report-facts.ts';
import type { Settlement } from './settle.ts';
import type { StoredSide } from './stored-arm.ts';

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
