import type { AskedRows } from '../gate/asked.ts';
import type { ScreenUse } from '../gate/renewal.ts';

/** What the runs of other changes left: advice only, nothing is decided by it. */
export interface OtherRuns {
  /** How they used their stored baselines, the newest first. */
  readonly screenUses: readonly ScreenUse[];
  /** What each pull request asked of which rows. */
  readonly asked: readonly (readonly AskedRows[])[];
  /** False where there may be more of them than were read. */
  readonly isWhole: boolean;
}

/** Where nobody else is known. */
export const noOtherRuns: OtherRuns = { screenUses: [], asked: [], isWhole: true };
