import pLimit from 'p-limit';
import { ReadFault } from '../../errors.ts';
import type { Repository, Tree } from '../../ports.ts';
import type { GithubClient } from './client.ts';
import { createBlobReader } from './read-blobs.ts';
import { type Depth, type Listing, readListing, readWholeTree, type TreeSource } from './read-tree.ts';
import { keptForPublishing, maxRequests } from './request-limits.ts';

const parallelRequests = 8;

/**
 * Reads commits of one repository through git trees and blobs; what was read is kept for the run.
 * A fork's head is readable here too, by its SHA. Throws a ReadFault for what GitHub does not answer, for a folder too large to list, and
 * where fewer than `kept` requests of the run would be left.
 */
export function createGithubRepository(client: GithubClient, kept = keptForPublishing): Repository {
  const limit = pLimit(parallelRequests);
  const trees = new Map<string, Promise<Tree>>();
  const listings = new Map<string, Promise<Listing>>();
  const blobs = new Map<string, Promise<Uint8Array>>();
  const sizes = new Map<string, number>();
  const hasRoom = (requests: number) => client.requestCount() + requests <= maxRequests - kept;
  const requireRoom = (requests: number): void => {
    if (!hasRoom(requests)) throw tooMany(requests, kept);
  };
  const attempt: GithubClient['attempt'] = (purpose, run) =>
    limit(() => {
      requireRoom(1);
      return client.attempt(purpose, run);
    });
  const reader = { ...client, attempt };
  const list = (hash: string, depth: Depth) =>
    remember(listings, `${hash} ${depth}`, () => readListing(reader, hash, depth));
  const source: TreeSource = { list, isListed: (hash) => listings.has(`${hash} whole`), hasRoom, sizes };
  const readBlob = createBlobReader({ client, attempt, requireRoom, sizeOf: (hash) => sizes.get(hash) ?? null });
  return {
    readTree: (commit) => remember(trees, commit, () => readWholeTree(source, commit)),
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

function tooMany(requests: number, kept: number): ReadFault {
  return ReadFault.of(
    `Reading the repository takes more than the ${maxRequests - kept} requests to GitHub that a run may spend on it; ${requests} more were wanted.`,
    'Narrow the `prompts` and `dataset` globs of the config, or split it into several configs that run as jobs of their own.',
  );
}
