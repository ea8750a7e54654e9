import type { Verdict } from '../gate/comparison.ts';
import type { WeighedGround } from '../gate/ground.ts';

/** The verdict that one suite's content was given before, as the comment's hidden line keeps it. */
export interface RecordedVerdict {
  readonly suite: string;
  /** The first digits of its content key. */
  readonly key: string;
  readonly verdict: Exclude<Verdict, 'invalid'>;
  readonly title: string;
  /** The head that was judged. */
  readonly head: string;
  /** How often the question was asked. */
  readonly attempts: number;
  readonly grounds: readonly WeighedGround[];
  /** Set where a second look was wanted of whoever supplies the outputs: which ones the first look was at. */
  readonly look?: string;
  /** Set where a further round could settle it: what both looks were at. */
  readonly open?: string;
  /** Set where that round was made: there is one for each content. */
  readonly settled?: true;
  /** SHA-256 of the score lines that it rests on; old records have none. */
  readonly evidence?: string;
}
