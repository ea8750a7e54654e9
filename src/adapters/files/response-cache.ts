import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { asError } from '../../errors.ts';
import { isJsonObject, parseJson, writeJson } from '../../json.ts';
import type { Log, ResponseCache } from '../../ports.ts';
import { escapeJson } from '../../text/unseen.ts';
import { writeWhole } from './write-whole.ts';

/** Raised whenever older entries must not be read: their shape changed, or what they take for an answer. The first revision had no folder of its own. */
const formatRevision = 4;

/**
 * Keeps known answers as one file each below a folder of `directory`, which is made when first needed and named by the format's revision.
 * A write is whole or not there at all; what is half-written, unreadable or another key's reads as null.
 * A directory that cannot be written is said once and costs only the saving. What was written longer ago than `lifetimeMs` is not known.
 * Folders and files are for this user alone.
 */
export function createFileCache(directory: string, log: Log, lifetimeMs = Number.POSITIVE_INFINITY): ResponseCache {
  let warned = false;
  return {
    async read(key) {
      const { file } = pathOf(directory, key);
      try {
        const { mtime } = await stat(file);
        if (Date.now() - mtime.getTime() > lifetimeMs) return null;
        const entry = parseJson(await readFile(file, 'utf8'));
        if (!isJsonObject(entry) || entry.key !== key) return null;
        await markUsed(file, mtime);
        return entry.value ?? null;
      } catch {
        return null;
      }
    },
    async write(key, value) {
      try {
        const { folder, file } = pathOf(directory, key);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeWhole(file, escapeJson(writeJson({ key, value })));
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

/** The time of access says what was longest not used, whatever the file system does about it; that of writing stays. */
async function markUsed(file: string, written: Date): Promise<void> {
  await utimes(file, new Date(), written).catch(() => {});
}
