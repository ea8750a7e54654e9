import type { Config, ModelSettings, Price } from '../config/config.ts';
import type { Comparison, Verdict } from '../gate/comparison.ts';
import type { BrokenCase } from '../gate/decide.ts';
import type { Estimate } from '../plan/estimate.ts';
import type { CasePlan, SuitePlan } from '../plan/suite-plan.ts';
import type { DrawReason, JudgeCheck } from '../run/records.ts';
import type { BaseArm, PromptId, SampleKey } from '../run/sample-key.ts';

/** What the stored samples of a run's compared prompts say of themselves; the samples are in the ledger from the start. */
export interface StoredOffer extends PromptId {
  /** True where every metric is still the one that gave the scores. */
  readonly hasScores: boolean;
  /** Settings that models of judges refused when it was scored, by model; null for one that does not say. */
  readonly judgesWithout: { readonly [model: string]: readonly string[] } | null;
}

/**
 * All that decides what a run does next, beside its ledger: values that any process makes anew of the same two trees and
 * the same stored baseline, as long as that is not too old.
 */
export interface RunPlan {
  readonly suites: readonly SuitePlan[];
  /** One for every compared prompt where stored samples stand for the base side, else null. */
  readonly stored: readonly StoredOffer[] | null;
  /** True where the budget leaves the stored samples alone to look at. */
  readonly screensAlone: boolean;
  /** Whether what both looks leave open is settled: as the suites say, also where they wait for a person's word, or not at all. */
  readonly settles: 'as-set' | 'asked' | 'never';
  /** True where the run is decided on what there is: what would be drawn beyond the first round is only named. */
  readonly drawsNothing?: boolean;
  readonly judgeModel: ModelSettings;
  readonly prices: { readonly [model: string]: Price };
  readonly budget: Pick<Config['budget'], 'perRunUsd' | 'perRunCalls' | 'isSet'>;
}

/** Samples of one case to be compared by judges that see both. */
export interface SamplePair {
  readonly base: SampleKey;
  readonly candidate: SampleKey;
}

/** One judge of one prompt. */
export interface JudgeId extends PromptId {
  readonly metric: string;
}

/** What a run needs next. What is listed is listed lazily, as the ledger is when it is read. */
export type Work =
  | {
      readonly do: 'draw';
      readonly why: DrawReason;
      readonly keys: Iterable<SampleKey>;
      readonly count: number;
      /** True where known answers must not serve. */
      readonly anew: boolean;
    }
  | { readonly do: 'score'; readonly keys: Iterable<SampleKey>; readonly count: number }
  | { readonly do: 'judge-pairs'; readonly pairs: readonly SamplePair[] }
  | { readonly do: 'check-judges'; readonly judges: readonly JudgeId[] };

/** A round that could settle what both looks left open, and why it was not made: nobody asked for it, or the budget has no room. */
export interface Unsettled {
  readonly why: 'unasked' | 'budget';
  /** What it would take at most. */
  readonly estimate: Estimate;
}

/** What the gate said of a run, and what it was said of. */
export interface RunDecision {
  readonly verdict: Verdict;
  readonly green: boolean;
  readonly comparisons: readonly Comparison[];
  readonly reasons: readonly string[];
  readonly broken: readonly BrokenCase[];
  /** What stood for the base: fresh samples, or a stored baseline that decided alone. */
  readonly baseArm: BaseArm;
  /** The plans it was decided by: a judge that failed its checks is held in them. */
  readonly suites: readonly SuitePlan[];
  readonly checks: readonly JudgeCheck[];
  /** True where stored samples were looked at first, whatever decided then. */
  readonly isScreened: boolean;
  /** By case, the first sample that only the round which settles drew; a case that it drew nothing of has none. */
  readonly settledFrom: ReadonlyMap<CasePlan, number>;
  /** The round that could settle what is open and was not made; null where there is none to make. */
  readonly unsettled: Unsettled | null;
  /** Why no more was drawn although the gate asked for it; null where it did not, or got it. */
  readonly unaffordable: string | null;
  /** What was to be drawn before the gate could decide, where nothing is drawn; empty elsewhere. */
  readonly wanted: readonly SampleKey[];
}

/** What follows from a plan and a ledger. */
export type Step = Work | { readonly do: 'decided'; readonly decision: RunDecision };
