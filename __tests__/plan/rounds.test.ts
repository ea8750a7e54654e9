import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildGenerationCall, listKeys } from '../../src/plan/draws.ts';
import { type BaseSide, listFirstRound } from '../../src/plan/rounds.ts';
import { takePart } from '../../src/plan/subset.ts';
import type { SuitePlan } from '../../src/plan/suite-plan.ts';
import { aRow, type StoryRow, someRows } from '../pipeline/story.ts';
import { aPlan, aSelection, aSide, aSuite } from './builders.ts';

const twelve = someRows(12);

/** Samples a case, as `q-001: 3`, of one arm. */
function counts(plan: SuitePlan, arm: 'base' | 'candidate', baseSide: BaseSide = 'fresh') {
  const found = new Map<string, number>();
  for (const key of listKeys(listFirstRound([plan], baseSide))) {
    if (key.arm === arm) found.set(key.case, (found.get(key.case) ?? 0) + 1);
  }
  return Object.fromEntries(found);
}
const each = (rows: readonly StoryRow[], count: number) => Object.fromEntries(rows.map(({ id }) => [id, count]));

describe('listFirstRound', () => {
  it.each([
    ['samples: 1', '', 1, 1],
    ['samples: 4', '    samples: 4', 4, 4],
    ['fewer than min-cases', '    gate: { min-cases: 13 }', 5, 5],
    ['exactly min-cases', '    gate: { min-cases: 12 }', 1, 1],
    ['target: cases', '    gate: { target: cases }', 5, 5],
  ])('a compared prompt runs every case alike on both arms: %s', (_name, suite, baseline, candidate) => {
    const plan = aPlan({
      base: aSide('v1', twelve),
      candidate: aSide('v2', twelve),
      selection: aSelection({ suite: aSuite({ suite }) }),
    });
    expect(counts(plan, 'base')).toEqual(each(twelve, baseline));
    expect(counts(plan, 'candidate')).toEqual(each(twelve, candidate));
  });

  it('critical cases run three times whatever samples says; added rows once', () => {
    const rows = someRows(12, (number) => (number === 4 ? { critical: true } : {}));
    const plan = aPlan({ base: aSide('v1', rows), candidate: aSide('v2', [...rows, aRow(50, { critical: true })]) });
    const expected = { ...each(rows, 1), 'q-004': 3, 'q-050': 1 };
    expect(counts(plan, 'base')).toEqual(expected);
    expect(counts(plan, 'candidate')).toEqual(expected);
  });

  it('the size that decides is that of the base: adding rows does not lift a small set', () => {
    const plan = aPlan({ base: aSide('v1', someRows(9)), candidate: aSide('v2', twelve) });
    expect(counts(plan, 'candidate')).toEqual({ ...each(twelve, 1), ...each(someRows(9), 5) });
  });

  it('a new prompt runs on the candidate arm only', () => {
    const plan = aPlan({ base: aSide(null, twelve), candidate: aSide('v2', twelve) });
    expect(counts(plan, 'base')).toEqual({});
    expect(counts(plan, 'candidate')).toEqual(each(twelve, 1));
  });

  it('a deleted prompt runs nowhere', () => {
    const plan = aPlan({ base: aSide('v1', twelve), candidate: aSide(null, twelve) });
    expect([counts(plan, 'base'), counts(plan, 'candidate')]).toEqual([{}, {}]);
  });

  it('an unchanged prompt runs what was added or edited, once, on the candidate arm only', () => {
    const candidate = [aRow(0, { input: 'edited' }), ...twelve.slice(1), aRow(30)];
    const plan = aPlan({ base: aSide('v1', twelve), candidate: aSide('v1', candidate) });
    expect(counts(plan, 'base')).toEqual({});
    expect(counts(plan, 'candidate')).toEqual({ 'q-000 (edited)': 1, 'q-030': 1 });
  });

  it('once is once, also for a critical row and with more samples', () => {
    const rows = someRows(12, (number) => (number === 0 ? { critical: true } : {}));
    const edited = rows.map((row, index) => (index < 2 ? { ...row, input: 'edited' } : row));
    const selection = aSelection({ suite: aSuite({ suite: '    samples: 4' }) });
    const plan = aPlan({ base: aSide('v1', rows), candidate: aSide('v1', edited), selection });
    expect(counts(plan, 'candidate')).toEqual({ 'q-000 (edited)': 1, 'q-001 (edited)': 1 });
  });

  it('samples count from 0', () => {
    const plan = aPlan({ base: aSide('v1', someRows(2)), candidate: aSide('v2', someRows(2)) });
    const keys = [...listKeys(listFirstRound([plan], 'stored'))];
    expect(keys.map(({ sample }) => sample)).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
  });
});

describe('buildGenerationCall', () => {
  const plan = aPlan({
    base: aSide('v1', twelve),
    candidate: aSide('v2', [aRow(0, { input: 'edited' }), ...twelve.slice(1)]),
  });
  const call = (arm: 'base' | 'candidate', index: number, sample = 0) => {
    const [prompt] = plan.prompts;
    const row = prompt?.cases[index];
    if (prompt === undefined || row === undefined) throw new Error('no such case');
    return buildGenerationCall(prompt, row, arm, sample);
  };

  it('asks each side with its own prompt and the row of the base; its new version is a case of its own', () => {
    expect(call('base', 0).request.messages).toEqual([{ role: 'user', content: 'v1 question q-000' }]);
    expect(call('candidate', 0).request.messages).toEqual([{ role: 'user', content: 'v2 question q-000' }]);
    expect(call('candidate', 12).request.messages).toEqual([{ role: 'user', content: 'v2 edited' }]);
  });

  it("the key is the request's: the same for every sample, another for every question", () => {
    expect(call('base', 1, 0).key).toBe(call('base', 1, 3).key);
    const keys = [call('base', 1), call('candidate', 1), call('base', 2)].map((one) => one.key);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('listKeys', () => {
  const plan = aPlan({ base: aSide('v1', twelve), candidate: aSide('v2', twelve) });

  it('alternates the arms in time, so that a bad minute falls on both', () => {
    const keys = [...listKeys(listFirstRound([plan], 'fresh'))];
    expect(keys.map(({ arm }) => arm)).toEqual(twelve.flatMap(() => ['base', 'candidate']));
    for (let index = 0; index < keys.length; index += 2) expect(keys[index]?.case).toBe(keys[index + 1]?.case);
  });

  it('names the version that each arm is drawn of', () => {
    const [prompt] = plan.prompts;
    const versions = new Map([...listKeys(listFirstRound([plan], 'fresh'))].map(({ arm, version }) => [arm, version]));
    expect(Object.fromEntries(versions)).toEqual({
      base: prompt?.base?.version,
      candidate: prompt?.candidate?.version,
    });
  });

  it('a stored base side is not drawn', () => {
    expect(counts(plan, 'base', 'stored')).toEqual({});
    expect(counts(plan, 'candidate', 'stored')).toEqual(each(twelve, 1));
    expect(counts(plan, 'base', 'reached')).toEqual(each(twelve, 1));
  });
});

describe('a part of the cases', () => {
  const chosen = (rows: readonly StoryRow[], count: number) =>
    takePart([aPlan({ base: aSide('v1', rows), candidate: aSide('v2', rows) })], {
      kind: 'most',
      most: count,
    })[0]?.prompts[0]?.cases.map((row) => row.id) ?? [];

  it('keeps dataset order, and no more than so many', () => {
    const ids = chosen(someRows(30), 7);
    expect(ids).toHaveLength(7);
    expect(ids).toEqual([...ids].sort());
    expect(chosen(someRows(5), 7)).toHaveLength(5);
  });

  it('takes the same cases whatever their order in the file', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(someRows(20), { minLength: 20 }), (rows) => {
        expect(chosen(rows, 6).sort()).toEqual(chosen(someRows(20), 6).sort());
      }),
      { numRuns: 20 },
    );
  });

  it('a new row moves at most one other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.integer({ min: 1, max: 19 }), (number, count) => {
        const before = chosen(someRows(20), count);
        const after = chosen([...someRows(20), aRow(number)], count);
        expect(before.filter((id) => !after.includes(id)).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it('takes from every stratum (first tag) in turn', () => {
    const rows = someRows(40, (number) => ({ tags: [number < 36 ? 'common' : 'rare', 'other'] }));
    const ids = chosen(rows, 8);
    expect(ids.filter((id) => id >= 'q-036')).toHaveLength(4);
  });

  it('never leaves a critical case out, even where they are more than the limit', () => {
    const rows = someRows(30, (number) => (number % 6 === 0 ? { critical: true } : {}));
    expect(chosen(rows, 7)).toEqual(expect.arrayContaining(['q-000', 'q-006', 'q-012', 'q-018', 'q-024']));
    expect(chosen(rows, 7)).toHaveLength(7);
    expect(chosen(rows, 2)).toEqual(['q-000', 'q-006', 'q-012', 'q-018', 'q-024']);
  });
});
