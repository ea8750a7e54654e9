import type { Arm } from '../plan/suite-plan.ts';
import type { Wanted } from '../plan/wanted.ts';
import type { ModelCall, ModelResult } from '../ports.ts';

/** One output as it came, and what it answers. */
export interface SampleRecord extends Wanted {
  /** Hash of the request that was sent: equal keys are draws from one distribution. */
  readonly key: string;
  readonly result: ModelResult;
  readonly source: 'fresh' | 'cache' | 'stored';
  /** When the answer came; null where that is not known. */
  readonly answeredAtMs: number | null;
}

/** One score of one sample; null is unscored, and the reason says why a score is not 1. */
export interface ScoreRecord {
  readonly suite: string;
  readonly prompt: string;
  readonly arm: Arm;
  readonly case: string;
  readonly metric: string;
  readonly sample: number;
  readonly score: number | null;
  readonly cluster: string | null;
  readonly question: string | null;
  readonly reason: string | null;
}

/** Whether a judge of two outputs said the same in both orders. */
export interface SwapRecord {
  readonly suite: string;
  readonly prompt: string;
  readonly metric: string;
  readonly isConsistent: boolean;
}

/** One finished call, for `calls.jsonl`, the counts and the cost. */
export interface CallRecord {
  readonly call: ModelCall;
  readonly result: ModelResult;
  readonly cached: boolean;
  /** Integer micro-dollars; null where the price or the usage is unknown, 0 for a cached answer. */
  readonly costMicroUsd: number | null;
  /** When the answer came; null for a known one that does not say. */
  readonly answeredAtMs: number | null;
}
