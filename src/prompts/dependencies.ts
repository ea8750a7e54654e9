import { buildProblem, type Problem } from '../errors.ts';
import { quoteName } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { PromptFormat } from './format.ts';

/** The most files that are read one through the other. */
export const maxDepth = 8;

/** What a prompt file reads besides itself, as far as `known` files tell, and what is wrong with it. */
export interface Dependencies {
  /** Repository paths, each once, in order of first mention; those that `known` lacks too. */
  readonly paths: readonly string[];
  /** Each where a file says it: a file that `known` lacks, one that reads itself, more than eight in a row. */
  readonly problems: readonly Problem[];
}

/** Follows a prompt file to all that it reads, directly or through others; throws a UserError for a file whose text cannot tell. */
export function findDependencies(
  { dependencies }: PromptFormat,
  root: SourceFile,
  known: ReadonlyMap<string, SourceFile>,
): Dependencies {
  const paths = new Set<string>();
  const problems: Problem[] = [];
  const visit = (file: SourceFile, chain: readonly string[]): void => {
    for (const { path: first, otherwise = [], where } of dependencies?.(file) ?? []) {
      const path = [first, ...otherwise].find((one) => known.has(one)) ?? first;
      // Should it come to be there, it would be read.
      for (const one of [first, ...otherwise]) if (!known.has(one)) paths.add(one);
      const fault = findFault(path, chain, known);
      if (fault !== null) problems.push(buildProblem(`reads ${quoteName(path)}, ${fault.what}.`, fault.hint, where));
      const next = known.get(path);
      const isFollowed = fault !== null || next === undefined || paths.has(path);
      paths.add(path);
      if (!isFollowed) visit(next, [...chain, path]);
    }
  };
  visit(root, [root.path]);
  return { paths: [...paths], problems };
}

function findFault(path: string, chain: readonly string[], known: ReadonlyMap<string, SourceFile>) {
  if (chain.includes(path)) return { what: 'which reads this file again', hint: 'Take one of the two out.' };
  if (chain.length > maxDepth) {
    return { what: `and that is more than ${maxDepth} files deep`, hint: 'Write what it holds into this file.' };
  }
  if (known.has(path)) return null;
  return {
    what: 'which does not exist',
    hint: 'The text of a file is meant: correct the path (it is relative to this file), or commit it. To send a tag "{{> path}}" as text, write "\\{{>".',
  };
}
