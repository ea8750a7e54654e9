import type { ScreenUse } from '../gate/renewal.ts';
import type { Sides } from '../read/sides.ts';
import type { StoredSide } from '../read/stored-side.ts';
import type { RunDecision } from '../rounds/run-plan.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { RunFacts } from './frame.ts';
import type { Settlement } from './settle.ts';

/** All that a finished run knows. */
export interface FinishedRun extends RunFacts {
  readonly decision: RunDecision;
  readonly settled: Settlement;
  readonly stored: StoredSide;
  /** How other changes' runs used their stored baselines, the newest first. */
  readonly screenUses: readonly ScreenUse[];
  readonly selections: readonly SuiteSelection[];
  readonly sides: Sides;
  /** What is to be told of where the outputs come from; null where it goes without saying. */
  readonly note: string | null;
}
