import { describe, expect, it } from '@jest/globals';
import { systemTimer } from '../../src/execute/timer.ts';

describe('a wait', () => {
  it('rejects with the reason of a signal that has aborted already', async () => {
    await expect(systemTimer.wait(60_000, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled');
  });

  it('ends with the signal, and else with its time', async () => {
    const stop = new AbortController();
    const long = systemTimer.wait(60_000, stop.signal);
    const startedMs = systemTimer.nowMs();
    await systemTimer.wait(20, stop.signal);
    expect(systemTimer.nowMs() - startedMs).toBeGreaterThanOrEqual(19);
    stop.abort(new Error('cancelled'));
    await expect(long).rejects.toThrow('cancelled');
  });
});
