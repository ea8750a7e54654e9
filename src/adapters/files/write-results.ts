import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asError, UserError } from '../../errors.ts';

/** Writes result files into a folder, made if need be like those below it, and returns their paths. A text in parts is written as it is made. Throws a UserError where the folder cannot be written. */
export async function writeResults(
  folder: string,
  files: ReadonlyMap<string, string | Iterable<string>>,
): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    await Promise.all(
      [...files].map(async ([name, text]) => {
        const path = join(folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, typeof text === 'string' ? text : gather(text));
      }),
    );
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  return [...files.keys()].sort().map((name) => join(folder, name));
}

/** Makes the folder for result files if need be; throws a UserError where nothing can be written into it. */
export async function requireResultFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

function unwritable(folder: string, cause: unknown): UserError {
  const message = `The report folder ${folder} cannot be written: ${asError(cause).message}.`;
  return UserError.of(message, 'Name another folder.', null, { cause });
}

/** A write for each line would take longer than all else. */
const chunkCharacters = 1 << 18;

function* gather(parts: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length < chunkCharacters) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
