import { checkKinds } from '../checks/registry.ts';
import { schemasOf } from '../config/key.ts';
import { judgeKeys } from '../config/keys/metrics.ts';
import { listPathKeys } from '../config/path-rules.ts';
import { isBuiltin, resolveGlob, resolvePath } from '../config/paths.ts';
import { listGroupMembers } from '../config/rule-context.ts';
import { buildProblem, collectProblems, type Problem } from '../errors.ts';
import type { Tree } from '../ports.ts';
import { selectPaths } from '../select/globs.ts';
import type { SourceFile } from '../text/source-file.ts';
import { type KeyPath, parseYaml, type YamlFile } from '../text/yaml-file.ts';

/** What to do about a path that leads nowhere. */
export const missingHint = 'Correct the path (it is relative to the config file), or commit the file.';

/** The files that a config names and a tree has not, whatever else is wrong in the config; none where it is no YAML. */
export function findMissingFiles(source: SourceFile, tree: Tree): readonly Problem[] {
  return inSuites(source, (file, suite) =>
    [...listTexts(file, [...suite, 'dataset']), ...listMetricFiles(file, suite)].flatMap((path) =>
      checkFile(file, source.path, tree, path),
    ),
  );
}

/** The globs of a config that match nothing in a tree. */
export function findEmptyGlobs(source: SourceFile, tree: Tree): readonly Problem[] {
  return inSuites(source, (file, suite) =>
    listTexts(file, [...suite, 'prompts']).flatMap((path) => checkGlob(file, source.path, tree, path)),
  );
}

function inSuites(
  source: SourceFile,
  find: (file: YamlFile, suite: KeyPath) => readonly Problem[],
): readonly Problem[] {
  const file = collectProblems([], () => parseYaml(source));
  return file === null ? [] : listItems(file, ['suites']).flatMap((suite) => find(file, suite));
}

function checkGlob(file: YamlFile, configPath: string, tree: Tree, path: KeyPath): readonly Problem[] {
  const written = file.get(path) as string;
  const glob = resolveGlob(configPath, written);
  if (glob === null || selectPaths(tree, [glob]).length > 0) return [];
  return [buildProblem(`${written} matches no prompt file.`, missingHint, file.where(path))];
}

function checkFile(file: YamlFile, configPath: string, tree: Tree, path: KeyPath): readonly Problem[] {
  const written = file.get(path) as string;
  const resolved = isBuiltin(written) ? null : resolvePath(configPath, written);
  if (resolved === null || tree.entries.has(resolved)) return [];
  return [buildProblem(`${resolved} does not exist.`, missingHint, file.where(path))];
}

/** Where a suite's checks and judges name files. */
function listMetricFiles(file: YamlFile, suite: KeyPath): readonly KeyPath[] {
  const checks = listItems(file, [...suite, 'checks']).flatMap((check) => [
    check,
    ...listGroupMembers({ file }, check),
  ]);
  const schemas = checks.flatMap((check) => {
    const kind = checkKinds.find(({ type }) => type === file.get([...check, 'type']));
    return listPathKeys(kind?.properties ?? {}).map((key) => [...check, key]);
  });
  const judges = listItems(file, [...suite, 'judges']).flatMap((judge) =>
    listPathKeys(schemasOf(judgeKeys)).map((key) => [...judge, key]),
  );
  return [...schemas, ...judges].filter((path) => typeof file.get(path) === 'string');
}

function listItems(file: YamlFile, path: KeyPath): readonly KeyPath[] {
  const value = file.get(path);
  return Array.isArray(value) ? value.map((_, index) => [...path, index]) : [];
}

/** A text, or the texts of a list. */
function listTexts(file: YamlFile, path: KeyPath): readonly KeyPath[] {
  return [path, ...listItems(file, path)].filter((one) => typeof file.get(one) === 'string');
}
