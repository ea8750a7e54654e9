import { ReadFault } from '../../errors.ts';
import type { Tree, TreeEntry } from '../../ports.ts';
import { type Git, requireGit } from './run-git.ts';

/** Lists every file of a commit or tree, under the name `commit`. */
export async function listTree(
  git: Git,
  commit: string,
  treeish: string,
  env: Readonly<Record<string, string>>,
): Promise<Tree> {
  const listing = (await requireGit(git, ['ls-tree', '-r', '-z', '--full-tree', treeish], { env })).toString('utf8');
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
export async function readObjects(
  git: Git,
  hashes: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = [...new Set(hashes)];
  const blobs = new Map<string, Uint8Array>();
  if (wanted.length === 0) return blobs;
  const answer = await requireGit(git, ['cat-file', '--batch'], { input: `${wanted.join('\n')}\n`, env });
  let at = 0;
  for (const hash of wanted) {
    const end = answer.indexOf(10, at);
    const [, type, size] = answer.subarray(at, end).toString('latin1').split(' ');
    if (end < 0 || type !== 'blob') throw missing(hash);
    blobs.set(hash, answer.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return blobs;
}

function missing(hash: string): ReadFault {
  return ReadFault.of(
    `The file ${hash} is not in this clone.`,
    'Fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout.',
  );
}
