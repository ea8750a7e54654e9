import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { createGit, explainResult } from './run-git.ts';

/** Where the parts of a clone are: absolute paths, of which `index`, `shallow` and `exclude` need not be there. */
export interface ClonePlaces {
  readonly topLevel: string;
  /** The folder that was asked about, as a repository path that ends in `/`; empty at the top. */
  readonly prefix: string;
  /** Git's own folder, which all worktrees of a clone share. */
  readonly commonFolder: string;
  readonly index: string;
  readonly objects: string;
  readonly shallow: string;
  readonly exclude: string;
  /** How objects are named: `sha1` or `sha256`. */
  readonly objectFormat: string;
}

const asked = [
  ...['rev-parse', '--is-bare-repository', '--show-prefix', '--show-toplevel', '--show-object-format'],
  // Seen from the folder: git before 2.31 has no word for absolute ones.
  ...['--git-common-dir', '--git-path', 'index', '--git-path', 'objects', '--git-path', 'shallow'],
  ...['--git-path', 'info/exclude'],
];

/** Finds the clone around a folder; throws a UserError in a bare one and in one that names another folder's files, and a ReadFault outside of any and where git is not installed. */
export async function locateClone(folder: string): Promise<ClonePlaces> {
  const said = await createGit(folder)(asked);
  const lines = said.stdout.toString('utf8').split('\n');
  if (lines[0] === 'true')
    throw UserError.of('This is a bare repository without files.', 'Run the command inside a clone.');
  if (said.code !== 0) throw explainResult(asked, said);
  const at = await realpath(folder);
  const [, prefix = '', topLevel = '', objectFormat = '', ...paths] = lines;
  if ((await findOwner(at)) !== topLevel) {
    throw UserError.of(
      `The settings of this clone place its files elsewhere, in ${topLevel}.`,
      'Remove `core.worktree` from them.',
    );
  }
  const [commonFolder = '', index = '', objects = '', shallow = '', exclude = ''] = paths.map((path) =>
    resolve(at, path),
  );
  return { topLevel, prefix, commonFolder, index, objects, shallow, exclude, objectFormat };
}

/** The folder that has the `.git` which git finds from a real path; null where none has. */
async function findOwner(folder: string): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    const isOwner = await lstat(join(at, '.git')).then(
      () => true,
      () => false,
    );
    if (isOwner) return at;
    if (dirname(at) === at) return null;
  }
}
