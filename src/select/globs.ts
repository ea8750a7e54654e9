import picomatch from 'picomatch';
import type { Tree } from '../ports.ts';
import type { Prompt } from '../prompts/prompt.ts';

/** A glob as written: the files that it matches, and behind a `#` the names of the prompts in them; null for all that they hold. */
interface Address {
  readonly files: string;
  readonly name: string | null;
}

/** Makes a test whether a path matches any of the globs, whatever prompts they name in it. Files in `node_modules` never match. */
export function buildMatcher(globs: readonly string[]): (path: string) => boolean {
  const { names, patterns } = splitGlobs(globs);
  const matches = patterns.length === 0 ? () => false : picomatch([...patterns], { dot: true, ignore: installed });
  return (path) => (names.has(path) && !isInstalled(path)) || matches(path);
}

/** The paths of a tree that match any of the globs, sorted. */
export function selectPaths(tree: Tree, globs: readonly string[]): readonly string[] {
  const { names, patterns } = splitGlobs(globs);
  const named = [...names].filter((path) => tree.entries.has(path) && !isInstalled(path));
  if (patterns.length === 0) return named.sort();
  const matches = buildMatcher(patterns);
  return [...new Set([...named, ...[...tree.entries.keys()].filter(matches)])].sort();
}

/** Makes a test whether the globs choose a prompt: its file, and in one that holds several its name. */
export function buildChooser(globs: readonly string[]): (prompt: Pick<Prompt, 'path' | 'key'>) => boolean {
  const addresses = globs.map(splitAddress).map(({ files, name }) => ({
    isFile: buildMatcher([files]),
    isName: name === null || name === '*' ? () => true : picomatch(name, { dot: true, bash: true }),
  }));
  return ({ path, key }) => addresses.some(({ isFile, isName }) => isFile(path) && (key === null || isName(key)));
}

/** The names without a wildcard that the globs ask for in a file. */
export function listNamesAsked(globs: readonly string[], path: string): readonly string[] {
  return globs.map(splitAddress).flatMap(({ files, name }) => {
    if (name === null || !isLiteral(name) || !buildMatcher([files])(path)) return [];
    return dropEscapes(name);
  });
}

/** True where two lists of globs may choose the same prompts of a file: both match it, and not each by names that the other has not. */
export function mayShare(one: readonly string[], other: readonly string[], path: string): boolean {
  if (!buildMatcher(one)(path)) return false;
  const names = listNamesAsked(other, path);
  const isNamedOnly = names.length === other.filter((glob) => buildMatcher([glob])(path)).length;
  return !isNamedOnly || names.length === 0 || names.some((key) => buildChooser(one)({ path, key }));
}

/** Makes a test whether any of the globs asks for prompts of a file by their names. */
export function buildNamer(globs: readonly string[]): (path: string) => boolean {
  const naming = globs.filter((glob) => splitAddress(glob).name !== null);
  return naming.length === 0 ? () => false : buildMatcher(naming);
}

/** The part of a glob that is about files. */
export function filesOf(glob: string): string {
  return splitAddress(glob).files;
}

/** Splits a glob at its last `#` that no backslash escapes; what stands behind it is no part of a path. */
function splitAddress(glob: string): Address {
  const found = /^((?:[^\\]|\\.)*?)#([^#/.][^#/]*)$/s.exec(glob);
  return { files: found?.[1] ?? glob, name: found?.[2] ?? null };
}

const installed = '**/node_modules/**';
const isInstalled = picomatch(installed, { dot: true });

/** Globs without a wildcard are looked up by name: of a thousand prompts that stand alone each is a suite with such a one. */
function splitGlobs(globs: readonly string[]) {
  const files = globs.map(filesOf);
  return {
    names: new Set(files.filter(isLiteral).map(dropEscapes)),
    patterns: files.filter((glob) => !isLiteral(glob)),
  };
}

function isLiteral(glob: string): boolean {
  return !/[\\*?[\]{}()!+@|]/.test(glob.replace(/\\./gs, ''));
}

function dropEscapes(glob: string): string {
  return glob.replace(/\\(.)/gs, '$1');
}
