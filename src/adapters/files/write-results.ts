import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asError, UserError } from '../../errors.ts';

/** Writes result files into a folder, made if need be like those below it, and returns their paths. Throws a UserError where the folder cannot be written. */
export async function writeResults(folder: string, files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    await Promise.all(
      [...files].map(async ([name, text]) => {
        const path = join(folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      }),
    );
  } catch (cause) {
    throw UserError.of(
      `The report folder ${folder} cannot be written: ${asError(cause).message}.`,
      'Name another folder.',
      null,
      { cause },
    );
  }
  return [...files.keys()].sort().map((name) => join(folder, name));
}
