import { readFile, stat } from 'node:fs/promises';
import { asError, UserError } from '../errors.ts';
import { followDependencies } from '../read/read-included.ts';
import { decodeSourceFile, maxTextBytes, type SourceFile } from '../text/source-file.ts';

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
    const read = asked.map(async ({ path }) => {
      const isThere = await stat(path).then(
        () => true,
        () => false,
      );
      return isThere ? [[path, await readSourceFile(path)] as const] : [];
    });
    return new Map((await Promise.all(read)).flat());
  });
}
