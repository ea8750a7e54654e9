import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asError, UserError } from '../../errors.ts';
import type { NoiseStore } from '../../ports.ts';
import { writeWhole } from './write-whole.ts';

/** Recorded noise runs below a folder of this machine, for this user alone. A file appears whole or not at all; whether files belong together their hashes say. */
export function createNoiseStore(directory: string): NoiseStore {
  return {
    async read(folder) {
      try {
        const names = (await readdir(join(directory, folder))).filter((name) => /\.jsonl?$/.test(name));
        const texts = await Promise.all(names.map((name) => readFile(join(directory, folder, name), 'utf8')));
        return new Map(names.map((name, index) => [name, texts[index] as string]));
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
        throw explain(join(directory, folder), 'read', cause);
      }
    },
    async write(folder, files) {
      try {
        await mkdir(join(directory, folder), { recursive: true, mode: 0o700 });
        for (const [name, text] of files) await writeWhole(join(directory, folder, name), text);
      } catch (cause) {
        throw explain(join(directory, folder), 'written', cause);
      }
    },
  };
}

function explain(path: string, done: 'read' | 'written', cause: unknown): UserError {
  const where = { path, line: null, column: null };
  return UserError.of(`cannot be ${done}: ${asError(cause).message}.`, 'Mend or remove it.', where, { cause });
}
