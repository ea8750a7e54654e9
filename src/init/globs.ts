import { posix } from 'node:path';
import { escapeGlob } from '../config/paths.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { buildMatcher } from '../select/globs.ts';
import type { Survey } from './survey.ts';

/** From so many files of one folder on, a glob says what a list would. */
const fewest = 4;

/** Globs that choose these prompts and no other that was found: a wildcard for many files of one folder and ending, else each by its name. */
export function joinGlobs(prompts: readonly Prompt[], { paths, prompts: all }: Survey): readonly string[] {
  const files = [...new Set(prompts.flatMap(({ path, key }) => (key === null ? [path] : [])))];
  const groups = new Map<string, string[]>();
  for (const path of files) {
    const glob = `${escapeGlob(folderOf(path))}*${endingOf(path)}`;
    groups.set(glob, [...(groups.get(glob) ?? []), path]);
  }
  const own = new Set(files);
  const others = [...paths].filter((path) => !own.has(path));
  const ofFiles = [...groups].flatMap(([glob, some]) =>
    some.length >= fewest && !others.some(buildMatcher([glob])) ? [glob] : some.map(escapeGlob),
  );
  const chosen = new Set(prompts);
  const named = prompts.flatMap(({ path, key }) => {
    if (key === null) return [];
    const isWhole = all.every(({ prompt }) => prompt.path !== path || chosen.has(prompt));
    return [`${escapeGlob(path)}#${isWhole || !isNamable(key) ? '*' : escapeGlob(key)}`];
  });
  return [...new Set([...ofFiles, ...named])];
}

/** True for a name that a glob can ask for behind its `#`. */
function isNamable(key: string): boolean {
  return /^[^#/.][^#/]*$/.test(key);
}

function folderOf(path: string): string {
  return path.slice(0, path.length - posix.basename(path).length);
}

/** All that follows the first full stop of a name: `.prompt.yml`. */
function endingOf(path: string): string {
  return escapeGlob(/\..*$/s.exec(posix.basename(path))?.[0] ?? '');
}
