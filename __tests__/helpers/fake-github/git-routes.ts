import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gitText, type TestGit } from './git.ts';
import { type Answer, type Call, created, notFound, ok, type Route, refuse } from './route.ts';
import type { State } from './state.ts';

const root = '/repos/{owner}/{repo}';
const person = { name: 'Ada', email: 'ada@example.com', date: '2026-01-01T00:00:00Z' };

/** Trees, blobs, commits and refs, served from the real repository. */
export const gitRoutes: readonly Route[] = [
  { method: 'GET', path: `${root}/git/trees/{tree_sha}`, scope: 'contents', handle: readTree },
  { method: 'POST', path: `${root}/git/trees`, scope: 'contents', handle: createTree },
  { method: 'GET', path: `${root}/git/blobs/{file_sha}`, scope: 'contents', handle: readBlob },
  { method: 'POST', path: '/graphql', scope: 'contents', isQuery: true, handle: queryTexts },
  { method: 'POST', path: `${root}/git/blobs`, scope: 'contents', handle: createBlob },
  { method: 'GET', path: `${root}/git/commits/{commit_sha}`, scope: 'contents', handle: readCommit },
  { method: 'POST', path: `${root}/git/commits`, scope: 'contents', handle: createCommit },
  { method: 'GET', path: `${root}/git/ref/{ref}`, scope: 'contents', handle: readRef },
  { method: 'POST', path: `${root}/git/refs`, scope: 'contents', handle: createRef },
  { method: 'PATCH', path: `${root}/git/refs/{ref}`, scope: 'contents', handle: updateRef },
  { method: 'GET', path: `${root}/compare/{basehead}`, scope: 'contents', handle: compare },
  { method: 'GET', path: `${root}/commits/{ref}`, scope: 'contents', handle: readFullCommit },
];

/** The object id of an expression, or null. */
export function find(git: TestGit, expression: string): Promise<string | null> {
  return gitText(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', expression]).then(
    (hash) => hash.split('\n').at(-1) ?? null,
    () => null,
  );
}

async function readTree({ git, treeLimit }: State, { params, query, url }: Call): Promise<Answer> {
  const hash = await find(git, `${params.tree_sha}^{tree}`);
  if (hash === null) return notFound;
  const flags = query.has('recursive') ? ['-r', '-t'] : [];
  const listing = (await git(['ls-tree', '-z', '-l', ...flags, hash])).toString('utf8');
  const lines = listing.split('\0').filter((line) => line !== '');
  const tree = lines.slice(0, treeLimit).map((line) => {
    const [head = '', path = ''] = line.split('\t');
    const [mode, type, sha, size] = head.split(/ +/);
    return { path, mode, type, sha, ...(type === 'blob' ? { size: Number(size) } : {}), url: `${url}/thing/${sha}` };
  });
  return ok({ sha: hash, url: `${url}/trees/${hash}`, tree, truncated: lines.length > treeLimit });
}

let indexNumber = 0;

async function createTree({ git }: State, { body, url }: Call): Promise<Answer> {
  indexNumber += 1;
  const env = { GIT_INDEX_FILE: `fake-index-${process.pid}-${indexNumber}` };
  try {
    await git(['read-tree', body.base_tree ?? '--empty'], { env });
  } catch {
    return refuse(422, 'base_tree is not a valid tree oid');
  }
  let lines = '';
  for (const entry of body.tree as readonly { path: string; mode: string; sha?: string | null; content?: string }[]) {
    if (entry.sha === null) {
      const known = await gitText(git, ['ls-files', '--', `:(literal)${entry.path}`], { env });
      if (known === '') return refuse(422, 'GitRPC::BadObjectState');
      lines += `0 ${'0'.repeat(40)}\t${entry.path}\0`;
      continue;
    }
    if ((entry.sha === undefined) === (entry.content === undefined)) return refuse(422, 'Invalid tree info');
    const sha = entry.sha ?? (await hashObject(git, entry.content ?? ''));
    if ((await find(git, `${sha}^{object}`)) === null) return refuse(422, 'tree.sha is not a valid blob');
    lines += `${entry.mode} ${sha}\t${entry.path}\0`;
  }
  await git(['update-index', '-z', '--index-info'], { env, input: lines });
  const hash = await gitText(git, ['write-tree'], { env });
  await rm(join(await gitText(git, ['rev-parse', '--absolute-git-dir']), env.GIT_INDEX_FILE), { force: true });
  const listing = await gitText(git, ['ls-tree', hash]);
  const tree = listing === '' ? [] : listing.split('\n').map((line) => describeEntry(line, url));
  return created({ sha: hash, url: `${url}/trees/${hash}`, tree, truncated: false });
}

function describeEntry(line: string, url: string) {
  const [head = '', path = ''] = line.split('\t');
  const [mode, type, sha] = head.split(' ');
  return { path, mode, type, sha, url: `${url}/thing/${sha}` };
}

function hashObject(git: TestGit, input: string | Buffer): Promise<string> {
  return gitText(git, ['hash-object', '-w', '--stdin'], { input });
}

async function readBlob({ git }: State, { params, url }: Call): Promise<Answer> {
  const bytes = await git(['cat-file', 'blob', params.file_sha ?? '']).catch(() => null);
  if (bytes === null) return notFound;
  // GitHub breaks base64 into lines of 60 characters.
  const content = bytes.toString('base64').replace(/.{60}/g, '$&\n');
  return ok({
    sha: params.file_sha,
    size: bytes.length,
    encoding: 'base64',
    content,
    url: `${url}/blob`,
    node_id: 'B',
  });
}

/** GitHub gives texts of more than this many bytes in part. */
const maxQueriedBytes = 512_000;

/** The one query that is asked: the texts of blobs by their names. Bytes that are no UTF-8 come as replacement characters, binary files as null. */
async function queryTexts({ git, owner, repo }: State, { body }: Call): Promise<Answer> {
  const form =
    /^query \(\$owner: String!, \$repo: String!\) \{ repository\(owner: \$owner, name: \$repo\) \{ (.*) \} \}$/;
  const objects = form.exec(body.query)?.[1]?.split(/(?<=\} \}) /) ?? [''];
  const parsed = objects.map((text) =>
    /^(b\d+): object\(oid: "([0-9a-f]{40})"\) \{ \.{3} on Blob \{ text \} \}$/.exec(text),
  );
  const { variables } = body;
  if (variables?.owner !== owner || variables?.repo !== repo || parsed.includes(null)) {
    return ok({ errors: [{ message: `cannot answer ${JSON.stringify(body)}` }] });
  }
  const read = async (hash = '') => {
    const bytes = await git(['cat-file', 'blob', hash]).catch(() => null);
    if (bytes === null) return null;
    return { text: bytes.includes(0) ? null : bytes.subarray(0, maxQueriedBytes).toString('utf8') };
  };
  const found = await Promise.all(parsed.map(async (match) => [match?.[1], await read(match?.[2])] as const));
  return ok({ data: { repository: Object.fromEntries(found) } });
}

async function createBlob({ git }: State, { body, url }: Call): Promise<Answer> {
  const sha = await hashObject(git, Buffer.from(body.content, body.encoding === 'base64' ? 'base64' : 'utf8'));
  return created({ sha, url: `${url}/blobs/${sha}` });
}

/** The git part of a commit in GitHub's shape; null where there is none. */
async function describeCommit(git: TestGit, hash: string, url: string) {
  if ((await find(git, `${hash}^{commit}`)) === null) return null;
  const [tree, parents = '', ...message] = (await gitText(git, ['show', '-s', '--format=%T%n%P%n%B', hash])).split(
    '\n',
  );
  return {
    sha: hash,
    node_id: 'C',
    url: `${url}/commits/${hash}`,
    html_url: `${url}/commit/${hash}`,
    author: person,
    committer: person,
    message: message.join('\n').trimEnd(),
    tree: { sha: tree, url: `${url}/trees/${tree}` },
    parents: parents
      .split(' ')
      .filter((sha) => sha !== '')
      .map((sha) => ({ sha, url: `${url}/commits/${sha}`, html_url: `${url}/commit/${sha}` })),
  };
}

async function readCommit({ git }: State, { params, url }: Call): Promise<Answer> {
  const commit = await describeCommit(git, params.commit_sha ?? '', url);
  return commit === null ? notFound : ok(commit);
}

async function readFullCommit({ git }: State, { params, url }: Call): Promise<Answer> {
  const hash = await find(git, `${params.ref}^{commit}`);
  return hash === null ? refuse(422, `No commit found for SHA: ${params.ref}`) : ok(await describeFull(git, hash, url));
}

async function describeFull(git: TestGit, hash: string, url: string) {
  const commit = await describeCommit(git, hash, url);
  return { ...commit, author: null, committer: null, commit: { ...commit, comment_count: 0 } };
}

async function createCommit({ git }: State, { body, url }: Call): Promise<Answer> {
  if ((await find(git, `${body.tree}^{tree}`)) === null) return refuse(422, 'Tree SHA does not exist');
  const parents = ((body.parents ?? []) as readonly string[]).flatMap((parent) => ['-p', parent]);
  const hash = await gitText(git, ['commit-tree', body.tree, ...parents], { input: body.message });
  return created(await describeCommit(git, hash, url));
}

const describeRef = (ref: string, sha: string, url: string) => ({
  ref,
  node_id: 'R',
  url: `${url}/git/${ref}`,
  object: { type: 'commit', sha, url: `${url}/commits/${sha}` },
});

async function readRef(state: State, { params, url }: Call): Promise<Answer> {
  const ref = `refs/${params.ref}`;
  const old = state.stale.get(ref);
  const isStale = old !== undefined && old.reads > 0;
  if (isStale) old.reads -= 1;
  const sha = isStale ? old.sha : await find(state.git, ref);
  return sha === null ? notFound : ok(describeRef(ref, sha, url));
}

async function createRef(state: State, { body, url }: Call): Promise<Answer> {
  const { ref, sha } = body as { ref: string; sha: string };
  if (!/^refs\/[^/]+\/./.test(ref)) return refuse(422, `Reference name must start with 'refs/' and have two slashes`);
  if (isProtected(state, ref)) return violation('Cannot create ref due to creations being restricted.');
  if ((await find(state.git, `${sha}^{object}`)) === null) return refuse(422, 'Object does not exist');
  const swap = ['update-ref', ref, sha, '0'.repeat(40)];
  if (!(await moveRef(state, ref, null, swap))) return refuse(422, 'Reference already exists');
  return created(describeRef(ref, sha, url));
}

/** GitHub has no expected-old value: it only asks whether the new commit descends from what the branch is now. */
async function updateRef(state: State, { params, body, url }: Call): Promise<Answer> {
  const { git } = state;
  const ref = `refs/${params.ref}`;
  const sha: string = body.sha;
  const now = await find(git, ref);
  if (now === null) return refuse(422, 'Reference does not exist');
  if (isProtected(state, ref)) return violation('Cannot update this protected ref.');
  if ((await find(git, `${sha}^{commit}`)) === null) return refuse(422, 'Object does not exist');
  const isForward = await git(['merge-base', '--is-ancestor', now, sha]).then(
    () => true,
    () => false,
  );
  const swap = ['update-ref', ref, sha, now];
  if (!(isForward || body.force === true) || !(await moveRef(state, ref, now, swap))) {
    return refuse(422, 'Update is not a fast forward');
  }
  return ok(describeRef(ref, sha, url));
}

async function moveRef(state: State, ref: string, old: string | null, swap: readonly string[]): Promise<boolean> {
  try {
    await state.git(swap);
  } catch {
    return false;
  }
  state.stale.set(ref, { sha: old, reads: state.staleRefReads });
  return true;
}

function isProtected({ protectedBranches }: State, ref: string): boolean {
  return protectedBranches.some((branch) => ref === `refs/heads/${branch}`);
}

function violation(rule: string): Answer {
  return refuse(422, `Repository rule violations found\n\n${rule}\n\n`);
}

async function compare({ git }: State, { params, url }: Call): Promise<Answer> {
  const [baseName = '', headName = ''] = (params.basehead ?? '').split('...');
  const [base, head] = [await find(git, `${baseName}^{commit}`), await find(git, `${headName}^{commit}`)];
  if (base === null || head === null) return notFound;
  const mergeBase = await gitText(git, ['merge-base', base, head]).catch(() => null);
  if (mergeBase === null) return refuse(404, `No common ancestor between ${baseName} and ${headName}.`);
  const counts = await gitText(git, ['rev-list', '--left-right', '--count', `${base}...${head}`]);
  const [behind = 0, ahead = 0] = counts.split('\t').map(Number);
  const diverged = ahead > 0 && behind > 0 ? 'diverged' : null;
  const names = (await gitText(git, ['rev-list', '--reverse', '--max-count=250', `${base}..${head}`])).split('\n');
  return ok({
    status: diverged ?? (ahead > 0 ? 'ahead' : behind > 0 ? 'behind' : 'identical'),
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    base_commit: await describeFull(git, base, url),
    merge_base_commit: await describeFull(git, mergeBase, url),
    commits: await Promise.all(names.filter((name) => name !== '').map((name) => describeFull(git, name, url))),
  });
}
