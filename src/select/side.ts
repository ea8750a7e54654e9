import picomatch from 'picomatch';
import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { Tree, TreeEntry } from '../ports.ts';

/** One side of the comparison as read: its files by hash and its config, if it has one. */
export interface Side {
  /** What people call it in messages: `main`, `the pull request`, `working tree`. */
  readonly label: string;
  readonly tree: Tree;
  readonly config: Config | null;
}

const configPaths = ['prompt-assay.yml', '.github/prompt-assay.yml'];

/** The config file's path in a tree: the one asked for, else the root's, else `.github`'s; null where none exists. */
export function selectConfigPath(tree: Tree, asked: string | null): string | null {
  const paths = asked === null ? configPaths : [asked];
  return paths.find((path) => tree.entries.has(path)) ?? null;
}

/** The paths of a tree that match any of the globs, sorted. Files in `node_modules` never match. */
export function selectPaths(tree: Tree, globs: readonly string[]): readonly string[] {
  const matches = picomatch([...globs], { dot: true, ignore: ['**/node_modules/**'] });
  return [...tree.entries.keys()].filter((path) => matches(path)).sort();
}

/** The entry of a regular file, or null where the tree has none; throws a UserError for a symlink or a submodule. */
export function fileEntry(tree: Tree, path: string): TreeEntry | null {
  const entry = tree.entries.get(path);
  if (entry === undefined) return null;
  const kind = { '120000': 'a symbolic link', '160000': 'a submodule' }[entry.mode];
  if (kind !== undefined) {
    const where = { path, line: null, column: null };
    throw UserError.of(`is ${kind}, and those are never followed.`, 'Commit the file itself under this path.', where);
  }
  return entry;
}
