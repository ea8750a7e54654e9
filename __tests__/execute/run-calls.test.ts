import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ModelConfigError, UserError } from '../../src/errors.ts';
import { createLimiters } from '../../src/execute/limiter.ts';
import { type CallContext, runCalls } from '../../src/execute/run-calls.ts';
import { type Model, type ModelCall, unknownRate } from '../../src/ports.ts';
import type { Progress } from '../../src/progress.ts';
import { createLedger, type Ledger } from '../../src/run/ledger.ts';
import type { CallRecord } from '../../src/run/records.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import {
  answered,
  createFakeCache,
  createFakeLog,
  createFakeModel,
  rejected,
  type Script,
  unavailable,
} from '../helpers/fake-ports.ts';
import { createFakeTimer } from '../helpers/fake-timer.ts';

/** The calls that a ledger has, in order. */
const callsOf = (ledger: Ledger) => [...ledger.lines()].map((line) => JSON.parse(line) as CallRecord);

function aCall(key: string, changes: Partial<ModelCall> = {}): ModelCall {
  const request = {
    model: 'some-model',
    api: 'chat' as const,
    messages: [{ role: 'user' as const, content: key }],
    parameters: {},
    responseFormat: null,
    tools: [],
  };
  return { request, key, purpose: 'generate', arm: 'candidate', sample: 0, owner: null, ...changes };
}

function aContext(script: Script, changes: Partial<CallContext> = {}) {
  const model = createFakeModel(script);
  const cache = createFakeCache();
  const context: CallContext = {
    model,
    cache,
    onlyKnown: false,
    log: createFakeLog(),
    clock: { nowMs: () => 7 },
    signal: new AbortController().signal,
    limiters: createLimiters(4),
    prices: {},
    fallbackPrice: null,
    budgetMicroUsd: null,
    ledger: createLedger(createMemorySpool()),
    ...changes,
  };
  return { context, model, cache };
}

const echo: Script = (call) => `to ${call.key}`;
const contents = (records: Awaited<ReturnType<typeof runCalls>>) =>
  records.map(({ result }) => (result.status === 'answered' ? result.output.content : result.reason));
const soon = (ms: number) => new Promise((done) => setTimeout(done, ms));
const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);
/** 100 tokens in, 10 out: 110 micro-dollars an answer. */
const prices = { 'some-model': { inputPerMillionUsd: 1, cachedInputPerMillionUsd: null, outputPerMillionUsd: 1 } };

describe('runCalls', () => {
  it('keeps the order given, whatever the order of the answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(4), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (waits, concurrency) => {
          const { context } = aContext(
            async (call) => {
              await soon(waits[Number(call.key.slice(1))] ?? 0);
              return `to ${call.key}`;
            },
            { limiters: createLimiters(concurrency) },
          );
          const names = keys(waits.length);
          const records = await runCalls(
            'answers',
            names.map((key) => aCall(key)),
            context,
          );
          expect(contents(records)).toEqual(names.map((key) => `to ${key}`));
        },
      ),
      { numRuns: 15 },
    );
  });

  it.each([
    [1, 1],
    [3, 3],
    [0, 1],
  ])('concurrency %d keeps %d in flight at most', async (concurrency, peak) => {
    const { context, model } = aContext(
      async () => {
        await soon(3);
        return '';
      },
      { limiters: createLimiters(concurrency) },
    );
    await runCalls(
      'answers',
      keys(12).map((key) => aCall(key)),
      context,
    );
    expect(model.peak()).toBe(peak);
    expect(model.calls).toHaveLength(12);
  });

  it('asks equal questions to a judge once and counts the others as known, free of charge', async () => {
    const { context, model } = aContext(echo, { prices });
    const records = await runCalls('judgements', [aCall('a'), aCall('b'), aCall('a')], context);
    expect(contents(records)).toEqual(['to a', 'to b', 'to a']);
    expect(records.map(({ cached, costMicroUsd }) => [cached, costMicroUsd])).toEqual([
      [false, 110],
      [false, 110],
      [true, 0],
    ]);
    expect(model.calls).toHaveLength(2);
    expect(context.ledger.calls().records).toBe(2);
  });

  it.each([
    ['another sample', { sample: 1 }],
    ['the other arm', { arm: 'base' }],
    ['another purpose', { purpose: 'judge' as const }],
    ['another case', { owner: { suite: 's', prompt: 'p', case: 'c' } }],
  ])('%s of the same question is a question of its own, also for the cache', async (_name, changes) => {
    const { context, model } = aContext(echo);
    await runCalls('answers', [aCall('a'), aCall('a', changes)], context);
    expect(model.calls).toHaveLength(2);
    const [first] = await runCalls('answers', [aCall('a', changes)], context);
    expect(first?.cached).toBe(true);
  });

  it('known answers are not asked again, nor paid for', async () => {
    const { context, model } = aContext(echo, { prices });
    await runCalls('answers', [aCall('a')], context);
    const [again] = await runCalls('answers', [aCall('a')], context);
    expect(again).toMatchObject({ cached: true, costMicroUsd: 0 });
    expect(model.calls).toHaveLength(1);
  });

  it('a rejected request is known as well; an outage never is', async () => {
    const { context, model, cache } = aContext((call) => (call.key === 'r' ? rejected(400, 'no') : unavailable('503')));
    const calls = [aCall('r'), aCall('u')];
    await runCalls('answers', calls, context);
    const again = await runCalls('answers', calls, context);
    expect(again.map(({ cached }) => cached)).toEqual([true, false]);
    expect(model.calls).toHaveLength(3);
    expect(cache.entries.size).toBe(1);
  });

  it.each([
    ['text', 'x'],
    ['a list', []],
    ['an answer without output', { status: 'answered' }],
    ['an output without content', { status: 'answered', output: {} }],
    ['a content that is no text', { status: 'answered', output: { content: 3 } }],
    ['an outage that somebody wrote in', { status: 'unavailable', reason: 'x' }],
    ['a rejection without a reason', { status: 'rejected', rules: 2 }],
    ['a rejection by earlier rules', { status: 'rejected', httpStatus: 400, reason: 'something odd' }],
    [
      'an error that was taken for an answer',
      { status: 'answered', output: { content: '', toolCalls: [], refusal: null, finishReason: 'error' } },
    ],
  ])('a cache entry that is %s counts as not known', async (_name, entry) => {
    const { context, model, cache } = aContext(echo);
    await runCalls('answers', [aCall('a')], context);
    for (const key of cache.entries.keys()) cache.entries.set(key, entry);
    const [record] = await runCalls('answers', [aCall('a')], context);
    expect(record?.cached).toBe(false);
    expect(model.calls).toHaveLength(2);
  });

  it('the first fault stops what has not begun, and keeps what was answered', async () => {
    const fault = UserError.of('The key is refused.', 'Set another one.');
    const { context, model, cache } = aContext(
      (call) => {
        if (call.key === 'k3') throw fault;
        return 'fine';
      },
      { limiters: createLimiters(1) },
    );
    await expect(
      runCalls(
        'answers',
        keys(10).map((key) => aCall(key)),
        context,
      ),
    ).rejects.toBe(fault);
    expect(model.calls.map((call) => call.key)).toEqual(['k0', 'k1', 'k2', 'k3']);
    expect(callsOf(context.ledger).map(({ key }) => key)).toEqual(['k0', 'k1', 'k2']);
    expect(cache.entries.size).toBe(3);
  });

  it('a fault tells the calls in flight to stop, and the fault itself is what is thrown', async () => {
    const { context } = aContext(async (call, signal) => {
      if (call.key !== 'k0') {
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
      }
      await soon(1);
      throw UserError.of('The key is refused.', 'Set another one.');
    });
    await expect(
      runCalls(
        'answers',
        keys(3).map((key) => aCall(key)),
        context,
      ),
    ).rejects.toThrow('The key is refused.');
  });

  it('stops where the budget is spent: what was answered by then is in the ledger', async () => {
    const { context, model } = aContext(echo, { prices, budgetMicroUsd: 330, limiters: createLimiters(1) });
    const run = runCalls(
      'answers',
      keys(10).map((key) => aCall(key)),
      context,
    );
    await expect(run).rejects.toThrow('The budget of this run is spent.');
    expect(model.calls).toHaveLength(4);
    expect(context.ledger.calls().records).toBe(4);
  });

  it('exactly the budget is not beyond it, and earlier calls of the run count', async () => {
    const { context } = aContext(echo, { prices, budgetMicroUsd: 330 });
    await runCalls(
      'answers',
      keys(3).map((key) => aCall(key)),
      context,
    );
    await expect(runCalls('answers', [aCall('more')], context)).rejects.toThrow('budget');
  });

  it('an unknown price is an unknown cost; a rejected request costs nothing', async () => {
    const { context } = aContext((call) => (call.key === 'r' ? rejected(400, 'no') : answered('x')));
    const records = await runCalls('answers', [aCall('a'), aCall('r')], context);
    expect(records.map(({ costMicroUsd }) => costMicroUsd)).toEqual([null, 0]);
  });

  it('stops after a handful of calls of which none came through, and says why', async () => {
    const down = 'localhost:8198 cannot be reached (ECONNREFUSED): is it running? Check "base-url"';
    const { context, model, cache } = aContext(() => unavailable(down), { limiters: createLimiters(1) });
    const run = runCalls(
      'answers',
      keys(100).map((key) => aCall(key)),
      context,
    );
    await expect(run).rejects.toMatchObject({
      problems: [{ message: `None of the first 10 calls to "some-model" came through: ${down}.` }],
    });
    expect(model.calls).toHaveLength(10);
    expect(cache.entries.size).toBe(0);
  });

  it.each<[string, Script]>([
    ['one came through', (call) => (call.key === 'k4' ? 'x' : unavailable('down'))],
    ['one was refused', (call) => (call.key === 'k4' ? rejected(400, 'too long') : unavailable('down'))],
  ])('goes on to the end where %s', async (_name, script) => {
    const { context, model } = aContext(script, { limiters: createLimiters(1) });
    await runCalls(
      'answers',
      keys(30).map((key) => aCall(key)),
      context,
    );
    expect(model.calls).toHaveLength(30);
  });

  it('goes on where an earlier round of the run came through; what came from the cache proves nothing', async () => {
    const isDown = (call: ModelCall) => Number(call.key.slice(1)) >= 20;
    const script: Script = (call) => (isDown(call) ? unavailable('down') : 'x');
    const calls = keys(60).map((key) => aCall(key));
    const { context, model, cache } = aContext(script, { limiters: createLimiters(1) });
    await runCalls('answers', calls.slice(0, 20), context);
    await runCalls('answers', calls.slice(20), context);
    expect(model.calls).toHaveLength(60);
    const later = { ...aContext(script, { limiters: createLimiters(1) }).context, cache };
    await expect(runCalls('answers', calls, later)).rejects.toThrow(
      'None of the first 10 calls to "some-model" came through: down.',
    );
  });

  it('stops where one of several judges never answers, and names it', async () => {
    const ask = (key: string, model: string) =>
      aCall(key, { purpose: 'judge', arm: 'judge', request: { ...aCall(key).request, model } });
    const script: Script = ({ request }) => (request.model === 'judge-b' ? unavailable('500: broken') : 'x');
    const { context } = aContext(script, { limiters: createLimiters(1) });
    const calls = keys(40).map((key, index) => ask(key, index % 2 === 0 ? 'judge-a' : 'judge-b'));
    await expect(runCalls('judgements', calls, context)).rejects.toThrow(
      'None of the first 10 calls to the judge\'s model "judge-b" came through: 500: broken.',
    );
    expect(context.ledger.calls().calls).toBe(10);
  });

  it('does not count calls to a model that is gone', async () => {
    const gone = { ...unavailable("main's model is gone"), gone: true } as const;
    const { context, model } = aContext(() => gone, { limiters: createLimiters(1) });
    await runCalls(
      'answers',
      keys(30).map((key) => aCall(key)),
      context,
    );
    expect(model.calls).toHaveLength(30);
  });

  it('tells where it stands: what came through, what did not, what was known, and what it cost', async () => {
    const told: Progress[] = [];
    const log = { ...createFakeLog(), progress: (progress: Progress) => void told.push(progress) };
    const { context, cache } = aContext((call) => (call.key === 'k1' ? unavailable('503') : 'x'), {
      log,
      prices,
      budgetMicroUsd: 1000,
      limiters: createLimiters(1),
    });
    const owner = { suite: 'triage', prompt: 'p', case: 'c' };
    await runCalls('earlier', [aCall('k0', { owner })], { ...context, log: createFakeLog() });
    expect(cache.entries.size).toBe(1);
    await runCalls(
      'answers',
      keys(3).map((key) => aCall(key, { owner })),
      context,
    );
    const always = { label: 'answers', total: 3, retries: 0, budgetMicroUsd: 1000, isOver: false };
    expect(told).toEqual([
      { ...always, suite: null, done: 0, known: 0, failed: 0, lastFault: null, spentMicroUsd: 110 },
      { ...always, suite: 'triage', done: 1, known: 1, failed: 0, lastFault: null, spentMicroUsd: 110 },
      { ...always, suite: 'triage', done: 1, known: 1, failed: 1, lastFault: '503', spentMicroUsd: 110 },
      { ...always, suite: 'triage', done: 2, known: 1, failed: 1, lastFault: '503', spentMicroUsd: 220 },
      { ...always, suite: 'triage', done: 2, known: 1, failed: 1, lastFault: '503', spentMicroUsd: 220, isOver: true },
    ]);
  });

  it('tells of each attempt that is asked again, and of no price where one is not known', async () => {
    const told: Progress[] = [];
    const timer = createFakeTimer();
    const { context, model } = aContext(() => 'x', {
      log: { ...createFakeLog(), progress: (progress: Progress) => void told.push(progress) },
      limiters: createLimiters(1, timer),
    });
    let refusals = 2;
    const attempt: Model['attempt'] = async (call, signal) => {
      if (refusals-- > 0)
        return { result: { ...unavailable('slow down'), attempts: 1 }, again: 'often', rate: unknownRate };
      return model.attempt(call, signal);
    };
    await timer.run(runCalls('answers', [aCall('k0')], { ...context, model: { ...model, attempt } }));
    expect(
      told.map(({ done, retries, lastFault, spentMicroUsd }) => [done, retries, lastFault, spentMicroUsd]),
    ).toEqual([
      [0, 0, null, 0],
      [0, 1, 'slow down', 0],
      [0, 2, 'slow down', 0],
      [1, 2, 'slow down', null],
      [1, 2, 'slow down', null],
    ]);
  });

  it('says the last word also where it is broken off, and none about no calls', async () => {
    const told: Progress[] = [];
    const log = { ...createFakeLog(), progress: (progress: Progress) => void told.push(progress) };
    const { context } = aContext(
      () => {
        throw UserError.of('no', 'never');
      },
      { log },
    );
    await runCalls('answers', [], context);
    expect(told).toEqual([]);
    await expect(runCalls('answers', [aCall('k0')], context)).rejects.toThrow('no');
    expect(told.map(({ isOver }) => isOver)).toEqual([false, true]);
  });

  it('an interrupt is thrown as it came, and nothing new begins', async () => {
    const interrupt = new AbortController();
    const { context, model } = aContext(
      (call) => {
        if (call.key === 'k1') interrupt.abort(new Error('interrupted'));
        return 'x';
      },
      { limiters: createLimiters(1), signal: interrupt.signal },
    );
    await expect(
      runCalls(
        'answers',
        keys(9).map((key) => aCall(key)),
        context,
      ),
    ).rejects.toThrow('interrupted');
    expect(model.calls).toHaveLength(2);
  });

  it('a setting that a provider refuses is placed where the prompt names it; another is left as it is', async () => {
    const { context } = aContext((call) => {
      throw new ModelConfigError('does not take it', 'Remove it.', call.key);
    });
    const where = { path: 'a.prompt.yml', line: 3, column: 5 };
    const locate = (_call: ModelCall, setting: string) => (setting === 'temperature' ? where : null);
    await expect(runCalls('answers', [aCall('temperature')], context, locate)).rejects.toMatchObject({
      problems: [{ ...where, message: 'does not take it' }],
    });
    await expect(runCalls('answers', [aCall('tools')], context, locate)).rejects.toBeInstanceOf(ModelConfigError);
  });

  it('no calls are no records', async () => {
    expect(await runCalls('answers', [], aContext(echo).context)).toEqual([]);
  });
});
