import type { AskedRows } from '../gate/asked.ts';
import type { Sides } from '../read/sides.ts';
import type { StoredSide } from '../read/stored-side.ts';
import type { RunDecision } from '../rounds/run-plan.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { RunFacts } from './frame.ts';
import type { OtherRuns } from './other-runs.ts';
import type { ReachedVerdict } from './reach-verdict.ts';
import type { RecordedVerdict } from './recorded-verdict.ts';

/** All that a finished run knows. */
export interface FinishedRun extends RunFacts {
  readonly decision: RunDecision;
  readonly reached: ReachedVerdict;
  readonly stored: StoredSide;
  readonly others: OtherRuns;
  /** Verdicts of the same content that stand beside this run's own. */
  readonly earlier: readonly RecordedVerdict[];
  /** What this change's earlier runs asked; null where nobody counts. */
  readonly askedBefore: readonly AskedRows[] | null;
  readonly selections: readonly SuiteSelection[];
  readonly sides: Sides;
  /** What is to be told of where the outputs come from; null where it goes without saying. */
  readonly note: string | null;
}
