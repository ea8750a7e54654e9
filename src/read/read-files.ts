import { collectProblems, type Problem, UserError } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import { fileEntry } from '../select/side.ts';
import { decodeSourceFile, maxTextBytes, type SourceFile } from '../text/source-file.ts';

/** Texts that were read already: a tree does not change, and several steps ask for its prompts. Datasets are not among them. */
const textsByTree = new WeakMap<Tree, Map<string, SourceFile>>();

/** Reads regular files of a tree as text; a path that the tree lacks is left out. Throws a UserError with every file that cannot be read as text. */
export async function readFiles(
  repository: Repository,
  tree: Tree,
  paths: readonly string[],
  maxBytes = maxTextBytes,
): Promise<ReadonlyMap<string, SourceFile>> {
  const problems: Problem[] = [];
  const texts = textsByTree.get(tree) ?? new Map<string, SourceFile>();
  textsByTree.set(tree, texts);
  const files = maxBytes === maxTextBytes ? texts : new Map<string, SourceFile>();
  const fresh = paths.filter((path) => !texts.has(path));
  const entries = fresh.flatMap((path) => collectProblems(problems, () => fileEntry(tree, path)) ?? []);
  const blobs = await repository.readBlobs([...new Set(entries.map((entry) => entry.hash))]);
  for (const { path, hash } of entries) {
    const bytes = blobs.get(hash);
    const file = bytes && collectProblems(problems, () => decodeSourceFile(path, bytes, maxBytes));
    if (file) files.set(path, file);
  }
  if (problems.length > 0) throw new UserError(problems);
  return new Map(
    paths.flatMap((path) => {
      const file = texts.get(path) ?? files.get(path);
      return file === undefined ? [] : [[path, file] as const];
    }),
  );
}
