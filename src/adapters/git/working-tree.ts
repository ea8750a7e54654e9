import { readdir, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ReadFault } from '../../errors.ts';
import type { ClonePlaces } from './clone-places.ts';
import { explainResult, requireGit, requireLine } from './run-git.ts';
import { copyIfThere, type SealedGit } from './sealed-git.ts';

const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
/** Hashes what it is told, replaces a file by a folder and the other way, removes what is gone; what a sparse checkout left out stays. */
const hashing = ['update-index', '-z', '--add', '--remove', '--replace', '--ignore-skip-worktree-entries', '--stdin'];

/**
 * Puts the files as they lie on disk into the sealed folder, changed and untracked ones but not the ignored, and returns
 * the name of their tree. Unlike `git add` these commands look into no submodule, where git would be started anew.
 */
export async function hashWorkingTree({ fileGit: git, folder }: SealedGit, places: ClonePlaces): Promise<string> {
  await copyIndex(places.index, folder);
  const listed = await git(listing);
  if (listed.code !== 0) throw explainResult(listing, listed);
  refuseUnreadable(listed.stderr);
  // Of a path with conflicts there are several entries; a repository inside of this one ends in a slash.
  const paths = listed.stdout.toString('latin1').split('\0').slice(0, -1);
  const names = new Set(paths.map((path) => path.replace(/\/$/, '')));
  // Sorted, so that a file that became a folder goes before what is in the folder comes; as bytes, since a name need not be text.
  const input = [...names]
    .sort()
    .map((name) => `${name}\0`)
    .join('');
  await requireGit(git, hashing, { input: Buffer.from(input, 'latin1') });
  // A partial clone need not have the files that nobody changed.
  return requireLine(git, ['write-tree', '--missing-ok']);
}

/** Git leaves out a folder that it may not open, and says so in passing. */
function refuseUnreadable(said: string): void {
  const unread = /could not open directory '(.*)'/.exec(said)?.[1];
  if (unread === undefined) return;
  throw ReadFault.of(`The folder ${unread} cannot be read.`, 'Make it readable, or name it in .gitignore.');
}

/** Copies an index with its time, floored to the second: git hashes files that changed in the index's own second, and a younger copy would make an edit of equal size look like no change (git's "racy" entries). It spares hashing files that git knows to be unchanged; without an index all are hashed. */
async function copyIndex(from: string, folder: string): Promise<void> {
  const to = join(folder, 'index');
  await copyIfThere(from, to);
  const found = await stat(from).catch(() => null);
  if (found === null) return;
  const seconds = Math.floor(found.mtimeMs / 1000);
  await utimes(to, seconds, seconds);
  // A split index has its larger part beside it.
  const beside = await readdir(dirname(from));
  const parts = beside.filter((name) => name.startsWith('sharedindex.'));
  for (const name of parts) await copyIfThere(join(dirname(from), name), join(folder, name));
}
