import { describe, expect, it } from '@jest/globals';
import { readStatuses, setStatus } from '../../../src/adapters/github/commit-status.ts';
import { hasWritePermission, readPullRequest } from '../../../src/adapters/github/pull-request.ts';
import { readOnlyToken } from '../../helpers/fake-github/state.ts';
import { createWorld } from './github-world.ts';

describe('readPullRequest', () => {
  it.each([
    ['of this repository', null, 'acme/prompts', false],
    ['of a fork', 'mallory/prompts', 'mallory/prompts', true],
  ])('tells a head %s', async (_name, fork, headRepository, isFork) => {
    const { client, pull } = await createWorld({
      pulls: [{ number: 3, head: 'feature', author: 'mallory', draft: true, fork, labels: ['one', 'two'] }],
    });
    expect(await readPullRequest(client, 3)).toEqual({
      number: 3,
      state: 'open',
      isDraft: true,
      author: 'mallory',
      baseRef: 'main',
      baseSha: pull.base,
      headRef: 'feature',
      headSha: pull.head,
      headRepository,
      isFork,
      labels: ['one', 'two'],
    });
  });
});

describe('hasWritePermission', () => {
  it.each([
    ['admin', true],
    ['write', true],
    ['read', false],
    ['nobody', false],
  ] as const)('%s: %s', async (user, expected) => {
    const { client } = await createWorld({ collaborators: { admin: 'admin', write: 'write', read: 'read' } });
    expect(await hasWritePermission(client, user)).toBe(expected);
  });
});

describe('statuses', () => {
  const context = 'prompt-assay';

  it('reads back one context, newest first', async () => {
    const { client, pull } = await createWorld();
    const base = { sha: pull.head, context, targetUrl: 'https://github.com/acme/prompts/actions/runs/42' };
    await setStatus(client, { ...base, state: 'pending', description: 'running' });
    await setStatus(client, { ...base, state: 'failure', description: 'other', context: 'other' });
    await setStatus(client, { ...base, state: 'success', description: 'no regression found' });
    expect(await readStatuses(client, pull.head, context)).toEqual([
      {
        state: 'success',
        description: 'no regression found',
        targetUrl: base.targetUrl,
        creator: 'github-actions[bot]',
      },
      { state: 'pending', description: 'running', targetUrl: base.targetUrl, creator: 'github-actions[bot]' },
    ]);
  });

  it('cuts a description at the 140 characters GitHub takes', async () => {
    const { client, github, pull } = await createWorld();
    const description = 'é'.repeat(200);
    const request = { sha: pull.head, state: 'success', context, description, targetUrl: null } as const;
    expect(await setStatus(client, request)).toMatchObject({ status: 'set' });
    expect(github.statuses[0]?.description).toBe(`${'é'.repeat(139)}…`);
  });

  it('returns the missing permission as a sentence', async () => {
    const { client, pull } = await createWorld({ tokens: { 'secret-token': readOnlyToken } });
    const request = { sha: pull.head, state: 'success', context, description: 'x', targetUrl: null } as const;
    const result = await setStatus(client, request);
    expect(result).toMatchObject({ status: 'refused', reason: expect.stringContaining('Add `statuses: write`') });
  });
});
