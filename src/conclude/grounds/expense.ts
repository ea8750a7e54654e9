import type { Price } from '../../config/config.ts';
import type { Verdict } from '../../gate/comparison.ts';
import { decideExpense, type Expense } from '../../gate/expense-limit.ts';
import { namePrompt } from '../../gate/reason.ts';
import { isCompared, type PromptPlan } from '../../plan/suite-plan.ts';
import { costOfAnswer, priceOf } from '../../prices/price-of.ts';
import { explainExpense } from '../../report/words/limit-words.ts';
import type { RunDecision } from '../../rounds/run-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import type { Sample } from '../../run/ledger-arm.ts';
import type { BaseArm } from '../../run/sample-key.ts';
import { readArm } from '../../scores/read.ts';
import { logRatioInterval, type RatioInterval } from '../../statistics/log-ratio.ts';
import { type Statement, stateAtOnce } from '../statement.ts';

/** How a prompt's answers compare with the base's in cost or time, and what a limit makes of it. */
export interface MeasuredExpense {
  readonly suite: string;
  readonly prompt: string;
  readonly expense: Expense;
  /** Null where it cannot be told. */
  readonly ratio: RatioInterval | null;
  /** The most that it may rise, 0.2 is 20 %, and what that came to; null where no limit holds it. */
  readonly held: { readonly limit: number; readonly verdict: Verdict } | null;
}

/**
 * Measures every prompt, and holds the compared ones of a suite that may gate against the limits that its gate sets.
 */
export function measureExpenses(
  { suites, baseArm }: Pick<RunDecision, 'suites' | 'baseArm'>,
  ledger: Ledger,
  prices: { readonly [model: string]: Price },
): readonly MeasuredExpense[] {
  return suites.flatMap((plan) =>
    plan.prompts.flatMap((prompt) => {
      const ratios = compareExpense(prompt, ledger, baseArm, prices);
      const { maxCostIncrease, maxLatencyIncrease } = plan.config.gate;
      const mayHold = plan.mayGate && isCompared(prompt);
      const measure = (expense: Expense, limit: number | null): MeasuredExpense => {
        const ratio = ratios[expense];
        const held = mayHold && limit !== null ? { limit, verdict: decideExpense(ratio, limit) } : null;
        return { suite: prompt.suite, prompt: prompt.id, expense, ratio, held };
      };
      return [measure('cost', maxCostIncrease), measure('latency', maxLatencyIncrease)];
    }),
  );
}

/** A limit's say in the verdict, kept or not; nothing where there is no limit. */
export function stateExpense({ suite, prompt, expense, ratio, held }: MeasuredExpense): readonly Statement[] {
  if (held === null) return [];
  const sentence = `${namePrompt({ suite, id: prompt })}: ${explainExpense(expense, ratio, held.limit)}`;
  return [stateAtOnce(held.verdict, { kind: 'expense', suite, prompt, subject: expense }, sentence)];
}

/**
 * Compares sample 0 of both arms of a prompt, case by case, on the log ratio; null where it cannot be told. Stored
 * answers have no time, and their cost is that of their tokens.
 */
export function compareExpense(
  prompt: PromptPlan,
  ledger: Ledger,
  baseArm: BaseArm,
  prices: { readonly [model: string]: Price },
): { readonly [name in Expense]: RatioInterval | null } {
  const [ours, theirs] = [readArm(ledger, prompt, baseArm), readArm(ledger, prompt, 'candidate')];
  const pairs = prompt.cases.flatMap(({ id }) => {
    const [base, candidate] = [ours.sample(id, 0), theirs.sample(id, 0)];
    return base === null || candidate === null ? [] : [[base, candidate] as const];
  });
  const compare = (measure: (sample: Sample) => number) =>
    logRatioInterval(pairs.map(([base, candidate]) => [measure(base), measure(candidate)]));
  return { cost: compare((sample) => costOf(prompt, sample, prices)), latency: compare(latencyOf) };
}

function costOf(
  { base, candidate }: PromptPlan,
  { arm, result }: Sample,
  prices: { readonly [model: string]: Price },
): number {
  const model = (arm === 'candidate' ? candidate : base)?.model ?? '';
  return result.status === 'answered' ? (costOfAnswer(result, priceOf(model, prices)) ?? 0) : 0;
}

function latencyOf({ result }: Sample): number {
  return result.status === 'answered' ? result.latencyMs : 0;
}
