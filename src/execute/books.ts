import { UserError } from '../errors.ts';
import type { Log } from '../ports.ts';
import type { Ledger } from '../run/ledger.ts';
import { describeCall, type FinishedCall } from './finished-call.ts';
import { requireAnswers } from './outage.ts';

/** What is kept of finished calls while more are under way. */
export interface Books {
  /** Throws a UserError where the budget is spent. */
  keepBudget(): void;
  /** Enters a finished call; throws a UserError where more would be in vain or beyond the budget. */
  enter(record: FinishedCall): void;
}

/** Opens the books of one round of calls over the run's ledger; `total` is how many there will be. */
export function openBooks(
  label: string,
  total: number,
  {
    ledger,
    log,
    budgetMicroUsd,
  }: { readonly ledger: Ledger; readonly log: Log; readonly budgetMicroUsd: number | null },
): Books {
  let done = 0;
  let spent = ledger.calls().spentMicroUsd;
  const keepBudget = () => {
    if (budgetMicroUsd !== null && spent > budgetMicroUsd) throw overBudget();
  };
  return {
    keepBudget,
    enter: (record) => {
      ledger.append({ kind: 'call', record: describeCall(record) });
      spent += record.reckonedMicroUsd;
      keepBudget();
      requireAnswers(record, ledger);
      if (record.result.status === 'unavailable') return;
      done += 1;
      log.progress(label, done, total);
    },
  };
}

function overBudget(): UserError {
  return UserError.of(
    'The budget of this run is spent.',
    'Raise budget.per-run-usd on the base branch; finished answers are kept.',
  );
}
