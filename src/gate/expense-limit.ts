import type { RatioInterval } from '../statistics/log-ratio.ts';
import type { Verdict } from './comparison.ts';

/** What an answer takes: money, or time. */
export type Expense = 'cost' | 'latency';

/**
 * Holds the candidate's cost or latency, as a ratio to the baseline's over the same cases, against the most that it may
 * rise (0.2 is 20 %). Fail only where the lower end of the interval, a one-sided 95 % bound, is above it; inconclusive
 * where the ratio is not known, since a limit that cannot be looked at is not met.
 */
export function decideExpense(ratio: RatioInterval | null, limit: number): Exclude<Verdict, 'invalid'> {
  if (ratio === null) return 'inconclusive';
  return ratio.lower <= 1 + limit ? 'pass' : 'fail';
}
