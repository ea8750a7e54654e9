import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { computeDelayMs, defaultRetryPolicy, sleep } from '../../../src/adapters/openai/retry.ts';

describe('the pause before asking again', () => {
  it.each([
    [1, null, 1, 1000],
    [4, null, 1, 8000],
    [4, null, 0, 0],
    [30, null, 1, 30_000],
    [1, 0, 0, 0],
    [1, 120_000, 0, 120_000],
    [1, 120_001, 0, null],
  ])('after attempt %i, told %j, with random %d is %j', (attempt, retryAfterMs, random, delay) => {
    expect(computeDelayMs(attempt, retryAfterMs, random, defaultRetryPolicy)).toBe(delay);
  });
});

describe('sleep', () => {
  it('rejects with the reason of a signal that has aborted already', async () => {
    await expect(sleep(60_000, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled');
  });

  it('of many callers does not crowd their signal, which Node would warn of', async () => {
    const { signal } = new AbortController();
    const waits = Array.from({ length: 40 }, () => sleep(1, signal));
    expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(10);
    await Promise.all(waits);
  });
});
