import { describe, expect, it } from '@jest/globals';
import { computeDelayMs, decideNext, lastTry, noTries, retryPolicy } from '../../src/execute/retry.ts';
import { type Attempt, unknownRate } from '../../src/ports.ts';

const outage = { status: 'unavailable', reason: '503: down', latencyMs: 7, attempts: 1 } as const;

function failed(again: Attempt['again'], waitMs: number | null = null): Attempt {
  return { result: outage, again, rate: { ...unknownRate, waitMs } };
}

describe('the pause before asking again', () => {
  it.each([
    [1, null, 1, 1000],
    [2, null, 1, 2000],
    [4, null, 1, 8000],
    [4, null, 0, 0],
    [30, null, 1, 30_000],
    [1, 0, 0, 0],
    [1, 7000, 0.5, 7500],
    [1, 120_000, 0, 120_000],
    [1, 120_001, 0, null],
  ])('after attempt %i, told %j, with jitter %d is %j', (attempt, waitMs, jitter, delay) => {
    expect(computeDelayMs(attempt, waitMs, jitter, retryPolicy)).toBe(delay);
  });
});

describe('what follows from an attempt', () => {
  it('is another one, until five have failed', () => {
    expect(decideNext(noTries, failed('often'), 0.5, retryPolicy)).toEqual({
      kind: 'again',
      tries: { attempts: 1, doubts: 0 },
      delayMs: 500,
    });
    expect(decideNext({ attempts: 3, doubts: 0 }, failed('often'), 0.5, retryPolicy)).toMatchObject({ kind: 'again' });
    expect(decideNext({ attempts: 4, doubts: 0 }, failed('often'), 0.5, retryPolicy)).toEqual({
      kind: 'over',
      result: { ...outage, attempts: 5 },
    });
  });

  it('is one more where nobody knows the fault, and no further', () => {
    const first = decideNext(noTries, failed('once'), 0, retryPolicy);
    expect(first).toMatchObject({ kind: 'again', tries: { attempts: 1, doubts: 1 } });
    expect(decideNext({ attempts: 1, doubts: 1 }, failed('once'), 0, retryPolicy)).toMatchObject({
      kind: 'over',
      result: { attempts: 2 },
    });
    expect(decideNext({ attempts: 1, doubts: 1 }, failed('often'), 0, retryPolicy)).toMatchObject({ kind: 'again' });
  });

  it('is none where nothing is to be had, and the result counts all attempts', () => {
    const rejected = { status: 'rejected', httpStatus: 400, reason: 'too long', latencyMs: 3, attempts: 1 } as const;
    const last: Attempt = { result: rejected, again: 'never', rate: unknownRate };
    expect(decideNext({ attempts: 2, doubts: 0 }, last, 0, retryPolicy)).toEqual({
      kind: 'over',
      result: { ...rejected, attempts: 3 },
    });
  });

  it('is none where the endpoint is down', () => {
    expect(decideNext(noTries, failed('often'), 0, lastTry)).toEqual({ kind: 'over', result: outage });
  });

  it('is none where the provider asks for an hour', () => {
    expect(decideNext(noTries, failed('often', 3_600_000), 0, retryPolicy)).toMatchObject({
      kind: 'over',
      result: { reason: '503: down; the provider asks to wait 3600 s', attempts: 1 },
    });
  });
});
