import type { Merge } from '../../history/merge-line.ts';
import type { Decided, ResultDocument, WorkVerdict } from '../result-document.ts';

/** What a push to the default branch added to the history. */
export interface MergesReport extends ResultDocument, Decided<WorkVerdict> {
  /** The commit that was pushed. */
  readonly commit: string;
  readonly branch: string;
  /** The branch's tip afterwards; null where nothing was to be written. */
  readonly tip: string | null;
  /** The oldest first. */
  readonly merges: readonly Merge[];
  /** What there is to say of single changes, a sentence each. */
  readonly notes: readonly string[];
}
