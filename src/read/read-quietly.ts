import { UserError } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { buildChooser } from '../select/globs.ts';
import { readPrompts } from './read-prompts.ts';
import { readingsOf, type SuiteReading } from './readings.ts';

/** The prompts of these files that the suites choose; one with a mistake is left to those who report mistakes. */
export async function readQuietly(
  repository: Repository,
  tree: Tree,
  paths: readonly string[],
  suites: readonly SuiteReading[],
): Promise<readonly Prompt[]> {
  const findReading = readingsOf(suites);
  const isChosen = buildChooser(suites.flatMap(({ prompts }) => prompts));
  const read = await Promise.all(
    paths.map(async (path) => {
      try {
        return (await readPrompts(repository, tree, [path], findReading, [])).prompts.filter(isChosen);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return [];
      }
    }),
  );
  return read.flat();
}
