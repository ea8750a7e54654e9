import { buildProblem, type Problem } from '../errors.ts';
import { buildMatcher } from '../select/globs.ts';
import { quoteName } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Dependency, PromptFormat } from './format.ts';

/** The most files that are read one through the other. */
export const maxDepth = 8;

/** The most files that a glob stands for. */
export const maxMatches = 1000;

const missingHint = 'Correct the path, or commit the file.';

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
    for (const asked of (dependencies?.(file, root.path) ?? []).flatMap((one) => listMatches(one, known))) {
      const { path, where } = asked;
      // Should one of them come to be there, it would be read.
      for (const one of listPlaces(asked)) if (!known.has(one)) paths.add(one);
      const fault = findFault(asked, chain, known);
      if (fault !== null) problems.push(buildProblem(`reads ${quoteName(path)}, ${fault.what}.`, fault.hint, where));
      const next = known.get(path);
      const isFollowed = fault !== null || next === undefined || paths.has(path);
      if (!asked.isGlob) paths.add(path);
      if (!isFollowed) visit(next, [...chain, path]);
    }
  };
  visit(root, [root.path]);
  return { paths: [...paths], problems };
}

/** Where a dependency may be; a glob may be anywhere. */
export function listPlaces({ path, otherwise = [], isGlob }: Dependency): readonly string[] {
  return isGlob ? [] : [path, ...otherwise];
}

/** The files that a glob matches, in the order of their names; itself where there are none or too many. Of several places of one file, the one where it is. */
function listMatches(asked: Dependency, known: ReadonlyMap<string, SourceFile>): readonly Dependency[] {
  if (!asked.isGlob) {
    const places = listPlaces(asked);
    return [{ ...asked, path: places.find((path) => known.has(path)) ?? asked.path, otherwise: places }];
  }
  const matching = [...known.keys()].filter(buildMatcher([asked.path])).sort();
  const isWithin = matching.length > 0 && matching.length <= maxMatches;
  return isWithin ? matching.map((path) => ({ ...asked, path, isGlob: false })) : [asked];
}

function findFault(
  { path, isGlob, hint }: Dependency,
  chain: readonly string[],
  known: ReadonlyMap<string, SourceFile>,
) {
  if (chain.includes(path)) return { what: 'which reads this file again', hint: 'Take one of the two out.' };
  if (chain.length > maxDepth) {
    return { what: `and that is more than ${maxDepth} files deep`, hint: 'Write what it holds into this file.' };
  }
  if (known.has(path)) return null;
  if (!isGlob) return { what: 'which does not exist', hint: hint ?? missingHint };
  if (![...known.keys()].some(buildMatcher([path])))
    return { what: 'which matches no file', hint: hint ?? missingHint };
  return { what: `which matches more than ${maxMatches} files`, hint: 'Name fewer of them.' };
}
