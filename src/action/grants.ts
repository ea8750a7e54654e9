import type { GithubClient } from '../adapters/github/client.ts';
import { readStatuses, setStatus } from '../adapters/github/commit-status.ts';
import type { Self } from '../adapters/github/self.ts';
import { type Ground, keyOfGround } from '../gate/ground.ts';
import { contentHash } from '../json.ts';

/** Where a person's word counts: one pull request into one branch. */
export interface GrantPlace {
  readonly number: number;
  readonly baseRef: string;
}

/** A person's word as a commit status keeps it. */
export interface Grant {
  readonly by: string;
  /** Digest of the grounds that were accepted; null for an approval, which has none. */
  readonly digest: string | null;
}

const maxBase = 20;
const pattern = /^(\w+)(?: by @([\w-]+(?:\[bot\])?))?: .*\[([0-9a-f]{16})(?: ([0-9a-f]{20}))?\]$/;

/** One digest for equal lists of grounds, in any order. */
export function digestGrounds(grounds: readonly Ground[]): string {
  return contentHash(grounds.map((ground) => `${ground.verdict} ${keyOfGround(ground)}`).sort()).slice(0, 20);
}

/**
 * The newest word of one context on a commit about this pull request and base branch; null where nobody said anything.
 * Statuses that others set are no word.
 */
export async function readGrant(
  client: GithubClient,
  self: Self,
  sha: string,
  context: string,
  place: GrantPlace,
): Promise<Grant | 'withdrawn' | null> {
  const statuses = await readStatuses(client, sha, context);
  if (statuses.length === 0) return null;
  const login = await self.login();
  for (const { creator, state, description } of statuses) {
    const [, , by, where, digest] = creator === login ? (pattern.exec(description) ?? []) : [];
    if (where !== hashPlace(place)) continue;
    return state === 'success' && by !== undefined ? { by, digest: digest ?? null } : 'withdrawn';
  }
  return null;
}

/** Keeps a person's word, or that it was taken back (null), on a commit. Returns why it could not, or null. */
export async function writeGrant(
  client: GithubClient,
  self: Self,
  sha: string,
  context: string,
  place: GrantPlace,
  grant: Grant | null,
): Promise<string | null> {
  const verb = grant === null ? 'withdrawn' : `${grant.digest === null ? 'approved' : 'accepted'} by @${grant.by}`;
  const base = place.baseRef.length <= maxBase ? place.baseRef : `${place.baseRef.slice(0, maxBase - 1)}…`;
  const digests = [hashPlace(place), ...(grant?.digest ? [grant.digest] : [])].join(' ');
  const description = `${verb}: #${place.number} into ${base} [${digests}]`;
  const state = grant === null ? 'error' : 'success';
  const result = await setStatus(client, { sha, state, context, description, targetUrl: null });
  if (result.status === 'refused') return result.reason;
  self.learn(result.creator);
  return null;
}

function hashPlace({ number, baseRef }: GrantPlace): string {
  return contentHash([number, baseRef]).slice(0, 16);
}
