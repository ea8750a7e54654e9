import type { Comparison } from '../gate/comparison.ts';
import type { Corrected, CorrectedDifference } from '../judges/corrected.ts';
import type { RepeatSuccess } from '../statistics/repeat-success.ts';

/** What people's labels make of a judge's figures; for display, nothing rests on it. */
export interface MetricCorrections {
  /** By PPI++; null without cases that are labelled on both sides. */
  readonly difference: CorrectedDifference | null;
  /** Shares of good outputs after Rogan and Gladen, by `labels` labels; null where the judge is no yes or no, or too poor. */
  readonly rates: { readonly baseline: Corrected; readonly candidate: Corrected; readonly labels: number } | null;
}

/** How steadily cases are passed: the chances that all of k answers to a case pass (pass^k), and that any does (pass@k); a side is null where no case has k scores. */
export interface RepeatsReport {
  readonly k: number;
  readonly baseline: RepeatSuccess | null;
  readonly candidate: RepeatSuccess | null;
}

/** What became of the cases that broke in one metric, where several have it in common. */
export interface CauseReport {
  /** So many of the cases that broke. */
  readonly cases: number;
  readonly of: number;
  /** `answer`: `to` is what they answer in place of `from`, null where different things were expected. `reason`: what the metric said of all of them. The others are what became of the answer. */
  readonly what:
    | { readonly kind: 'answer'; readonly from: string | null; readonly to: string }
    | { readonly kind: 'reason'; readonly reason: string }
    | { readonly kind: 'refused' | 'empty' | 'truncated' | 'missing' };
}

/** What one metric says of the cases that share a tag; a mean is null where no case of it is scored. */
export interface TagReport {
  readonly tag: string;
  readonly cases: number;
  readonly worse: number;
  readonly better: number;
  readonly baselineMean: number | null;
  readonly candidateMean: number | null;
}

/** One row of the comment's table. */
export interface MetricReport extends Comparison {
  readonly kind: 'check' | 'judge' | 'panel';
  /** True where all scores are 0 or 1 and are shown as percent. */
  readonly binary: boolean;
  /** Null where a case has one sample, and where scores are graded. */
  readonly repeats: RepeatsReport | null;
  /** Why a metric that wants to gate is held to report, or why one is refused; null where it is neither. */
  readonly held: string | null;
  /** True for a judge whose scores are known to mean nothing: what is written for people names it and leaves them out. */
  readonly refused: boolean;
  readonly minScore: number | null;
  /** What of the candidate is held against `minScore`: its mean, or the bound of the mean on the worse side. */
  readonly minScoreOn: 'mean' | 'lower-bound';
  /** That figure; null where there is no threshold or no score. */
  readonly heldScore: number | null;
  /** True where the user's absolute threshold was missed. */
  readonly belowMinScore: boolean;
  /** The plain sentence about this comparison. */
  readonly sentence: string;
  /** The gate's own reason where the sentence leaves it out; else null. */
  readonly remark: string | null;
  /** What most of the cases that got worse have in common, as a clause; null where nothing stands out. */
  readonly pattern: string | null;
  /** The most frequent first; empty where no case broke, or each broke in its own way. */
  readonly causes: readonly CauseReport[];
  /** By tag, those with most broken cases first; empty where no row has one. */
  readonly tags: readonly TagReport[];
  /** What this run found out about a judge, each a clause; empty for checks. */
  readonly notes: readonly string[];
  /** Null for checks, and where labels say nothing. */
  readonly corrections: MetricCorrections | null;
  /** Cases whose output would teach most about a judge if a person labelled it, the first first. */
  readonly labelNext: readonly string[];
}
