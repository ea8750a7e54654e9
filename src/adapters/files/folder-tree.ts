import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { asError, ReadFault } from '../../errors.ts';
import type { Repository, Tree, TreeEntry } from '../../ports.ts';

/** A file of this machine by its absolute path; `mode` is as git writes it. */
export type FoundFile = Pick<TreeEntry, 'path' | 'mode'>;

/** Installed packages and git's own files are nobody's prompts. */
const skipped = new Set(['node_modules', '.git']);

/** Lists all files below a folder; links are listed and not followed. Throws what the system says of a folder that cannot be read. */
export async function listFolder(folder: string): Promise<readonly FoundFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries.map(async (entry): Promise<readonly FoundFile[]> => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFolder(path);
    if (entry.isSymbolicLink()) return [{ path, mode: '120000' }];
    return entry.isFile() ? [{ path, mode: '100644' }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** Files of this machine as a tree whose paths start at `root`, without git. A file that cannot be read is a ReadFault. */
export function createFolderTree(root: string, files: readonly FoundFile[]): { tree: Tree } & Repository {
  const entries = files.map(({ path: absolute, mode }): TreeEntry => {
    const path = relative(root, absolute).split(sep).join('/');
    return { path, mode, hash: path };
  });
  const tree = { commit: '', entries: new Map(entries.map((entry) => [entry.path, entry])) };
  const read = async (path: string) => {
    const bytes = await readFile(join(root, path)).catch((cause: unknown) => {
      throw ReadFault.of(`${path} cannot be read: ${asError(cause).message}.`, 'Name readable files.', { cause });
    });
    return [path, bytes] as const;
  };
  return {
    tree,
    readTree: async () => tree,
    readBlobs: async (hashes) => new Map(await Promise.all(hashes.map(read))),
  };
}
