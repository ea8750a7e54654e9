import { UserError } from '../errors.ts';
import type { CallSums } from '../run/totals.ts';
import type { FinishedCall } from './finished-call.ts';

/** So many calls have to fail to the end before it counts that none came through. */
const handful = 10;

/** Watches the calls of one purpose: where not one of a run ever came through to the endpoint, more would only wait. The sums are those of the ones that finished before. */
export function watchEndpoint({ asked, unreached }: CallSums) {
  let isReached = asked > unreached;
  let failed = asked;
  return (record: FinishedCall): void => {
    if (record.cached || isReached) return;
    isReached = cameThrough(record);
    failed += 1;
    if (isReached || failed < handful || record.result.status !== 'unavailable') return;
    throw UserError.of(
      `None of the first ${failed} calls came through: ${record.result.reason}.`,
      'The run stopped there; nothing was judged.',
    );
  };
}

function cameThrough({ cached, result }: FinishedCall): boolean {
  return !cached && !(result.status === 'unavailable' && result.unreachable === true);
}
