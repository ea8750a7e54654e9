import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { type Estimate, estimateRound } from '../plan/estimate.ts';
import type { Wanted } from '../plan/wanted.ts';
import type { Log } from '../ports.ts';
import type { CallRecord } from '../scores/records.ts';
import { countCalls, spentMicroUsd } from '../scores/totals.ts';

/** What a run may still call and spend, by the budget of the deciding config. */
export interface Allowance {
  /** Prints and returns what a round takes at most; throws a UserError where that is over the budget: nothing is spent then. */
  require(wanted: readonly Wanted[], mayRerun: boolean, moreJudgements?: number): Estimate;
  /** True where a re-run fits; says so where it does not. */
  afford(wanted: readonly Wanted[]): boolean;
}

/** Samples a re-run adds to a case, and arms it runs: its worst case for a round. */
const rerunFactor = 4;

/** Watches over the budget of one run; the journal tells what is spent. */
export function createAllowance(config: Config, journal: readonly CallRecord[], log: Log): Allowance {
  const estimate = (wanted: readonly Wanted[]) => estimateRound(wanted, config.judgeModel.id, config.prices);
  const { perRunCalls, perRunUsd } = config.budget;
  const excess = (round: Estimate): string | null => {
    const calls = countCalls(journal).calls + round.generationCalls + round.judgeCalls;
    if (calls > perRunCalls) return `${calls} calls of at most ${perRunCalls} (budget.per-run-calls)`;
    if (perRunUsd === null || round.costMicroUsd === null) return null;
    const dollars = (spentMicroUsd(journal) + round.costMicroUsd) / 1e6;
    return dollars > perRunUsd ? `about $${dollars.toFixed(2)} of at most $${perRunUsd} (budget.per-run-usd)` : null;
  };
  return {
    require: (wanted, mayRerun, moreJudgements = 0) => {
      const own = estimate(wanted);
      const round = { ...own, judgeCalls: own.judgeCalls + moreJudgements };
      log.info(
        `This round: ${renderEstimate(round)}${mayRerun ? `; a re-run takes at most ${rerunFactor} times that` : ''}.`,
      );
      const over = excess(round);
      if (over === null) return round;
      throw UserError.of(
        `The run would take ${over}.`,
        'Raise the budget on the base branch, or run fewer cases with the input cases.',
      );
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

/** `200 answers, 200 judgements, about 41,000 tokens, $0.12`. */
export function renderEstimate(estimate: Estimate): string {
  const { generationCalls, judgeCalls, inputTokens, outputTokens, costMicroUsd } = estimate;
  const tokens = (inputTokens + outputTokens).toLocaleString('en-US');
  const cost = costMicroUsd === null ? 'price unknown' : `about $${(costMicroUsd / 1e6).toFixed(4)}`;
  return `${generationCalls} answers, ${judgeCalls} judgements, about ${tokens} tokens, ${cost}`;
}
