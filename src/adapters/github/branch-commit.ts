import { UserError } from '../../errors.ts';
import type { Repository, Tree, TreeEntry } from '../../ports.ts';
import type { GithubClient } from './client.ts';
import { createGithubRepository } from './repository.ts';

/** Larger files are sent as blobs of their own: GitHub refuses very large trees with inline content. */
const maxInlineBytes = 1024 * 1024;

/** What each folder shall hold: folder, then path below it, then text. */
export type Folders = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface NewEntry {
  readonly path: string;
  readonly mode: '100644';
  readonly type: 'blob';
  readonly content?: string;
  readonly sha?: string | null;
}

/** The commit that holds the new folders on top of `tip`; `tip` itself if that would change nothing. */
export async function writeCommit(
  client: GithubClient,
  tip: string | null,
  folders: Folders,
  message: string,
  appends: ReadonlyMap<string, string>,
): Promise<string> {
  const { owner, repo } = client;
  const purpose = { action: 'write a commit', permission: 'contents: write', thing: `repository ${owner}/${repo}` };
  const { baseTree, entries } = await buildEntries(client, tip, folders, appends);
  if (entries.length === 0 && tip !== null) return tip;
  const tree = await client.attempt(purpose, ({ rest }) =>
    rest.git.createTree({ owner, repo, ...(baseTree === null ? {} : { base_tree: baseTree }), tree: entries }),
  );
  if (tip !== null && tree.data.sha === baseTree) return tip;
  const parents = tip === null ? [] : [tip];
  // Without [skip ci] a push of results would start the workflows of the branch.
  const text = `${message}\n\n[skip ci]`;
  const commit = await client.attempt(purpose, ({ rest }) =>
    rest.git.createCommit({ owner, repo, message: text, tree: tree.data.sha, parents }),
  );
  return commit.data.sha;
}

async function buildEntries(
  client: GithubClient,
  tip: string | null,
  folders: Folders,
  appends: ReadonlyMap<string, string>,
): Promise<{ readonly baseTree: string | null; readonly entries: NewEntry[] }> {
  const { owner, repo } = client;
  const files = new Map<string, string>();
  for (const [folder, content] of folders) {
    for (const [path, text] of content) files.set(folder === '' ? path : `${folder}/${path}`, text);
  }
  const removed: string[] = [];
  let baseTree: string | null = null;
  if (tip !== null) {
    const purpose = { action: `read commit ${tip}`, permission: 'contents: read', thing: `commit ${tip}` };
    const { data } = await client.attempt(purpose, ({ rest }) => rest.git.getCommit({ owner, repo, commit_sha: tip }));
    baseTree = data.tree.sha;
    const repository = createGithubRepository(client, 0);
    const tree = await repository.readTree(baseTree);
    const old = await readTexts(repository, tree, [...appends.keys()]);
    for (const [path, text] of appends) files.set(path, (old.get(path) ?? '') + text);
    // After the appended files are known: one of them may lie in a folder that is replaced.
    const replaced = (path: string) => [...folders.keys()].some((folder) => isBelow(path, folder));
    removed.push(...[...tree.entries.keys()].filter((path) => replaced(path) && !files.has(path)));
  } else for (const [path, text] of appends) files.set(path, text);
  const written = await Promise.all([...files].map(([path, text]) => buildEntry(client, path, text)));
  return { baseTree, entries: [...written, ...removed.map((path) => ({ ...fileEntry(path), sha: null }))] };
}

/** The texts of those paths that the tree has. */
async function readTexts(
  repository: Repository,
  tree: Tree,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const entries = paths.flatMap((path) => tree.entries.get(path) ?? []);
  const blobs = await repository.readBlobs(entries.map(({ hash }) => hash));
  return new Map(entries.map(({ path, hash }) => [path, decodeText(path, blobs.get(hash))]));
}

const fileEntry = (path: string) => ({ path, mode: '100644', type: 'blob' }) as const;

async function buildEntry(client: GithubClient, path: string, text: string): Promise<NewEntry> {
  if (Buffer.byteLength(text) <= maxInlineBytes) return { ...fileEntry(path), content: text };
  return { ...fileEntry(path), sha: await createBlob(client, `store ${path}`, text) };
}

/** Stores a text as an object that no branch holds yet, and returns its name. */
export async function createBlob(client: GithubClient, action: string, text: string): Promise<string> {
  const { owner, repo } = client;
  const purpose = { action, permission: 'contents: write', thing: `repository ${owner}/${repo}` };
  const content = Buffer.from(text).toString('base64');
  const { data } = await client.attempt(purpose, ({ rest }) =>
    rest.git.createBlob({ owner, repo, content, encoding: 'base64' }),
  );
  return data.sha;
}

/** The files below a folder ('' is the whole branch); a link in a store was put there by hand and is refused with a UserError. */
export function listBelow(tree: Tree, folder: string): readonly TreeEntry[] {
  const entries = [...tree.entries.values()].filter(({ path }) => isBelow(path, folder));
  const link = entries.find(({ mode }) => !mode.startsWith('100'));
  if (link === undefined) return entries;
  throw UserError.of('is a symlink or a submodule, not a file.', 'Remove it from the branch.', whereIs(link.path));
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** The text of one file of the store; throws a UserError where it is not UTF-8. */
export function decodeText(path: string, bytes: Uint8Array | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw UserError.of('is not valid UTF-8.', 'Remove it from the branch.', whereIs(path), { cause });
  }
}

const whereIs = (path: string) => ({ path, line: null, column: null });
