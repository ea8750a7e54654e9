import { randomUUID } from 'node:crypto';
import { link, lstat, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asError, UserError } from '../../errors.ts';

/** Throws a UserError where something has this path already, or its folder is not there. */
export async function requireNew(path: string): Promise<void> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => explainUnless(path, 'ENOENT', error));
  if (found !== null) throw exists(path);
  await lstat(dirname(path)).catch((error: NodeJS.ErrnoException) => explainUnless(path, '', error));
}

/** Writes a file that is not there yet: all of it or nothing, and never over another. Throws a UserError otherwise. */
export async function writeNew(path: string, text: string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    // A rename would replace what came to be there in the meantime.
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw exists(path);
    throw cannotWrite(path, error);
  } finally {
    await rm(draft, { force: true });
  }
}

function explainUnless(path: string, code: string, error: NodeJS.ErrnoException): null {
  if (error.code === code) return null;
  throw cannotWrite(path, error);
}

function exists(path: string): UserError {
  const where = { path, line: null, column: null };
  return UserError.of('is there already, and nothing is overwritten.', 'Name another file.', where);
}

function cannotWrite(path: string, cause: unknown): UserError {
  const where = { path, line: null, column: null };
  const hint = 'Name a file in a folder that is there and may be written.';
  return UserError.of(`cannot be written: ${asError(cause).message}.`, hint, where, { cause });
}
