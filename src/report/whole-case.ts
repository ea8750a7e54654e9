import type { Output } from '../ports.ts';
import type { CaseReport } from './case-report.ts';

/** One answer to a case, and what each metric said of it. */
export interface WholeAnswer {
  /** Null where none came. */
  readonly output: Output | null;
  /** Why none came; null where one did. */
  readonly fault: string | null;
  readonly scores: readonly {
    readonly metric: string;
    readonly score: number | null;
    readonly reason: string | null;
  }[];
}

/** A case that somebody asked to see, with all answers of both sides, whether they differ or not. */
export interface WholeCase
  extends Pick<CaseReport, 'suite' | 'prompt' | 'case' | 'critical' | 'tags' | 'input' | 'expected'> {
  readonly baseline: readonly WholeAnswer[];
  readonly candidate: readonly WholeAnswer[];
}
