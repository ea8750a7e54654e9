import { describe, expect, it } from '@jest/globals';
import { createGithubBranchStore } from '../../../src/adapters/github/branch-store.ts';
import type { GithubClient } from '../../../src/adapters/github/client.ts';
import { explainFailure } from '../../../src/adapters/github/github-error.ts';
import { moveTip } from '../../../src/adapters/github/move-tip.ts';
import { type Fault, failing, faults } from '../../helpers/fake-github/faults.ts';
import { createWorld, instantTiming } from './github-world.ts';

const branch = 'assay/baselines';
const identity = { token: 'secret', tokenName: 'github-token', host: 'api.github.com' };

/** Moves a branch of a GitHub that refuses with these words. */
function moveAgainst(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
  const refused = Object.assign(new Error(message), { status, response: { headers, data: { message } } });
  const attempt: GithubClient['attempt'] = async (purpose) => {
    throw explainFailure(refused, purpose, identity);
  };
  const client = { owner: 'acme', repo: 'prompts', tokenName: 'github-token', attempt } as GithubClient;
  return moveTip(client, branch, 'old', 'new');
}

describe('a branch that GitHub will not move after it took tree and commit', () => {
  it.each([
    [403, "You're not authorized to push to this branch. Visit https://docs.github.com for more information"],
    [403, 'Resource not accessible by integration'],
    [422, 'Cannot create ref due to creations being restricted'],
    [422, 'Cannot update this protected ref'],
    [422, 'Changes must be made through a pull request'],
    [422, 'Required status check "ci" is expected'],
    [422, 'Reference update failed'],
    [409, 'Repository rule violations found'],
  ])('is kept by a rule: %i %s', async (status, words) => {
    const moving = moveAgainst(status, words);
    const expected = `A branch rule of the repository keeps \`github-token\` from writing \`${branch}\` (${status}: ${words}).`;
    await expect(moving).rejects.toThrow(expected);
    await expect(moving).rejects.toThrow('`baseline-token`');
    await expect(moving).rejects.not.toThrow('contents: write');
  });

  it.each([401, 404])('is another matter with %i', async (status) => {
    await expect(moveAgainst(status, 'No')).rejects.not.toThrow('rule');
  });
});

describe('a branch that was surely not moved', () => {
  const limit = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800000030' };
  it.each([
    ['429', 429, 'Too many requests', { 'retry-after': '7' }, 7_000],
    ['429 alone', 429, 'Too many requests', {}, 0],
    ['a secondary limit', 403, 'You have exceeded a secondary rate limit.', { 'retry-after': '20' }, 20_000],
    ['a primary limit', 403, 'API rate limit exceeded', { ...limit, date: 'Fri, 15 Jan 2027 08:00:00 GMT' }, 30_000],
    ['a conflict', 409, 'Conflict', {}, 0],
    ['another writer', 422, 'Update is not a fast forward', {}, 0],
    ['another maker', 422, 'Reference already exists', {}, 0],
  ])('by %s may be moved again after the wait that was asked for', async (_name, status, words, headers, pauseMs) => {
    expect(await moveAgainst(status, words, headers)).toMatchObject({ outcome: 'again', pauseMs });
  });
});

it('a branch that another writer moved meanwhile is not moved over that writer', async () => {
  const { repository, client } = await createWorld();
  const tip = await repository.commit(branch, { 'a.txt': 'old' }, { from: null });
  const theirs = await repository.commit(branch, { 'a.txt': 'theirs' });
  expect(await moveTip(client, branch, tip, await repository.sha('feature'))).toMatchObject({ outcome: 'again' });
  expect(await repository.sha(branch)).toBe(theirs);
});

/** Writes a line on a branch of one, while the first moves of the branch go wrong. */
async function writeAgainst(fault: Fault, times = 1) {
  const world = await createWorld();
  await world.repository.commit(branch, { 'CHANGELOG.md': 'zero\n' }, { from: null });
  const timing = instantTiming();
  const store = createGithubBranchStore(await world.connect({ timing }));
  const moves = /PATCH .*\/git\/refs/;
  world.github.fault = failing(moves, fault, times);
  const lines = new Map([['CHANGELOG.md', 'one\n']]);
  const error: Error | null = await store.write(branch, new Map(), 'm', lines).then(
    () => null,
    (thrown) => thrown,
  );
  const text = await world.repository.show(branch, 'CHANGELOG.md');
  const tries = world.github.requests.filter(({ method, path }) => moves.test(`${method} ${path}`)).length;
  return { error, text, tries, waitedMs: timing.nowMs() };
}

describe('a write', () => {
  it.each([
    ['a limit', faults.secondaryLimit(20), 2],
    ['a conflict', faults.conflict(), 2],
    ['a connection reset before', faults.reset('before'), 2],
    ['a connection reset after', faults.reset('after'), 1],
  ])('outlives %s, and is made once', async (name, fault, wanted) => {
    const { error, text, tries, waitedMs } = await writeAgainst(fault);
    expect([error, text, tries]).toEqual([null, 'zero\none\n', wanted]);
    if (name === 'a limit') expect(waitedMs).toBe(20_000);
  });

  it('ends where GitHub asks for a wait of more than a minute', async () => {
    const { error, tries, waitedMs } = await writeAgainst(faults.secondaryLimit(61));
    expect(error?.message).toMatch(/could not be updated in 1 try\. The last one: GitHub's rate limit/);
    expect([tries, waitedMs]).toEqual([1, 0]);
  });

  it('whose last answer is doubtful is looked for once more', async () => {
    const world = await createWorld();
    let tries = 0;
    world.github.fault = ({ method, path }) => {
      if (method !== 'POST' || !path.endsWith('/git/refs')) return null;
      tries += 1;
      return faults.badGateway(tries === 30 ? 'after' : 'before');
    };
    await createGithubBranchStore(world.client).write(branch, new Map(), 'm', new Map([['CHANGELOG.md', 'one\n']]));
    expect(await world.repository.show(branch, 'CHANGELOG.md')).toBe('one\n');
    expect(tries).toBe(30);
  });
});
