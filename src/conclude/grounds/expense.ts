import type { Price } from '../../config/config.ts';
import { decideExpense, type Expense } from '../../gate/expense-limit.ts';
import type { Finding } from '../../gate/verdict.ts';
import { isCompared } from '../../plan/suite-plan.ts';
import type { RunDecision } from '../../rounds/run-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import { compareExpense } from '../insights/expense.ts';

/** What the limits of cost and latency came to for one prompt. */
export interface ExpenseFinding extends Finding {
  readonly suite: string;
  readonly prompt: string;
  readonly expense: Expense;
}

/** Holds every compared prompt of a suite that may gate against the limits that its gate sets. */
export function holdExpenses(
  { suites, baseArm }: RunDecision,
  ledger: Ledger,
  prices: { readonly [model: string]: Price },
): readonly ExpenseFinding[] {
  return suites.flatMap((plan) => {
    const { maxCostIncrease, maxLatencyIncrease } = plan.config.gate;
    if (!plan.mayGate || (maxCostIncrease ?? maxLatencyIncrease) === null) return [];
    return plan.prompts.filter(isCompared).flatMap((prompt) => {
      const ratios = compareExpense(prompt, ledger, baseArm, prices);
      const hold = (expense: Expense, limit: number | null): readonly ExpenseFinding[] =>
        limit === null
          ? []
          : [{ suite: prompt.suite, prompt: prompt.id, expense, ...decideExpense(expense, ratios[expense], limit) }];
      return [...hold('cost', maxCostIncrease), ...hold('latency', maxLatencyIncrease)];
    });
  });
}
