import { describe, expect, it } from '@jest/globals';
import { createLimiters } from '../../src/execute/limiter.ts';
import { streamCalls } from '../../src/execute/run-calls.ts';
import { type Attempt, type Model, type ModelCall, unknownRate } from '../../src/ports.ts';
import { createLedger } from '../../src/run/ledger.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import { answered, createFakeLog } from '../helpers/fake-ports.ts';
import { createFakeTimer } from '../helpers/fake-timer.ts';

const seconds = 1000;
const minutes = 60 * seconds;

function aCall(number: number, arm = 'candidate'): ModelCall {
  const request = { model: 'm', api: 'chat' as const, messages: [], parameters: {}, responseFormat: null, tools: [] };
  return { request, key: `k${number}`, purpose: 'generate', arm, sample: 0, owner: null };
}

/**
 * Runs calls against a model on a fake timer. `takes` says how long an attempt lasts, counted from 1 for each call; what
 * hangs never ends.
 */
async function run(calls: readonly ModelCall[], takes: (call: ModelCall, attempt: number) => number, concurrency = 4) {
  const timer = createFakeTimer();
  const begun: (readonly [key: string, atMs: number])[] = [];
  const model: Model = {
    endpoint: async () => 'one',
    attempt: async (call, signal): Promise<Attempt> => {
      begun.push([call.key, timer.nowMs()]);
      const latencyMs = takes(call, begun.filter(([key]) => key === call.key).length);
      await timer.wait(latencyMs, signal);
      return { result: { ...answered('x'), latencyMs }, again: 'never', rate: unknownRate };
    },
  };
  const results = new Map<string, unknown>();
  const context = {
    model,
    cache: null,
    onlyKnown: false,
    log: createFakeLog(),
    clock: { nowMs: () => 7 },
    signal: new AbortController().signal,
    limiters: createLimiters(concurrency, timer),
    prices: {},
    fallbackPrice: null,
    budgetMicroUsd: null,
    ledger: createLedger(createMemorySpool()),
  };
  await timer.run(
    streamCalls('answers', calls, calls.length, context, ({ call, result }) => void results.set(call.key, result)),
  );
  return { timer, begun, results };
}

const someCalls = (count: number) => Array.from({ length: count }, (_, number) => aCall(number));
const never = 1000 * minutes;

describe('a call that hangs', () => {
  it('is given up after two minutes, asked again and counted', async () => {
    const { timer, results, begun } = await run(someCalls(40), ({ key }, attempt) =>
      key === 'k7' && attempt === 1 ? never : seconds,
    );
    expect(begun.filter(([key]) => key === 'k7')).toHaveLength(2);
    expect(results.get('k7')).toMatchObject({ status: 'answered', hung: 1, attempts: 2 });
    expect(results.get('k8')).not.toHaveProperty('hung');
    expect(timer.nowMs()).toBeGreaterThan(2 * minutes);
    expect(timer.nowMs()).toBeLessThan(2.5 * minutes);
  });

  it('stays unscored with its reason where it hangs each time', async () => {
    const { results } = await run(someCalls(10), ({ key }) => (key === 'k7' ? never : seconds));
    expect(results.get('k7')).toMatchObject({
      status: 'unavailable',
      reason: 'no complete answer within 480 s',
      hung: 3,
    });
    expect(results.size).toBe(10);
  });

  it('is waited for twenty times as long as most answers of its arm take', async () => {
    const isLate = ({ key }: ModelCall) => key === 'k30';
    const slow = await run(someCalls(40), (call, attempt) =>
      isLate(call) ? (attempt === 1 ? never : 1) : 30 * seconds,
    );
    const [first, second] = slow.begun.filter(([key]) => key === 'k30').map(([, atMs]) => atMs);
    expect((second as number) - (first as number)).toBeGreaterThanOrEqual(10 * minutes);
    expect((second as number) - (first as number)).toBeLessThan(10.1 * minutes);
  });

  it('is measured by its own arm', async () => {
    const calls = [...someCalls(20), ...Array.from({ length: 20 }, (_, number) => aCall(100 + number, 'base'))];
    const { begun } = await run(calls, ({ key, arm }, attempt) =>
      key === 'k119' && attempt === 1 ? never : arm === 'candidate' ? 30 * seconds : seconds,
    );
    const [first, second] = begun.filter(([key]) => key === 'k119').map(([, atMs]) => atMs);
    expect((second as number) - (first as number)).toBeLessThan(2.1 * minutes);
  });
});

describe('a slow model', () => {
  it.each([
    ['two and a half minutes', 2.5],
    ['three minutes', 3],
    ['seven minutes', 7],
  ])('whose every answer takes %s is waited for, and nothing of it hung', async (_name, takes) => {
    const { results, begun } = await run(someCalls(60), () => takes * minutes);
    expect([...results.values()].filter((result) => (result as { status: string }).status === 'answered')).toHaveLength(
      60,
    );
    expect([...results.values()].some((result) => 'hung' in (result as object))).toBe(false);
    // Only those that began before the first answer came were asked again.
    expect(begun.length).toBeLessThanOrEqual(80);
  });

  it('is not given up on while its first answers are on their way', async () => {
    const { begun } = await run(someCalls(4), ({ key }) => (key === 'k0' ? 100 : 150) * seconds);
    expect(begun).toHaveLength(4);
  });
});
