import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { parseEvent, parseQueueRef, readEvent } from '../../../src/adapters/github/event.ts';
import * as events from '../../helpers/fake-github/events.ts';

const [headSha, baseSha, sha] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];
const pull = { number: 3, headSha, baseSha, sha };
const parse = ({ payload, env }: events.TestEvent) => parseEvent(payload, env);

describe('parseEvent', () => {
  it('reads a pull request with its place and run', () => {
    expect(
      parse(events.pullRequestEvent({ ...pull, action: 'labeled', label: 'x', sender: 'bea', draft: true })),
    ).toEqual({
      name: 'pull_request',
      action: 'labeled',
      owner: 'acme',
      repo: 'prompts',
      defaultBranch: 'main',
      ref: 'refs/pull/3/merge',
      sha,
      pullRequest: {
        ...{ number: 3, baseSha, baseRef: 'main', headSha, headRef: 'feature' },
        ...{ isFork: false, author: 'author', isDraft: true },
      },
      mergeGroup: null,
      label: 'x',
      sender: 'bea',
      isRetargeted: false,
      before: null,
      inputs: {},
      repositoryUrl: 'https://github.com/acme/prompts',
      runUrl: 'https://github.com/acme/prompts/actions/runs/42',
      runAttempt: 1,
    });
  });

  it.each([
    ['the same repository', undefined, false],
    ['a fork', 'mallory/prompts', true],
    ['a fork that was deleted', null, true],
  ])('a head in %s', (_name, fork, isFork) => {
    const event = events.pullRequestTargetEvent({ ...pull, ...(fork === undefined ? {} : { fork }) });
    expect(parse(event).pullRequest?.isFork).toBe(isFork);
  });

  it('tells a new base from another edit', () => {
    expect(parse(events.pullRequestEvent({ ...pull, action: 'edited', oldBase: 'dev' })).isRetargeted).toBe(true);
    expect(parse(events.pullRequestEvent({ ...pull, action: 'edited' })).isRetargeted).toBe(false);
  });

  it('reads a merge group and a dispatch', () => {
    const headRef = `refs/heads/gh-readonly-queue/main/pr-3-${baseSha}`;
    const group = parse(events.mergeGroupEvent({ baseSha, headSha, headRef }));
    expect(group).toMatchObject({ sha: headSha, pullRequest: null, mergeGroup: { baseSha, headSha, headRef } });
    expect(parse(events.dispatchEvent({ sha, inputs: { pr: '3' } }))).toMatchObject({
      inputs: { pr: '3' },
      mergeGroup: null,
    });
  });

  const { payload, env } = events.pullRequestEvent(pull);
  it.each([
    ['no object', [], env, 'it is no JSON object'],
    ['no pull request', {}, env, '`pull_request.number` is missing'],
    [
      'a head that is no commit',
      { pull_request: { number: 3, base: { sha: baseSha, ref: 'm' }, head: { sha: '$(id)' } } },
      env,
      '`pull_request.head.sha` is no commit id',
    ],
    ['no repository', payload, { ...env, GITHUB_REPOSITORY: '' }, 'The variable GITHUB_REPOSITORY is not set'],
    ['a repository without owner', payload, { ...env, GITHUB_REPOSITORY: 'prompts' }, 'not `owner/name`'],
    ['a SHA that is none', payload, { ...env, GITHUB_SHA: 'main' }, '`GITHUB_SHA` is no commit id'],
  ])('refuses %s', (_name, badPayload, badEnv, expected) => {
    expect(() => parseEvent(badPayload, badEnv)).toThrow(expected);
  });

  it('says where a branch was before a push, and nothing of one that is new', () => {
    const [sha, before] = ['a'.repeat(40), 'b'.repeat(40)];
    expect(parse(events.pushEvent({ branch: 'main', sha, before })).before).toBe(before);
    expect(parse(events.pushEvent({ branch: 'main', sha })).before).toBeNull();
    expect(() => parse(events.pushEvent({ branch: 'main', sha, before: 'HEAD~1' }))).toThrow(
      '`before` is no commit id',
    );
  });
});

describe('readEvent', () => {
  it('reads the file the runner wrote', async () => {
    const env = await events.writeEvent(events.pushEvent({ branch: 'main', sha }));
    expect(await readEvent(env)).toMatchObject({ name: 'push', ref: 'refs/heads/main', sha });
  });

  it('says so for a payload that is no JSON, a file that is not there, and outside Actions', async () => {
    const env = await events.writeEvent(events.pushEvent({ branch: 'main', sha }));
    await writeFile(env.GITHUB_EVENT_PATH ?? '', '{');
    await expect(readEvent(env)).rejects.toThrow('cannot be read. Run this as a step of a GitHub workflow.');
    await expect(readEvent({ ...env, GITHUB_EVENT_PATH: '/nowhere' })).rejects.toThrow('/nowhere cannot be read');
    await expect(readEvent({})).rejects.toThrow('use the command `prompt-assay run`');
  });
});

describe('parseQueueRef', () => {
  it.each([
    [`refs/heads/gh-readonly-queue/main/pr-104-${sha}`, { branch: 'main', number: 104 }],
    [`gh-readonly-queue/release/1.x/pr-7-${sha}`, { branch: 'release/1.x', number: 7 }],
    ['refs/heads/main', null],
    [`refs/heads/gh-readonly-queue/main/pr-x-${sha}`, null],
  ])('%s: %j', (ref, queue) => {
    expect(parseQueueRef(ref)).toEqual(queue);
  });
});
