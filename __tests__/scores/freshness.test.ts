import { describe, expect, it } from '@jest/globals';
import { identifyArm } from '../../src/plan/draws.ts';
import type { PromptPlan } from '../../src/plan/suite-plan.ts';
import { createLedger } from '../../src/run/ledger.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import { isFreshPair, listStale } from '../../src/scores/freshness.ts';
import { someRows } from '../pipeline/story.ts';
import { aPlan, aSide } from '../plan/builders.ts';
import { aSample } from '../run/records.ts';

const minute = 60_000;
const rows = someRows(3);
const prompt = aPlan({ base: aSide('v1', rows), candidate: aSide('v2', rows) }).prompts[0] as PromptPlan;

type Drawn = readonly [arm: string, row: number, answeredAtMs: number | null, sample?: number, redraws?: number];

/** The stale ones among these samples, as `arm row sample`. */
function list(...drawn: readonly Drawn[]) {
  const ledger = createLedger(createMemorySpool());
  for (const [arm, row, answeredAtMs, sample = 0, redraws = 0] of drawn) {
    const key = { ...identifyArm(prompt, arm), unit: 'case' as const, case: prompt.cases[row]?.id ?? '', sample };
    ledger.append({ kind: 'sample', record: aSample({ ...key, source: 'cache', answeredAtMs, redraws }) });
  }
  return listStale(ledger, prompt).map((one) => `${one.arm} ${one.case} ${one.sample}`);
}

describe('isFreshPair', () => {
  it.each([
    ['the same moment', 5, 5, true],
    ['an hour to the millisecond', 0, 60 * minute, true],
    ['a millisecond more', 0, 60 * minute + 1, false],
    ['a base that is the younger one', 61 * minute, 0, false],
    ['a base of unknown age', null, 0, false],
    ['a candidate of unknown age', 0, null, false],
    ['two of unknown age', null, null, false],
  ])('%s', (_name, base, candidate, isFresh) => {
    expect(isFreshPair(base, candidate)).toBe(isFresh);
  });
});

describe('listStale', () => {
  it('is the older of a pair, or the one of unknown age', () => {
    const stale = list(
      ['base', 0, 0],
      ['candidate', 0, 61 * minute],
      ['base', 1, 61 * minute],
      ['candidate', 1, 0],
      ['base', 2, null],
      ['candidate', 2, 0],
    );
    expect(stale).toEqual(['base q-000 0', 'candidate q-001 0', 'base q-002 0']);
  });

  it('an answer without a partner is never stale, nor is a stored one', () => {
    const stale = list(
      ['base', 0, 0],
      ['candidate', 1, 999 * minute],
      ['candidate', 0, 999 * minute, 1],
      ['stored', 1, null],
    );
    expect(stale).toEqual([]);
  });

  it('is drawn anew twice at most', () => {
    expect(list(['base', 0, 0, 0, 1], ['candidate', 0, 61 * minute])).toEqual(['base q-000 0']);
    expect(list(['base', 0, 0, 0, 2], ['candidate', 0, 61 * minute])).toEqual([]);
  });
});
