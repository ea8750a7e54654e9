import { UserError } from '../errors.ts';
import type { CallRecord } from '../run/records.ts';

/** So many calls have to fail to the end before it counts that none came through. */
const handful = 10;

/** Watches the calls of one purpose: where not one of a run ever came through to the endpoint, more would only wait. `earlier` are those that finished before. */
export function watchEndpoint(earlier: readonly CallRecord[]) {
  let isReached = earlier.some(cameThrough);
  let failed = earlier.filter(({ cached }) => !cached).length;
  return (record: CallRecord): void => {
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

function cameThrough({ cached, result }: CallRecord): boolean {
  return !cached && !(result.status === 'unavailable' && result.unreachable === true);
}
