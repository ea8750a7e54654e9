import { collectProblems, type Problem } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { parseOnce } from './parse-once.ts';
import { readFiles } from './read-files.ts';
import { readIncluded } from './read-included.ts';
import type { FindReading } from './readings.ts';

/** The prompts of some files. */
export interface ReadPrompts {
  /** All that the files hold. */
  readonly prompts: readonly Prompt[];
  /** The files that they read in their turn. */
  readonly included: readonly string[];
}

/** Reads prompt files of a tree; mistakes in them go to `problems`. Throws where a file cannot be read. */
export async function readPrompts(
  repository: Repository,
  tree: Tree,
  paths: readonly string[],
  findReading: FindReading,
  problems: Problem[],
): Promise<ReadPrompts> {
  const files = [...(await readFiles(repository, tree, paths)).values()];
  const included = await readIncluded(repository, tree, files, findReading);
  const prompts = files.flatMap((file) => {
    return collectProblems(problems, () => parseOnce(file, findReading(file.path), included)) ?? [];
  });
  return { prompts, included: [...included.keys()] };
}
