import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { findRoute, knownRoutes } from '../../../src/adapters/github/routes.ts';

const baseUrl = 'https://github.example/api/v3';
const folder = 'src/adapters/github';
const source = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

/** Every endpoint that a file of the adapter names, as octokit describes it. */
const called = [...new Set(source.flatMap((text) => text.match(/\brest\.\w+\.\w+/g) ?? []))].map((name) => {
  const [, group = '', method = ''] = name.split('.');
  const groups = new Octokit().rest as unknown as Record<string, Record<string, { endpoint: { DEFAULTS: Endpoint } }>>;
  return groups[group]?.[method]?.endpoint.DEFAULTS as Endpoint;
});
interface Endpoint {
  readonly method: string;
  readonly url: string;
}

it('describes the answer of every endpoint that is called, and of no other', () => {
  const found = called.map(({ method, url }) => findRoute(method, url, baseUrl).name);
  expect(new Set([...found, 'POST /graphql'])).toEqual(new Set(knownRoutes.map(({ name }) => name)));
  expect(() => findRoute('GET', '/repos/{owner}/{repo}/hooks', baseUrl)).toThrow(
    'no answer is described for GET /repos',
  );
});

it.each([
  ['the first page of a list', 'https://github.example/api/v3/repos/acme/prompts/issues/3/comments?per_page=100'],
  ['a page that GitHub links to', 'https://github.example/api/v3/repositories/17/issues/3/comments?page=2'],
])('knows the route of %s by its address', (_name, url) => {
  expect(findRoute('GET', url, baseUrl).name).toBe('GET repo/issues/*/comments');
});

it('tells a repository called `pulls` from a list of pull requests', () => {
  expect(findRoute('GET', '/repos/acme/pulls', 'https://api.github.com').name).toBe('GET repo');
});

it.each([
  ['https://api.github.com', '/graphql'],
  [baseUrl, 'https://github.example/api/graphql'],
])('knows the query API of %s', (base, url) => {
  expect(findRoute('POST', url, base)).toMatchObject({ name: 'POST /graphql', isRepeatable: true });
});

it('repeats what is the same when it comes twice, and no comment and no new branch', () => {
  const once = knownRoutes.filter(({ isRepeatable }) => !isRepeatable).map(({ name }) => name);
  expect(once).toEqual(['POST repo/issues/*/comments', 'POST repo/git/refs']);
});

describe('an answer of another shape', () => {
  // Of a comment that was removed nothing is read.
  const read = knownRoutes.filter(({ name }) => !name.startsWith('DELETE'));
  it.each(read)('is none of $name', ({ answer }) => {
    for (const other of [{}, { message: 'Not now' }, { data: {} }, [{}], [null], null, undefined, 'text', 7, true]) {
      expect(answer(other)).toMatch(/^`answer.*` is no (text|integer|boolean|hash|list|object)$/);
    }
  });

  it('is told by the place where it differs', () => {
    const { answer } = findRoute('GET', '/repos/{owner}/{repo}/git/trees/{tree_sha}', baseUrl);
    const entry = { path: 'a', mode: '100644', type: 'blob', sha: 'a'.repeat(40) };
    expect(answer({ tree: [entry, { ...entry, sha: 7 }], truncated: false })).toBe('`answer.tree[1].sha` is no hash');
    expect(answer({ tree: [entry] })).toBe('`answer.truncated` is no boolean');
    expect(answer({ tree: [], truncated: false })).toBeNull();
  });

  it.each(knownRoutes.filter(({ answer }) => answer([]) === null))('may be an empty list, of $name', ({ name }) => {
    expect(name).toMatch(/^DELETE |^GET .*(pulls|comments|labels|statuses|rules\/branches\/\*)$/);
  });
});
