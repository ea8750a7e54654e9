import type { Case } from '../datasets/case.ts';
import { parseRows } from '../datasets/rows.ts';
import { buildProblem, collectProblems, type Problem, ReportedError } from '../errors.ts';
import { checkPrompt } from '../plan/check-variables.ts';
import type { Repository, Tree } from '../ports.ts';
import { promptFormats } from '../prompts/formats.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { readPrompts } from '../read/read-prompts.ts';
import { findOwnReading } from '../read/readings.ts';
import { buildPart, describePrompt, type Part } from './validation.ts';

/** True for `*.prompt.*` in a format that is read: a prompt by its name, whether a suite has it or not. */
export function isNamedAsPrompt(path: string): boolean {
  if (!/\.prompt\.[^./]+$/i.test(path) || path.split('/').includes('node_modules')) return false;
  return promptFormats.some((format) => format.recognisesPath(path));
}

/**
 * Checks a prompt that stands in no suite: its form, what it includes, and that its own rows fill it. Where not all suites are known, one
 * may still give it rows.
 */
export async function checkLoose(
  repository: Repository,
  tree: Tree,
  path: string,
  areSuitesKnown: boolean,
): Promise<Part> {
  const problems: Problem[] = [];
  try {
    const { prompts, included } = await readPrompts(repository, tree, [path], findOwnReading, problems);
    const checked = prompts.map((prompt) => checkRows(prompt, areSuitesKnown, problems));
    return buildPart([path, ...included], {
      errors: problems,
      warnings: checked.flatMap(({ warnings }) => warnings),
      prompts: checked.map(({ prompt, cases }) => describePrompt(prompt, cases.length, listNames(prompt))),
    });
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return buildPart([path], { errors: error.problems });
  }
}

/** Whatever else is wrong goes to `problems`. */
function checkRows(prompt: Prompt, areSuitesKnown: boolean, problems: Problem[]) {
  const rows = prompt.rows ?? [];
  const parsed = rows.length === 0 ? null : collectProblems(problems, () => parseRows(rows));
  const cases: readonly Case[] = parsed?.cases ?? [];
  problems.push(...checkPrompt(prompt, cases));
  const where = { path: prompt.path, line: null, column: null };
  const advice = 'Add testData, or a suite with a dataset in prompt-assay.yml.';
  const bare = rows.length === 0 && areSuitesKnown ? [buildProblem('has no rows of its own.', advice, where)] : [];
  return { prompt, cases, warnings: [...prompt.warnings, ...prompt.unread, ...(parsed?.warnings ?? []), ...bare] };
}

function listNames({ metrics }: Prompt): readonly string[] {
  return metrics.map(({ name }) => name);
}
