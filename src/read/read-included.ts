import { buildProblem, collectProblems, UserError } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import { findDependencies, maxDepth } from '../prompts/dependencies.ts';
import type { Dependency, PromptFormat } from '../prompts/format.ts';
import { formatOfPath, promptFormats } from '../prompts/formats.ts';
import { selectPaths } from '../select/globs.ts';
import { findLink } from '../select/side.ts';
import { quoteName } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { readFiles } from './read-files.ts';
import { type FindReading, findOwnReading, readingsOf, type SuiteReading } from './readings.ts';

/** Reads files that others name; what is not there is left out. */
type ReadDependencies = (asked: readonly Dependency[]) => Promise<ReadonlyMap<string, SourceFile>>;

/** Reads all that prompt files read from other files, directly or through others, by path: level by level, as deep as a prompt may go. */
export async function followDependencies(
  files: readonly SourceFile[],
  read: ReadDependencies,
  findReading: FindReading = findOwnReading,
): Promise<ReadonlyMap<string, SourceFile>> {
  const included = new Map<string, SourceFile>();
  for (const format of promptFormats) {
    let level = files.filter(({ path }) => formatOfPath(path, findReading(path)) === format);
    for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
      // A text that cannot tell is left to the one who parses it.
      const asked = level.flatMap((file) => collectProblems([], () => format.dependencies?.(file)) ?? []);
      const possible = asked.flatMap((one) => [one.path, ...(one.otherwise ?? [])].map((path) => ({ ...one, path })));
      const fresh = new Map(possible.filter(({ path }) => !included.has(path)).map((one) => [one.path, one]));
      const found = fresh.size === 0 ? new Map<string, SourceFile>() : await read([...fresh.values()]);
      for (const [path, file] of found) included.set(path, file);
      level = [...found.values()];
    }
  }
  return included;
}

/**
 * Reads what prompt files of a tree read from its other files, by path; a path that the tree lacks is left out. Throws a UserError where
 * one is a link, a submodule or below one, or is no text.
 */
export function readIncluded(
  repository: Repository,
  tree: Tree,
  files: readonly SourceFile[],
  findReading: FindReading,
): Promise<ReadonlyMap<string, SourceFile>> {
  const read: ReadDependencies = (asked) => {
    const problems = asked.flatMap(({ path, where }) => {
      const link = findLink(tree, path);
      if (link === null) return [];
      const message = `reads ${quoteName(path)}, but ${link.path} is ${link.kind}, and those are never followed.`;
      return [buildProblem(message, 'Commit the file itself under this path.', where)];
    });
    if (problems.length > 0) throw new UserError(problems);
    return readFiles(
      repository,
      tree,
      asked.map(({ path }) => path),
    );
  };
  return followDependencies(files, read, findReading);
}

/**
 * What the prompts of some suites read from other files of their tree, directly or through others, by the prompt's path. What cannot be
 * read is left to those who report mistakes.
 */
export async function readDependencies(
  repository: Repository,
  tree: Tree,
  suites: readonly SuiteReading[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const read = async (asked: readonly Pick<Dependency, 'path'>[]) =>
    new Map((await Promise.all(asked.map(({ path }) => readQuietly(repository, tree, path)))).flat());
  const found = suites.map(async (suite) => {
    const findReading = readingsOf([suite]);
    const formatFor = (path: string) => formatOfPath(path, findReading(path));
    const roots = selectPaths(tree, suite.prompts).filter((path) => formatFor(path)?.dependencies);
    const files = [...(await read(roots.map((path) => ({ path })))).values()];
    return Promise.all(
      files.map(async (file) => {
        const included = await followDependencies([file], read, findReading);
        const format = formatFor(file.path) as PromptFormat;
        const known = collectProblems([], () => findDependencies(format, file, included));
        return [file.path, known?.paths ?? []] as const;
      }),
    );
  });
  return new Map((await Promise.all(found)).flat());
}

async function readQuietly(repository: Repository, tree: Tree, path: string) {
  try {
    return [...(await readFiles(repository, tree, [path]))];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}
