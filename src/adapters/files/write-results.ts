import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asError, UserError } from '../../errors.ts';

/** Writes result files into a folder, made if need be, and returns their paths. Throws a UserError where the folder cannot be written. */
export async function writeResults(folder: string, files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    await Promise.all([...files].map(([name, text]) => writeFile(join(folder, name), text)));
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
