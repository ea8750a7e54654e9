import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import picomatch from 'picomatch';
import { listFolder } from '../adapters/files/folder-tree.ts';
import { asError, UserError } from '../errors.ts';
import type { Dependency } from '../prompts/format.ts';
import { followDependencies } from '../read/read-included.ts';
import { buildMatcher } from '../select/globs.ts';
import { decodeSourceFile, maxTextBytes, type SourceFile } from '../text/source-file.ts';
import { isThere } from './clone-paths.ts';

/** Reads a file that a command line names. Throws a UserError that says what is wrong with it. */
export async function readSourceFile(path: string, maxBytes = maxTextBytes): Promise<SourceFile> {
  return decodeSourceFile(path, await readBytes(path), maxBytes);
}

/** The bytes of such a file. Throws a UserError that says why it cannot be read. */
export function readBytes(path: string): Promise<Buffer> {
  const where = { path, line: null, column: null };
  return readFile(path).catch((cause: unknown) => {
    const { code } = cause as NodeJS.ErrnoException;
    const what = { ENOENT: 'does not exist.', EISDIR: 'is a folder.', EACCES: 'may not be read.' }[String(code)];
    throw UserError.of(what ?? `cannot be read: ${asError(cause).message}.`, 'Name a readable file.', where, { cause });
  });
}

/** Reads what prompt files read from other files, by path; one that does not exist is left out. Throws a UserError for one that is no text. */
export function readIncludedFiles(files: readonly SourceFile[]): Promise<ReadonlyMap<string, SourceFile>> {
  return followDependencies(files, async (asked) => {
    const paths = (await Promise.all(asked.map(findNamed))).flat();
    return new Map(await Promise.all(paths.map(async (path) => [path, await readSourceFile(path)] as const)));
  });
}

/** The files of this machine that a prompt file names. */
export async function findNamed({ path, isGlob }: Dependency): Promise<readonly string[]> {
  if (!isGlob) return (await isThere(path)) ? [path] : [];
  const folder = picomatch.scan(path).base || '.';
  const below = (await isThere(folder)) ? await listFolder(folder) : [];
  return below.map((file) => file.path.split(sep).join('/')).filter(buildMatcher([path]));
}
