import { readFile } from 'node:fs/promises';
import { asError, UserError } from '../errors.ts';
import { decodeSourceFile, maxTextBytes, type SourceFile } from '../text/source-file.ts';

/** Reads a file that a command line names. Throws a UserError that says what is wrong with it. */
export async function readSourceFile(path: string, maxBytes = maxTextBytes): Promise<SourceFile> {
  const where = { path, line: null, column: null };
  const bytes = await readFile(path).catch((cause: unknown) => {
    const { code } = cause as NodeJS.ErrnoException;
    const what = { ENOENT: 'does not exist.', EISDIR: 'is a folder.', EACCES: 'may not be read.' }[String(code)];
    throw UserError.of(what ?? `cannot be read: ${asError(cause).message}.`, 'Name a readable file.', where, { cause });
  });
  return decodeSourceFile(path, bytes, maxBytes);
}
