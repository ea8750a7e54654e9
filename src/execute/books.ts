import type { Price } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { Attempt, Log } from '../ports.ts';
import type { Ledger } from '../run/ledger.ts';
import { describeCall, type FinishedCall } from './finished-call.ts';
import { requireAnswers } from './outage.ts';

/** What is kept of finished calls while more are under way, and told of as progress. */
export interface Books {
  /** Throws a UserError where the budget is spent. */
  keepBudget(): void;
  /** Notes an attempt that came to nothing, and that its call is asked again. */
  retry(attempt: Attempt): void;
  /** Enters a finished call; throws a UserError where more would be in vain or beyond the budget. */
  enter(record: FinishedCall): void;
  /** Says the last word on these calls, whether all of them came or not. */
  close(): void;
}

/** Opens the books of one round of calls over the run's ledger; `total` is how many there will be. A round of none is not told of. */
export function openBooks(
  label: string,
  total: number,
  {
    ledger,
    log,
    fallbackPrice,
    budgetMicroUsd,
  }: {
    readonly ledger: Ledger;
    readonly log: Log;
    readonly fallbackPrice: Price | null;
    readonly budgetMicroUsd: number | null;
  },
): Books {
  let { spentMicroUsd: spent, unpriced } = ledger.calls();
  let suite: string | null = null;
  let lastFault: string | null = null;
  const counts = { done: 0, known: 0, failed: 0, retries: 0 };
  const tell = (isOver = false) => {
    if (total === 0) return;
    // What has no price counts as nothing unless another one stands for it: the sum would be too low.
    const spentMicroUsd = unpriced > 0 && fallbackPrice === null ? null : spent;
    log.progress({ label, suite, total, ...counts, lastFault, spentMicroUsd, budgetMicroUsd, isOver });
  };
  const keepBudget = () => {
    if (budgetMicroUsd !== null && spent > budgetMicroUsd) throw overBudget();
  };
  const count = ({ call, result, cached, costMicroUsd, reckonedMicroUsd }: FinishedCall) => {
    spent += reckonedMicroUsd;
    if (costMicroUsd === null) unpriced += 1;
    suite = call.owner?.suite ?? null;
    if (result.status === 'unavailable') {
      counts.failed += 1;
      lastFault = result.reason;
    } else {
      counts.done += 1;
      if (cached) counts.known += 1;
    }
  };
  tell();
  return {
    keepBudget,
    retry: ({ result }) => {
      counts.retries += 1;
      if (result.status !== 'answered') lastFault = result.reason;
      tell();
    },
    enter: (record) => {
      ledger.append({ kind: 'call', record: describeCall(record) });
      count(record);
      tell();
      keepBudget();
      requireAnswers(record, ledger);
    },
    close: () => tell(true),
  };
}

function overBudget(): UserError {
  return UserError.of(
    'The budget of this run is spent.',
    'Raise budget.per-run-usd on the base branch; finished answers are kept.',
  );
}
