import { thisJob } from './job.ts';

// Injected for the time of everything in the bundle: back-off, pace and the fake's slowness go by many times as fast.

/** What takes a second takes two milliseconds. */
const speed = 500;

/** The time of day stands still, so that equal runs leave equal comments and commits. */
export const standingStill = () => 1_796_000_000_000;

const fast = (work: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
  globalThis.setTimeout(work, ms / speed, ...given);

export { fast as setTimeout };

/** Stands in for `AbortSignal.timeout`: as long as the job has patience. */
export function abortAfter(): AbortSignal {
  const controller = new AbortController();
  const expire = () => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  globalThis.setTimeout(expire, thisJob().patienceMs).unref();
  return controller.signal;
}
