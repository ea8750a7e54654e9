import { describe, expect, it } from '@jest/globals';
import { createFileSpool } from '../../src/adapters/files/spool.ts';
import { createLedger, type Ledger } from '../../src/run/ledger.ts';
import { createMemorySpool, type Spool } from '../../src/run/spool.ts';
import { answered, rejected, unavailable } from '../helpers/fake-ports.ts';
import { aCall, aKey, aSample, aScore, everyKind } from './records.ts';

const put = (ledger: Ledger, ...samples: readonly Parameters<typeof aSample>[0][]) => {
  for (const changes of samples) ledger.append({ kind: 'sample', record: aSample(changes) });
};

describe.each<readonly [string, () => Spool]>([
  ['in memory', createMemorySpool],
  ['in a file', createFileSpool],
])('a ledger %s', (_name, openSpool) => {
  it('gives samples by their key, and their outputs again', () => {
    const ledger = createLedger(openSpool());
    put(ledger, { sample: 2, result: answered('zwei ✓') }, { result: answered('null') }, { case: 'q-001' });
    const arm = ledger.arm(aKey());
    expect(arm.samples('q-000').map((sample) => sample?.sample ?? null)).toEqual([0, null, 2]);
    const second = arm.sample('q-000', 2);
    expect(second && ledger.recordOf(second)).toEqual(aSample({ sample: 2, result: answered('zwei ✓') }));
    expect(second).toMatchObject({ result: { status: 'answered', length: 6, finishReason: 'stop' } });
    expect(ledger.arm(aKey({ version: 'pv-2' })).isEmpty).toBe(true);
    expect(ledger.arm(aKey({ arm: 'canary' })).isEmpty).toBe(true);
  });

  it('a key that comes again takes the place of the earlier one: no key stands twice', () => {
    const ledger = createLedger(openSpool());
    put(ledger, { result: answered('old') });
    ledger.append({ kind: 'score', record: aScore({ score: 0 }) });
    ledger.append({ kind: 'score', record: aScore({ score: 1 }) });
    const arm = ledger.arm(aKey());
    expect([arm.countScores('label', 'q-000'), arm.score('label', 'q-000', 0)?.score]).toEqual([1, 1]);
    put(ledger, { result: answered('new'), redraws: 1 });
    expect(arm.samples('q-000')).toHaveLength(1);
    expect(arm.score('label', 'q-000', 0)).toBeNull();
  });

  it('can be gone on with from its lines alone', () => {
    const [first, second] = [openSpool(), openSpool()];
    const ledger = createLedger(first);
    for (const entry of everyKind) ledger.append(entry);
    for (const line of ledger.lines()) second.append(line);
    const again = createLedger(second);
    expect([...again.lines()]).toEqual([...ledger.lines()]);
    expect(again.arm(aKey()).samples('q-000')).toEqual(ledger.arm(aKey()).samples('q-000'));
    expect(again.calls()).toEqual(ledger.calls());
    expect([again.checks(), again.hasBegun('rerun'), again.hasBegun('critical')]).toEqual([
      ledger.checks(),
      true,
      false,
    ]);
    expect(again.refusedSettings()).toEqual(new Map([['a-judge', new Set(['temperature'])]]));
  });

  it('holds many lines', () => {
    const ledger = createLedger(openSpool());
    for (let number = 0; number < 5000; number += 1)
      put(ledger, { case: `q-${number}`, result: answered(`${number}`.repeat(50)) });
    for (const number of [0, 999, 1000, 4999]) {
      const sample = ledger.arm(aKey()).sample(`q-${number}`, 0);
      expect(sample && ledger.recordOf(sample).result).toMatchObject({ output: { content: `${number}`.repeat(50) } });
    }
    expect([...ledger.lines()]).toHaveLength(5000);
  });
});

describe('the refusal of an arm', () => {
  const refused = rejected(400, 'no');
  it.each([
    ['every request met the same error', [refused, refused], { httpStatus: 400, reason: 'no' }],
    ['the errors differ', [refused, rejected(413, 'no')], null],
    ['one was answered', [refused, answered('x')], null],
    ['one is missing', [refused, unavailable('503')], null],
    ['there is no sample', [], null],
  ])('%s', (_name, results, expected) => {
    const ledger = createLedger(createMemorySpool());
    put(ledger, ...results.map((result, sample) => ({ sample, result })));
    expect(ledger.arm(aKey()).refusal()).toEqual(expected);
  });

  it('ends where one of them is drawn anew and answered', () => {
    const ledger = createLedger(createMemorySpool());
    put(ledger, { result: refused }, { result: answered('x'), redraws: 1 });
    expect(ledger.arm(aKey()).refusal()).toBeNull();
  });
});

describe('the calls of a ledger', () => {
  const ledger = createLedger(createMemorySpool());
  const calls = [
    aCall(),
    aCall({ purpose: 'judge', arm: 'judge', attempts: 3 }),
    aCall({ status: 'rejected', usage: null, costMicroUsd: 0 }),
    aCall({ status: 'unavailable', usage: null, costMicroUsd: 0, attempts: 5 }),
    aCall({ arm: 'base', cached: true, costMicroUsd: 0 }),
    aCall({ costMicroUsd: null }),
  ];
  for (const record of calls) ledger.append({ kind: 'call', record });

  it('are counted as they come: answered, apart from cache hits, retries and outages', () => {
    expect(ledger.calls()).toEqual({
      calls: 4,
      generationCalls: 3,
      judgeCalls: 1,
      cacheHits: 1,
      retries: 2 + 4,
      inputTokens: 300,
      outputTokens: 30,
      records: 6,
      spentMicroUsd: 3_000_000,
      unpriced: 1,
      asked: 5,
    });
  });

  it('are told apart by purpose, arm and model', () => {
    expect(ledger.calls({ purpose: 'judge' })).toMatchObject({ records: 1, judgeCalls: 1 });
    expect(ledger.calls({ arm: 'base' })).toMatchObject({ records: 1, cacheHits: 1, asked: 0 });
    expect(ledger.calls({ model: 'nobody' })).toMatchObject({ records: 0 });
    expect(ledger.calls({ purpose: 'generate', arm: 'judge' })).toMatchObject({ records: 0 });
  });
});
