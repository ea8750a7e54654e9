import { describe, expect, it } from '@jest/globals';
import { compareDatasets, type RowReaders } from '../../src/datasets/changes.ts';
import { parseRows } from '../../src/datasets/rows.ts';
import type { JsonObject } from '../../src/json.ts';

const parse = (rows: readonly JsonObject[]) =>
  parseRows(rows.map((values) => ({ values, where: { path: 'a', line: null, column: null } }))).cases;
const many = (count: number, more: JsonObject = {}): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, q: `x${index}`, expected: 'yes', ...more }));
const editFirst = (rows: readonly JsonObject[], count: number, change: JsonObject = { q: 'y' }) =>
  rows.map((row, index) => (index < count ? { ...row, ...change } : row));

/** Both prompts read `q`, the checks read `expected`. */
const readers = (changes: { base?: string[]; candidate?: string[]; metrics?: string[] } = {}): RowReaders => ({
  base: new Set(changes.base ?? ['q']),
  candidate: new Set(changes.candidate ?? ['q']),
  metrics: () => changes.metrics ?? ['expected'],
});
const compare = (base: readonly JsonObject[], candidate: readonly JsonObject[], by = readers()) =>
  compareDatasets(base.length === 0 ? [] : parse(base), parse(candidate), by);

describe('the changes of a dataset', () => {
  it('are found by id', () => {
    const changes = compare(
      [{ id: 'a' }, { id: 'b', q: 1 }, { id: 'c' }],
      [{ id: 'd' }, { id: 'b', q: 2 }, { id: 'a' }],
    );
    expect(changes.edited.map((pair) => pair.candidate.variables.q)).toEqual([2]);
    expect(changes.added.map(({ id }) => id)).toEqual(['d']);
    expect(changes.removed.map(({ id }) => id)).toEqual(['c']);
  });

  const critical = { id: 'c', q: 'x', expected: 'yes', critical: true };
  it.each<[string, JsonObject[], JsonObject[], boolean]>([
    ['nothing', many(10), many(10), false],
    ['another order', many(10), many(10).toReversed(), false],
    ['only new rows', many(10), many(30), false],
    ['exactly a tenth edited', many(30), editFirst(many(30), 3), false],
    ['more than a tenth edited', many(29), editFirst(many(29), 3), true],
    ['more than a tenth, but two rows', many(9), editFirst(many(9), 2), false],
    ['one mended typo in nine rows', many(9), editFirst(many(9), 1), false],
    ['more than a tenth removed', many(19), many(17), true],
    ['more than a tenth, but one row', many(9), many(8), false],
    ['exactly a tenth removed', many(20), many(18), false],
    ['every expectation edited', many(10), many(10, { expected: 'no' }), true],
    ['a critical row removed', [...many(99), critical], many(99), true],
    ['a critical row edited', [...many(99), critical], [...many(99), { ...critical, q: 1 }], true],
    ['a critical flag taken away', [...many(99), critical], [...many(99), { ...critical, critical: false }], true],
    ['a row made critical', [...many(99), { ...critical, critical: false }], [...many(99), critical], false],
    ['a column that nobody reads', many(10), many(10, { notes: 'seen by ann' }), false],
    ['a column that nobody reads edited', many(10, { notes: 'a' }), many(10, { notes: 'b' }), false],
    ['a column that nobody reads dropped', many(10, { notes: 'a' }), many(10), false],
  ])('need accepting where they take away: %s', (_, base, candidate, expected) => {
    const { sentence } = compare(base, candidate);
    expect(sentence?.includes('accept that with the label') ?? false).toBe(expected);
  });

  it('do not count a new column that the candidate reads, nor one that it stops reading', () => {
    const [base, candidate] = [many(10), many(10, { tone: 'formal' })];
    const by = readers({ candidate: ['q', 'tone'] });
    expect(compare(base, candidate, by)).toMatchObject({ edited: [], sentence: null });
    expect(compare(candidate, base, readers({ base: ['q', 'tone'] }))).toMatchObject({ edited: [], sentence: null });
  });

  it('count a dropped column that a check of main reads', () => {
    const base = many(10);
    const candidate = base.map(({ id, q }) => ({ id, q }) as JsonObject);
    expect(compare(base, candidate).sentence).toContain('10 of 10 rows edited');
  });

  describe('a renamed column', () => {
    const base = many(12);
    const rename = (rows: readonly JsonObject[]) => rows.map(({ q, ...row }) => ({ ...row, text: q }) as JsonObject);
    const by = readers({ candidate: ['text'] });

    it('is no edit: its values went over unchanged', () => {
      const changes = compare(base, rename(base), by);
      expect([...changes.renamed]).toEqual([['text', 'q']]);
      expect(changes).toMatchObject({ edited: [], sentence: null });
    });

    it('may differ in a row that is edited otherwise, and in no other', () => {
      const edited = editFirst(base, 1, { q: 'other', expected: 'no' });
      expect([...compare(base, rename(edited), by).renamed]).toEqual([['text', 'q']]);
      expect([...compare(base, rename(editFirst(base, 1)), by).renamed]).toEqual([]);
    });
  });

  it('are told in one sentence that says how to accept them', () => {
    const rows = [critical, ...many(9)];
    expect(compare(rows, rows.slice(1)).sentence).toBe(
      '1 of 10 rows removed; critical: c; accept that with the label prompt-assay:accept.',
    );
  });

  it('of no base rows are no change', () => {
    expect(compare([], many(2))).toMatchObject({ removed: [], sentence: null });
  });
});

describe('rows without ids', () => {
  const without = (rows: readonly JsonObject[]) => rows.map(({ id: _, ...row }) => row as JsonObject);

  it('pair by the columns that both sides have, under the id of the base', () => {
    const base = without(many(10));
    const changes = compare(
      base,
      base.map((row) => ({ ...row, tone: 'formal' })),
      readers({ candidate: ['q', 'tone'] }),
    );
    expect(changes).toMatchObject({ added: [], removed: [], edited: [], sentence: null });
    expect(changes.candidate.map(({ id }) => id)).toEqual(parse(base).map(({ id }) => id));
  });

  it.each([
    ['given', without(many(10)), many(10)],
    ['taken away', many(10), without(many(10))],
  ])('stay the same rows when ids are %s', (_, base, candidate) => {
    const changes = compare(base, candidate);
    expect(changes).toMatchObject({ added: [], removed: [], edited: [], sentence: null });
    expect(changes.candidate.map(({ id }) => id)).toEqual(parse(base).map(({ id }) => id));
  });

  it('pair equal rows first, so that a copy with one more column takes no partner away', () => {
    const base = [{ q: 'a', expected: 'yes' }];
    const changes = compare(base, [{ q: 'a', expected: 'yes', note: 'copy' }, ...base]);
    expect(changes.removed).toEqual([]);
    expect(changes.added.map(({ variables }) => variables.note)).toEqual(['copy']);
  });

  it('that have ids of their own do not pair, however alike they are', () => {
    const changes = compare([{ id: '1', q: 'a' }], [{ id: '2', q: 'a' }]);
    expect([changes.added.length, changes.removed.length]).toEqual([1, 1]);
  });

  it('stay removed and added where that is not one to one', () => {
    const base = [
      { q: 'a', n: 1 },
      { q: 'a', n: 2 },
    ];
    const changes = compare(
      base,
      base.map(({ q }) => ({ q, tone: 'x' })),
    );
    expect([changes.added.length, changes.removed.length]).toEqual([2, 2]);
    expect(changes.sentence).toMatch(/add ids\.$/);
  });
});
