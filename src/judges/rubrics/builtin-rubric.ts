import type { BlockUse } from '../blocks.ts';

/** A rubric that ships with the tool; its version counts up with every change of its words. */
export interface BuiltinRubric {
  readonly name: string;
  readonly version: number;
  /** What the judge is shown beside the output. */
  readonly use: BlockUse;
  /** Markdown with the levels `1: …` to `5: …`. */
  readonly text: string;
}
