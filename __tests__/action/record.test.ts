import { describe, expect, it } from '@jest/globals';
import {
  type CommentRecord,
  emptyRecord,
  extendRecord,
  identifyQuestion,
  parseCommentRecord,
  parseScreenUses,
  renderCommentRecord,
} from '../../src/action/record.ts';
import type { WeighedGround } from '../../src/gate/ground.ts';
import type { EvaluateResult } from '../../src/pipeline/evaluate-request.ts';
import type { Report } from '../../src/report/report.ts';
import { createLedger } from '../../src/run/ledger.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import { aReport } from '../helpers/builders.ts';

const head = 'b'.repeat(40);
const place = { head, base: 'main', accepted: null };
const aGround = (changes: Partial<WeighedGround> = {}): WeighedGround => ({
  ...{ kind: 'comparison', suite: 'triage', prompt: 'reply', subject: 'label', verdict: 'fail', blocks: true },
  ...changes,
});
const aKey = (seed: number) => String(seed).padStart(6, '0').padEnd(64, 'c');
type Suite = Report['suites'][number];
const aSuite = (name: string, verdict: Suite['verdict'] = 'pass', status: Suite['status'] = 'run'): Suite => ({
  ...{ name, status, reason: 'a prompt changed', verdict, prompts: [], cases: 0 },
  ...{ addedCases: [], removedCases: [], editedCases: [], hashes: null, baseline: null, noise: null, notes: [] },
});
const askedOf = (suite: string, rows = 'r1'): Report['asked'][number] => ({
  ...{ suite, rows, verdict: 'pass', cases: 80, contents: 1, byChance: 0.05, everywhere: null },
});
const aResult = (changes: Partial<Report> = {}, flags: Partial<EvaluateResult> = {}): EvaluateResult => ({
  settledFrom: new Map(),
  report: aReport({
    contentKeys: { triage: aKey(1) },
    suites: [aSuite('triage')],
    asked: [askedOf('triage')],
    metrics: [],
    grounds: [],
    ...changes,
  }),
  ...{ plans: [], baseArm: 'base', ledger: createLedger(createMemorySpool()), isIdle: false, isRepublished: false },
  needed: [],
  looks: new Map(),
  open: new Map(),
  declined: null,
  ...flags,
});
const failed = (changes: Partial<Report> = {}) =>
  aResult({
    ...{ verdict: 'fail', green: false, title: 'Regression proven.', grounds: [aGround()] },
    suites: [aSuite('triage', 'fail')],
    ...changes,
  });
const extend = (result: EvaluateResult, earlier: CommentRecord = emptyRecord) => extendRecord(earlier, result, place);
const reread = (record: CommentRecord, kept = 1) => parseCommentRecord(renderCommentRecord(record, kept));

describe('the record of a comment', () => {
  it('is read back as it was written', () => {
    const record: CommentRecord = {
      ...extend(failed({ screenUses: [{ baseline: 'b1', outcome: 'stored' }] })),
      accepted: { by: 'grace', head, base: 'main', grounds: [{ ...aGround(), blocks: undefined } as never] },
    };
    const again = reread(record);
    expect(again.shown).toEqual(record.shown);
    expect(again.verdicts).toMatchObject([{ verdict: 'fail', title: 'Regression proven.', grounds: [aGround()] }]);
    expect(again.verdicts[0]?.head).toBe(head.slice(0, 12));
    expect(again.verdicts[0]?.evidence).toMatch(/^[0-9a-f]{64}$/);
    expect(again.accepted).toMatchObject({ by: 'grace', head, base: 'main' });
    expect(again).toMatchObject({ asked: record.asked, screens: [{ baseline: 'b1', outcome: 'stored' }] });
  });

  it('keeps the verdicts of earlier contents, the newest first, and counts contents and attempts', () => {
    const first = extend(failed());
    const second = extend(aResult({ contentKeys: { triage: aKey(2) } }), first);
    expect(second.verdicts.map(({ verdict }) => verdict)).toEqual(['pass', 'fail']);
    expect(second.asked).toEqual([{ suite: 'triage', rows: 'r1', count: 2, contents: ['000002', '000001'] }]);
    const again = extend(failed(), second);
    expect(again.verdicts.map(({ verdict, attempts }) => [verdict, attempts])).toEqual([
      ['fail', 2],
      ['pass', 1],
    ]);
    expect(again.asked).toEqual(second.asked);
  });

  it('loses none of them to a run that was invalid, touched nothing, or published again', () => {
    const first = extend(failed());
    const invalid = extend(aResult({ verdict: 'invalid', contentKeys: {}, suites: [] }), first);
    expect(invalid).toMatchObject({ verdicts: first.verdicts, shown: { question: null, grounds: [] } });
    const idle = extend(
      aResult({ contentKeys: {}, suites: [aSuite('triage', null, 'skipped')] }, { isIdle: true }),
      first,
    );
    expect(idle).toMatchObject({ verdicts: first.verdicts, shown: null });
    const again = extend({ ...failed(), isRepublished: true }, first);
    expect(again.verdicts).toEqual(first.verdicts);
  });

  it('keeps no verdict of a suite that could not be judged, and the own one of each other', () => {
    const keys = { a: aKey(1), b: aKey(2), c: aKey(3) };
    const grounds = [aGround({ suite: 'a' }), aGround({ suite: 'b', verdict: 'invalid' })];
    const suites = [aSuite('a', 'fail'), aSuite('b', 'invalid'), aSuite('c')];
    const result = failed({ contentKeys: keys, suites, grounds });
    expect(extend(result).verdicts.map(({ suite, verdict }) => [suite, verdict])).toEqual([
      ['a', 'fail'],
      ['c', 'pass'],
    ]);
  });

  it('holds twenty contents in four kilobytes', () => {
    const many = Array.from({ length: 30 }, (_, index) => aResult({ contentKeys: { triage: aKey(index) } }));
    const record = many.reduce((earlier, result) => extend(result, earlier), emptyRecord);
    const kept = reread(record).verdicts;
    expect(kept.length).toBeLessThanOrEqual(20);
    expect(kept.length).toBeGreaterThan(12);
    expect(kept[0]?.key).toBe(aKey(29).slice(0, 24));
    expect(JSON.stringify(renderCommentRecord(record, 1)).length).toBeLessThan(5000);
  });

  it('counts contents beyond the verdicts that it holds, each once', () => {
    const many = Array.from({ length: 30 }, (_, index) => aResult({ contentKeys: { triage: aKey(index) } }));
    const first = reread(many.reduce((earlier, result) => reread(extend(result, earlier)), emptyRecord));
    expect(first.verdicts.some(({ key }) => aKey(0).startsWith(key))).toBe(false);
    const back = reread(extend(aResult({ contentKeys: { triage: aKey(0) } }), first));
    expect(back.asked).toMatchObject([{ count: 30 }]);
  });

  it('keeps the count of a hundred suites in four kilobytes', () => {
    const names = Array.from({ length: 100 }, (_, index) => `suite-${index}`);
    const asked = names.map((suite) => {
      const contents = Array.from({ length: 50 }, (_, index) => aKey(index).slice(0, 6));
      return { suite, rows: '0123456789abcdef', count: 50, contents };
    });
    const line = renderCommentRecord({ ...emptyRecord, asked }, 1);
    expect(JSON.stringify(line).length).toBeLessThan(9000);
    expect(parseCommentRecord(line).asked.map(({ count }) => count)).toEqual(names.map(() => 50));
  });

  it('starts anew where the rows changed, and counts nothing that was not judged', () => {
    const first = extend(failed(), extend(aResult({ contentKeys: { triage: aKey(2) } })));
    const moved = aResult({ contentKeys: { triage: aKey(3) }, asked: [askedOf('triage', 'r2')] });
    expect(extend(moved, first).asked).toMatchObject([{ rows: 'r2', count: 1 }]);
    const unasked = aResult({ contentKeys: { triage: aKey(3) }, asked: [] });
    expect(extend(unasked, first)).toMatchObject({ asked: first.asked, verdicts: { length: 3 } });
  });

  it('of an older version that counted by suite alone is read without its counts', () => {
    const { asked: _asked, ...older } = renderCommentRecord(extend(failed()), 1) as { readonly asked: object };
    for (const asked of [{ triage: 7 }, undefined, [['triage', 'r1'], ['triage', 'r1', 0], 'x', [1, 2, 3]]]) {
      const record = parseCommentRecord({ ...older, ...(asked !== undefined && { asked }) });
      expect(record).toMatchObject({ asked: [], verdicts: [{ verdict: 'fail' }], shown: { head } });
      expect(extend(aResult({ contentKeys: { triage: aKey(2) } }), record).asked).toMatchObject([{ count: 1 }]);
    }
  });

  it('never lets go of a verdict that it shows', () => {
    const names = Array.from({ length: 40 }, (_, index) => `suite-${index}`);
    const contentKeys = Object.fromEntries(names.map((name, index) => [name, aKey(index)]));
    const record = extend(aResult({ contentKeys, suites: names.map((name) => aSuite(name)) }));
    expect(reread(record, names.length).verdicts).toHaveLength(40);
  });

  it.each([null, [], 'x', {}, { format: 1 }, { contentKeys: {}, verdict: 'pass' }])('is empty for %j', (value) => {
    expect(parseCommentRecord(value)).toEqual(emptyRecord);
  });

  it.each([
    ['an unknown verdict', { verdict: 'passed' }],
    ['an invalid one, which is never final', { verdict: 'invalid' }],
    ['no title', { title: null }],
    ['no key', { key: 3 }],
    ['attempts that are no number', { attempts: 'many' }],
  ])('leaves out a verdict with %s', (_what, change) => {
    const line = { suite: 's', key: 'k', verdict: 'pass', title: 't', head: 'h', attempts: 1, grounds: [], ...change };
    expect(parseCommentRecord({ format: 2, verdicts: [line] }).verdicts).toEqual([]);
  });
});

describe('the round that settles', () => {
  const line = { suite: 's', key: 'k', verdict: 'inconclusive', title: 't', head: 'h', attempts: 1, grounds: [] };
  const read = (change: object) => parseCommentRecord({ format: 2, verdicts: [{ ...line, ...change }] }).verdicts[0];

  it('is neither offered nor spent in a line that says nothing of it', () => {
    for (const change of [{}, { open: 3, settled: 'yes' }]) expect(read(change)).toEqual(line);
  });

  it('is offered or spent in a line that says so', () => {
    for (const change of [{ open: 'abc' }, { settled: true }]) expect(read(change)).toEqual({ ...line, ...change });
  });

  it('is spent for good once it was begun', () => {
    const ledger = createLedger(createMemorySpool());
    ledger.append({ kind: 'round', record: { why: 'settle' } });
    const open = { open: new Map([['triage', 'abc']]) };
    const offered = extend(failed());
    expect(offered.verdicts[0]).not.toHaveProperty('settled');
    const spent = extend(aResult({ ...failed().report }, { ledger }), offered);
    expect(spent.verdicts[0]).toMatchObject({ settled: true });
    const again = extend(aResult({ ...failed().report }, open), spent);
    expect(again.verdicts[0]).toMatchObject({ settled: true });
    expect(again.verdicts[0]).not.toHaveProperty('open');
  });
});

it('the question is that of all content keys, and none where nothing was judged', () => {
  const { report } = failed();
  expect(identifyQuestion(report)).toBe(identifyQuestion({ ...report, title: 'other' }));
  expect(identifyQuestion(report)).not.toBe(identifyQuestion({ ...report, contentKeys: { triage: aKey(2) } }));
  expect(identifyQuestion({ ...report, verdict: 'invalid' })).toBeNull();
  expect(identifyQuestion({ ...report, contentKeys: {} })).toBeNull();
});

it.each([null, [], 'x', {}, { screens: 'x' }, { screens: [null, {}, { baseline: 3 }] }])(
  'a record without uses of stored baselines has none: %j',
  (value) => {
    expect(parseScreenUses(value)).toEqual([]);
  },
);
