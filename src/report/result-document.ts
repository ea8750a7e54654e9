import type { Problem } from '../errors.ts';
import type { Verdict } from '../gate/comparison.ts';
import { type CallSums, costUsdOf } from '../run/totals.ts';
import { toolVersion } from '../version.ts';

/** What every result says, whatever it is about: who made it, what it cost, what went wrong. */
export interface ResultDocument {
  readonly toolVersion: string;
  /** Requests answered, without cache hits and retries. */
  readonly calls: number;
  readonly cacheHits: number;
  /** Null where a price is unknown. */
  readonly costUsd: number | null;
  readonly errors: readonly Problem[];
}

/** The part of a result that turns a job red or green; a kind of decision has words of its own. */
export interface Decided<Word extends string = Verdict> {
  readonly verdict: Word;
  readonly green: boolean;
}

/** Work that judges nobody: it was done, or it could not be. */
export type WorkVerdict = 'pass' | 'invalid';

/** The common part of a result, by the calls that were made for it; `noCalls` is what ended before the first. */
export function buildResult(sums: CallSums, errors: readonly Problem[]): ResultDocument {
  const { calls, cacheHits } = sums;
  return { toolVersion, calls, cacheHits, costUsd: costUsdOf(sums), errors };
}

/** Without a mistake pass and green, else invalid and red. */
export function decideWork(errors: readonly Problem[]): Decided<WorkVerdict> {
  const green = errors.length === 0;
  return { verdict: green ? 'pass' : 'invalid', green };
}

type ExitCode = 0 | 1 | 2;
type ExitCodes<Word extends string> = Readonly<Record<Word, ExitCode>>;

/** Exit codes of the gate's verdicts, where they are not green. */
export const gateExitCodes: ExitCodes<Verdict> = { pass: 0, inconclusive: 1, fail: 1, invalid: 2 };

/** Exit codes of work that judges nobody. */
export const workExitCodes: ExitCodes<WorkVerdict> = { pass: 0, invalid: 2 };

/** The exit code of a decision by the table of its kind: 0 where it is green, which `invalid` never is here. */
export function exitCodeOf<Word extends string>(
  codes: ExitCodes<Word>,
  { verdict, green }: Decided<NoInfer<Word>>,
): ExitCode {
  return green && verdict !== 'invalid' ? 0 : codes[verdict];
}
