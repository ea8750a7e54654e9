import { describe, expect, it } from '@jest/globals';
import { computeDelayMs, decideNext, lastTry, noTries, retryPolicy } from '../../src/execute/retry.ts';
import { type Attempt, unknownRate } from '../../src/ports.ts';
import { answered } from '../helpers/fake-ports.ts';

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
    expect(computeDelayMs(attempt, { waitMs, isLimited: false }, jitter, retryPolicy)).toBe(delay);
  });
});

describe('what follows from a refusal for the pace without a word on the wait', () => {
  it.each([0, 0.5, 1])('waits out a window of a minute before the call is given up, with jitter %d', (jitter) => {
    const refused: Attempt = { ...failed('often'), rate: { ...unknownRate, isLimited: true } };
    let [tries, waitedMs] = [noTries, 0];
    for (;;) {
      const next = decideNext(tries, refused, jitter, retryPolicy);
      if (next.kind === 'over') break;
      tries = next.tries;
      waitedMs += next.delayMs;
    }
    expect(waitedMs).toBeGreaterThanOrEqual(60_000);
    expect(waitedMs).toBeLessThanOrEqual(130_000);
  });
});

describe('what follows from an attempt that hung', () => {
  const hung: Attempt = { result: { ...outage, hung: 1 }, again: 'often', rate: unknownRate };
  const answer = (latencyMs: number): Attempt => ({
    result: { ...answered('x'), latencyMs },
    again: 'never',
    rate: unknownRate,
  });

  it('is another one, and none after the third', () => {
    expect(decideNext({ attempts: 1, doubts: 0, hung: 1 }, hung, 0, retryPolicy)).toMatchObject({ kind: 'again' });
    expect(decideNext({ attempts: 2, doubts: 0, hung: 2 }, hung, 0, retryPolicy)).toMatchObject({
      kind: 'over',
      result: { hung: 3 },
    });
  });

  it('is counted with the answer that came at last, unless that shows that the model is slow', () => {
    const tries = { attempts: 1, doubts: 0, hung: 1 };
    expect(decideNext(tries, answer(3000), 0, retryPolicy)).toMatchObject({ result: { hung: 1, attempts: 2 } });
    expect(decideNext(tries, answer(180_000), 0, retryPolicy)).not.toHaveProperty('result.hung');
  });
});

describe('what follows from an attempt', () => {
  it('is another one, until five have failed', () => {
    expect(decideNext(noTries, failed('often'), 0.5, retryPolicy)).toEqual({
      kind: 'again',
      tries: { attempts: 1, doubts: 0, hung: 0 },
      delayMs: 500,
    });
    expect(decideNext({ ...noTries, attempts: 3 }, failed('often'), 0.5, retryPolicy)).toMatchObject({ kind: 'again' });
    expect(decideNext({ ...noTries, attempts: 4 }, failed('often'), 0.5, retryPolicy)).toEqual({
      kind: 'over',
      result: { ...outage, attempts: 5 },
    });
  });

  it('is one more where nobody knows the fault, and no further', () => {
    const first = decideNext(noTries, failed('once'), 0, retryPolicy);
    expect(first).toMatchObject({ kind: 'again', tries: { attempts: 1, doubts: 1 } });
    expect(decideNext({ ...noTries, attempts: 1, doubts: 1 }, failed('once'), 0, retryPolicy)).toMatchObject({
      kind: 'over',
      result: { attempts: 2 },
    });
    expect(decideNext({ ...noTries, attempts: 1, doubts: 1 }, failed('often'), 0, retryPolicy)).toMatchObject({
      kind: 'again',
    });
  });

  it('is none where nothing is to be had, and the result counts all attempts', () => {
    const rejected = { status: 'rejected', httpStatus: 400, reason: 'too long', latencyMs: 3, attempts: 1 } as const;
    const last: Attempt = { result: rejected, again: 'never', rate: unknownRate };
    expect(decideNext({ ...noTries, attempts: 2 }, last, 0, retryPolicy)).toEqual({
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
