import { UserError } from '../errors.ts';
import type { Draws } from '../plan/draws.ts';
import { addEstimates, type Estimate, estimateRound, nothing } from '../plan/estimate.ts';
import { renderUsd } from '../prices/usd.ts';
import type { CallSums } from '../run/totals.ts';
import { count } from '../text/prose.ts';
import type { RunPlan } from './run-plan.ts';

/** What is needed to reckon with a run's budget. */
export type Budget = Pick<RunPlan, 'budget' | 'prices' | 'judgeModel'>;

/** What a run takes at most. */
export interface RunEstimate {
  readonly candidate: Estimate;
  readonly base: Estimate;
  readonly rerun: Estimate;
  /** Judgements of planted answers. */
  readonly checks: number;
}

/** What some draws take at most. */
export function estimateDraws({ judgeModel, prices }: Budget, draws: Iterable<Draws>): Estimate {
  return estimateRound(draws, judgeModel.id, prices);
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
export function refuseExcess(over: string): UserError {
  return UserError.of(
    `The run would take ${over}.`,
    'Raise the budget on the base branch, or run fewer cases with the input cases.',
  );
}

/** All of a run together, its re-run and its planted answers included. */
export function addUp({ candidate, base, rerun, checks }: RunEstimate): Estimate {
  return [candidate, base, rerun, { ...nothing, judgeCalls: checks }].reduce(addEstimates);
}

/** What each part of a run takes, in one line. */
export function renderRunEstimate({ candidate, base, rerun, checks }: RunEstimate): string {
  return [
    `candidate ${renderEstimate(candidate)}`,
    `base ${renderEstimate(base)}`,
    ...(checks === 0 ? [] : [`${count(checks, 'judgement')} of planted answers`]),
    `a re-run at worst ${renderEstimate(rerun)}`,
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
