import { randomUUID } from 'node:crypto';
import { access, constants, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asError, UserError } from '../errors.ts';

/** Throws a UserError where a file could not be replaced. */
export async function requireReplaceable(path: string): Promise<void> {
  try {
    for (const place of [path, dirname(path)]) await access(place, constants.W_OK);
  } catch (cause) {
    throw cannotReplace(path, cause);
  }
}

/**
 * Puts a text in place of a file that still holds `known`: all of it or nothing, with the file's mode. Throws a UserError
 * otherwise.
 */
export async function replaceFile(path: string, known: Buffer, text: Buffer): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeDraft(draft, text, (await stat(path)).mode & 0o7777);
    if (!known.equals(await readFile(path))) throw changedMeanwhile(path);
    await rename(draft, path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw cannotReplace(path, error);
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeDraft(path: string, text: Buffer, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    // What a file is opened with is narrowed by the umask.
    await file.chmod(mode);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function changedMeanwhile(path: string): UserError {
  const hint = 'The last answer was not kept. Start again: what is filled is not asked again.';
  return UserError.of('was changed by something else meanwhile.', hint, { path, line: null, column: null });
}

function cannotReplace(path: string, cause: unknown): UserError {
  const where = { path, line: null, column: null };
  const hint = 'Both the file and its folder have to be there and may be written.';
  return UserError.of(`cannot be replaced: ${asError(cause).message}.`, hint, where, { cause });
}
