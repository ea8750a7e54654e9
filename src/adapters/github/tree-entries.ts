import type { GithubClient } from './client.ts';

/** Larger files, and those beyond so much in all, are sent as blobs of their own: GitHub refuses very large trees with inline content. */
const maxInlineBytes = 1024 * 1024;
const maxInlineBytesInAll = 8 * 1024 * 1024;

/** A file of a tree that is to be made: with its text, as the object of that name, or (`sha` null) taken out. */
export interface NewEntry {
  readonly path: string;
  readonly mode: '100644';
  readonly type: 'blob';
  readonly content?: string;
  readonly sha?: string | null;
}

/** A regular file, whatever it holds. */
export const fileEntry = (path: string) => ({ path, mode: '100644', type: 'blob' }) as const;

/** The small files first, as far as they fit, with their text; the others by the name of an object. */
export async function buildEntries(
  client: GithubClient,
  files: readonly (readonly [path: string, text: string])[],
): Promise<readonly NewEntry[]> {
  let inline = 0;
  const sized = files.map(([path, text]) => ({ path, text, bytes: Buffer.byteLength(text) }));
  const build = async ({ path, text, bytes }: (typeof sized)[number]): Promise<NewEntry> => {
    inline += bytes;
    const fits = bytes <= maxInlineBytes && inline <= maxInlineBytesInAll;
    return fits
      ? { ...fileEntry(path), content: text }
      : { ...fileEntry(path), sha: await createBlob(client, `store ${path}`, text) };
  };
  return Promise.all(sized.sort((a, b) => a.bytes - b.bytes).map(build));
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
