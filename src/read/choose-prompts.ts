import { buildProblem, type Problem } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { addressOf } from '../prompts/resolve.ts';
import { buildChooser, buildMatcher, listNamesAsked } from '../select/globs.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { quoteName, suggestName } from '../text/problems.ts';
import { listFirst } from '../text/prose.ts';
import { readPrompts } from './read-prompts.ts';
import { readingsOf, type SuiteReading } from './readings.ts';

/** The most prompts that a sentence names. */
const maxNamed = 8;

/** Which prompts of some files are taken. */
export interface Choice {
  readonly isChosen: (prompt: Prompt) => boolean;
  /** Globs whose names there have to be; null where it does not matter. */
  readonly asked: readonly string[] | null;
}

/** What a suite takes of main. */
export function chooseOfBase({ suite }: SuiteSelection): Choice {
  return { isChosen: buildChooser(suite.prompts), asked: null };
}

/** What a suite takes of the change: what main's list chooses and its own, and what continues a prompt elsewhere. */
export function chooseOfCandidate({ suite, proposed, followed }: SuiteSelection): Choice {
  const isOwn = buildChooser([...suite.prompts, ...(proposed?.prompts ?? [])]);
  const isChosen = (prompt: Prompt) => isOwn(prompt) || followed.includes(addressOf(prompt));
  return { isChosen, asked: proposed?.prompts ?? null };
}

/** Reads some files as suites say, and takes of their prompts those that are chosen; mistakes go to `problems`. Throws where a file cannot be read. */
export async function choosePrompts(
  repository: Repository,
  tree: Tree,
  paths: readonly string[],
  suites: readonly SuiteReading[],
  { isChosen, asked }: Choice,
  problems: Problem[],
): Promise<readonly Prompt[]> {
  const { prompts } = await readPrompts(repository, tree, paths, readingsOf(suites), problems);
  if (asked !== null) problems.push(...findVainNames(prompts, asked));
  return prompts.filter(isChosen);
}

/** The names that a suite asks for and no prompt of the file has; where it asks by patterns alone, that they choose nothing. */
function findVainNames(prompts: readonly Prompt[], asked: readonly string[]): readonly Problem[] {
  const isAsked = buildChooser(asked);
  const named = prompts.filter(({ key }) => key !== null);
  const files = [...new Set(named.map(({ path }) => path))].filter(buildMatcher(asked));
  const problems = files.flatMap((path) => {
    const keys = named.flatMap((prompt) => (prompt.path === path ? (prompt.key ?? []) : []));
    const missing = listNamesAsked(asked, path).filter((name) => !keys.includes(name));
    return missing.map((name) => explainMissing(path, name, keys));
  });
  const [first] = files;
  if (problems.length > 0 || first === undefined || prompts.some(isAsked)) return problems;
  return [
    explainMissing(
      first,
      null,
      named.filter(({ path }) => path === first).flatMap(({ key }) => key ?? []),
    ),
  ];
}

function explainMissing(path: string, name: string | null, keys: readonly string[]): Problem {
  const near = name === null ? null : suggestName(name, keys);
  const known = `There are ${listFirst(keys, maxNamed)}.`;
  const what = name === null ? 'that the suite asks for' : `${quoteName(name)}, which the suite asks for`;
  const hint = near === null ? known : `Did you mean "${near}"? ${known}`;
  return buildProblem(`holds no prompt ${what}.`, hint, { path, line: null, column: null });
}
