import { ReadFault } from '../../errors.ts';
import type { Tree, TreeEntry } from '../../ports.ts';
import type { GithubClient } from './client.ts';

/** The entries of a folder as GitHub lists them; `truncated` where there are more. */
export interface Listing {
  readonly truncated: boolean;
  readonly tree: readonly {
    readonly path: string;
    readonly mode: string;
    readonly type: string;
    readonly sha: string;
    readonly size?: number;
  }[];
}

/** A folder with all below it, or only what lies in it. */
export type Depth = 'whole' | 'level';

/** What walking a tree needs; listings are known by the hash of their folder, which commits share where it is the same. */
export interface TreeSource {
  list(hash: string, depth: Depth): Promise<Listing>;
  /** True for a folder that was listed whole, or is being listed. */
  isListed(hash: string): boolean;
  hasRoom(requests: number): boolean;
  readonly sizes: Map<string, number>;
}

/** Reads every file of a commit. A truncated listing must never read as "absent": its folders are then listed one by one. Throws a ReadFault where that is too much. */
export async function readWholeTree({ list, isListed, hasRoom, sizes }: TreeSource, commit: string): Promise<Tree> {
  const entries = new Map<string, TreeEntry>();
  const walk = async (hash: string, prefix: string): Promise<void> => {
    const whole = await list(hash, 'whole');
    if (!whole.truncated) return add(whole, prefix);
    const level = await list(hash, 'level');
    if (level.truncated) throw tooLarge(prefix);
    add(level, prefix);
    const folders = level.tree.filter((entry) => entry.type === 'tree');
    // Each takes a request at least: what cannot end is not begun.
    if (!hasRoom(folders.filter(({ sha }) => !isListed(sha)).length)) throw tooWide(prefix, folders.length);
    await Promise.all(folders.map((folder) => walk(folder.sha, `${prefix}${folder.path}/`)));
  };
  const add = (listing: Listing, prefix: string): void => {
    for (const { path, mode, type, sha, size } of listing.tree) {
      if (type !== 'tree') entries.set(prefix + path, { path: prefix + path, mode, hash: sha });
      if (size !== undefined) sizes.set(sha, size);
    }
  };
  await walk(commit, '');
  return { commit, entries: new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Asks GitHub for one listing. */
export async function readListing(client: GithubClient, hash: string, depth: Depth): Promise<Listing> {
  const purpose = { action: `list the files of ${hash}`, permission: 'contents: read', thing: `commit ${hash}` };
  const { data } = await client.attempt(purpose, (octokit) =>
    octokit.rest.git.getTree({
      owner: client.owner,
      repo: client.repo,
      tree_sha: hash,
      ...(depth === 'whole' ? { recursive: '1' } : {}),
    }),
  );
  return data;
}

const nameFolder = (prefix: string) => `The folder "${prefix === '' ? '.' : prefix}"`;

function tooWide(prefix: string, folders: number): ReadFault {
  return ReadFault.of(
    `${nameFolder(prefix)} has more than the 100,000 entries that GitHub lists at once, and its ${folders} folders would take more requests than are left for reading.`,
    'Prompts may lie anywhere, so that every folder is listed. Take generated and vendored files out of the repository, or keep prompts in one of their own.',
  );
}

function tooLarge(prefix: string): ReadFault {
  return ReadFault.of(`${nameFolder(prefix)} has more entries than GitHub's API can list.`, 'Split the folder.');
}
