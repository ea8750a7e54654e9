import { describe, expect, it } from '@jest/globals';
import { type AdaptiveLimit, isDown, mayBegin, startLimit, stepLimit } from '../../src/execute/adaptive-limit.ts';
import { type RateFacts, unknownRate } from '../../src/ports.ts';
import { answered, rejected, unavailable } from '../helpers/fake-ports.ts';

const limited = (waitMs: number | null = null): RateFacts => ({ ...unknownRate, isLimited: true, waitMs });

function begin(state: AdaptiveLimit, count: number): AdaptiveLimit {
  return Array.from({ length: count }).reduce<AdaptiveLimit>((now) => stepLimit(now, { kind: 'begin' }, 0), state);
}

/** A call that began at `begunAtMs` ends at `nowMs`. */
function end(state: AdaptiveLimit, rate: RateFacts, nowMs: number, begunAtMs = nowMs): AdaptiveLimit {
  const result = rate.isLimited ? unavailable('429') : answered('fine');
  return stepLimit(state, { kind: 'end', begunAtMs, attempt: { result, rate } }, nowMs);
}

/** As many answers as there are slots, again and again; a slot that is free is taken at once. */
function answerRounds(state: AdaptiveLimit, rounds: number, nowMs: number): AdaptiveLimit {
  let now = begin(state, state.limit - state.inFlight);
  for (let round = 0; round < rounds; round += 1) {
    for (let left = now.limit; left > 0; left -= 1) {
      now = end(now, unknownRate, nowMs);
      now = begin(now, now.limit - now.inFlight);
    }
  }
  return now;
}

/** Forty slots, all in use, of which one is refused at 1000. */
const refused = end(begin({ ...startLimit(50), limit: 40 }, 40), limited(), 1000, 900);

describe('the limit of an endpoint', () => {
  it.each([
    [50, 8],
    [8, 8],
    [3, 3],
    [0, 1],
  ])('with a ceiling of %d begins at %d', (ceiling, limit) => {
    expect(startLimit(ceiling)).toMatchObject({ limit, inFlight: 0 });
  });

  it('doubles with each round until the first refusal, up to the ceiling', () => {
    expect([1, 2, 3, 4].map((rounds) => answerRounds(startLimit(50), rounds, 5).limit)).toEqual([16, 32, 50, 50]);
  });

  it('does not grow while slots are idle', () => {
    let state = begin(startLimit(50), 3);
    for (let call = 0; call < 100; call += 1) state = begin(end(state, unknownRate, 5), 1);
    expect(state.limit).toBe(8);
  });

  it('is halved by a refusal, and once only for all that were in flight', () => {
    expect(refused.limit).toBe(20);
    const again = end(end(refused, limited(), 1010, 990), limited(), 1020, 950);
    expect(again).toMatchObject({ limit: 20, pausedUntilMs: 0 });
  });

  it('is halved from what was in flight where that was less', () => {
    expect(end(begin({ ...startLimit(50), limit: 40 }, 10), limited(), 1000, 900).limit).toBe(5);
  });

  it('goes half the way back with each round, and stays just below what was refused for forty', () => {
    const idle = { ...refused, inFlight: 0 };
    const limits = [1, 2, 3, 4, 5, 44, 45, 46].map((rounds) => answerRounds(idle, rounds, 2000).limit);
    expect(limits).toEqual([30, 35, 37, 38, 39, 39, 40, 44]);
  });

  it('learns nothing from answers to calls that began before it was cut', () => {
    let state = refused;
    for (let call = 0; call < 39; call += 1) state = end(state, unknownRate, 1500, 990);
    expect(state).toMatchObject({ limit: 20, answers: 0 });
  });

  it.each([
    ['a rejected request, which was let in', rejected(400, 'too long'), 9],
    ['an outage, which tells nothing', unavailable('500: oops'), 8],
  ])('counts %s', (_name, result, limit) => {
    const state = begin(startLimit(50), 8);
    expect(stepLimit(state, { kind: 'end', begunAtMs: 1, attempt: { result, rate: unknownRate } }, 2).limit).toBe(
      limit,
    );
  });

  it('frees the slot of a call that was broken off', () => {
    const state = begin(startLimit(50), 8);
    expect(mayBegin(state, 5)).toBe(false);
    expect(mayBegin(stepLimit(state, { kind: 'end', begunAtMs: 1, attempt: null }, 5), 5)).toBe(true);
  });
});

describe('the pause of an endpoint', () => {
  it.each<[string, RateFacts, number]>([
    ['a refusal that names a wait', limited(7000), 8000],
    ['a refusal that names none', limited(), 0],
    ['a refusal that names an hour, which nobody waits for', limited(3_600_000), 0],
    ['an answer that spent the last request', { ...unknownRate, remainingRequests: 0, waitMs: 2000 }, 3000],
    ['an answer that spent the last token', { ...unknownRate, remainingTokens: 0, waitMs: 2000 }, 3000],
    ['an answer that spent the last of a day', { ...unknownRate, remainingRequests: 0, waitMs: 86_400_000 }, 0],
    ['an answer with something left', { ...unknownRate, remainingRequests: 1, waitMs: null }, 0],
    ['an outage that names a wait of its own', { ...unknownRate, waitMs: 7000 }, 0],
  ])('after %s', (_name, rate, pausedUntilMs) => {
    const state = end(begin(startLimit(50), 8), rate, 1000, 900);
    expect(state.pausedUntilMs).toBe(pausedUntilMs);
    expect(mayBegin({ ...state, inFlight: 0 }, 1001)).toBe(pausedUntilMs === 0);
    expect(mayBegin({ ...state, inFlight: 0 }, 8000)).toBe(true);
  });

  it('is never cut short by a later word', () => {
    const state = end(begin(startLimit(50), 8), limited(7000), 1000, 900);
    expect(end(state, limited(1000), 1100, 900).pausedUntilMs).toBe(8000);
  });

  it('is the one that the provider names, however short, where nothing is answered', () => {
    const state = end(begin({ ...refused, inFlight: 0 }, 1), limited(20), 2000);
    expect(state).toMatchObject({ limit: 1, pausedUntilMs: 2020 });
  });

  it('grows while nothing is answered, with one call that tries, and ends with the first answer', () => {
    let state: AdaptiveLimit = { ...refused, inFlight: 0 };
    const pauses: number[] = [];
    for (let nowMs = 2000; pauses.length < 10; nowMs = state.pausedUntilMs) {
      expect([isDown(state), mayBegin(state, nowMs)]).toEqual([false, true]);
      state = end(begin(state, 1), limited(), nowMs);
      pauses.push(state.pausedUntilMs - nowMs);
    }
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 30_000]);
    expect(state.limit).toBe(1);
    expect(isDown(state)).toBe(true);
    const back = end(begin(state, 1), unknownRate, 200_000);
    expect([back.limit, isDown(back)]).toEqual([20, false]);
    expect(end(begin(back, 20), limited(), 200_100)).toMatchObject({ limit: 10, pausedUntilMs: state.pausedUntilMs });
  });
});
