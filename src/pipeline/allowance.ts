import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { addEstimates, type Estimate, estimateRound, nothing } from '../plan/estimate.ts';
import type { Rounds } from '../plan/rounds.ts';
import type { Wanted } from '../plan/wanted.ts';
import type { Log } from '../ports.ts';
import type { CallRecord } from '../run/records.ts';
import { countCalls, spentMicroUsd } from '../run/totals.ts';

/** What a run takes at most. */
export interface RunEstimate {
  readonly candidate: Estimate;
  readonly base: Estimate;
  readonly rerun: Estimate;
  /** Judgements of planted answers. */
  readonly checks: number;
}

/** A run's estimate, and whether the budget leaves it only the stored baseline to look at. */
export interface RunBudget {
  readonly estimate: RunEstimate;
  readonly screensAlone: boolean;
}

/** What a run may still call and spend, by the budget of the deciding config. */
export interface Allowance {
  /** Prints what an evaluation takes at most. Where both looks do not fit the budget, a stored baseline that could decide is all it gets; without one a UserError is thrown, and nothing is spent. */
  plan(rounds: Rounds, checks: number, screens: boolean): RunBudget;
  /** Prints what a single round takes at most; throws a UserError where that is over the budget: nothing is spent then. */
  require(wanted: readonly Wanted[]): void;
  /** True where a re-run fits what is left; says so where it does not. */
  afford(wanted: readonly Wanted[]): boolean;
}

/** Watches over the budget of one run; the journal tells what is spent. */
export function createAllowance(config: Config, journal: readonly CallRecord[], log: Log): Allowance {
  const estimate = (...rounds: readonly (readonly Wanted[])[]) =>
    estimateRound(rounds.flat(), config.judgeModel.id, config.prices);
  const { perRunCalls, perRunUsd } = config.budget;
  const excess = (round: Estimate): string | null => {
    const calls = countCalls(journal).calls + round.generationCalls + round.judgeCalls;
    if (calls > perRunCalls) return `${calls} calls of at most ${perRunCalls} (budget.per-run-calls)`;
    if (perRunUsd === null || round.costMicroUsd === null) return null;
    const dollars = (spentMicroUsd(journal) + round.costMicroUsd) / 1e6;
    return dollars > perRunUsd ? `about $${dollars.toFixed(2)} of at most $${perRunUsd} (budget.per-run-usd)` : null;
  };
  const refuse = (over: string): never => {
    throw UserError.of(
      `The run would take ${over}.`,
      'Raise the budget on the base branch, or run fewer cases with the input cases.',
    );
  };
  return {
    plan: ({ candidate, base, shared, read, rerun }, checks, screens) => {
      const run = { candidate: estimate(candidate), base: estimate(base, shared), rerun: estimate(rerun), checks };
      const planted = { ...nothing, judgeCalls: checks };
      log.info(`At most: ${renderRunEstimate(run)}.`);
      const over = excess([run.candidate, run.base, run.rerun, planted].reduce(addEstimates));
      if (over === null) return { estimate: run, screensAlone: false };
      if (!screens || excess([run.candidate, estimate(read), planted].reduce(addEstimates)) !== null) refuse(over);
      log.warn(`A fresh baseline does not fit the budget (${over}): the stored one is all that is looked at.`);
      return { estimate: run, screensAlone: true };
    },
    require: (wanted) => {
      const round = estimate(wanted);
      log.info(`This round: ${renderEstimate(round)}.`);
      const over = excess(round);
      if (over !== null) refuse(over);
    },
    afford: (wanted) => {
      const round = estimate(wanted);
      const over = excess(round);
      const cases = new Set(wanted.map(({ prompt, case: row }) => JSON.stringify([prompt.suite, prompt.id, row.id])))
        .size;
      const what = `${cases} cases run again on both sides`;
      if (over === null) log.info(`Not decided yet: ${what}: ${renderEstimate(round)}.`);
      else log.warn(`Not decided, and the re-run does not fit the budget: it would take ${over}.`);
      return over === null;
    },
  };
}

/** What each part of a run takes, in one line. */
export function renderRunEstimate({ candidate, base, rerun, checks }: RunEstimate): string {
  return [
    `candidate ${renderEstimate(candidate)}`,
    `base ${renderEstimate(base)}`,
    ...(checks === 0 ? [] : [`${checks} judgements of planted answers`]),
    `a re-run at worst ${renderEstimate(rerun)}`,
  ].join('; ');
}

/** `200 answers, 200 judgements, about 41,000 tokens, $0.12`. */
function renderEstimate(estimate: Estimate): string {
  const { generationCalls, judgeCalls, inputTokens, outputTokens, costMicroUsd } = estimate;
  const tokens = (inputTokens + outputTokens).toLocaleString('en-US');
  const cost = costMicroUsd === null ? 'price unknown' : `about $${(costMicroUsd / 1e6).toFixed(4)}`;
  return `${generationCalls} answers, ${judgeCalls} judgements, about ${tokens} tokens, ${cost}`;
}
