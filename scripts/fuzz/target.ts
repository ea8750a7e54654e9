import type { Draw } from './draw.ts';

/** One thing that reads or renders what others wrote. */
export interface Target {
  readonly name: string;
  /** Takes part in one round of so many; in every one where it does not say. */
  readonly seldom?: number;
  /** Draws an input. */
  make(draw: Draw): string;
  /** Works on an input; throws an error that is not reported to people where a rule is broken. `variant` chooses among settings. */
  check(input: string, variant: number): void;
}

/** Throws where a rule is broken. */
export function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(`broken: ${rule}`);
}
