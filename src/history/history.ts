import { type ChangelogLine, readChangelogLine } from '../baseline/changelog-line.ts';
import { buildProblem, type Problem, UserError } from '../errors.ts';
import { type Json, parseJson } from '../json.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import { type Merge, mergesPath, readMergeLine } from './merge-line.ts';

/** What became of one suite, the oldest first. */
export interface SuiteHistory {
  readonly suite: string;
  readonly baselines: readonly ChangelogLine[];
}

/** What the baseline branch knows of main over time. */
export interface History {
  readonly branch: string;
  /** The commit of the branch that was read. */
  readonly commit: string;
  /** By name. */
  readonly suites: readonly SuiteHistory[];
  /** By date, the oldest first; one line a change and config. */
  readonly merges: readonly Merge[];
  /** Lines that cannot be read; what the others say stands. */
  readonly errors: readonly Problem[];
  /** How many older baselines and merges were left out. */
  readonly leftOut: number;
}

const changelog = /^([^/]+)\/changelog\.jsonl$/;

/** True for the files of the branch that a history is made of. */
export function isHistoryPath(path: string): boolean {
  return path === mergesPath || changelog.test(path);
}

/** Puts the files of a branch together, by path; of each list the `last` newest, all where it is null. */
export function buildHistory(
  place: { readonly branch: string; readonly commit: string },
  files: ReadonlyMap<string, string>,
  last: number | null,
): History {
  const errors: Problem[] = [];
  const suites = [...files].flatMap(([path, text]): SuiteHistory[] => {
    const [, folder] = changelog.exec(path) ?? [];
    if (folder === undefined) return [];
    const baselines = readLines(path, text, errors, readChangelogLine).sort(byDate);
    return baselines.length === 0 ? [] : [{ suite: baselines.at(-1)?.suite ?? folder, baselines }];
  });
  const merges = lastWords(readLines(mergesPath, files.get(mergesPath) ?? '', errors, readMergeLine)).sort(byDate);
  const whole = [...suites.map(({ baselines }) => baselines), merges];
  const keep = <T>(lines: readonly T[]): readonly T[] => (last === null ? lines : lines.slice(-last));
  return {
    ...place,
    suites: suites
      .map(({ suite, baselines }) => ({ suite, baselines: keep(baselines) }))
      .sort((a, b) => (a.suite < b.suite ? -1 : a.suite > b.suite ? 1 : 0)),
    merges: keep(merges),
    errors,
    leftOut: whole.reduce((sum, lines) => sum + lines.length - keep<unknown>(lines).length, 0),
  };
}

function readLines<T extends object>(
  path: string,
  text: string,
  errors: Problem[],
  read: (value: Json | undefined) => T | 'newer' | null,
): T[] {
  return text.split('\n').flatMap((line, index): T[] => {
    if (line.trim() === '') return [];
    const found = read(parseJson(line));
    if (found !== null && found !== 'newer') return [found];
    const message = found === 'newer' ? 'was written by a newer version.' : 'is no line of a history.';
    const hint =
      found === 'newer' ? 'Update Prompt Assay here.' : 'Restore it from the history of the baseline branch.';
    errors.push(buildProblem(message, hint, { path, line: index + 1, column: null }));
    return [];
  });
}

/** A later line about the same change and config takes the place of an earlier one: it was written with more at hand. */
function lastWords(merges: readonly Merge[]): Merge[] {
  return [...new Map(merges.map((merge) => [JSON.stringify([merge.commit, merge.config]), merge])).values()];
}

/** Equal dates stay in the order of the file. */
function byDate(a: { readonly date: string }, b: { readonly date: string }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** The history of one suite alone. Throws a UserError where there is none of that name. */
export function chooseSuite(history: History, name: string): History {
  const suites = history.suites.filter(({ suite }) => suite === name);
  const merges = history.merges.flatMap((merge) => {
    const own = merge.suites.filter(({ suite }) => suite === name);
    return own.length === 0 ? [] : [{ ...merge, suites: own }];
  });
  if (suites.length > 0 || merges.length > 0) return { ...history, suites, merges };
  const known = [...history.suites, ...history.merges.flatMap((merge) => merge.suites)].map(({ suite }) => suite);
  throw UserError.of(`There is no history of a suite ${quoteName(name)}.`, hintKnown(name, [...new Set(known)]));
}
