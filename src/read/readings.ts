import type { SuiteConfig } from '../config/config.ts';
import { ownReading, type Reading } from '../prompts/format.ts';
import { buildMatcher, buildNamer } from '../select/globs.ts';

/** What a suite says of how its prompt files are read. */
export type SuiteReading = Pick<SuiteConfig, 'prompts' | 'format' | 'template'>;

/** How the file of a path is to be read. */
export type FindReading = (path: string) => Reading;

/** For files that no suite reads. */
export const findOwnReading: FindReading = () => ownReading;

/** How suites read their files; the first that matches a path decides. */
export function readingsOf(suites: readonly SuiteReading[]): FindReading {
  const readers = suites.map(({ prompts, format, template }) => ({ isOwn: buildMatcher(prompts), format, template }));
  const byName = buildNamer(suites.flatMap(({ prompts }) => prompts));
  return (path) => {
    const { format, template } = readers.find(({ isOwn }) => isOwn(path)) ?? ownReading;
    return { format, template, byName: byName(path) };
  };
}
