import pLimit from 'p-limit';
import { ReadFault } from '../../errors.ts';
import { isJsonObject } from '../../json.ts';
import type { Repository, Tree, TreeEntry } from '../../ports.ts';
import type { GithubClient } from './client.ts';

/** The most blobs one run reads one by one; more would eat the request limit of all the repository's workflows. */
export const maxBlobs = 200;
const parallelRequests = 8;

interface RawTree {
  readonly truncated: boolean;
  readonly tree: readonly {
    readonly path: string;
    readonly mode: string;
    readonly type: string;
    readonly sha: string;
  }[];
}

/**
 * Reads commits of one repository through git trees and blobs; what was read is kept for the run.
 * A fork's head is readable here too, by its SHA. Throws a ReadFault beyond `maxBlobs` blobs or for a folder too large to list.
 */
export function createGithubRepository(client: GithubClient): Repository {
  const limit = pLimit(parallelRequests);
  const trees = new Map<string, Promise<Tree>>();
  const blobs = new Map<string, Promise<Uint8Array>>();
  return {
    readTree: (commit) => remember(trees, commit, () => readWholeTree(client, limit, commit)),
    readBlobs: async (hashes) => {
      const wanted = [...new Set(hashes)];
      checkBlobCount(blobs.size + wanted.filter((hash) => !blobs.has(hash)).length);
      const read = async (hash: string) =>
        [hash, await remember(blobs, hash, () => limit(() => readBlob(client, hash)))] as const;
      return new Map(await Promise.all(wanted.map(read)));
    },
  };
}

/** A failed read is forgotten, so that asking again asks GitHub again. */
function remember<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const reading = read();
  known.set(key, reading);
  reading.catch(() => known.delete(key));
  return reading;
}

function checkBlobCount(count: number): void {
  if (count <= maxBlobs) return;
  throw ReadFault.of(
    `This run needs ${count} files of the repository; at most ${maxBlobs} can be read through GitHub's API.`,
    'Narrow the `prompts` and `dataset` globs of the config, or split it into several configs that run as jobs of their own.',
  );
}

async function readWholeTree(client: GithubClient, limit: ReturnType<typeof pLimit>, commit: string): Promise<Tree> {
  const entries = new Map<string, TreeEntry>();
  const walk = async (hash: string, prefix: string): Promise<void> => {
    const whole = await limit(() => readRawTree(client, hash, true));
    if (!whole.truncated) return add(whole, prefix);
    // A truncated listing must never read as "absent": list this level and go down folder by folder.
    const level = await limit(() => readRawTree(client, hash, false));
    if (level.truncated) throw tooLarge(prefix);
    add(level, prefix);
    const folders = level.tree.filter((entry) => entry.type === 'tree');
    await Promise.all(folders.map((folder) => walk(folder.sha, `${prefix}${folder.path}/`)));
  };
  const add = (listing: RawTree, prefix: string): void => {
    for (const { path, mode, type, sha } of listing.tree) {
      if (type !== 'tree') entries.set(prefix + path, { path: prefix + path, mode, hash: sha });
    }
  };
  await walk(commit, '');
  return { commit, entries: new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

async function readRawTree(client: GithubClient, hash: string, recursive: boolean): Promise<RawTree> {
  const purpose = { action: `list the files of ${hash}`, permission: 'contents: read', thing: `commit ${hash}` };
  const { data } = await client.attempt(purpose, (octokit) =>
    octokit.rest.git.getTree({
      owner: client.owner,
      repo: client.repo,
      tree_sha: hash,
      ...(recursive ? { recursive: '1' } : {}),
    }),
  );
  if (!Array.isArray(data.tree)) throw unreadable(`the files of ${hash}`);
  return data;
}

async function readBlob(client: GithubClient, hash: string): Promise<Uint8Array> {
  const purpose = { action: `read the file ${hash}`, permission: 'contents: read', thing: `file ${hash}` };
  const { data } = await client.attempt(purpose, (octokit) =>
    octokit.rest.git.getBlob({ owner: client.owner, repo: client.repo, file_sha: hash }),
  );
  const blob: unknown = data;
  if (!isJsonObject(blob) || typeof blob.content !== 'string' || blob.encoding !== 'base64') {
    throw unreadable(`the file ${hash}`);
  }
  return Buffer.from(blob.content, 'base64');
}

function tooLarge(prefix: string): ReadFault {
  return ReadFault.of(
    `The folder "${prefix === '' ? '.' : prefix}" has more entries than GitHub's API can list.`,
    'Split the folder.',
  );
}

function unreadable(what: string): ReadFault {
  return ReadFault.of(`GitHub's answer for ${what} cannot be read.`, 'Run again.');
}
