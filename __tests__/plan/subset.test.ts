import { describe, expect, it } from '@jest/globals';
import { describePart, takePart } from '../../src/plan/subset.ts';
import { type StoryRow, someRows } from '../pipeline/story.ts';
import { aPlan, aSide } from './builders.ts';

const planOf = (rows: readonly StoryRow[]) => aPlan({ base: aSide('v1', rows), candidate: aSide('v2', rows) });
const idsOf = (ids: readonly string[], ...all: readonly (readonly StoryRow[])[]) =>
  takePart(all.map(planOf), { kind: 'named', ids }).map(({ prompts }) =>
    prompts.flatMap(({ cases }) => cases.map(({ id }) => id)),
  );

describe('cases by name', () => {
  it('are these and no others, each once, in the order of the dataset', () => {
    expect(idsOf(['q-003', 'q-001', 'q-003'], someRows(5))).toEqual([['q-001', 'q-003']]);
  });

  it('leave suites out that have none of them', () => {
    expect(idsOf(['q-007'], someRows(5), someRows(9))).toEqual([['q-007']]);
    expect(idsOf(['q-001'], someRows(5), someRows(9))).toEqual([['q-001'], ['q-001']]);
  });

  it('that no suite has are all named, with what was probably meant', () => {
    const take = () => idsOf(['q-01', 'nothing like it', 'q-002'], someRows(5));
    expect(take).toThrow(/No case that would run is called "q-01"\. Did you mean "q-00\d"\?/);
    expect(take).toThrow(/"nothing like it"\. Name the id of a row of a suite that the change touches\./);
    expect(take).not.toThrow(/"q-002"\./);
  });

  it.each([
    [{ kind: 'most', most: 1 }, 'at most 1 case a suite was asked'],
    [{ kind: 'most', most: 20 }, 'at most 20 cases a suite were asked'],
    [{ kind: 'named', ids: ['a', 'a'] }, 'only `a` was asked'],
    [{ kind: 'named', ids: ['a', 'b', 'c', 'd'] }, 'only `a`, `b`, `c` and 1 more were asked'],
  ] as const)('%j is said as: %s', (part, words) => {
    expect(describePart(part)).toBe(words);
  });
});
