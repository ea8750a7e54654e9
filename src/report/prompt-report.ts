import type { Problem } from '../errors.ts';
import type { Verdict } from '../gate/comparison.ts';
import type { RatioInterval } from '../statistics/log-ratio.ts';
import type { PromptChanges, PromptTokens } from './prompt-changes.ts';

/** What happened on one arm of one prompt. Money is integer micro-dollars, null where a price is unknown. */
export interface ArmReport {
  /** Model id asked and the ids that answered. */
  readonly model: string;
  readonly answeredAs: readonly string[];
  readonly answered: number;
  readonly rejected: number;
  readonly unavailable: number;
  readonly unavailableReasons: readonly string[];
  /** Calls of which an attempt was given up on since no answer came in time. */
  readonly hung: number;
  /** Answers per finish reason. */
  readonly finishReasons: { readonly [reason: string]: number };
  /** Answers that are none: without text and tool calls; refused by the model or a content filter; cut off at the token limit. Each is counted once: as refused, else as empty, else as truncated. */
  readonly empty: number;
  readonly refused: number;
  readonly truncated: number;
  /** Answers that began with a block of reasoning, which was left out. */
  readonly reasoningDropped: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costMicroUsd: number | null;
  /** Cost per 1,000 answers in micro-dollars, null where unknown. */
  readonly costPerThousandMicroUsd: number | null;
  readonly latencyMedianMs: number | null;
  readonly lengthMedian: number | null;
}

/** What happened to one prompt between the sides. */
export interface PromptReport {
  readonly id: string;
  readonly path: string;
  readonly change: 'changed' | 'unchanged' | 'new' | 'renamed' | 'deleted';
  /** True where an application makes the outputs: its path is a name, and no file. */
  readonly isApplication: boolean;
  readonly basePath: string | null;
  readonly baseVersion: string | null;
  readonly candidateVersion: string | null;
  /** Null where there are no two versions. */
  readonly changes: PromptChanges | null;
  /** What was guessed of how the candidate's file is meant, each with how to say it. */
  readonly guesses: readonly Problem[];
  /** Of the base's cases, how many send another request than before; null where there is no other version. */
  readonly reach: { readonly reached: number; readonly cases: number } | null;
  /** What the messages take as the run measured it; null where it did not. */
  readonly promptTokens: PromptTokens | null;
  readonly baseline: ArmReport | null;
  readonly candidate: ArmReport | null;
  /** Candidate over base, case by case: geometric mean and 90 % interval; null where it cannot be told. */
  readonly costRatio: RatioInterval | null;
  readonly latencyRatio: RatioInterval | null;
  /** Whether the user's limits are kept; null where none is set. */
  readonly costVerdict: Verdict | null;
  readonly latencyVerdict: Verdict | null;
  /** Null where nothing is compared. */
  readonly likeness: LikenessReport | null;
}

/** How alike the first answers of both sides are: of so many cases so many are the same, and the mean token F1 of the texts. It decides nothing. */
export interface LikenessReport {
  readonly cases: number;
  readonly same: number;
  readonly mean: number;
}
