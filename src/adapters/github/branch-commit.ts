import { UserError } from '../../errors.ts';
import type { Repository, Tree, TreeEntry } from '../../ports.ts';
import { appendLines } from '../../text/append-lines.ts';
import type { GithubClient } from './client.ts';
import { readTreeHash } from './commits.ts';
import { createGithubRepository } from './repository.ts';
import { buildEntries, fileEntry, type NewEntry } from './tree-entries.ts';

/** What each folder shall hold: folder, then path below it, then text. */
export type Folders = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Folders that are ready to be written on top of any tip. */
export interface PreparedFolders {
  readonly names: readonly string[];
  readonly entries: readonly NewEntry[];
}

/** Sends what is too large for a tree, once for however many tries. */
export async function prepareFolders(client: GithubClient, folders: Folders): Promise<PreparedFolders> {
  const files = [...folders].flatMap(([folder, content]) =>
    [...content].map(([path, text]) => [folder === '' ? path : `${folder}/${path}`, text] as const),
  );
  return { names: [...folders.keys()], entries: await buildEntries(client, files) };
}

/** The commit that holds the folders on top of `tip`; `tip` itself if that would change nothing. */
export async function writeCommit(
  client: GithubClient,
  tip: string | null,
  folders: PreparedFolders,
  message: string,
  appends: ReadonlyMap<string, string>,
): Promise<string> {
  const { owner, repo } = client;
  const purpose = { action: 'write a commit', permission: 'contents: write', thing: `repository ${owner}/${repo}` };
  const baseTree = tip === null ? null : await readTreeHash(client, tip);
  const changes = await listChanges(client, baseTree, folders, appends);
  if (changes.length === 0 && tip !== null) return tip;
  const tree = await client.attempt(purpose, ({ rest }) =>
    rest.git.createTree({ owner, repo, ...(baseTree === null ? {} : { base_tree: baseTree }), tree: changes }),
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

/** What is to be changed in a tree: the folders' files, the lines added to what stands there, and what the folders have no more. */
async function listChanges(
  client: GithubClient,
  baseTree: string | null,
  folders: PreparedFolders,
  appends: ReadonlyMap<string, string>,
): Promise<NewEntry[]> {
  if (baseTree === null) return [...folders.entries, ...(await buildEntries(client, [...appends]))];
  const repository = createGithubRepository(client, 0);
  const tree = await repository.readTree(baseTree);
  const old = await readTexts(repository, tree, [...appends.keys()]);
  const appended = [...appends].map(([path, text]) => [path, appendLines(old.get(path) ?? '', text)] as const);
  const written = [...folders.entries, ...(await buildEntries(client, appended))];
  const kept = new Set(written.map(({ path }) => path));
  const removed = [...tree.entries.keys()].filter(
    (path) => folders.names.some((folder) => isBelow(path, folder)) && !kept.has(path),
  );
  return [...written, ...removed.map((path) => ({ ...fileEntry(path), sha: null }))];
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
