import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asError } from '../../errors.ts';
import { isJsonObject } from '../../json.ts';
import type { Log, ResponseCache } from '../../ports.ts';

/** Raised whenever older entries must not be read: their shape changed, or what they take for an answer. The first revision had no folder of its own. */
const formatRevision = 3;

/**
 * Keeps known answers as one file each below a folder of `directory`, which is made when first needed and named by the format's revision.
 * A write is whole or not there at all; what is half-written, unreadable or another key's reads as null.
 * A directory that cannot be written is said once and costs only the saving.
 */
export function createFileCache(directory: string, log: Log): ResponseCache {
  let warned = false;
  return {
    async read(key) {
      try {
        const entry: unknown = JSON.parse(await readFile(pathOf(directory, key).file, 'utf8'));
        return isJsonObject(entry) && entry.key === key ? (entry.value ?? null) : null;
      } catch {
        return null;
      }
    },
    async write(key, value) {
      try {
        await writeWhole(pathOf(directory, key), JSON.stringify({ key, value }));
      } catch (error) {
        if (!warned) log.warn(`answers are not kept in ${directory}: ${asError(error).message}`);
        warned = true;
      }
    },
  };
}

interface EntryPath {
  readonly folder: string;
  readonly file: string;
}

/** The name is a hash of the key: whatever a key holds, it stays inside the directory. */
function pathOf(directory: string, key: string): EntryPath {
  const name = createHash('sha256').update(key).digest('hex');
  const folder = join(directory, `v${formatRevision}`, name.slice(0, 2));
  return { folder, file: join(folder, `${name}.json`) };
}

/** Renaming is atomic within one folder, so that a reader or a crash never meets half a file. */
async function writeWhole({ folder, file }: EntryPath, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
