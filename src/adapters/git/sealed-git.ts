import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClonePlaces } from './clone-places.ts';
import { createGit, type Git } from './run-git.ts';

/**
 * Git over a clone's objects in a folder of our own: nothing that the clone's settings name is known to it, so nothing
 * of it can be started. What it writes stays in its folder.
 */
export interface SealedGit {
  /** Sees objects alone. */
  readonly git: Git;
  /** Sees the clone's files too, by the index `index` of the folder. */
  readonly fileGit: Git;
  readonly folder: string;
  remove(): Promise<void>;
}

/** Settings of the clone and its user that say how files are read; all are words or yes and no, and name no program. */
const taken = [
  ...['autocrlf', 'eol', 'filemode', 'symlinks', 'ignorecase', 'precomposeunicode', 'trustctime', 'checkstat'],
  ...['longpaths', 'sparsecheckout'],
];

/** Makes the folder; `clone` is git in the clone itself, which is asked for settings alone. */
export async function createSealedGit(clone: Git, places: ClonePlaces): Promise<SealedGit> {
  const folder = await mkdtemp(join(tmpdir(), 'prompt-assay-'));
  for (const name of ['refs', 'objects', 'info']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'HEAD'), 'ref: refs/heads/none\n');
  await writeFile(join(folder, 'config'), renderConfig(places.objectFormat, await readSettings(clone)));
  // Where a shallow history ends, and what the user ignores in this clone alone.
  await copyIfThere(places.shallow, join(folder, 'shallow'));
  await copyIfThere(places.exclude, join(folder, 'info', 'exclude'));
  const own = {
    GIT_DIR: folder,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: quoteAlternate(places.objects),
    // The user's own settings and attributes could start programs for what the clone's attributes name.
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
  };
  const files = { ...own, GIT_WORK_TREE: places.topLevel, GIT_INDEX_FILE: join(folder, 'index') };
  return {
    git: createGit(folder, own),
    fileGit: createGit(places.topLevel, files),
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Copies a file; one that is not there is none. */
export async function copyIfThere(from: string, to: string): Promise<void> {
  await copyFile(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

type Setting = readonly [name: string, value: string];

async function readSettings(clone: Git): Promise<readonly Setting[]> {
  const [listed, ignoring] = await Promise.all([
    clone(['config', '-z', '--get-regexp', `^core\\.(${taken.join('|')})$`]),
    clone(['config', '--type=path', '--get', 'core.excludesFile']),
  ]);
  const entries = listed.stdout.toString('utf8').split('\0').slice(0, -1);
  const settings = entries.map((entry): Setting => {
    const [key = '', ...value] = entry.split('\n');
    // A name alone means yes.
    return [key.slice('core.'.length), value.length === 0 ? 'true' : value.join('\n')];
  });
  const usual = join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'git', 'ignore');
  return [...settings, ['excludesFile', ignoring.stdout.toString('utf8').replace(/\n$/, '') || usual]];
}

function renderConfig(objectFormat: string, settings: readonly Setting[]): string {
  const quote = (value: string) => `"${value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
  const lines = settings.map(([name, value]) => `${name} = ${quote(value)}\n`);
  // Names of objects other than SHA-1 are an extension.
  const [version, extensions] =
    objectFormat === 'sha1' ? [0, ''] : [1, `[extensions]\nobjectFormat = ${objectFormat}\n`];
  return `[core]\nrepositoryFormatVersion = ${version}\nbare = true\n${lines.join('')}${extensions}`;
}

/** The list of alternates is split at colons, unless a path is quoted as in C. */
function quoteAlternate(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
