import { buildHistory, type History, isHistoryPath } from '../history/history.ts';
import type { Repository } from '../ports.ts';

/** Where a history is read: a commit of the baseline branch, and what people call the branch. */
export interface HistoryPlace {
  readonly branch: string;
  readonly commit: string;
}

/** Reads the history that the baseline branch holds at a commit: its tip has every line, so that no older commit is read. */
export async function readHistory(
  { readTree, readBlobs }: Repository,
  place: HistoryPlace,
  last: number | null = null,
): Promise<History> {
  const { entries } = await readTree(place.commit);
  const wanted = [...entries.values()].filter(({ path, mode }) => isHistoryPath(path) && mode.startsWith('100'));
  const blobs = wanted.length === 0 ? new Map() : await readBlobs(wanted.map(({ hash }) => hash));
  // Bytes that are no UTF-8 spoil the lines that they stand in, and no others.
  const files = wanted.map(({ path, hash }) => [path, new TextDecoder().decode(blobs.get(hash))] as const);
  return buildHistory(place, new Map(files), last);
}
