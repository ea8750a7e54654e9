import type { CaseId, ModelRequest, ModelResult, Usage } from '../ports.ts';
import type { PromptId, SampleKey } from './sample-key.ts';

/** One output as it came. */
export interface SampleRecord extends SampleKey {
  /** Hash of the request that was sent: equal hashes are draws from one distribution. */
  readonly request: string;
  readonly result: ModelResult;
  /** Where it came from; `shared` is the base's one draw of a case whose request is the same on both sides, standing for the candidate's. */
  readonly source: 'fresh' | 'cache' | 'stored' | 'shared' | 'supplied';
  /** When the answer came, in milliseconds since 1970; null where that is not known. */
  readonly answeredAtMs: number | null;
  /** How often it was drawn anew since its answer was too old for the one that it is compared with. */
  readonly redraws: number;
}

/** Why there is no score: no answer came, or none of the judge's; the judge declined; its reply cannot be read; what main asks is served no more; every request of the arm was refused. */
export type Missing = 'outage' | 'abstained' | 'unreadable' | 'gone' | 'refused';

/** What a metric says of one output, without whose it is. */
export interface ScoreFacts {
  /** In 0..1; null is unscored, and `missing` says why. */
  readonly score: number | null;
  readonly missing: Missing | null;
  /** Why a score is not the best, or is not there. */
  readonly reason: string | null;
  /** Whether a judge of two outputs said the same in both orders; null for every other score. */
  readonly agrees: boolean | null;
}

/** One score of one sample. */
export interface ScoreRecord extends SampleKey, ScoreFacts {
  readonly metric: string;
}

/** What a run found out about one judge of one prompt before its scores may decide. */
export interface JudgeCheck extends PromptId {
  readonly metric: string;
  /** Why it may not gate in this run; null where nothing speaks against it. */
  readonly held: string | null;
  /** True where its scores of this run mean nothing. */
  readonly refused: boolean;
  readonly notes: readonly string[];
}

/** A setting that the model of a judge refused; it is left out from then on. */
export interface RefusedSetting {
  readonly model: string;
  readonly setting: string;
}

/** Why something is drawn: the first round, an answer that is too old for its partner, a stored baseline that cannot stand for the base side or decide, a second look. */
export type DrawReason =
  | 'first-round'
  | 'too-old'
  | 'judge-changed'
  | 'stored-undecided'
  | 'critical'
  | 'rerun'
  | 'settle';

/** A round that was begun. */
export interface RoundRecord {
  readonly why: DrawReason;
}

/** One finished call without its answer: who was asked, how long it took, what it cost. */
export interface CallRecord {
  readonly purpose: 'generate' | 'judge';
  /** Identity of the question; equal for equal questions. */
  readonly key: string;
  readonly arm: string;
  readonly sample: number;
  readonly owner: CaseId | null;
  readonly model: string;
  readonly status: ModelResult['status'];
  readonly cached: boolean;
  readonly latencyMs: number;
  readonly attempts: number;
  /** Integer micro-dollars; null where the price or the usage is unknown, 0 for a cached answer. */
  readonly costMicroUsd: number | null;
  /** What it counts as under the run's budget: its cost; where that is unknown, what it may have been at most where somebody set the budget, else 0. */
  readonly reckonedMicroUsd: number;
  /** The model id as the provider answered it. */
  readonly answeredAs: string | null;
  readonly fingerprint: string | null;
  readonly usage: Usage | null;
  readonly reason: string | null;
  /** The exact question to a judge, so that a person can repeat it; null for other calls. */
  readonly asked: ModelRequest | null;
}

/** One line of a ledger. */
export type Entry =
  | { readonly kind: 'sample'; readonly record: SampleRecord }
  | { readonly kind: 'score'; readonly record: ScoreRecord }
  | { readonly kind: 'check'; readonly record: JudgeCheck }
  | { readonly kind: 'setting'; readonly record: RefusedSetting }
  | { readonly kind: 'round'; readonly record: RoundRecord }
  | { readonly kind: 'call'; readonly record: CallRecord };
