import { buildProblem, type Problem } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { addressOf } from '../prompts/resolve.ts';
import { buildChooser, buildMatcher } from '../select/globs.ts';
import { readPrompts } from './read-prompts.ts';
import { readingsOf, type SuiteReading } from './readings.ts';

/** The most prompts that a sentence names. */
const maxNamed = 8;

/** Reads those prompts of some files that the globs of suites choose; mistakes go to `problems`. Throws where a file cannot be read. */
export async function choosePrompts(
  repository: Repository,
  tree: Tree,
  paths: readonly string[],
  suites: readonly SuiteReading[],
  problems: Problem[],
): Promise<readonly Prompt[]> {
  const own = suites.filter(({ prompts }) => paths.some(buildMatcher(prompts)));
  const { prompts } = await readPrompts(repository, tree, paths, readingsOf(own), problems);
  const chosen = prompts.filter(buildChooser(own.flatMap((suite) => suite.prompts)));
  const [first] = prompts;
  if (chosen.length === 0 && first !== undefined) problems.push(explainUnchosen(first, prompts));
  return chosen;
}

/** No prompt of the files has a name that is asked for. */
function explainUnchosen({ path }: Prompt, prompts: readonly Prompt[]): Problem {
  const names = prompts.map(addressOf).slice(0, maxNamed).join(', ');
  const more = prompts.length > maxNamed ? ` and ${prompts.length - maxNamed} more` : '';
  const where = { path, line: null, column: null };
  return buildProblem('holds no prompt that the suite asks for by name.', `There are ${names}${more}.`, where);
}
