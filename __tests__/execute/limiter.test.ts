import { describe, expect, it } from '@jest/globals';
import { createLimiters } from '../../src/execute/limiter.ts';
import { type CallContext, streamCalls } from '../../src/execute/run-calls.ts';
import { type Attempt, type Model, type ModelCall, unknownRate } from '../../src/ports.ts';
import { createLedger, type Ledger } from '../../src/run/ledger.ts';
import type { CallRecord } from '../../src/run/records.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import { answered, createFakeLog } from '../helpers/fake-ports.ts';
import { createFakeProvider, type ProviderLimits } from '../helpers/fake-provider.ts';
import { createFakeTimer } from '../helpers/fake-timer.ts';

/** The calls that a ledger has, in order. */
const callsOf = (ledger: Ledger) => [...ledger.lines()].map((line) => JSON.parse(line) as CallRecord);

function aCall(key: string): ModelCall {
  const request = { model: 'm', api: 'chat' as const, messages: [], parameters: {}, responseFormat: null, tools: [] };
  return { request, key, purpose: 'generate', arm: 'candidate', sample: 0, owner: null };
}

function* manyCalls(count: number): Generator<ModelCall> {
  for (let index = 0; index < count; index += 1) yield aCall(`k${index}`);
}

function aContext(model: Model, parts: Pick<CallContext, 'limiters'> & Partial<CallContext>): CallContext {
  return {
    model,
    cache: null,
    onlyKnown: false,
    log: createFakeLog(),
    clock: { nowMs: () => 7 },
    signal: new AbortController().signal,
    prices: {},
    fallbackPrice: null,
    budgetMicroUsd: null,
    ledger: createLedger(createMemorySpool()),
    ...parts,
  };
}

const fine: Attempt = { result: answered('fine'), again: 'never', rate: unknownRate };
const outage = { status: 'unavailable', reason: '429: slow down', latencyMs: 1, attempts: 1 } as const;
const refused = (waitMs: number | null): Attempt => ({
  result: outage,
  again: 'often',
  rate: { ...unknownRate, isLimited: true, waitMs },
});

/** A model that takes 100 ms an answer; `first` is what the first attempt at `k0` comes to. */
function aModel(timer: ReturnType<typeof createFakeTimer>, first: Attempt) {
  const begun: (readonly [string, number])[] = [];
  const model: Model = {
    endpoint: async () => 'one',
    attempt: async ({ key }, signal) => {
      const isFirst = key === 'k0' && !begun.some(([known]) => known === 'k0');
      begun.push([key, timer.nowMs()]);
      await timer.wait(isFirst ? 10 : 100, signal);
      return isFirst ? first : fine;
    },
  };
  return { model, begun };
}

describe('a provider that refuses one call', () => {
  it('has its slots free for others while the call waits, and the call counts its attempts', async () => {
    const timer = createFakeTimer();
    const broken: Attempt = { result: outage, again: 'often', rate: unknownRate };
    const { model, begun } = aModel(timer, broken);
    const context = aContext(model, { limiters: createLimiters(1, timer) });
    await timer.run(streamCalls('answers', manyCalls(3), 3, context, () => {}));
    expect(begun).toEqual([
      ['k0', 0],
      ['k1', 10],
      ['k2', 110],
      ['k0', 510],
    ]);
    expect(callsOf(context.ledger).map(({ key, attempts }) => [key, attempts])).toEqual([
      ['k1', 1],
      ['k2', 1],
      ['k0', 2],
    ]);
  });

  it('is asked by nobody until the time that it named', async () => {
    const timer = createFakeTimer();
    const { model, begun } = aModel(timer, refused(5000));
    const context = aContext(model, { limiters: createLimiters(4, timer) });
    await timer.run(streamCalls('answers', manyCalls(12), 12, context, () => {}));
    expect(begun.filter(([, atMs]) => atMs > 0 && atMs < 5010)).toEqual([]);
    expect(begun).toHaveLength(13);
  });

  it('is asked by fewer at once where it names none', async () => {
    const timer = createFakeTimer();
    const { model, begun } = aModel(timer, refused(null));
    const context = aContext(model, { limiters: createLimiters(8, timer) });
    await timer.run(streamCalls('answers', manyCalls(40), 40, context, () => {}));
    expect(begun.filter(([, atMs]) => atMs === 0)).toHaveLength(8);
    expect(begun.filter(([, atMs]) => atMs === 100)).toHaveLength(4);
  });

  it('is given up after two minutes in which nothing was answered, with one attempt for each call that is left', async () => {
    const timer = createFakeTimer();
    let asked = 0;
    const model: Model = {
      endpoint: async () => 'one',
      attempt: async (_call, signal) => {
        asked += 1;
        const isFirst = asked === 1;
        await timer.wait(10, signal);
        return isFirst ? fine : refused(null);
      },
    };
    const context = aContext(model, { limiters: createLimiters(50, timer) });
    await timer.run(streamCalls('answers', manyCalls(500), 500, context, () => {}));
    expect(context.ledger.calls().records).toBe(500);
    expect(timer.nowMs()).toBeGreaterThan(60_000);
    expect(timer.nowMs()).toBeLessThan(160_000);
    expect(asked).toBeLessThan(700);
  });

  it('ends its pause for those who wait as soon as the run is broken off', async () => {
    const timer = createFakeTimer();
    const stop = new AbortController();
    const { model, begun } = aModel(timer, refused(60_000));
    const context = aContext(model, { limiters: createLimiters(2, timer), signal: stop.signal });
    const run = streamCalls('answers', manyCalls(9), 9, context, () => {});
    void timer.wait(1000, new AbortController().signal).then(() => stop.abort(new Error('interrupted')));
    await expect(timer.run(run)).rejects.toThrow('interrupted');
    expect([begun.length, timer.nowMs()]).toEqual([2, 1000]);
  });
});

describe('two roles', () => {
  async function peakOf(endpoints: readonly [string, string]): Promise<number> {
    const timer = createFakeTimer();
    const limiters = createLimiters(4, timer);
    let busy = 0;
    let peak = 0;
    const modelAt = (endpoint: string): Model => ({
      endpoint: async () => endpoint,
      attempt: async (_call, signal) => {
        busy += 1;
        peak = Math.max(peak, busy);
        await timer.wait(100, signal);
        busy -= 1;
        return fine;
      },
    });
    const runs = endpoints.map((endpoint) =>
      streamCalls('answers', manyCalls(20), 20, aContext(modelAt(endpoint), { limiters }), () => {}),
    );
    await timer.run(Promise.all(runs));
    return peak;
  }

  it('share the slots of one endpoint', async () => {
    expect(await peakOf(['one', 'one'])).toBe(4);
  });

  it('have slots of their own at two endpoints', async () => {
    expect(await peakOf(['one', 'two'])).toBe(8);
  });
});

describe('many calls', () => {
  it('are made when there is room for them: few exist at once', async () => {
    const timer = createFakeTimer();
    const provider = createFakeProvider(timer, { latencyMs: 100 });
    let [made, done, most] = [0, 0, 0];
    function* counted(): Generator<ModelCall> {
      for (const call of manyCalls(10_000)) {
        made += 1;
        most = Math.max(most, made - done);
        yield call;
      }
    }
    const seen = new Set<number>();
    const run = streamCalls(
      'answers',
      counted(),
      10_000,
      aContext(provider, { limiters: createLimiters(50, timer) }),
      (_, index) => {
        done += 1;
        seen.add(index);
      },
    );
    await timer.run(run);
    expect([seen.size, provider.requests()]).toEqual([10_000, 10_000]);
    expect(most).toBeLessThanOrEqual(52);
  }, 60_000);

  it('do not pile up behind a sink that is slow', async () => {
    const timer = createFakeTimer();
    const { signal } = new AbortController();
    const provider = createFakeProvider(timer, { latencyMs: 100 });
    let inSink = 0;
    let most = 0;
    const run = streamCalls(
      'answers',
      manyCalls(40),
      40,
      aContext(provider, { limiters: createLimiters(4, timer) }),
      async () => {
        inSink += 1;
        most = Math.max(most, inSink);
        await timer.wait(1000, signal);
        inSink -= 1;
      },
    );
    await timer.run(run);
    expect(most).toBe(4);
  });

  it('end with the fault of what makes them, after those under way', async () => {
    const timer = createFakeTimer();
    const provider = createFakeProvider(timer, { latencyMs: 100 });
    function* broken(): Generator<ModelCall> {
      yield* manyCalls(2);
      throw new Error('no more rows');
    }
    const context = aContext(provider, { limiters: createLimiters(4, timer) });
    await expect(timer.run(streamCalls('answers', broken(), 3, context, () => {}))).rejects.toThrow('no more rows');
    expect(context.ledger.calls().records).toBe(2);
  });
});

describe('the pace', () => {
  const minute = { requests: 500, everyMs: 60_000 };
  it.each<[string, ProviderLimits, number, number]>([
    ['40 in flight', { inFlight: 40, latencyMs: 1000 }, 40, 0.015],
    ['10 in flight', { inFlight: 10, latencyMs: 1000 }, 10, 0.015],
    ['20 in flight, slow answers', { inFlight: 20, latencyMs: 10_000 }, 2, 0.015],
    ['20 in flight, fast answers', { inFlight: 20, latencyMs: 300 }, 66.7, 0.015],
    ['20 a second', { quota: { requests: 20, everyMs: 1000 }, latencyMs: 1000 }, 20, 0.015],
    ['20 a second, fast answers', { quota: { requests: 20, everyMs: 1000 }, latencyMs: 200 }, 20, 0.15],
    ['500 a minute', { quota: minute, latencyMs: 1000 }, 500 / 60, 0.1],
    ['500 a minute, and says when', { quota: minute, latencyMs: 1000, namesDelay: true }, 500 / 60, 0.06],
    [
      '500 a minute, and says what is left',
      { quota: minute, latencyMs: 1000, namesDelay: true, tellsRemaining: true },
      500 / 60,
      0.06,
    ],
    ['more than is asked', { latencyMs: 1000 }, 50, 0],
  ])(
    'of a provider that allows %s is used, with few refusals',
    async (_name, limits, perSecond, refusals) => {
      const timer = createFakeTimer();
      const provider = createFakeProvider(timer, limits);
      const context = aContext(provider, { limiters: createLimiters(50, timer) });
      await timer.run(streamCalls('answers', manyCalls(2000), 2000, context, () => {}));
      const lost = callsOf(context.ledger).filter(({ status }) => status !== 'answered');
      expect(lost).toEqual([]);
      expect(2000 / (timer.nowMs() / 1000) / perSecond).toBeGreaterThanOrEqual(0.9);
      expect(provider.refusals() / 2000).toBeLessThanOrEqual(refusals);
    },
    60_000,
  );
});

describe('a small quota', () => {
  it.each<[string, number, boolean, number]>([
    ['15 requests in 22 s, which says how long to wait', 22_000, true, 54],
    ['15 requests in 22 s, which does not say', 22_000, false, 80],
    ['15 requests a minute, which does not say', 60_000, false, 90],
    ['1 request a minute, which does not say', 60_000, false, 40],
  ])('of %s costs no answer', async (name, everyMs, namesDelay, most) => {
    const timer = createFakeTimer(0);
    const requests = Number.parseInt(name, 10);
    const provider = createFakeProvider(timer, { quota: { requests, everyMs }, latencyMs: 300, namesDelay });
    const count = requests === 1 ? 2 : 48;
    const context = aContext(provider, { limiters: createLimiters(2, timer) });
    await timer.run(streamCalls('answers', manyCalls(count), count, context, () => {}));
    expect(callsOf(context.ledger).filter(({ status }) => status !== 'answered')).toEqual([]);
    expect(provider.requests()).toBeLessThanOrEqual(most);
  });
});

describe('a pause that ends while it is looked at', () => {
  it.each([1, 2, 3, 4, 5, 6])('wakes who waits: %d ms', async (pauseMs) => {
    let nowMs = 0;
    // Time passes between any two readings.
    const timer = {
      nowMs: () => ++nowMs,
      jitter: () => 0,
      wait: async (ms: number) => {
        nowMs += ms;
      },
    };
    const limiter = createLimiters(1, timer).of('one');
    const { signal } = new AbortController();
    (await limiter.enter(signal))(refused(pauseMs));
    let isServed = false;
    void limiter.enter(signal).then(() => {
      isServed = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isServed).toBe(true);
  });
});
