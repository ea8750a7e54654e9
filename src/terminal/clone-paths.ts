import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, posix, relative, sep } from 'node:path';
import type { LocalGit } from '../adapters/git/local-git.ts';
import { type Flags, textFlag } from './command.ts';

/** The folders of a clone, as far as paths are told by them. */
type Clone = Pick<LocalGit, 'topLevel' | 'prefix'>;

/** The repository path of what a command line names, seen from the working folder, empty for the top; null outside of the clone. */
export async function locateInClone({ topLevel, prefix }: Clone, path: string): Promise<string | null> {
  // A path that is written through a link is known to git by the folder that it leads to.
  const absolute = isAbsolute(path) ? await realpath(path).catch(() => path) : join(topLevel, prefix, path);
  const found = relative(topLevel, absolute).split(sep).join('/');
  return found === '..' || found.startsWith('../') || isAbsolute(found) ? null : found;
}

/** The repository path that `--config` names, seen from the working folder if a file is there, else from the top; null without the flag. */
export async function findConfigPath(flags: Flags, clone: Clone): Promise<string | null> {
  const named = textFlag(flags, 'config');
  if (named === null) return null;
  const path = await locateInClone(clone, named);
  return path !== null && (await isThere(join(clone.topLevel, path))) ? path : posix.normalize(named);
}

/** True for a file or folder of this machine. */
export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** True for a folder of a repository. What is wrong with that must not make its files look like files without one. */
export async function isBelowGit(folder: string): Promise<boolean> {
  if (await isThere(join(folder, '.git'))) return true;
  return dirname(folder) !== folder && isBelowGit(dirname(folder));
}
