import type { Verdict } from './comparison.ts';

/** What a ground is about: a gating comparison, a threshold, a limit of cost or latency, a part of the gate that would shrink, or what keeps the run from being judged. */
export type GroundKind = 'comparison' | 'threshold' | 'expense' | 'rows' | 'answer-key' | 'prompt' | 'unjudged';

/** Identity of one ground of a verdict, by which an acceptance covers it and no other. */
export interface GroundId {
  readonly kind: GroundKind;
  readonly suite: string | null;
  readonly prompt: string | null;
  /** The metric, column or file concerned; null where suite and prompt say it. */
  readonly subject: string | null;
}

/** Something that a verdict other than pass rests on. */
export interface Ground extends GroundId {
  readonly verdict: Exclude<Verdict, 'pass'>;
}

/** A ground of a run, and whether the settings let it turn the check red. */
export interface WeighedGround extends Ground {
  readonly blocks: boolean;
}

/** One key for equal identities. */
export function keyOfGround({ kind, suite, prompt, subject }: GroundId): string {
  return JSON.stringify([kind, suite, prompt, subject]);
}
