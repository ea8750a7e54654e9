import { createHash } from 'node:crypto';
import { ReadFault } from '../../errors.ts';
import { isJsonObject } from '../../json.ts';
import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';

/** Fewer blobs than this are read one by one, until a run has shown that it reads many. */
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
 * Reads blobs by their hash. Those asked for at the same time, or while others are on their way, are read together: small ones by queries of
 * many, which answer text, and whatever a query does not bring byte for byte one by one.
 */
export function createBlobReader(source: BlobSource): (hash: string) => Promise<Uint8Array> {
  let waiting: Waiting[] = [];
  let isBusy = false;
  let least = minBatch;
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Whoever goes on with what came just now may ask for more.
      await new Promise(setImmediate);
      const asked = waiting;
      waiting = [];
      if (asked.length >= least) least = 2;
      await readAll(source, asked, least);
    }
    isBusy = false;
  };
  return (hash) =>
    new Promise((resolve, reject) => {
      waiting.push({ hash, resolve, reject });
      if (isBusy) return;
      isBusy = true;
      void flush();
    });
}

/** Settles every one that waits; `least` are read together. Where there is no room for all requests of a step, it sends none of them. */
async function readAll(source: BlobSource, asked: readonly Waiting[], least: number): Promise<void> {
  try {
    const { batches, single } = planReads(asked, source, least);
    source.requireRoom(batches.length + single.length);
    const [missed] = await Promise.all([
      Promise.all(batches.map((batch) => readBatch(source, batch))),
      readEach(source, single),
    ]);
    source.requireRoom(missed.flat().length);
    await readEach(source, missed.flat());
  } catch (error) {
    for (const one of asked) one.reject(error);
  }
}

function planReads(
  waiting: readonly Waiting[],
  { sizeOf }: BlobSource,
  least: number,
): { readonly batches: readonly (readonly Waiting[])[]; readonly single: readonly Waiting[] } {
  const isSmall = ({ hash }: Waiting) => (sizeOf(hash) ?? Number.POSITIVE_INFINITY) <= maxQueriedBytes;
  const small = waiting.filter(isSmall);
  if (small.length < least) return { batches: [], single: waiting };
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

/** Reads many by one query and returns those that it did not bring. */
async function readBatch(source: BlobSource, batch: readonly Waiting[]): Promise<readonly Waiting[]> {
  try {
    const texts = await queryTexts(
      source,
      batch.map(({ hash }) => hash),
    );
    return batch.filter((one, index) => {
      const bytes = Buffer.from(texts[index] ?? '', 'utf8');
      const isWhole = isBlob(one.hash, bytes);
      if (isWhole) one.resolve(bytes);
      return !isWhole;
    });
  } catch (error) {
    for (const one of batch) one.reject(error);
    return [];
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

async function readEach(source: BlobSource, some: readonly Waiting[]): Promise<void> {
  await Promise.all(some.map((one) => readBlob(source, one.hash).then(one.resolve, one.reject)));
}

async function readBlob({ client, attempt }: BlobSource, hash: string): Promise<Uint8Array> {
  const { owner, repo } = client;
  const purpose = { action: `read the file ${hash}`, permission: 'contents: read', thing: `file ${hash}` };
  const { data } = await attempt(purpose, (octokit) => octokit.rest.git.getBlob({ owner, repo, file_sha: hash }));
  // Whatever its encoding, the bytes have the name that was asked for, or they are others.
  const bytes = Buffer.from(data.content, 'base64');
  if (isBlob(hash, bytes)) return bytes;
  throw ReadFault.of(`GitHub's answer for the file ${hash} is not that file.`, 'Run again.');
}

/** True if git would give these bytes this name. */
function isBlob(hash: string, bytes: Uint8Array): boolean {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === hash;
}
