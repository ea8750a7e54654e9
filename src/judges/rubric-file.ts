import type { JudgeConfig } from '../config/config.ts';
import { buildProblem, type Problem, UserError } from '../errors.ts';
import type { SourceFile } from '../text/source-file.ts';

/** One yes-or-no question of a checklist. */
export interface Criterion {
  readonly id: string;
  readonly text: string;
}

/** The most criteria of one checklist; more than seven are better split into two. */
const maxCriteria = 20;

/** The rubric file a judge names. Throws a UserError where it names none, or the file is missing or empty. */
export function readRubricFile(config: JudgeConfig, files: ReadonlyMap<string, SourceFile>): SourceFile {
  if (config.rubric === null) {
    throw UserError.of(`the judge "${config.name}" has no "rubric".`, 'Name a Markdown file.', config.where);
  }
  const file = files.get(config.rubric);
  if (file === undefined) {
    throw UserError.of(
      `the judge "${config.name}" names the rubric ${config.rubric}, which does not exist.`,
      'Add the file, or correct the path.',
      config.where,
    );
  }
  if (file.text.trim() !== '') return file;
  throw UserError.of('is empty.', 'Write the rubric.', { path: file.path, line: 1, column: null });
}

/** Checks that a scale has each level `1: …` to `5: …` exactly once, as lines or list items. Throws a UserError that names every level at fault. */
export function checkLevels(file: SourceFile): void {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, line] of file.text.split('\n').entries()) {
    const [, level, text] = /^\s{0,3}(?:[-*+]\s+)?(?:\*\*)?(\d+)(?:\*\*)?:(?:\*\*)?(.*)$/.exec(line) ?? [];
    if (level === undefined || text === undefined) continue;
    const where = { path: file.path, line: index + 1, column: null };
    const earlier = first.get(level);
    if (!/^[1-5]$/.test(level)) problems.push(buildProblem(`level ${level} is outside 1 to 5.`, 'Use 1 to 5.', where));
    else if (text.trim() === '') problems.push(buildProblem(`level ${level} is empty.`, 'Say what earns it.', where));
    else if (earlier !== undefined)
      problems.push(buildProblem(`level ${level} is there twice.`, `The first is in line ${earlier}.`, where));
    first.set(level, earlier ?? index + 1);
  }
  const missing = ['1', '2', '3', '4', '5'].filter((level) => !first.has(level));
  if (missing.length > 0) {
    const where = { path: file.path, line: 1, column: null };
    const hint = 'Write one line for each, as "1: what earns it" to "5: what earns it".';
    problems.push(buildProblem(`has no level ${missing.join(', ')}.`, hint, where));
  }
  if (problems.length > 0) throw new UserError(problems);
}

/** Reads the criteria of a checklist, the list items `- id: text` with their indented continuation lines. Throws a UserError with every item at fault. */
export function parseCriteria(file: SourceFile): readonly Criterion[] {
  const criteria: { readonly id: string; text: string; readonly line: number }[] = [];
  const problems: Problem[] = [];
  let inItem = false;
  for (const [index, line] of file.text.split('\n').entries()) {
    const item = /^[-*+]\s+(.*)$/.exec(line)?.[1];
    if (item === undefined) {
      const current = criteria.at(-1);
      inItem = inItem && /^\s+\S/.test(line);
      if (inItem && current !== undefined) current.text += ` ${line.trim()}`;
      continue;
    }
    const [, id, text] = /^(?:\*\*|`)?([A-Za-z][\w-]*)(?:\*\*|`)?:(?:\*\*)?\s+(\S.*)$/.exec(item) ?? [];
    const earlier = criteria.find((criterion) => criterion.id === id);
    inItem = id !== undefined && text !== undefined && earlier === undefined;
    const where = { path: file.path, line: index + 1, column: null };
    if (id === undefined || text === undefined) {
      problems.push(buildProblem('this criterion has no id.', 'Write it as "- id: text".', where));
    } else if (earlier !== undefined) {
      const hint = `The first is in line ${earlier.line}; give one of them another id.`;
      problems.push(buildProblem(`the criterion "${id}" is there twice.`, hint, where));
    } else criteria.push({ id, text: text.trim(), line: index + 1 });
  }
  checkCount(criteria.length, file, problems);
  if (problems.length > 0) throw new UserError(problems);
  return criteria.map(({ id, text }) => ({ id, text }));
}

function checkCount(count: number, file: SourceFile, problems: Problem[]): void {
  const where = { path: file.path, line: 1, column: null };
  if (count === 0 && problems.length === 0) {
    problems.push(buildProblem('has no criteria.', 'Write three to seven list items, as "- id: text".', where));
  }
  if (count > maxCriteria) {
    problems.push(
      buildProblem(
        `has ${count} criteria; at most ${maxCriteria} can be judged at once.`,
        'Split it into two judges.',
        where,
      ),
    );
  }
}
