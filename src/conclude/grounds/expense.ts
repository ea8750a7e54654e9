import type { Price } from '../../config/config.ts';
import { decideExpense, type Expense } from '../../gate/expense-limit.ts';
import type { Finding } from '../../gate/verdict.ts';
import type { RunDecision } from '../../pipeline/decide-run.ts';
import { isCompared, type SuitePlan } from '../../plan/suite-plan.ts';
import { compareExpense } from '../insights/expense.ts';

/** What the limits of cost and latency came to for one prompt. */
export interface ExpenseFinding extends Finding {
  readonly suite: string;
  readonly prompt: string;
  readonly expense: Expense;
}

/** Holds every compared prompt of a suite that may gate against the limits that its gate sets. */
export function holdExpenses(
  plans: readonly SuitePlan[],
  { session, baseArm }: RunDecision,
  prices: { readonly [model: string]: Price },
): readonly ExpenseFinding[] {
  return plans.flatMap((plan) => {
    const { maxCostIncrease, maxLatencyIncrease } = plan.config.gate;
    if (!plan.mayGate || (maxCostIncrease ?? maxLatencyIncrease) === null) return [];
    return plan.prompts.filter(isCompared).flatMap((prompt) => {
      const ratios = compareExpense(prompt, session.samples, baseArm, prices);
      const hold = (expense: Expense, limit: number | null): readonly ExpenseFinding[] =>
        limit === null
          ? []
          : [{ suite: prompt.suite, prompt: prompt.id, expense, ...decideExpense(expense, ratios[expense], limit) }];
      return [...hold('cost', maxCostIncrease), ...hold('latency', maxLatencyIncrease)];
    });
  });
}
