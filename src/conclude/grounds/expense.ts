import type { Price } from '../../config/config.ts';
import type { Verdict } from '../../gate/comparison.ts';
import { decideExpense, type Expense } from '../../gate/expense-limit.ts';
import { namePrompt } from '../../gate/reason.ts';
import { isCompared } from '../../plan/suite-plan.ts';
import { explainExpense } from '../../report/limit-words.ts';
import type { RunDecision } from '../../rounds/run-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import type { RatioInterval } from '../../statistics/log-ratio.ts';
import { compareExpense } from '../insights/expense.ts';
import { type Statement, stateAtOnce } from '../statement.ts';

/** What a limit of cost or latency came to for one prompt. */
export interface HeldExpense {
  readonly suite: string;
  readonly prompt: string;
  readonly expense: Expense;
  readonly ratio: RatioInterval | null;
  /** The most that it may rise: 0.2 is 20 %. */
  readonly limit: number;
  readonly verdict: Verdict;
}

/** Holds every compared prompt of a suite that may gate against the limits that its gate sets. */
export function holdExpenses(
  { suites, baseArm }: Pick<RunDecision, 'suites' | 'baseArm'>,
  ledger: Ledger,
  prices: { readonly [model: string]: Price },
): readonly HeldExpense[] {
  return suites.flatMap((plan) => {
    const { maxCostIncrease, maxLatencyIncrease } = plan.config.gate;
    if (!plan.mayGate || (maxCostIncrease ?? maxLatencyIncrease) === null) return [];
    return plan.prompts.filter(isCompared).flatMap((compared) => {
      const { suite, id: prompt } = compared;
      const ratios = compareExpense(compared, ledger, baseArm, prices);
      const hold = (expense: Expense, limit: number | null): readonly HeldExpense[] => {
        if (limit === null) return [];
        const ratio = ratios[expense];
        return [{ suite, prompt, expense, ratio, limit, verdict: decideExpense(ratio, limit) }];
      };
      return [...hold('cost', maxCostIncrease), ...hold('latency', maxLatencyIncrease)];
    });
  });
}

/** A limit's say in the verdict, kept or not. */
export function stateExpense({ suite, prompt, expense, ratio, limit, verdict }: HeldExpense): Statement {
  const sentence = `${namePrompt({ suite, id: prompt })}: ${explainExpense(expense, ratio, limit)}`;
  return stateAtOnce(verdict, { kind: 'expense', suite, prompt, subject: expense }, sentence);
}
