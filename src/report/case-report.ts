import type { CaseLabel } from '../gate/case-label.ts';
import type { Json } from '../json.ts';
import type { Output } from '../ports.ts';

/** What happened to a case that is shown. */
export type CaseChange = Exclude<CaseLabel, 'same'>;

/** What one metric says of a case that differs in it. */
export interface CaseMetricReport {
  readonly metric: string;
  readonly label: CaseChange;
  /** Every score by sample, null where unscored; a side that was never asked has none. */
  readonly baselineScores: readonly (number | null)[];
  readonly candidateScores: readonly (number | null)[];
  /** Why the answers that are shown did not get the best score; null where they did, and where nothing is said. */
  readonly baselineReason: string | null;
  readonly candidateReason: string | null;
}

/** One case worth showing: worse, better or unscored in some metric. */
export interface CaseReport {
  readonly suite: string;
  readonly prompt: string;
  readonly case: string;
  /** That of the first metric. */
  readonly label: CaseChange;
  readonly critical: boolean;
  readonly tags: readonly string[];
  /** Where the row stands that both sides are held to, and on which side. */
  readonly place: { readonly side: 'base' | 'head'; readonly path: string; readonly line: number | null };
  readonly input: Json;
  readonly expected: Json | null;
  /** All metrics in which the case differs, the one that matters most first; never empty. */
  readonly metrics: readonly CaseMetricReport[];
  /** Which answer of each side is shown, from 0: one that failed beside one that passed; null where the side has none. */
  readonly baselineSample: number | null;
  readonly candidateSample: number | null;
  /** Null where that answer never came. */
  readonly baselineOutput: Output | null;
  readonly candidateOutput: Output | null;
}
