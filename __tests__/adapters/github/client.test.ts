import { describe, expect, it } from '@jest/globals';
import { createGithubClient } from '../../../src/adapters/github/client.ts';
import { setStatus } from '../../../src/adapters/github/commit-status.ts';
import { explainFailure, GithubError } from '../../../src/adapters/github/github-error.ts';
import { listPullsOfHead, readPullRequest } from '../../../src/adapters/github/pull-request.ts';
import { maxRequests } from '../../../src/adapters/github/request-limits.ts';
import { ReadFault } from '../../../src/errors.ts';
import { failing, faults } from '../../helpers/fake-github/faults.ts';
import { createWorld } from './github-world.ts';

const log = { info() {}, warn() {}, progress() {} };
const head = 'a'.repeat(40);

describe('what a refusal says', () => {
  it.each([
    ['401 names the secret', { tokens: {} }, null, /refused the token `github-token` \(401\).*Check the secret/s],
    [
      '403 names the permission',
      {},
      faults.forbidden(),
      /does not let `github-token` read pull request #3.*Add `pull-requests: read`/s,
    ],
    ['404 names the thing', { pulls: [] }, null, /found no pull request #3/],
    [
      'a used-up limit names the time',
      {},
      faults.primaryLimit(3000),
      /rate limit for `github-token` is used up until \d\d:\d\d UTC/,
    ],
    [
      'a 502 says whose fault it is',
      {},
      faults.badGateway('before'),
      /GitHub answered 502 when asked to read pull request #3/,
    ],
    ['a cut connection says what to check', {}, faults.reset(), /127\.0\.0\.1:\d+ did not answer .*Check the network/s],
  ])('%s', async (_name, options, fault, expected) => {
    const { client, github } = await createWorld(options);
    if (fault !== null) github.fault = failing(/pulls/, fault, 99);
    const error = await readPullRequest(client, 3).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'GithubError', message: expect.stringMatching(expected) });
    expect(String((error as Error).message)).not.toContain('secret-token');
  });

  it('says so where nothing listens at all', async () => {
    const baseUrl = 'http://127.0.0.1:1';
    const client = await createGithubClient({
      ...{ token: 't', tokenName: 'github-token', owner: 'a', repo: 'b', baseUrl, log, msPerWaitSecond: 0 },
    });
    await expect(readPullRequest(client, 1)).rejects.toThrow(
      '127.0.0.1:1 did not answer when asked to read pull request #1',
    );
  });

  it('refuses an empty token before any request', async () => {
    const { connect } = await createWorld();
    await expect(connect({ token: '' })).rejects.toThrow('The token `github-token` is empty.');
  });
});

describe('retries', () => {
  it.each([
    ['a 502', faults.badGateway('before')],
    ['a cut connection', faults.reset()],
    ['an answer that ends in the middle', faults.truncated()],
    ['an answer that ends before its length', faults.cut()],
    ["a proxy's page in place of GitHub's answer", faults.page()],
    ['an answer of another shape', faults.misshapen({ message: 'Not now' })],
    ['a 409, which no read can cause', faults.conflict()],
    ['a secondary limit', faults.secondaryLimit(1)],
    ['a 429', faults.tooMany()],
    ['a primary limit that resets soon', faults.primaryLimit(1)],
  ])('reads again after %s', async (_name, fault) => {
    const { github, connect } = await createWorld();
    const client = await connect({ msPerWaitSecond: 10 });
    github.fault = failing(/pulls/, fault);
    expect((await readPullRequest(client, 3)).number).toBe(3);
    expect(github.requests).toHaveLength(2);
  });

  it('tells the log when it waits for a limit', async () => {
    const { github, connect, warnings } = await createWorld();
    const client = await connect({ msPerWaitSecond: 10 });
    github.fault = failing(/pulls/, faults.secondaryLimit(7));
    await readPullRequest(client, 3);
    expect(warnings).toEqual(["GitHub's secondary rate limit is reached; waiting 7 s."]);
  });

  it('repeats a status, which is the same when set twice', async () => {
    const { github, client, pull } = await createWorld();
    github.fault = failing(/statuses/, faults.badGateway('before'));
    const request = {
      sha: pull.head,
      state: 'pending',
      context: 'prompt-assay',
      description: 'x',
      targetUrl: null,
    } as const;
    expect(await setStatus(client, request)).toMatchObject({ status: 'set' });
  });
});

describe('a list that does not come whole', () => {
  it.each([
    [
      'truncated',
      faults.truncated(),
      'did not answer when asked to list the open pull requests (the answer is not JSON, or was cut off)',
    ],
    ['cut', faults.cut(), 'the answer is not JSON, or was cut off'],
    ['an object', faults.misshapen({ total_count: 0 }), "(the answer is none of GitHub's: `answer` is no list)"],
    ['of other things', faults.misshapen([{}]), "(the answer is none of GitHub's: `answer[0].number` is no integer)"],
    ['null', faults.misshapen(null), "(the answer is none of GitHub's: `answer` is no list)"],
    ['a page of a proxy', faults.page(), '(the answer is not JSON, or was cut off)'],
    ['refused with 409', faults.conflict(), 'did not answer when asked to list the open pull requests'],
    ['refused with 403', faults.forbidden(), 'does not let `github-token` list the open pull requests'],
  ])('%s: no empty list, but a fault', async (_name, fault, words) => {
    const { client, github } = await createWorld();
    github.fault = failing(/GET .*\/pulls$/, fault, 99);
    const reading = listPullsOfHead(client, head);
    await expect(reading).rejects.toBeInstanceOf(ReadFault);
    await expect(reading).rejects.toThrow(words);
  });
});

describe('the request limit', () => {
  it('stops the run with a sentence', async () => {
    const { client, github } = await createWorld();
    const asked = Array.from({ length: maxRequests + 5 }, () => listPullsOfHead(client, head));
    const failed = (await Promise.allSettled(asked)).filter((result) => result.status === 'rejected');
    expect(failed).toHaveLength(5);
    expect(String(failed[0]?.reason.message)).toMatch(/has made 300 requests to GitHub, the most it may make/);
    expect(github.requests).toHaveLength(maxRequests);
    expect(client.requestCount()).toBe(maxRequests);
  });
});

describe("GitHub's own words", () => {
  const token = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';
  it.each([
    ['as it is', token],
    ['in base64', Buffer.from(`x-access-token:${token}`).toString('base64')],
    ['in hex', Buffer.from(token).toString('hex')],
    ['all but its last letter', token.slice(0, -1)],
  ])('come without the token %s', (_name, text) => {
    const data = { message: `Bad ${text}.`, errors: [{ message: text }] };
    const thrown = Object.assign(new Error(text), { status: 422, response: { headers: {}, data } });
    const purpose = { action: 'read it', permission: 'contents: read', thing: 'it' };
    const error = explainFailure(thrown, purpose, { token, tokenName: 'github-token', host: 'github.com' });
    expect(error).toBeInstanceOf(GithubError);
    expect((error as GithubError).message).toContain('Bad ');
    expect(`${(error as GithubError).message} ${(error as GithubError).reason}`).not.toContain(text.slice(-20, -4));
  });
});
