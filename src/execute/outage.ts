import { UserError } from '../errors.ts';
import type { ModelCall } from '../ports.ts';
import type { Ledger } from '../run/ledger.ts';
import type { FinishedCall } from './finished-call.ts';

/** So many calls have to fail to the end before it counts that none came through. */
const handful = 10;

/**
 * Watches calls by their purpose: where not one of a run ever came through to the endpoint, more would only wait, and it
 * throws a UserError. The ledger has those that finished before.
 */
export function watchEndpoint(ledger: Pick<Ledger, 'calls'>): (record: FinishedCall) => void {
  const sums = (['generate', 'judge'] as const).map((purpose) => ({ purpose, ...ledger.calls({ purpose }) }));
  const reached = new Set(sums.filter(({ asked, unreached }) => asked > unreached).map(({ purpose }) => purpose));
  const failed = new Map<ModelCall['purpose'], number>(sums.map(({ purpose, asked }) => [purpose, asked]));
  const note = (record: FinishedCall): number => {
    const { purpose } = record.call;
    if (cameThrough(record)) reached.add(purpose);
    const count = (failed.get(purpose) ?? 0) + 1;
    failed.set(purpose, count);
    return count;
  };
  return (record) => {
    if (record.cached || reached.has(record.call.purpose)) return;
    const count = note(record);
    if (reached.has(record.call.purpose) || count < handful || record.result.status !== 'unavailable') return;
    throw UserError.of(
      `None of the first ${count} calls came through: ${record.result.reason}.`,
      'The run stopped there; nothing was judged.',
    );
  };
}

function cameThrough({ cached, result }: FinishedCall): boolean {
  return !cached && !(result.status === 'unavailable' && result.unreachable === true);
}
