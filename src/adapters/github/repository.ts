import pLimit from 'p-limit';
import { ReadFault } from '../../errors.ts';
import type { Repository, Tree, TreeEntry } from '../../ports.ts';
import type { GithubClient } from './client.ts';
import { createBlobReader, unreadable } from './read-blobs.ts';
import { keptForPublishing, maxRequests } from './request-limits.ts';

const parallelRequests = 8;

interface RawTree {
  readonly truncated: boolean;
  readonly tree: readonly {
    readonly path: string;
    readonly mode: string;
    readonly type: string;
    readonly sha: string;
    readonly size?: number;
  }[];
}

/**
 * Reads commits of one repository through git trees and blobs; what was read is kept for the run.
 * A fork's head is readable here too, by its SHA. Throws a ReadFault for what GitHub does not answer, for a folder too large to list, and
 * where fewer than `kept` requests of the run would be left.
 */
export function createGithubRepository(client: GithubClient, kept = keptForPublishing): Repository {
  const limit = pLimit(parallelRequests);
  const trees = new Map<string, Promise<Tree>>();
  const blobs = new Map<string, Promise<Uint8Array>>();
  const sizes = new Map<string, number>();
  const requireRoom = (requests: number): void => {
    if (client.requestCount() + requests > maxRequests - kept) throw tooMany(requests, kept);
  };
  const attempt: GithubClient['attempt'] = (purpose, run) =>
    limit(() => {
      requireRoom(1);
      return client.attempt(purpose, run);
    });
  const readBlob = createBlobReader({ client, attempt, requireRoom, sizeOf: (hash) => sizes.get(hash) ?? null });
  return {
    readTree: (commit) => remember(trees, commit, () => readWholeTree({ ...client, attempt }, commit, sizes)),
    readBlobs: async (hashes) => {
      const read = async (hash: string) => [hash, await remember(blobs, hash, () => readBlob(hash))] as const;
      return new Map(await Promise.all([...new Set(hashes)].map(read)));
    },
  };
}

/** A failed read is forgotten, so that asking again asks GitHub again. */
export function remember<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const reading = read();
  known.set(key, reading);
  reading.catch(() => known.delete(key));
  return reading;
}

async function readWholeTree(client: GithubClient, commit: string, sizes: Map<string, number>): Promise<Tree> {
  const entries = new Map<string, TreeEntry>();
  const walk = async (hash: string, prefix: string): Promise<void> => {
    const whole = await readRawTree(client, hash, true);
    if (!whole.truncated) return add(whole, prefix);
    // A truncated listing must never read as "absent": list this level and go down folder by folder.
    const level = await readRawTree(client, hash, false);
    if (level.truncated) throw tooLarge(prefix);
    add(level, prefix);
    const folders = level.tree.filter((entry) => entry.type === 'tree');
    await Promise.all(folders.map((folder) => walk(folder.sha, `${prefix}${folder.path}/`)));
  };
  const add = (listing: RawTree, prefix: string): void => {
    for (const { path, mode, type, sha, size } of listing.tree) {
      if (type !== 'tree') entries.set(prefix + path, { path: prefix + path, mode, hash: sha });
      if (size !== undefined) sizes.set(sha, size);
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

function tooLarge(prefix: string): ReadFault {
  return ReadFault.of(
    `The folder "${prefix === '' ? '.' : prefix}" has more entries than GitHub's API can list.`,
    'Split the folder.',
  );
}

function tooMany(requests: number, kept: number): ReadFault {
  return ReadFault.of(
    `Reading the repository takes more than the ${maxRequests - kept} requests to GitHub that a run may spend on it; ${requests} more were wanted.`,
    'Narrow the `prompts` and `dataset` globs of the config, or split it into several configs that run as jobs of their own.',
  );
}
