import { posix } from 'node:path';
import picomatch from 'picomatch';
import type { SuiteConfig } from '../config/config.ts';
import { withoutPlaces } from '../config/place.ts';
import { canonicalJson } from '../json.ts';
import type { Tree } from '../ports.ts';
import { isReadAsPrompt } from '../prompts/recognise.ts';
import { buildMatcher, filesOf, selectPaths } from './globs.ts';
import { isAsApplication, isForOutputs, listSuiteFiles } from './select-suites.ts';
import { findLink, listDependencies, type Side } from './side.ts';

/** A suite that gates nothing on one side. */
export interface DeadSuite {
  readonly suite: SuiteConfig;
  /** What it depends on and cannot have, as a clause. */
  readonly reason: string;
  /** The link that it runs into; null where it matches no prompt. */
  readonly link: string | null;
}

/** The suites of a side that match no prompt, or depend on something that a link or a submodule stands for; those that an application answers alone are for another mode. */
export function findDeadSuites(side: Side): readonly DeadSuite[] {
  const { tree, suites } = side;
  return suites.flatMap((suite): readonly DeadSuite[] => {
    if (isForOutputs(suite)) return [];
    const paths = selectPaths(tree, suite.prompts);
    const named = [...listDependencies(side, paths), ...listSuiteFiles(suite)];
    // Nobody reads an application's code: a link in it counts by itself, and only one that stands for all of it hides what changes.
    const isCode = isAsApplication(suite);
    const folders = isCode || paths.length === 0 ? suite.prompts.map(fixedFolder) : [];
    const wanted = [...(isCode ? [] : paths), ...named, ...folders];
    const link = wanted.flatMap((path) => findLink(tree, path) ?? [])[0] ?? null;
    if (link !== null)
      return [{ suite, reason: `${link.path} is ${link.kind}, and those are never followed`, link: link.path }];
    if (paths.length > 0) return [];
    const what = isCode ? 'file' : 'prompt file';
    return [{ suite, reason: `${suite.prompts.join(', ')} matches no ${what}`, link: null }];
  });
}

/** The paths whose content or kind differs between two trees. */
export function listChangedPaths(base: Tree, candidate: Tree): readonly string[] {
  const paths = new Set([...base.entries.keys(), ...candidate.entries.keys()]);
  return [...paths].filter((path) => {
    const [before, after] = [base.entries.get(path), candidate.entries.get(path)];
    return before?.hash !== after?.hash || before?.mode !== after?.mode;
  });
}

/** True where a change concerns a suite: its section, a file it names, something below the fixed folder of its globs, or what its link leads to (`target`). */
export function isTouched(
  { suite, link }: DeadSuite,
  before: SuiteConfig | null,
  changed: readonly string[],
  target: string | null,
): boolean {
  const plain = (one: SuiteConfig) => canonicalJson(withoutPlaces(one));
  if (before === null || plain(before) !== plain(suite)) return true;
  const matches = buildMatcher(suite.prompts);
  const folders = suite.prompts.map(fixedFolder);
  const named = [...listSuiteFiles(suite), ...(link === null ? [] : [link]), ...(target === null ? [] : [target])];
  return changed.some(
    (path) =>
      matches(path) ||
      named.some((file) => isWithin(path, file) || isWithin(file, path)) ||
      folders.some((folder) =>
        folder === '' ? isReadAsPrompt(path) : isWithin(path, folder) || isWithin(folder, path),
      ),
  );
}

/** Where a link leads to, as a repository path; null where it leads out of the repository. */
export function resolveLink(path: string, text: string): string | null {
  const target = posix.normalize(posix.join(posix.dirname(path), text.trim()));
  return text.startsWith('/') || target === '..' || target.startsWith('../') ? null : target.replace(/\/$/, '');
}

/** The part of a glob before its first wildcard; empty at the root. */
function fixedFolder(glob: string): string {
  const files = filesOf(glob);
  const { base, isGlob } = picomatch.scan(files);
  return isGlob && base !== '.' ? base : isGlob ? '' : files;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
