import { gitText } from './git.ts';
import type { Objects } from './objects.ts';
import { writeCommit } from './repository.ts';
import { type Answer, type Call, created, notFound, ok, paged, type Route, refuse } from './route.ts';
import type { State } from './state.ts';
import { editTree, parseTree, type TreeItem } from './trees.ts';

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
  { method: 'GET', path: `${root}/branches/{branch}`, scope: 'contents', handle: readBranch },
  { method: 'GET', path: `${root}/rules/branches/{branch}`, scope: 'metadata', handle: listRules },
  { method: 'GET', path: `${root}/rulesets/{ruleset_id}`, scope: 'metadata', handle: readRuleset },
  { method: 'GET', path: `${root}/compare/{basehead}`, scope: 'contents', handle: compare },
  { method: 'GET', path: `${root}/commits/{ref}`, scope: 'contents', handle: readFullCommit },
];

async function readTree({ git, objects, treeLimit }: State, { params, query, url }: Call): Promise<Answer> {
  const hash = await objects.find(`${params.tree_sha}^{tree}`);
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

async function createTree({ objects }: State, { body, url }: Call): Promise<Answer> {
  const base: string | null = body.base_tree ?? null;
  if (base !== null && (await objects.find(`${base}^{tree}`)) === null) {
    return refuse(422, 'base_tree is not a valid tree oid');
  }
  const changes = new Map<string, TreeItem | null>();
  for (const entry of body.tree as readonly { path: string; mode: string; sha?: string | null; content?: string }[]) {
    if (entry.sha === null) {
      if ((await objects.find(`${base}:${entry.path}`)) === null) return refuse(422, 'GitRPC::BadObjectState');
      changes.set(entry.path, null);
      continue;
    }
    if ((entry.sha === undefined) === (entry.content === undefined)) return refuse(422, 'Invalid tree info');
    const id = entry.sha ?? (await objects.write('blob', entry.content ?? ''));
    if ((await objects.find(id)) === null) return refuse(422, 'tree.sha is not a valid blob');
    changes.set(entry.path, { mode: entry.mode, id });
  }
  const sha = await editTree(objects, base === null ? null : await objects.find(`${base}^{tree}`), changes);
  const items = parseTree((await objects.read(sha))?.bytes ?? Buffer.alloc(0));
  const tree = [...items].map(([path, { mode, id }]) => {
    const type = mode === '40000' ? 'tree' : mode === '160000' ? 'commit' : 'blob';
    return { path, mode: mode.padStart(6, '0'), type, sha: id, url: `${url}/thing/${id}` };
  });
  return created({ sha, url: `${url}/trees/${sha}`, tree, truncated: false });
}

async function readBlob({ objects }: State, { params, url }: Call): Promise<Answer> {
  const found = await objects.read(params.file_sha ?? '');
  if (found?.type !== 'blob') return notFound;
  const { bytes } = found;
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
async function queryTexts({ objects, owner, repo }: State, { body }: Call): Promise<Answer> {
  const form =
    /^query \(\$owner: String!, \$repo: String!\) \{ repository\(owner: \$owner, name: \$repo\) \{ (.*) \} \}$/;
  const asked = form.exec(body.query)?.[1]?.split(/(?<=\} \}) /) ?? [''];
  const parsed = asked.map((text) =>
    /^(b\d+): object\(oid: "([0-9a-f]{40})"\) \{ \.{3} on Blob \{ text \} \}$/.exec(text),
  );
  const { variables } = body;
  if (variables?.owner !== owner || variables?.repo !== repo || parsed.includes(null)) {
    return ok({ errors: [{ message: `cannot answer ${JSON.stringify(body)}` }] });
  }
  const read = async (hash = '') => {
    const found = await objects.read(hash);
    if (found?.type !== 'blob') return null;
    return { text: found.bytes.includes(0) ? null : found.bytes.subarray(0, maxQueriedBytes).toString('utf8') };
  };
  const found = await Promise.all(parsed.map(async (match) => [match?.[1], await read(match?.[2])] as const));
  return ok({ data: { repository: Object.fromEntries(found) } });
}

async function createBlob({ objects }: State, { body, url }: Call): Promise<Answer> {
  const content = Buffer.from(body.content, body.encoding === 'base64' ? 'base64' : 'utf8');
  const sha = await objects.write('blob', content);
  return created({ sha, url: `${url}/blobs/${sha}` });
}

/** The git part of a commit in GitHub's shape; null where there is none. */
async function describeCommit(objects: Objects, expression: string, url: string) {
  const found = await objects.read(`${expression}^{commit}`);
  if (found === null) return null;
  const { id: hash, bytes } = found;
  const [head = '', ...message] = bytes.toString('utf8').split('\n\n');
  const lines = head.split('\n').map((line) => line.split(' '));
  const tree = lines.find(([name]) => name === 'tree')?.[1] ?? '';
  const parents = lines.flatMap(([name, sha = '']) => (name === 'parent' ? [sha] : []));
  return {
    sha: hash,
    node_id: 'C',
    url: `${url}/commits/${hash}`,
    html_url: `${url}/commit/${hash}`,
    author: person,
    committer: person,
    message: message.join('\n\n').trimEnd(),
    tree: { sha: tree, url: `${url}/trees/${tree}` },
    parents: parents.map((sha) => ({ sha, url: `${url}/commits/${sha}`, html_url: `${url}/commit/${sha}` })),
  };
}

async function readCommit({ objects }: State, { params, url }: Call): Promise<Answer> {
  const commit = await describeCommit(objects, params.commit_sha ?? '', url);
  return commit === null ? notFound : ok(commit);
}

async function readFullCommit({ objects }: State, { params, url }: Call): Promise<Answer> {
  const hash = await objects.find(`${params.ref}^{commit}`);
  return hash === null
    ? refuse(422, `No commit found for SHA: ${params.ref}`)
    : ok(await describeFull(objects, hash, url));
}

async function describeFull(objects: Objects, hash: string, url: string) {
  const commit = await describeCommit(objects, hash, url);
  return { ...commit, author: null, committer: null, commit: { ...commit, comment_count: 0 } };
}

async function createCommit({ objects }: State, { body, url }: Call): Promise<Answer> {
  if ((await objects.find(`${body.tree}^{tree}`)) === null) return refuse(422, 'Tree SHA does not exist');
  const { tree, parents = [], message } = body;
  const hash = await writeCommit(objects, { tree, parents, message });
  return created(await describeCommit(objects, hash, url));
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
  const sha = isStale ? old.sha : await state.objects.find(ref);
  return sha === null ? notFound : ok(describeRef(ref, sha, url));
}

async function createRef(state: State, { body, url }: Call): Promise<Answer> {
  const { ref, sha } = body as { ref: string; sha: string };
  if (!/^refs\/[^/]+\/./.test(ref)) return refuse(422, `Reference name must start with 'refs/' and have two slashes`);
  if (isProtected(state, ref)) return violation('Cannot create ref due to creations being restricted.');
  if ((await state.objects.find(`${sha}^{object}`)) === null) return refuse(422, 'Object does not exist');
  const swap = ['update-ref', ref, sha, '0'.repeat(40)];
  if (!(await moveRef(state, ref, null, swap))) return refuse(422, 'Reference already exists');
  return created(describeRef(ref, sha, url));
}

/** GitHub has no expected-old value: it only asks whether the new commit descends from what the branch is now. */
async function updateRef(state: State, { params, body, url }: Call): Promise<Answer> {
  const { git, objects } = state;
  const ref = `refs/${params.ref}`;
  const sha: string = body.sha;
  const now = await objects.find(ref);
  if (now === null) return refuse(422, 'Reference does not exist');
  if (isProtected(state, ref)) return violation('Cannot update this protected ref.');
  if (state.lockedBranches.some((branch) => ref === `refs/heads/${branch}`)) {
    return refuse(403, 'You\'re not authorized to push to this branch. Visit "About protected branches".');
  }
  if ((await objects.find(`${sha}^{commit}`)) === null) return refuse(422, 'Object does not exist');
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

function isProtected({ protectedBranches, bypass }: State, ref: string): boolean {
  return bypass !== 'always' && protectedBranches.some((branch) => ref === `refs/heads/${branch}`);
}

async function readBranch(
  { objects, protectedBranches, lockedBranches }: State,
  { params, url }: Call,
): Promise<Answer> {
  const name = params.branch ?? '';
  const hash = await objects.find(`refs/heads/${name}`);
  if (hash === null) return refuse(404, 'Branch not found');
  const isKept = [...protectedBranches, ...lockedBranches].includes(name);
  return ok({
    name,
    commit: await describeFull(objects, hash, url),
    protected: isKept,
    protection: { enabled: isKept },
  });
}

const ruleset = { ruleset_source_type: 'Repository', ruleset_source: 'acme/prompts', ruleset_id: 17 };

function listRules({ protectedBranches }: State, { params }: Call): Answer {
  const isKept = protectedBranches.includes(params.branch ?? '');
  return paged(isKept ? ['creation', 'update', 'deletion'].map((type) => ({ type, ...ruleset })) : []);
}

function readRuleset({ bypass }: State, { params }: Call): Answer {
  if (Number(params.ruleset_id) !== ruleset.ruleset_id) return notFound;
  const { ruleset_source: source, ruleset_id: id } = ruleset;
  const seen = bypass === null ? {} : { current_user_can_bypass: bypass };
  return ok({ id, name: 'Keep out', source, enforcement: 'active', ...seen });
}

function violation(rule: string): Answer {
  return refuse(422, `Repository rule violations found\n\n${rule}\n\n`);
}

async function compare({ git, objects }: State, { params, url }: Call): Promise<Answer> {
  const [baseName = '', headName = ''] = (params.basehead ?? '').split('...');
  const [base, head] = [await objects.find(`${baseName}^{commit}`), await objects.find(`${headName}^{commit}`)];
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
    base_commit: await describeFull(objects, base, url),
    merge_base_commit: await describeFull(objects, mergeBase, url),
    commits: await Promise.all(names.filter((name) => name !== '').map((name) => describeFull(objects, name, url))),
  });
}
