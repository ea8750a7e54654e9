import { posix } from 'node:path';
import type { Config, SuiteConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { Tree, TreeEntry } from '../ports.ts';

/** One side of the comparison as read: its files by hash and its config, if it has one. */
export interface Side {
  /** What people call it in messages: `main`, `the pull request`, `working tree`. */
  readonly label: string;
  readonly tree: Tree;
  readonly config: Config | null;
  /** All suites in force on this side: the config's, and prompt files that stand alone. */
  readonly suites: readonly SuiteConfig[];
  /** What its prompts read from other files, directly or through others: repository paths by the path of the prompt. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
}

const configNames = ['prompt-assay.yml', 'prompt-assay.yaml', 'prompt-assay.json'];
const configPaths = ['', '.github/'].flatMap((folder) => configNames.map((name) => folder + name));

/** The config file's path in a tree: the one asked for, else the one at the root or in `.github`; null where none exists. Throws a UserError where there are two: either might be the one that is meant. */
export function selectConfigPath(tree: Tree, asked: string | null): string | null {
  const paths = asked === null ? configPaths : [asked];
  const [path = null, other] = paths.filter((name) => tree.entries.has(name));
  if (path !== null && other !== undefined) {
    const where = { path, line: null, column: null };
    throw UserError.of(`is a config, and ${other} is one too.`, 'Keep one of the two.', where);
  }
  return path;
}

/** True for a path under which a config is found. */
export function isConfigPath(path: string): boolean {
  return configPaths.includes(path);
}

/** True for a file that is called as a config is, in whatever folder but that of workflows, where one may well be called after us. */
export function isConfigName(path: string): boolean {
  return configNames.includes(posix.basename(path)) && !path.startsWith('.github/workflows/');
}

/** Configs of a tree that nobody reads: those in other folders than the root and `.github`. */
export function listStrayConfigs(tree: Tree): readonly string[] {
  return [...tree.entries.keys()]
    .filter((path) => isConfigName(path) && !configPaths.includes(path))
    .filter((path) => !path.split('/').includes('node_modules'))
    .sort();
}

/** The glob of an application of which nobody says what makes its outputs: it may be any file. */
export const anyFile = '**';

/** The files that some of a side's prompts read besides themselves, sorted. */
export function listDependencies({ dependencies }: Side, prompts: readonly string[]): readonly string[] {
  return [...new Set(prompts.flatMap((path) => dependencies.get(path) ?? []))].sort();
}

/** The entry of a regular file, or null where the tree has none; throws a UserError for a symlink or a submodule. */
export function fileEntry(tree: Tree, path: string): TreeEntry | null {
  const entry = tree.entries.get(path);
  if (entry === undefined) return null;
  const kind = kinds.get(entry.mode);
  if (kind !== undefined) {
    const where = { path, line: null, column: null };
    throw UserError.of(`is ${kind}, and those are never followed.`, 'Commit the file itself under this path.', where);
  }
  return entry;
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['120000', 'a symbolic link'],
  ['160000', 'a submodule'],
]);

/** The link or submodule that a path is, or is below; null for a path that stands in the tree itself. */
export function findLink(tree: Tree, path: string): { readonly path: string; readonly kind: string } | null {
  for (let at = path; at !== '.' && at !== ''; at = posix.dirname(at)) {
    const kind = kinds.get(tree.entries.get(at)?.mode ?? '');
    if (kind !== undefined) return { path: at, kind };
  }
  return null;
}
