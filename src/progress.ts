/** Where one piece of work stands. Counts are of the piece, money is that of the whole run. */
export interface Progress {
  /** What is done, such as `answers`. */
  readonly label: string;
  /** The suite that the latest of it was for; null where it is for none, or none is told. */
  readonly suite: string | null;
  /** How many there will be; null where nobody knows. */
  readonly total: number | null;
  /** What came through. */
  readonly done: number;
  /** What of it was known, and asked of nobody. */
  readonly known: number;
  /** What ended without an answer. */
  readonly failed: number;
  /** How often one was asked again. */
  readonly retries: number;
  /** Why the latest that came to nothing did; null while none has. */
  readonly lastFault: string | null;
  /** What counts as spent under the run's budget; null where a price is not known. */
  readonly spentMicroUsd: number | null;
  /** Null is unlimited. */
  readonly budgetMicroUsd: number | null;
  /** True with the last word about this piece, done or broken off. */
  readonly isOver: boolean;
}
