import { describe, expect, it } from '@jest/globals';
import type { GithubClient } from '../../../src/adapters/github/client.ts';
import {
  type CommentRequest,
  findComments,
  listRecentComments,
  upsertComment,
} from '../../../src/adapters/github/comment.ts';
import { createSelf } from '../../../src/adapters/github/self.ts';
import { renderMarker } from '../../../src/report/comment/marker.ts';
import { failing, faults } from '../../helpers/fake-github/faults.ts';
import { actionsToken, type FakeComment, readOnlyToken } from '../../helpers/fake-github/state.ts';
import { createWorld } from './github-world.ts';

/** Publishes a body as a run does that knows nothing yet. */
const upsert = (
  client: GithubClient,
  { body, ...request }: Omit<CommentRequest, 'render'> & { readonly body: string },
) => upsertComment(client, createSelf(client, null), { ...request, render: () => body });
const find = async (client: GithubClient, named: string | null = null) =>
  (await findComments(client, createSelf(client, named), 3, marker)).own[0] ?? null;

const marker = renderMarker('prompt-assay.yml');
const bot = { login: 'github-actions[bot]', type: 'Bot' } as const;
const stranger = { login: 'mallory', type: 'User' } as const;
const comment = (id: number, body: string, user: FakeComment['user'] = bot, byApp = false): FakeComment => ({
  ...{ id, issue: 3, user, body, byApp },
});
const chatter = (count: number) =>
  Array.from({ length: count }, (_, index) => comment(index + 1, `talk ${index}`, stranger));

describe('upsertComment', () => {
  it('creates one comment and then updates it in place', async () => {
    const { client, github, pull } = await createWorld({ comments: chatter(2) });
    const request = { number: 3, marker, headSha: pull.head, create: true };
    expect(await upsert(client, { ...request, body: `${marker}\nfirst` })).toMatchObject({ status: 'created' });
    expect(await upsert(client, { ...request, body: `${marker}\nsecond` })).toMatchObject({ status: 'updated' });
    expect(github.comments.slice(2).map(({ body }) => body)).toEqual([`${marker}\nsecond`]);
  });

  it('finds it past the first page of a hundred', async () => {
    const comments = [...chatter(240), comment(999, `${marker}\nold`)];
    const { client, github, pull } = await createWorld({ comments });
    await upsert(client, { number: 3, marker, headSha: pull.head, body: `${marker}\nnew`, create: true });
    expect(github.comments).toHaveLength(241);
    expect(github.comments.at(-1)?.body).toBe(`${marker}\nnew`);
  });

  it.each([
    ['a person who copied the marker', comment(1, `${marker}\nfake`, stranger)],
    ['a bot that quotes the marker', comment(1, `> ${marker}\nquote`)],
    ['the comment of another config', comment(1, `${renderMarker('other.yml')}\nother`)],
  ])('leaves alone %s', async (_name, other) => {
    const { client, github, pull } = await createWorld({ comments: [other] });
    await upsert(client, { number: 3, marker, headSha: pull.head, body: `${marker}\nours`, create: true });
    expect(github.comments.map(({ body }) => body)).toEqual([other.body, `${marker}\nours`]);
  });

  it('takes the comment of the user whose personal token we have for ours', async () => {
    const ours = comment(7, `${marker}\nold`, stranger);
    const tokens = { 'secret-token': { ...actionsToken, ...stranger } };
    const { client, github, pull } = await createWorld({ comments: [ours], tokens });
    await upsert(client, { number: 3, marker, headSha: pull.head, body: `${marker}\nnew`, create: true });
    expect(github.comments.map(({ body }) => body)).toEqual([`${marker}\nnew`]);
  });

  it.each([
    ['an App in the name of a user', comment(7, `${marker}\nforged`, stranger, true), actionsToken],
    [
      'an App in the name of our own user',
      comment(7, `${marker}\nforged`, stranger, true),
      { ...actionsToken, ...stranger },
    ],
    ['another bot', comment(7, `${marker}\nforged`, { login: 'welcome[bot]', type: 'Bot' }), actionsToken],
  ])('neither reads nor edits the comment of %s', async (_name, forged, token) => {
    const { client, github, pull } = await createWorld({ comments: [forged], tokens: { 'secret-token': token } });
    expect(await find(client)).toBeNull();
    await upsert(client, { number: 3, marker, headSha: pull.head, body: `${marker}\nours`, create: true });
    expect(github.comments.map(({ body }) => body)).toEqual([forged.body, `${marker}\nours`]);
  });

  it('finds the comment of an App whose name it was given', async () => {
    const app = { login: 'my-app[bot]', type: 'Bot' } as const;
    const { client } = await createWorld({
      comments: [comment(7, `${marker}\nold`, app)],
      tokens: { 'secret-token': { ...actionsToken, ...app } },
    });
    expect(await find(client)).toBeNull();
    expect(await find(client, app.login)).toMatchObject({ id: 7 });
  });

  it('says who wrote what carries the marker and is not ours', async () => {
    const { client } = await createWorld({ comments: [comment(7, `${marker}\nforged`, stranger)] });
    const { own, strangers } = await findComments(client, createSelf(client, null), 3, marker);
    expect({ own, strangers }).toEqual({ own: [], strangers: ['mallory'] });
  });

  it('updates the oldest of several of ours and removes the others', async () => {
    const foreign = comment(4, `${marker}\nforged`, stranger);
    const comments = [foreign, comment(6, `${marker}\nb`), comment(5, `${marker}\na`)];
    const { client, github, pull } = await createWorld({ comments });
    await upsert(client, { number: 3, marker, headSha: pull.head, body: `${marker}\nnew`, create: true });
    expect(github.comments.map(({ id, body }) => [id, body])).toEqual([
      [4, foreign.body],
      [5, `${marker}\nnew`],
    ]);
  });

  it('leaves one comment where several runs post at the same moment', async () => {
    const { github, pull, connect } = await createWorld();
    const clients = await Promise.all([connect(), connect(), connect()]);
    // Every run has looked and found none before the first of them posts.
    let looked = 0;
    let release = () => {};
    const all = new Promise<void>((resolve) => {
      release = resolve;
    });
    const render = (name: string) => (existing: string | null) =>
      `${marker}\n${existing === null ? '' : 'again '}${name}`;
    await Promise.all(
      clients.map((client, index) => {
        const paused: GithubClient = {
          ...client,
          attempt: async (purpose, run) => {
            const answer = await client.attempt(purpose, run);
            if (purpose.action.startsWith('read the comments') && looked < clients.length) {
              looked += 1;
              if (looked === clients.length) release();
              await all;
            }
            return answer;
          },
        };
        const request = { number: 3, marker, headSha: pull.head, create: true };
        return upsertComment(paused, createSelf(client, null), { ...request, render: render(`run ${index}`) });
      }),
    );
    expect(github.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/comments'))).toHaveLength(
      3,
    );
    expect(github.comments).toHaveLength(1);
  });

  it.each([
    ['502 after applying', faults.badGateway('after')],
    ['502 before applying', faults.badGateway('before')],
    ['a connection cut after applying', faults.reset('after')],
  ])('never doubles: %s', async (_name, fault) => {
    const { client, github, pull } = await createWorld();
    github.fault = failing(/^POST .*\/comments/, fault);
    const published = await upsert(client, {
      number: 3,
      marker,
      headSha: pull.head,
      body: `${marker}\nours`,
      create: true,
    });
    expect(['created', 'updated']).toContain(published.status);
    expect(github.comments.map(({ body }) => body)).toEqual([`${marker}\nours`]);
  });

  it('does not create what it was told only to update', async () => {
    const { client, github, pull } = await createWorld();
    const request = { number: 3, marker, headSha: pull.head, body: `${marker}\nfolded`, create: false };
    expect(await upsert(client, request)).toEqual({ status: 'absent' });
    expect(github.comments).toEqual([]);
  });

  it('does not replace the comment of a newer head', async () => {
    const { client, github, pull, repository } = await createWorld({ comments: [comment(5, `${marker}\nnewer`)] });
    const newHead = await repository.commit('feature', { 'x.txt': 'x' });
    await repository.openPull(3, 'feature');
    const published = await upsert(client, {
      number: 3,
      marker,
      headSha: pull.head,
      body: `${marker}\nolder`,
      create: true,
    });
    expect(published).toMatchObject({ status: 'stale', reason: expect.stringContaining(newHead.slice(0, 12)) });
    expect(github.comments.map(({ body }) => body)).toEqual([`${marker}\nnewer`]);
  });
});

describe('a comment that cannot be published is a value, not a throw', () => {
  it.each([
    ['read-only token', { tokens: { 'secret-token': readOnlyToken } }, null, 'Add `pull-requests: write`'],
    [
      'locked conversation',
      { pulls: [{ number: 3, head: 'feature', locked: true }] },
      null,
      'Unlock the conversation.',
    ],
    ['missing scope', {}, faults.missingScope(), 'found no pull request #3'],
    ['outage', {}, faults.badGateway('before'), 'GitHub answered 502 when asked to post the comment'],
    ['body too long', {}, null, 'Body is too long (maximum is 65536 characters)'],
  ])('%s', async (name, options, fault, expected) => {
    const { client, github, pull } = await createWorld(options);
    if (fault !== null) github.fault = failing(/^POST/, fault, 99);
    const body = name === 'body too long' ? 'x'.repeat(70_000) : 'ours';
    const published = await upsert(client, {
      number: 3,
      marker,
      headSha: pull.head,
      body: `${marker}\n${body}`,
      create: true,
    });
    expect(published).toMatchObject({ status: 'refused', reason: expect.stringContaining(expected) });
    expect(github.comments).toEqual([]);
  });
});

describe('findComments', () => {
  it('gives back the body as it was written, hidden lines included', async () => {
    const { client, pull } = await createWorld();
    const body = 'table\n<!-- prompt-assay:record {"verdict":"pass"} -->\n';
    await upsert(client, { number: 3, marker, headSha: pull.head, body: `${marker}\n${body}`, create: true });
    expect((await find(client))?.body).toBe(`${marker}\n${body}`);
  });

  it('is null where there is none', async () => {
    const { client } = await createWorld();
    expect(await find(client)).toBeNull();
  });
});

describe('listRecentComments', () => {
  it('lists what we wrote, the newest first, with the pull request it stands on', async () => {
    const comments = [
      comment(1, 'by a bot'),
      comment(2, 'by a person', stranger),
      comment(3, 'by an App', stranger, true),
      { ...comment(4, 'by us on another'), issue: 9 },
    ];
    const { client, github } = await createWorld({ comments });
    expect(await listRecentComments(client, createSelf(client, null))).toEqual({
      comments: [
        { number: 9, body: 'by us on another' },
        { number: 3, body: 'by a bot' },
      ],
      isWhole: true,
    });
    expect(github.violations).toEqual([]);
  });

  it('says where there may be more than a page', async () => {
    const comments = Array.from({ length: 100 }, (_, index) => comment(index + 1, 'by a bot'));
    const { client } = await createWorld({ comments });
    expect(await listRecentComments(client, createSelf(client, null))).toMatchObject({ isWhole: false });
  });
});
