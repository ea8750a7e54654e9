import { ReadFault } from '../../errors.ts';
import type { Tree, TreeEntry } from '../../ports.ts';
import { fetchHint, type Git, requireGit } from './run-git.ts';

/** Lists every file of a commit or tree, under the name `commit`. */
export async function listTree(git: Git, commit: string, treeish: string): Promise<Tree> {
  const listing = (await requireGit(git, ['ls-tree', '-r', '-z', '--full-tree', treeish])).toString('utf8');
  const entries = listing.split('\0').filter((line) => line !== '');
  return { commit, entries: new Map(entries.map(parseEntry).map((entry) => [entry.path, entry])) };
}

/** A line of `ls-tree -z`: mode, type, object id, a tab, and the path as it is. */
function parseEntry(line: string): TreeEntry {
  const tab = line.indexOf('\t');
  const [mode = '', , hash = ''] = line.slice(0, tab).split(' ');
  return { path: line.slice(tab + 1), mode, hash };
}

/** Reads blobs in one process; throws a ReadFault for an object that this clone does not have. */
export async function readObjects(git: Git, hashes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  return requireAll(await readThere(git, [...new Set(hashes)]), hashes);
}

/** Makes `readObjects` for many who ask at the same time: one process reads for all of them, and each hears of its own objects alone. */
export function createObjectReader(
  git: () => Promise<Git>,
): (hashes: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>> {
  let wanted = new Set<string>();
  let found: Promise<ReadonlyMap<string, Uint8Array>> | null = null;
  const gather = async () => {
    await new Promise(setImmediate);
    const hashes = [...wanted];
    wanted = new Set();
    found = null;
    return readThere(await git(), hashes);
  };
  return async (hashes) => {
    if (hashes.length === 0) return new Map();
    for (const hash of hashes) wanted.add(hash);
    found ??= gather();
    return requireAll(await found, hashes);
  };
}

/** Those of these objects that are blobs of this clone. */
async function readThere(git: Git, hashes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  if (hashes.length === 0) return blobs;
  const answer = await requireGit(git, ['cat-file', '--batch'], { input: `${hashes.join('\n')}\n` });
  let at = 0;
  for (const hash of hashes) {
    const end = answer.indexOf(10, at);
    const [, type, size] = answer.subarray(at, end).toString('latin1').split(' ');
    at = end + 1;
    // `missing` and the like: a line without a text behind it.
    if (end < 0 || size === undefined) continue;
    if (type === 'blob') blobs.set(hash, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}

function requireAll(
  blobs: ReadonlyMap<string, Uint8Array>,
  hashes: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  return new Map(
    hashes.map((hash) => {
      const bytes = blobs.get(hash);
      if (bytes === undefined) throw missing(hash);
      return [hash, bytes];
    }),
  );
}

function missing(hash: string): ReadFault {
  return ReadFault.of(`The file ${hash} is not in this clone.`, fetchHint);
}
