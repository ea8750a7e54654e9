import { createHash } from 'node:crypto';
import { ReadFault } from '../../errors.ts';
import { isJsonObject } from '../../json.ts';
import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';

/** Fewer blobs than this are read one by one. */
const minBatch = 20;
const maxBatchCount = 50;
const maxBatchBytes = 2_000_000;
/** GitHub cuts the text of larger ones in a query. */
const maxQueriedBytes = 500_000;

interface Waiting {
  readonly hash: string;
  resolve(bytes: Uint8Array): void;
  reject(error: unknown): void;
}

/** What a reader of blobs has of its repository. `sizeOf` knows the blobs of trees that were read. */
export interface BlobSource {
  readonly client: GithubClient;
  sizeOf(hash: string): number | null;
  attempt: GithubClient['attempt'];
  /** Throws a ReadFault where so many more requests are not left. */
  requireRoom(requests: number): void;
}

/**
 * Reads blobs by their hash. Those asked for at the same time are read together: small ones by queries of many, which answer text, and
 * whatever a query does not bring byte for byte one by one.
 */
export function createBlobReader(source: BlobSource): (hash: string) => Promise<Uint8Array> {
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const { batches, single } = planReads(waiting, source);
    const asked = waiting;
    waiting = [];
    try {
      source.requireRoom(batches.length + single.length);
    } catch (error) {
      for (const one of asked) one.reject(error);
      return;
    }
    for (const one of single) readBlob(source, one.hash).then(one.resolve, one.reject);
    for (const batch of batches) void readBatch(source, batch);
  };
  return (hash) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ hash, resolve, reject });
    });
}

function planReads(
  waiting: readonly Waiting[],
  { sizeOf }: BlobSource,
): { readonly batches: readonly (readonly Waiting[])[]; readonly single: readonly Waiting[] } {
  const isSmall = ({ hash }: Waiting) => (sizeOf(hash) ?? Number.POSITIVE_INFINITY) <= maxQueriedBytes;
  const small = waiting.filter(isSmall);
  if (small.length < minBatch) return { batches: [], single: waiting };
  const batches: Waiting[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const one of small) {
    const size = sizeOf(one.hash) ?? 0;
    if (bytes + size > maxBatchBytes || batches.at(-1)?.length === maxBatchCount) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(one);
    bytes += size;
  }
  return { batches, single: waiting.filter((one) => !isSmall(one)) };
}

async function readBatch(source: BlobSource, batch: readonly Waiting[]): Promise<void> {
  try {
    const texts = await queryTexts(
      source,
      batch.map(({ hash }) => hash),
    );
    batch.forEach((one, index) => {
      const bytes = Buffer.from(texts[index] ?? '', 'utf8');
      if (isBlob(one.hash, bytes)) one.resolve(bytes);
      else readBlob(source, one.hash).then(one.resolve, one.reject);
    });
  } catch (error) {
    for (const one of batch) one.reject(error);
  }
}

/** The texts of blobs, null for what is no text; empty where GitHub does not take the query. */
async function queryTexts(
  { client, attempt }: BlobSource,
  hashes: readonly string[],
): Promise<readonly (string | null)[]> {
  const { owner, repo } = client;
  const objects = hashes.map((hash, index) => `b${index}: object(oid: "${hash}") { ... on Blob { text } }`).join(' ');
  const query = `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${objects} } }`;
  const purpose = {
    action: `read ${hashes.length} files`,
    permission: 'contents: read',
    thing: `repository ${owner}/${repo}`,
  };
  try {
    const answer: unknown = await attempt(purpose, (octokit) => octokit.graphql(query, { owner, repo }));
    const found = isJsonObject(answer) && isJsonObject(answer.repository) ? answer.repository : {};
    return hashes.map((_, index) => {
      const blob = found[`b${index}`];
      return isJsonObject(blob) && typeof blob.text === 'string' ? blob.text : null;
    });
  } catch (error) {
    // An outage is one for the blobs, too; a refused query is none.
    if (error instanceof ReadFault && (!(error instanceof GithubError) || error.isAmbiguous)) throw error;
    return [];
  }
}

async function readBlob({ client, attempt }: BlobSource, hash: string): Promise<Uint8Array> {
  const { owner, repo } = client;
  const purpose = { action: `read the file ${hash}`, permission: 'contents: read', thing: `file ${hash}` };
  const { data } = await attempt(purpose, (octokit) => octokit.rest.git.getBlob({ owner, repo, file_sha: hash }));
  const blob: unknown = data;
  if (isJsonObject(blob) && typeof blob.content === 'string' && blob.encoding === 'base64') {
    const bytes = Buffer.from(blob.content, 'base64');
    if (isBlob(hash, bytes)) return bytes;
  }
  throw unreadable(`the file ${hash}`);
}

/** True if git would give these bytes this name. */
function isBlob(hash: string, bytes: Uint8Array): boolean {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === hash;
}

/** An answer that is whole and is not what was asked for. */
export function unreadable(what: string): ReadFault {
  return ReadFault.of(`GitHub's answer for ${what} cannot be read.`, 'Run again.');
}
