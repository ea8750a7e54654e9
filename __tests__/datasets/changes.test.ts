import { describe, expect, it } from '@jest/globals';
import { compareDatasets } from '../../src/datasets/changes.ts';
import { parseRows } from '../../src/datasets/rows.ts';
import type { JsonObject } from '../../src/json.ts';

const parse = (rows: readonly JsonObject[]) =>
  parseRows(rows.map((values) => ({ values, where: { path: 'a', line: null, column: null } }))).cases;
const many = (count: number): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, q: 'x' }));
const editFirst = (rows: readonly JsonObject[], count: number) =>
  rows.map((row, index) => (index < count ? { ...row, q: 'y' } : row));

describe('the changes of a dataset', () => {
  it('are found by id', () => {
    const base = parse([{ id: 'a' }, { id: 'b', q: 1 }, { id: 'c' }]);
    const changes = compareDatasets(base, parse([{ id: 'd' }, { id: 'b', q: 2 }, { id: 'a' }]));
    expect(changes.kept.map((pair) => pair.base.id)).toEqual(['a', 'b']);
    expect(changes.edited.map((pair) => pair.candidate.variables.q)).toEqual([2]);
    expect(changes.added.map(({ id }) => id)).toEqual(['d']);
    expect(changes.removed.map(({ id }) => id)).toEqual(['c']);
    expect(changes.share).toBeCloseTo(2 / 3);
  });

  it.each<[string, JsonObject[], JsonObject[], boolean]>([
    ['nothing', many(10), many(10), false],
    ['another order', many(10), many(10).toReversed(), false],
    ['only new rows', many(10), many(30), false],
    ['exactly a tenth edited', many(10), editFirst(many(10), 1), false],
    ['more than a tenth edited', many(19), editFirst(many(19), 2), true],
    ['more than a tenth removed', many(19), many(17), true],
    ['a critical row removed', [...many(99), { id: 'c', critical: true }], many(99), true],
    [
      'a critical row edited',
      [...many(99), { id: 'c', critical: true }],
      [...many(99), { id: 'c', critical: true, q: 1 }],
      true,
    ],
    ['a critical flag taken away', [...many(99), { id: 'c', critical: true }], [...many(99), { id: 'c' }], true],
    ['a row made critical', [...many(99), { id: 'c' }], [...many(99), { id: 'c', critical: true }], false],
  ])('need accepting where they take away: %s', (_, base, candidate, expected) => {
    const { needsAccept, sentence } = compareDatasets(parse(base), parse(candidate));
    expect(needsAccept).toBe(expected);
    expect(sentence?.startsWith('the dataset changed; accept it') ?? false).toBe(expected);
  });

  it('are told in one sentence', () => {
    const rows = [{ id: 'c', critical: true }, ...many(9)];
    expect(compareDatasets(parse(rows), parse(rows.slice(1))).sentence).toBe(
      'the dataset changed; accept it (1 of 10 rows removed, 0 edited; critical: c).',
    );
  });

  it('recommend an id column where an edit renamed rows', () => {
    const base = parse([{ q: 1 }, { q: 2 }]);
    expect(
      compareDatasets(
        base,
        parse([
          { q: 1, tag: '' },
          { q: 2, tag: '' },
        ]),
      ).sentence,
    ).toMatch(/add ids\.$/);
  });

  it('of no base rows are no change', () => {
    expect(compareDatasets([], parse(many(2)))).toMatchObject({ share: 0, needsAccept: false, sentence: null });
  });
});
