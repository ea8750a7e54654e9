import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '../../../src/adapters/github/event.ts';
import { resolveCommits } from '../../../src/adapters/github/run-commits.ts';
import * as events from '../../helpers/fake-github/events.ts';
import { createWorld, type World } from './github-world.ts';

const none = { pr: null, headSha: null };
const resolve = (
  { client }: World,
  { payload, env }: events.TestEvent,
  inputs: Parameters<typeof resolveCommits>[2] = none,
) => resolveCommits(parseEvent(payload, env), client, inputs);
const pullOf = ({ github }: World) => github.pulls.get(3) ?? { number: 3, head: 'feature' };
const pullEvent = ({ pull }: World) => ({ number: 3, headSha: pull.head, baseSha: pull.base, sha: pull.merge });

describe('pull_request', () => {
  it('compares the test merge with its first parent, though main has moved on', async () => {
    const world = await createWorld();
    const { base, merge, head } = world.pull;
    const defaultTip = await world.repository.commit('main', { 'x.txt': 'x' });
    expect(await resolve(world, events.pullRequestEvent(pullEvent(world)))).toEqual({
      ...{
        base,
        decidingBase: base,
        candidate: merge,
        head,
        defaultTip,
        defaultBranch: 'main',
        baseBranch: 'main',
        prNumber: 3,
      },
      note: `Comparing the test merge ${merge} of pull request #3 (head ${head}) with its first parent ${base}.`,
    });
  });

  it("asks for GitHub's merge where GITHUB_SHA is no test merge of this head", async () => {
    const world = await createWorld();
    const { base, head, merge } = world.pull;
    const sides = await resolve(world, events.pullRequestEvent({ ...pullEvent(world), sha: head }));
    expect(sides).toMatchObject({ base, decidingBase: base, candidate: merge, head, prNumber: 3 });
  });

  it('falls back to head and merge base where the two conflict, and says so', async () => {
    const world = await createWorld();
    const { base, head } = world.pull;
    const tip = await world.repository.commit('main', { 'x.txt': 'x' });
    pullOf(world).conflicts = true;
    const sides = await resolve(world, events.pullRequestEvent({ ...pullEvent(world), sha: head }));
    expect(sides).toMatchObject({ base, decidingBase: tip, candidate: head, head, prNumber: 3 });
    expect(sides.note).toContain(`merge base ${base}, since GitHub has no merge of the two`);
    expect(sides.note).toContain(`settings come from ${tip}`);
  });

  it('does not use a test merge with the old base after a new one was chosen', async () => {
    const world = await createWorld();
    const side = await world.repository.commit('release', { 'r.txt': 'r' }, { from: 'main' });
    const stale = await world.repository.commit('dev', { 'd.txt': 'd' }, { from: 'main' });
    const { merge, head } = await world.repository.openPull(3, 'feature', 'dev');
    const event = { ...pullEvent(world), sha: merge, baseRef: 'release', action: 'edited', oldBase: 'dev' };
    const sides = await resolve(world, events.pullRequestEvent(event));
    expect(sides).toMatchObject({ base: world.pull.base, decidingBase: side, candidate: head });
    expect(sides.decidingBase).not.toBe(stale);
  });

  it.each([
    ['another head', { pr: null, headSha: 'f'.repeat(40) }, 'it has moved on since it was approved'],
    ['another pull request', { pr: 4, headSha: null }, 'this run belongs to pull request #3'],
  ])('refuses inputs that name %s', async (_name, inputs, expected) => {
    const world = await createWorld();
    await expect(resolve(world, events.pullRequestEvent(pullEvent(world)), inputs)).rejects.toThrow(expected);
  });
});

describe('other events', () => {
  it('pull_request_target: what GitHub would merge against its first parent, once GitHub has made it', async () => {
    const world = await createWorld();
    const tip = await world.repository.commit('main', { 'x.txt': 'x' });
    const { head, merge } = await world.repository.openPull(3, 'feature');
    pullOf(world).mergePolls = 3;
    const sides = await resolve(world, events.pullRequestTargetEvent({ ...pullEvent(world), sha: tip }));
    expect(sides).toMatchObject({ base: tip, decidingBase: tip, candidate: merge, head, prNumber: 3 });
  });

  it.each([
    ['GitHub never comes to an end with it', { mergePolls: 99 }],
    ['it conflicts', { conflicts: true }],
  ])('pull_request_target: head against merge base where %s', async (_, state) => {
    const world = await createWorld();
    const { base, head } = world.pull;
    const tip = await world.repository.commit('main', { 'x.txt': 'x' });
    await world.repository.git(['update-ref', 'refs/pull/3/merge', head]);
    Object.assign(pullOf(world), state);
    const sides = await resolve(world, events.pullRequestTargetEvent({ ...pullEvent(world), sha: tip }));
    expect(sides).toMatchObject({ base, decidingBase: tip, candidate: head, head, prNumber: 3 });
  });

  it('pull_request_target: no merge that GitHub made of an earlier head', async () => {
    const world = await createWorld();
    const { base, merge: earlier } = world.pull;
    await world.repository.commit('feature', { 'later.txt': 'x' });
    const { head } = await world.repository.openPull(3, 'feature');
    await world.repository.git(['update-ref', 'refs/pull/3/merge', earlier]);
    const event = events.pullRequestTargetEvent({ ...pullEvent(world), headSha: head, sha: base });
    expect(await resolve(world, event)).toMatchObject({ base, candidate: head, head });
  });

  it('merge_group: the group against its base, with the number of a single pull request', async () => {
    const world = await createWorld();
    const group = await world.repository.queuePull(3);
    const { baseSha: base, headSha: head } = group;
    const sides = await resolve(world, events.mergeGroupEvent(group));
    expect(sides).toMatchObject({ base, decidingBase: base, candidate: head, head, prNumber: 3 });
  });

  it('merge_group: no number where several pull requests are in it', async () => {
    const world = await createWorld();
    const group = await world.repository.queuePull(3);
    const headSha = await world.repository.commit(group.headRef.slice(11), { 'second.txt': 'x' });
    const sides = await resolve(world, events.mergeGroupEvent({ ...group, headSha }));
    expect(sides).toMatchObject({ base: group.baseSha, candidate: headSha, prNumber: null });
  });

  it.each(['push', 'dispatch'] as const)('%s on the default branch: nothing to compare', async (kind) => {
    const world = await createWorld();
    const sha = await world.repository.sha('main');
    const event = kind === 'push' ? events.pushEvent({ branch: 'main', sha }) : events.dispatchEvent({ sha });
    const sides = await resolve(world, event);
    expect(sides).toMatchObject({ base: sha, candidate: sha, defaultTip: sha, prNumber: null });
    expect(sides.note).toContain('Nothing to compare');
  });

  it.each(['push', 'dispatch'] as const)('%s on another branch: against the merge base', async (kind) => {
    const world = await createWorld();
    const tip = await world.repository.commit('main', { 'x.txt': 'x' });
    const at = { branch: 'feature', sha: world.pull.head };
    const sides = await resolve(world, kind === 'push' ? events.pushEvent(at) : events.dispatchEvent(at));
    const { base, head } = world.pull;
    expect(sides).toMatchObject({ base, decidingBase: tip, candidate: head, head, prNumber: null });
  });

  it('push that deletes a branch: nothing to compare', async () => {
    const world = await createWorld();
    const sides = await resolve(world, events.pushEvent({ branch: 'gone', sha: '0'.repeat(40) }));
    expect(sides.base).toBe(sides.candidate);
  });

  it('dispatch for a pull request: its head now, which must be the approved one', async () => {
    const world = await createWorld({ pulls: [{ number: 3, head: 'feature', fork: 'mallory/prompts' }] });
    const { base, head, merge } = world.pull;
    const event = events.dispatchEvent({ sha: base });
    const sides = await resolve(world, event, { pr: 3, headSha: head });
    expect(sides).toMatchObject({ base, candidate: merge, head, prNumber: 3 });
    await world.repository.commit('feature', { 'later.txt': 'x' });
    const later = (await world.repository.openPull(3, 'feature')).head;
    await expect(resolve(world, event, { pr: 3, headSha: head })).rejects.toThrow(
      `The head is ${later}, but the input \`head-sha\` is ${head}`,
    );
  });

  it('asks GitHub for the default branch where the payload is silent', async () => {
    const world = await createWorld();
    const sha = await world.repository.sha('main');
    const { env } = events.pushEvent({ branch: 'main', sha });
    expect(await resolve(world, { payload: {}, env })).toMatchObject({ defaultBranch: 'main', base: sha });
  });
});
