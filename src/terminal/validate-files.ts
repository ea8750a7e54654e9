import { stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { createFolderTree, type FoundFile, listFolder } from '../adapters/files/folder-tree.ts';
import { buildProblem, type Problem, UserError } from '../errors.ts';
import { explainEmpty, validateTree } from '../pipeline/validate.ts';
import { buildPart, buildValidation, joinValidations, type ValidateResult } from '../pipeline/validation.ts';
import { ownReading } from '../prompts/format.ts';
import { formatOfPath } from '../prompts/formats.ts';
import { followDependencies } from '../read/read-included.ts';
import { isConfigName } from '../select/side.ts';
import type { SourceFile } from '../text/source-file.ts';
import { isThere } from './clone-paths.ts';
import { findNamed, readSourceFile } from './read-file.ts';

/** Checks files and folders outside of a clone, as a clone of them would be: with all that they read, and a config with its whole folder. */
export async function validateFiles(
  named: readonly string[],
  config: string | null,
  cwd: string,
): Promise<ValidateResult> {
  const there = await Promise.all(named.map((path) => isThere(resolve(cwd, path))));
  const missing = named.filter((_, index) => !there[index]).map(explainMissing);
  const absolute = named.filter((_, index) => there[index]).map((path) => resolve(cwd, path));
  if (absolute.length === 0) return buildValidation([buildPart([], { errors: missing })]);
  const asked = config === null ? null : resolve(cwd, config);
  const files = await gather(asked === null ? absolute : [...absolute, asked]);
  const root = findRoot(
    files.map(({ path }) => path),
    cwd,
  );
  const toKey = (path: string) => relative(root, path).split(sep).join('/');
  const repository = createFolderTree(root, files);
  const empty = named.filter((path) => {
    const folder = resolve(cwd, path);
    return (
      absolute.includes(folder) && !files.some((file) => file.path === folder || file.path.startsWith(folder + sep))
    );
  });
  const found = await validateTree(repository, repository.tree, asked && toKey(asked), absolute.map(toKey));
  const show = (path: string) => (named.some(isAbsolute) ? join(root, path) : relative(cwd, join(root, path)) || '.');
  const unread = buildPart([], { errors: [...missing, ...empty.map(explainEmpty)] });
  return joinValidations([buildValidation([unread]), relabel(found, show)]);
}

/** The mistake of naming what is not there. */
export function explainMissing(path: string): Problem {
  return buildProblem('does not exist.', 'Name a readable file or folder.', { path, line: null, column: null });
}

/** The files themselves, those of folders and beside configs, and all that prompts among them read. */
async function gather(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const files = new Map<string, FoundFile>();
  for (const path of paths) {
    const isFolder = await stat(path)
      .then((found) => found.isDirectory())
      .catch(() => false);
    if (!isFolder) files.set(path, { path, mode: '100644' });
    const folder = isFolder ? path : isConfigName(basename(path)) ? dirname(path).replace(/[\\/]\.github$/, '') : null;
    for (const one of folder === null ? [] : await listFolder(folder)) files.set(one.path, files.get(one.path) ?? one);
  }
  const mayRead = (path: string) => formatOfPath(path, ownReading)?.dependencies ?? paths.includes(path);
  const texts = await Promise.all([...files.keys()].filter(mayRead).map(readQuietly));
  await followDependencies(texts.flat(), async (asked) => {
    const named = (await Promise.all(asked.map(findNamed))).flat();
    for (const path of named) files.set(path, files.get(path) ?? { path, mode: '100644' });
    return new Map((await Promise.all(named.map(readQuietly))).flat().map((file) => [file.path, file]));
  });
  return [...files.values()];
}

/** What cannot be read is told when it is checked. */
async function readQuietly(path: string): Promise<readonly SourceFile[]> {
  try {
    return [await readSourceFile(path)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}

/** The working folder if it holds them all, else the deepest folder that does. */
function findRoot(paths: readonly string[], cwd: string): string {
  const holds = (folder: string) => paths.every((path) => !relative(folder, path).startsWith('..'));
  let root = cwd;
  while (!holds(root) && dirname(root) !== root) root = dirname(root);
  return root;
}

function relabel(result: ValidateResult, show: (path: string) => string): ValidateResult {
  const place = <T extends { readonly path: string | null }>(one: T): T =>
    one.path === null ? one : { ...one, path: show(one.path) };
  return {
    ...result,
    errors: result.errors.map(place),
    warnings: result.warnings.map(place),
    prompts: result.prompts.map(place),
    suites: result.suites.map((suite) => ({ ...suite, config: suite.config && show(suite.config) })),
  };
}
