import { parseBaseline } from '../baseline/parse-baseline.ts';
import type { StoredBaseline } from '../baseline/stored-baseline.ts';
import type { BranchStore, NoiseStore } from '../ports.ts';

/** Reads one suite's stored baseline; null where the branch has none. Throws a UserError for a damaged one. */
export async function readBaseline(store: BranchStore, branch: string, folder: string): Promise<StoredBaseline | null> {
  const { files } = await store.read(branch, folder);
  const inFolder = [...files].map(([path, text]) => [path.slice(folder.length + 1), text] as const);
  return parseBaseline(folder, new Map(inFolder));
}

/** Reads one suite's recorded noise run; null where none is. Throws a UserError for a damaged one. */
export async function readRecordedNoise(store: NoiseStore, folder: string): Promise<StoredBaseline | null> {
  return parseBaseline(folder, await store.read(folder));
}
