import type { Price } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { Draws } from '../plan/draws.ts';
import { addEstimates, type Estimate, estimateRound, listModels, nothing } from '../plan/estimate.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import { dearestPrice, priceOf } from '../prices/price-of.ts';
import { renderUsd } from '../prices/usd.ts';
import type { CallSums } from '../run/totals.ts';
import { count, listInCode } from '../text/prose.ts';
import type { RunPlan } from './run-plan.ts';

/** What is needed to reckon with a run's budget. */
export type Budget = Pick<RunPlan, 'budget' | 'prices' | 'judgeModel'>;

/** What a run takes at most. */
export interface RunEstimate {
  readonly candidate: Estimate;
  readonly base: Estimate;
  readonly rerun: Estimate;
  /** What settling adds to what the looks may have drawn. */
  readonly settling: Estimate;
  /** Judgements of planted answers. */
  readonly checks: number;
  /** A clause on models without a price; null where there are none. */
  readonly unpriced: string | null;
}

/** The most models that a sentence lists. */
const maxNamed = 5;

/** What some draws take at most. */
export function estimateDraws(budget: Budget, draws: Iterable<Draws>): Estimate {
  return estimateRound(draws, budget.judgeModel.id, budget.prices, fallbackPrice(budget));
}

/** What a model without a price is reckoned at: the dearest price there is where somebody limited what a run may cost, since any model id would lift the limit otherwise; else null. */
export function fallbackPrice({ budget, prices }: Pick<Budget, 'budget' | 'prices'>): Price | null {
  return budget.isSet && budget.perRunUsd !== null ? dearestPrice(prices) : null;
}

/** Says, as a clause, which models of a run are reckoned so; null where there are none. */
export function explainUnpriced(budget: Budget, prompts: Iterable<PromptPlan>): string | null {
  const fallback = fallbackPrice(budget);
  const models = new Set([...prompts].flatMap((prompt) => listModels(prompt, budget.judgeModel.id)));
  const unknown = [...models].filter((model) => priceOf(model, budget.prices) === null);
  if (fallback === null || unknown.length === 0) return null;
  const { inputPerMillionUsd: input, outputPerMillionUsd: output } = fallback;
  return `no price is known of ${listInCode(unknown, maxNamed)}: it counts as the dearest of the table, ${renderUsd(input)} in and ${renderUsd(output)} out for a million tokens (\`prices\` in the config names another)`;
}

/** What a round would take beyond what a run may, after the calls it made; null where it fits. */
export function explainExcess({ budget }: Budget, calls: CallSums, round: Estimate): string | null {
  const { perRunCalls, perRunUsd } = budget;
  const all = calls.calls + round.generationCalls + round.judgeCalls;
  if (all > perRunCalls) return `${all} calls of at most ${perRunCalls} (budget.per-run-calls)`;
  if (perRunUsd === null || round.costMicroUsd === null) return null;
  const dollars = (calls.spentMicroUsd + round.costMicroUsd) / 1e6;
  return dollars > perRunUsd
    ? `about ${renderUsd(dollars)} of at most ${renderUsd(perRunUsd)} (budget.per-run-usd)`
    : null;
}

/** The error of a run that does not fit. */
export function refuseExcess(over: string, unpriced: string | null): UserError {
  return UserError.of(
    `The run would take ${over}${unpriced === null ? '' : `; ${unpriced}`}.`,
    'Raise the budget on the base branch, or run fewer cases with the input cases.',
  );
}

/** All of a run together, its re-run and its planted answers included. */
export function addUp({ candidate, base, rerun, settling, checks }: RunEstimate): Estimate {
  return [candidate, base, rerun, settling, { ...nothing, judgeCalls: checks }].reduce(addEstimates);
}

/** What each part of a run takes, in one line. */
export function renderRunEstimate({ candidate, base, rerun, settling, checks, unpriced }: RunEstimate): string {
  return [
    `candidate ${renderEstimate(candidate)}`,
    `base ${renderEstimate(base)}`,
    ...(checks === 0 ? [] : [`${count(checks, 'judgement')} of planted answers`]),
    `a re-run at worst ${renderEstimate(rerun)}`,
    ...(settling.generationCalls === 0 ? [] : [`settling at worst ${renderEstimate(settling)} more`]),
    ...(unpriced === null ? [] : [unpriced]),
  ].join('; ');
}

/** `200 answers, 200 judgements, about 41,000 tokens, $0.12`. */
export function renderEstimate(estimate: Estimate): string {
  const { generationCalls, judgeCalls, inputTokens, outputTokens, costMicroUsd } = estimate;
  if (generationCalls + judgeCalls === 0) return 'no calls';
  const tokens = (inputTokens + outputTokens).toLocaleString('en-US');
  const cost = costMicroUsd === null ? 'price unknown' : `about ${renderUsd(costMicroUsd / 1e6)}`;
  return `${count(generationCalls, 'answer')}, ${count(judgeCalls, 'judgement')}, about ${tokens} tokens, ${cost}`;
}
