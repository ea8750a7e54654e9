import { buildProblem, collectProblems, UserError } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import { findDependencies, listPlaces, maxDepth, maxMatches } from '../prompts/dependencies.ts';
import type { Dependency, PromptFormat } from '../prompts/format.ts';
import { formatOf, formatOfPath } from '../prompts/formats.ts';
import { buildMatcher, selectPaths } from '../select/globs.ts';
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
  const known = new Set<string>();
  let level: readonly Reader[] = files.flatMap((file) => {
    const dependencies = formatOf(file, findReading(file.path))?.dependencies ?? null;
    return dependencies === null ? [] : [{ file, root: file.path, dependencies }];
  });
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    // A text that cannot tell is left to the one who parses it.
    const asked = level.flatMap((reader) =>
      (collectProblems([], () => reader.dependencies(reader.file, reader.root)) ?? []).map((one) => ({ one, reader })),
    );
    const possible = asked.flatMap(({ one }) =>
      one.isGlob ? [one] : listPlaces(one).map((path) => ({ ...one, path })),
    );
    const fresh = new Map(possible.filter(({ path }) => !included.has(path)).map((one) => [one.path, one]));
    const found = fresh.size === 0 ? new Map<string, SourceFile>() : await read([...fresh.values()]);
    for (const [path, file] of found) included.set(path, file);
    level = asked.flatMap(({ one, reader }) =>
      [...included.values()].filter(buildTest(one)).flatMap((file) => {
        const id = JSON.stringify([reader.root, file.path]);
        if (known.has(id)) return [];
        known.add(id);
        return [{ ...reader, file }];
      }),
    );
  }
  return included;
}

/** A file whose dependencies are asked for, and the prompt file that it is read for. */
interface Reader {
  readonly file: SourceFile;
  readonly root: string;
  readonly dependencies: NonNullable<PromptFormat['dependencies']>;
}

/** Tests whether a dependency stands for a file. */
function buildTest(asked: Dependency): (file: SourceFile) => boolean {
  const matches = asked.isGlob ? buildMatcher([asked.path]) : (one: string) => listPlaces(asked).includes(one);
  return (file) => matches(file.path);
}

/** The paths of a tree that dependencies stand for. */
function expandPaths(tree: Tree, asked: readonly Dependency[]): readonly string[] {
  // One more than a glob may stand for: who reads the prompt refuses them.
  const expand = (glob: string) => selectPaths(tree, [glob]).slice(0, maxMatches + 1);
  return [...new Set(asked.flatMap(({ path, isGlob }) => (isGlob ? expand(path) : [path])))];
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
    return readFiles(repository, tree, expandPaths(tree, asked));
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
  const readPaths = async (paths: readonly string[]) =>
    new Map((await Promise.all(paths.map((path) => readOrSkip(repository, tree, path)))).flat());
  const read: ReadDependencies = (asked) => readPaths(expandPaths(tree, asked));
  const found = suites.map(async (suite) => {
    const findReading = readingsOf([suite]);
    // What its name does not say, its content may.
    const mayRead = (path: string) => formatOfPath(path, findReading(path))?.dependencies !== null;
    const files = [...(await readPaths(selectPaths(tree, suite.prompts).filter(mayRead))).values()];
    return Promise.all(
      files.map(async (file) => {
        const included = await followDependencies([file], read, findReading);
        const format = formatOf(file, findReading(file.path));
        const known = format && collectProblems([], () => findDependencies(format, file, included));
        return [file.path, known?.paths ?? []] as const;
      }),
    );
  });
  return new Map((await Promise.all(found)).flat());
}

async function readOrSkip(repository: Repository, tree: Tree, path: string) {
  try {
    return [...(await readFiles(repository, tree, [path]))];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}
