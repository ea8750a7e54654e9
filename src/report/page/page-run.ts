import type { CaseLabel } from '../../gate/case-label.ts';
import type { Message } from '../../ports.ts';
import type { CaseMetricReport, CaseReport } from '../case-report.ts';

/** What one metric says of a case, whether it differs or not. */
export interface PageCaseMetric extends Omit<CaseMetricReport, 'label'> {
  /** `new` where there is nothing to compare with. */
  readonly label: CaseLabel | 'new';
  /** How much worse the candidate is by all scores, in the good direction; null where a side has none. */
  readonly drop: number | null;
}

/** What one side did with a case, beside the answer that is shown. */
export interface PageSide {
  /** How many answers there are, with those that never came. */
  readonly answers: number;
  /** Why the one that would be shown never came; null where it did. */
  readonly fault: string | null;
  /** What was sent, as it was sent; null where that is not known. */
  readonly messages: readonly Message[] | null;
}

/** One case of the run as the page shows it: every one, not only those that differ. */
export interface PageCase extends Omit<CaseReport, 'label' | 'metrics'> {
  /** That of the metric that matters most. */
  readonly label: PageCaseMetric['label'];
  /** All metrics but refused judges, those in which the case differs first. */
  readonly metrics: readonly PageCaseMetric[];
  /** Where its row stands among all rows of the run, from 0. */
  readonly position: number;
  /** Null where a side was not asked. */
  readonly baseline: PageSide | null;
  readonly candidate: PageSide | null;
}

/** How the scores of one graded metric changed: how many cases fall into each of the bins between −1 and +1. */
export interface ScoreChanges {
  readonly suite: string;
  readonly prompt: string;
  readonly metric: string;
  readonly bins: readonly number[];
}

/** What the page shows beside the report: made as it is written, since a large run has much of it. */
export interface PageRun {
  /** In the order of need, then those that did not change in the order of their datasets. */
  readonly cases: Iterable<PageCase>;
  readonly changes: Iterable<ScoreChanges>;
}
