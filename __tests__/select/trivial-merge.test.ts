import { describe, expect, it } from '@jest/globals';
import type { Tree } from '../../src/ports.ts';
import { isTrivialMerge } from '../../src/select/trivial-merge.ts';

/** A tree of files whose contents are told apart by one letter. */
const aTree = (files: Readonly<Record<string, string>>): Tree => ({
  commit: JSON.stringify(files),
  entries: new Map(Object.entries(files).map(([path, hash]) => [path, { path, mode: '100644', hash }])),
});

const base = aTree({ kept: 'a', mine: 'a', yours: 'a', gone: 'a' });
const ours = aTree({ kept: 'a', mine: 'b', yours: 'a', gone: 'a', new: 'n' });
const theirs = aTree({ kept: 'a', mine: 'a', yours: 'c' });
const merged = { kept: 'a', mine: 'b', yours: 'c', new: 'n' };

describe('a merge of the base branch', () => {
  it('is trivial where each file is what one side made of it', () => {
    expect(isTrivialMerge({ base, ours, theirs, merged: aTree(merged) })).toBe(true);
  });

  it.each([
    ['a file of ours is another', { ...merged, mine: 'x' }],
    ['a file of theirs is as it was', { ...merged, yours: 'a' }],
    ['a file that nobody touched is another', { ...merged, kept: 'x' }],
    ['a file that they removed is there', { ...merged, gone: 'a' }],
    ['a file is added', { ...merged, extra: 'x' }],
    ['a file of ours is missing', { kept: 'a', mine: 'b', yours: 'c' }],
  ])('is not where %s', (_what, files) => {
    expect(isTrivialMerge({ base, ours, theirs, merged: aTree(files) })).toBe(false);
  });

  it('is not where both sides changed a file, whatever came of it', () => {
    const trees = { base: aTree({ f: 'a' }), ours: aTree({ f: 'b' }), theirs: aTree({ f: 'c' }) };
    for (const f of ['b', 'c', 'd']) expect(isTrivialMerge({ ...trees, merged: aTree({ f }) })).toBe(false);
    expect(isTrivialMerge({ ...trees, theirs: aTree({ f: 'b' }), merged: aTree({ f: 'b' }) })).toBe(true);
  });

  it('is not where a file became a link', () => {
    const link = { path: 'f', mode: '120000', hash: 'a' };
    const same = aTree({ f: 'a' });
    const tree = { commit: 'link', entries: new Map([['f', link]]) };
    expect(isTrivialMerge({ base: same, ours: same, theirs: same, merged: tree })).toBe(false);
  });
});
