import type { Expense } from '../../gate/expense-limit.ts';
import type { Threshold, ThresholdResult } from '../../gate/threshold.ts';
import type { RatioInterval } from '../../statistics/log-ratio.ts';
import { formatScore } from './numbers.ts';

/** How a candidate stands to the user's threshold, as a clause: the figure that was held against it and the limit in one unit, percent where all scores are 0 or 1. */
export function explainThreshold(
  { minScore, on, direction }: Threshold,
  { verdict, value }: ThresholdResult,
  binary: boolean,
): string {
  if (verdict === 'pass') return 'the threshold is met';
  if (value === null) return 'no case has a score to hold against min-score';
  const isLower = direction === 'lower';
  const what = on === 'mean' ? 'mean' : `${isLower ? 'upper' : 'lower'} bound`;
  const [is, limit] = [value, minScore].map((score) => formatScore(score, binary));
  const side = isLower ? 'above' : 'below';
  if (verdict === 'fail') return `the ${what} ${is} is ${side} the ${isLower ? 'most' : 'least'} allowed, ${limit}`;
  return `the ${what} ${is} meets ${limit}, but scores are missing that could miss it`;
}

/** How the cost or latency of an answer stands to the most that it may rise, as a clause. */
export function explainExpense(expense: Expense, ratio: RatioInterval | null, limit: number): string {
  if (ratio === null) {
    const why = expense === 'cost' ? 'no price or no token counts are known' : 'no two answers have a time';
    return `the ${expense} of an answer cannot be compared: ${why}`;
  }
  const [rise, least, most, allowed] = [ratio.ratio - 1, ratio.lower - 1, ratio.upper - 1, limit].map(renderPercent);
  return ratio.lower <= 1 + limit
    ? 'the limit is kept'
    : `the ${expense} of an answer rose by ${rise} % (between ${least} and ${most}); the most allowed is ${allowed} %`;
}

function renderPercent(share: number): string {
  return String(Math.round(1000 * share) / 10);
}
