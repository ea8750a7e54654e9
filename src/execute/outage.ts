import { UserError } from '../errors.ts';
import type { ModelCall } from '../ports.ts';
import type { Ledger } from '../run/ledger.ts';
import type { FinishedCall } from './finished-call.ts';

/** So many calls have to fail to the end before it counts that none came through. */
const handful = 10;

/**
 * Looks at a call that the ledger has by now: where not one of the run to its model for its purpose ever had an answer,
 * more would only wait, and it throws a UserError.
 */
export function requireAnswers({ call, result, cached }: FinishedCall, ledger: Pick<Ledger, 'calls'>): void {
  if (cached || result.status !== 'unavailable' || result.gone === true) return;
  const { asked, calls } = ledger.calls({ purpose: call.purpose, model: call.request.model });
  if (calls === 0 && asked >= handful) throw nothingCameThrough(call, asked, result.reason);
}

function nothingCameThrough({ purpose, request: { model } }: ModelCall, count: number, reason: string): UserError {
  const whom = purpose === 'judge' ? `the judge's model "${model}"` : `"${model}"`;
  const cause = /[.!?]$/.test(reason) ? reason : `${reason}.`;
  return UserError.of(
    `None of the first ${count} calls to ${whom} came through: ${cause}`,
    'The run stopped there: this says nothing about the prompt. Answers that came before are kept.',
  );
}
