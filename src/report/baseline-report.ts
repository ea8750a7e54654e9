import type { PromptNoise } from './noise-report.ts';
import type { Decided, ResultDocument, WorkVerdict } from './result-document.ts';

/** What became of one suite's stored baseline. */
export interface SuiteBaselineReport {
  readonly name: string;
  readonly status: 'written' | 'kept' | 'unchanged';
  readonly reason: string;
  readonly cases: number;
  readonly samples: number;
  /** Mean score by `prompt / metric`. */
  readonly means: { readonly [metric: string]: number };
  readonly costMicroUsd: number | null;
  /** How much its draws differ from each other; empty where that was not asked for, or nothing was drawn. */
  readonly noise: readonly PromptNoise[];
}

/** The result of re-baselining: green where every suite was written or had no need to be. */
export interface BaselineReport extends ResultDocument, Decided<WorkVerdict> {
  readonly commit: string;
  readonly branch: string;
  /** The branch's new tip; null where nothing was written. */
  readonly tip: string | null;
  readonly suites: readonly SuiteBaselineReport[];
}
