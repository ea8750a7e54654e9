import { describe, expect, it } from '@jest/globals';
import { findComment, listRecentComments, upsertComment } from '../../../src/adapters/github/comment.ts';
import { renderMarker } from '../../../src/report/marker.ts';
import { failing, faults } from '../../helpers/fake-github/faults.ts';
import { actionsToken, type FakeComment, readOnlyToken } from '../../helpers/fake-github/state.ts';
import { createWorld } from './github-world.ts';

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
    expect(await upsertComment(client, { ...request, body: `${marker}\nfirst` })).toMatchObject({ status: 'created' });
    expect(await upsertComment(client, { ...request, body: `${marker}\nsecond` })).toMatchObject({ status: 'updated' });
    expect(github.comments.slice(2).map(({ body }) => body)).toEqual([`${marker}\nsecond`]);
  });

  it('finds it past the first page of a hundred', async () => {
    const comments = [...chatter(240), comment(999, `${marker}\nold`)];
    const { client, github, pull } = await createWorld({ comments });
    await upsertComment(client, { number: 3, marker, headSha: pull.head, body: `${marker}\nnew`, create: true });
    expect(github.comments).toHaveLength(241);
    expect(github.comments.at(-1)?.body).toBe(`${marker}\nnew`);
  });

  it.each([
    ['a person who copied the marker', comment(1, `${marker}\nfake`, stranger)],
    ['a bot that quotes the marker', comment(1, `> ${marker}\nquote`)],
    ['the comment of another config', comment(1, `${renderMarker('other.yml')}\nother`)],
  ])('leaves alone %s', async (_name, other) => {
    const { client, github, pull } = await createWorld({ comments: [other] });
    await upsertComment(client, { number: 3, marker, headSha: pull.head, body: `${marker}\nours`, create: true });
    expect(github.comments.map(({ body }) => body)).toEqual([other.body, `${marker}\nours`]);
  });

  it.each([
    ['an App in the name of a user', comment(7, `${marker}\nold`, stranger, true), actionsToken],
    ['the user whose personal token we have', comment(7, `${marker}\nold`, stranger), { ...actionsToken, ...stranger }],
  ])('takes the comment of %s for ours', async (_name, ours, token) => {
    const { client, github, pull } = await createWorld({ comments: [ours], tokens: { 'secret-token': token } });
    await upsertComment(client, { number: 3, marker, headSha: pull.head, body: `${marker}\nnew`, create: true });
    expect(github.comments.map(({ body }) => body)).toEqual([`${marker}\nnew`]);
  });

  it('updates the oldest of several and touches no other', async () => {
    const comments = [comment(5, `${marker}\na`), comment(6, `${marker}\nb`)];
    const { client, github, pull } = await createWorld({ comments });
    await upsertComment(client, { number: 3, marker, headSha: pull.head, body: `${marker}\nnew`, create: true });
    expect(github.comments.map(({ body }) => body)).toEqual([`${marker}\nnew`, `${marker}\nb`]);
  });

  it.each([
    ['502 after applying', faults.badGateway('after')],
    ['502 before applying', faults.badGateway('before')],
    ['a connection cut after applying', faults.reset('after')],
  ])('never doubles: %s', async (_name, fault) => {
    const { client, github, pull } = await createWorld();
    github.fault = failing(/^POST .*\/comments/, fault);
    const published = await upsertComment(client, {
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
    expect(await upsertComment(client, request)).toEqual({ status: 'absent' });
    expect(github.comments).toEqual([]);
  });

  it('does not replace the comment of a newer head', async () => {
    const { client, github, pull, repository } = await createWorld({ comments: [comment(5, `${marker}\nnewer`)] });
    const newHead = await repository.commit('feature', { 'x.txt': 'x' });
    await repository.openPull(3, 'feature');
    const published = await upsertComment(client, {
      number: 3,
      marker,
      headSha: pull.head,
      body: `${marker}\nolder`,
      create: true,
    });
    expect(published).toMatchObject({ status: 'stale', reason: expect.stringContaining(newHead) });
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
    const published = await upsertComment(client, {
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

describe('findComment', () => {
  it('gives back the body as it was written, hidden lines included', async () => {
    const { client, pull } = await createWorld();
    const body = 'table\n<!-- prompt-assay:record {"verdict":"pass"} -->\n';
    await upsertComment(client, { number: 3, marker, headSha: pull.head, body: `${marker}\n${body}`, create: true });
    expect((await findComment(client, 3, marker))?.body).toBe(`${marker}\n${body}`);
  });

  it('is null where there is none', async () => {
    const { client } = await createWorld();
    expect(await findComment(client, 3, marker)).toBeNull();
  });
});

describe('listRecentComments', () => {
  it('lists what bots and Apps wrote, the newest first, with the pull request it stands on', async () => {
    const comments = [
      comment(1, 'by a bot'),
      comment(2, 'by a person', stranger),
      comment(3, 'by an App', stranger, true),
    ];
    const { client, github } = await createWorld({ comments });
    expect(await listRecentComments(client)).toEqual([
      { number: 3, body: 'by an App' },
      { number: 3, body: 'by a bot' },
    ]);
    expect(github.violations).toEqual([]);
  });
});
