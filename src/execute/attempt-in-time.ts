import { type Attempt, type Model, type ModelCall, unknownRate } from '../ports.ts';
import type { Patience } from './patience.ts';
import type { Timer } from './timer.ts';

/** A reason of its own would cost an Error with its stack for every call. */
const isOver = 'the attempt is over';

/**
 * Asks once and breaks the attempt off where it hangs, which then counts as a connection that broke; `hung` attempts of the
 * call hung before. Rejects as the model does.
 */
export async function attemptInTime(
  model: Model,
  call: ModelCall,
  hung: number,
  { patience, timer }: { readonly patience: Patience; readonly timer: Timer },
  signal: AbortSignal,
): Promise<Attempt> {
  const begunAtMs = timer.nowMs();
  const hang = new AbortController();
  const over = new AbortController();
  const watch = waitAsLongAs(() => patience.limitMs(call, hung), timer, over.signal);
  watch.then(
    () => hang.abort(),
    () => {},
  );
  try {
    const attempt = await model.attempt(call, AbortSignal.any([signal, hang.signal]));
    if (attempt.result.status === 'answered') patience.note(call, timer.nowMs() - begunAtMs);
    return attempt;
  } catch (error) {
    if (signal.aborted || !hang.signal.aborted) throw error;
    return describeHang(timer.nowMs() - begunAtMs);
  } finally {
    over.abort(isOver);
  }
}

/** The limit may grow while it is waited for. */
async function waitAsLongAs(limitMs: () => number, timer: Timer, signal: AbortSignal): Promise<void> {
  let waitedMs = 0;
  for (let wantedMs = limitMs(); waitedMs < wantedMs; wantedMs = limitMs()) {
    await timer.wait(wantedMs - waitedMs, signal);
    waitedMs = wantedMs;
  }
}

function describeHang(tookMs: number): Attempt {
  const reason = `no complete answer within ${Math.round(tookMs / 1000)} s`;
  const result = { status: 'unavailable', reason, hung: 1, latencyMs: Math.round(tookMs), attempts: 1 } as const;
  return { result, again: 'often', rate: unknownRate };
}
