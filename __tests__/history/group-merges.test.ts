import { describe, expect, it } from '@jest/globals';
import { groupMerges, type MainCommit } from '../../src/history/group-merges.ts';

const pull = (number: number, mergeCommit: string | null) => {
  return { number, title: `change ${number}`, headSha: `head-${number}`, mergeCommit };
};
const commit = (sha: string, parent: string | null, pulls: MainCommit['pulls'] = []): MainCommit => {
  return { sha, parent, date: '2026-11-20T10:00:00+02:00', pulls };
};
const group = (...commits: readonly MainCommit[]) =>
  groupMerges(commits).map(({ commit: sha, base, pull: own }) => [base, sha, own?.number ?? null]);

describe('the changes of a push', () => {
  it('are one for each pull request, the oldest first, each from where main was', () => {
    expect(group(commit('c', 'b', [pull(2, 'c')]), commit('b', 'a', [pull(1, 'b')]))).toEqual([
      ['a', 'b', 1],
      ['b', 'c', 2],
    ]);
  });

  it('take what a rebase put below the merge with it', () => {
    expect(group(commit('c', 'b', [pull(1, 'c')]), commit('b', 'a', [pull(1, 'c')]))).toEqual([['a', 'c', 1]]);
  });

  it('are one for what came without a pull request', () => {
    expect(group(commit('c', 'b'), commit('b', 'a'))).toEqual([['a', 'c', null]]);
    expect(group(commit('a', null))).toEqual([[null, 'a', null]]);
  });

  it('name no pull request whose merge is another commit', () => {
    expect(group(commit('b', 'a', [pull(1, 'x'), pull(2, null)]))).toEqual([['a', 'b', null]]);
  });

  it('mix none of several pull requests that a commit came with', () => {
    expect(
      group(commit('c', 'b', [pull(1, 'x'), pull(2, 'c')]), commit('b', 'a', [pull(3, 'b'), pull(2, 'c')])),
    ).toEqual([
      ['a', 'b', 3],
      ['b', 'c', 2],
    ]);
  });

  it('have their time in UTC', () => {
    expect(groupMerges([commit('a', null)])).toMatchObject([{ date: '2026-11-20T08:00:00.000Z' }]);
  });
});
