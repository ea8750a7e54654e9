import type { RatioInterval } from '../statistics/log-ratio.ts';
import type { Finding } from './verdict.ts';

/** What an answer takes: money, or time. */
export type Expense = 'cost' | 'latency';

/**
 * Holds the candidate's cost or latency, as a ratio to the baseline's over the same cases, against the most that it may rise (0.2 is 20 %). Fail only where
 * the lower end of the interval, a one-sided 95 % bound, is above it; inconclusive where the ratio is not known, since a limit that cannot be looked at is not met.
 */
export function decideExpense(expense: Expense, ratio: RatioInterval | null, limit: number): Finding {
  if (ratio === null) {
    const why = expense === 'cost' ? 'no price or no token counts are known' : 'no two answers have a time';
    return { verdict: 'inconclusive', reason: `the ${expense} of an answer cannot be compared: ${why}` };
  }
  if (ratio.lower <= 1 + limit) return { verdict: 'pass', reason: null };
  const [rise, least, most, allowed] = [ratio.ratio - 1, ratio.lower - 1, ratio.upper - 1, limit].map(renderPercent);
  return {
    verdict: 'fail',
    reason: `the ${expense} of an answer rose by ${rise} % (between ${least} and ${most}); the most allowed is ${allowed} %`,
  };
}

function renderPercent(share: number): string {
  return String(Math.round(1000 * share) / 10);
}
