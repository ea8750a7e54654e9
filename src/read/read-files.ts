import { collectProblems, type Problem, UserError } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import { fileEntry } from '../select/side.ts';
import { decodeSourceFile, maxTextBytes, type SourceFile } from '../text/source-file.ts';

/** Reads regular files of a tree as text; a path that the tree lacks is left out. Throws a UserError with every file that cannot be read as text. */
export async function readFiles(
  repository: Repository,
  tree: Tree,
  paths: readonly string[],
  maxBytes = maxTextBytes,
): Promise<ReadonlyMap<string, SourceFile>> {
  const problems: Problem[] = [];
  const entries = paths.flatMap((path) => collectProblems(problems, () => fileEntry(tree, path)) ?? []);
  const blobs = await repository.readBlobs([...new Set(entries.map((entry) => entry.hash))]);
  const files = entries.flatMap((entry) => {
    const bytes = blobs.get(entry.hash);
    if (bytes === undefined) return [];
    const file = collectProblems(problems, () => decodeSourceFile(entry.path, bytes, maxBytes));
    return file === null ? [] : [[entry.path, file] as const];
  });
  if (problems.length > 0) throw new UserError(problems);
  return new Map(files);
}
