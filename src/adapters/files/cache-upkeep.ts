import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How large a folder of answers may grow, and how long an answer is one, from when it was written. */
export interface CacheLimits {
  readonly maxBytes: number;
  readonly lifetimeMs: number;
}

/** What a folder of answers holds; bytes are those that it takes on the disk. */
export interface CacheSize {
  readonly entries: number;
  readonly bytes: number;
}

/** Older drafts belong to no run that still writes them. */
const draftLifetimeMs = 60 * 60 * 1000;

interface KeptFile {
  readonly path: string;
  readonly bytes: number;
  readonly writtenMs: number;
  readonly usedMs: number;
}

/** Counts the answers below a folder; none where it is not there. Throws what the system says of one that cannot be read. */
export async function measureCache(directory: string): Promise<CacheSize> {
  const files = (await listFiles(directory)).filter(isEntry);
  return { entries: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Removes what is past its time, and then what was longest not used, until the rest keeps to the limits. Throws what the system says. */
export async function tidyCache(directory: string, { maxBytes, lifetimeMs }: CacheLimits): Promise<void> {
  const nowMs = Date.now();
  const files = await listFiles(directory);
  const isOver = (file: KeptFile) => nowMs - file.writtenMs > (isEntry(file) ? lifetimeMs : draftLifetimeMs);
  const over = files.filter(isOver);
  const kept = files.filter((file) => !isOver(file)).sort((a, b) => a.usedMs - b.usedMs);
  let excess = kept.reduce((sum, { bytes }) => sum + bytes, 0) - maxBytes;
  for (const file of kept) {
    if (excess <= 0) break;
    over.push(file);
    excess -= file.bytes;
  }
  for (const { path } of over) await rm(path, { force: true });
}

/** Removes every answer below a folder, and says what they were; other files stay. Throws what the system says. */
export async function clearCache(directory: string): Promise<CacheSize> {
  const size = await measureCache(directory);
  for (const { path } of await listFiles(directory)) await rm(path, { force: true });
  return size;
}

function isEntry({ path }: KeptFile): boolean {
  return path.endsWith('.json');
}

async function listFiles(directory: string): Promise<readonly KeptFile[]> {
  const names = await readdir(directory, { recursive: true }).catch(unlessGone<string[]>([]));
  const files: KeptFile[] = [];
  for (const name of names.filter((one) => /^v\d+[\\/].*\.(json|tmp)$/.test(one))) {
    const path = join(directory, name);
    // Another run may have removed it in the meantime.
    const found = await stat(path).catch(unlessGone(null));
    if (found === null) continue;
    const { mtimeMs: writtenMs, atimeMs: usedMs } = found;
    files.push({ path, bytes: found.blocks ? found.blocks * 512 : found.size, writtenMs, usedMs });
  }
  return files;
}

function unlessGone<T>(otherwise: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return otherwise;
    throw error;
  };
}
