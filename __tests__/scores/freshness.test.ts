import { describe, expect, it } from '@jest/globals';
import type { PromptPlan } from '../../src/plan/suite-plan.ts';
import type { SampleRecord } from '../../src/run/records.ts';
import { isFreshPair, listStale } from '../../src/scores/freshness.ts';
import { answered } from '../helpers/fake-ports.ts';
import { someRows } from '../pipeline/story.ts';
import { aPlan, aSide } from '../plan/builders.ts';

const minute = 60_000;
const rows = someRows(3);
const prompt = aPlan({ base: aSide('v1', rows), candidate: aSide('v2', rows) }).prompts[0] as PromptPlan;

function aSample(arm: SampleRecord['arm'], row: number, answeredAtMs: number | null, sample = 0): SampleRecord {
  const one = prompt.cases[row] as PromptPlan['cases'][number];
  return { prompt, case: one, arm, sample, key: 'k', result: answered('x'), source: 'cache', answeredAtMs };
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
  it('is the older one of each pair that lies too far apart, and no other', () => {
    const old = aSample('base', 0, 0);
    const older = aSample('candidate', 1, 0);
    const unknown = aSample('base', 2, null);
    const samples = [
      old,
      aSample('candidate', 0, 61 * minute),
      aSample('base', 1, 61 * minute),
      older,
      unknown,
      aSample('candidate', 2, 0),
    ];
    expect(listStale(samples)).toEqual([old, older, unknown]);
  });

  it('an answer without a partner is never stale, nor is a stored one', () => {
    const samples = [
      aSample('base', 0, 0),
      aSample('candidate', 1, 999 * minute),
      aSample('candidate', 0, 999 * minute, 1),
      aSample('stored', 1, null),
    ];
    expect(listStale(samples)).toEqual([]);
  });
});
