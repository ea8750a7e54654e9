import { aliasesOf } from '../datasets/aliases.ts';
import type { Case } from '../datasets/case.ts';
import { buildProblem, type Problem } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import { quoteName } from '../text/problems.ts';
import { listFirst } from '../text/prose.ts';
import { readersOf } from './row-readers.ts';
import { isApplication, type PromptPlan, type SuitePlan } from './suite-plan.ts';
import { columnsOf } from './unsent.ts';

/** The most columns that a sentence lists. */
const maxNamed = 8;

/** One line for each file of a suite with columns that no prompt, check or judge reads: harmless, unless one was meant to be. */
export function listUnreadColumns({ config, prompts }: SuitePlan): readonly Problem[] {
  // An application reads its rows by itself.
  if (prompts.some(isApplication)) return [];
  const read = new Set(config.clusterBy === null ? [] : [rootOf(config.clusterBy)]);
  const rows = prompts.flatMap(({ cases }) => cases.map(({ candidate }) => candidate));
  for (const prompt of prompts) {
    for (const name of listRead(config.metrics, prompt)) for (const one of [name, ...aliasesOf(name)]) read.add(one);
  }
  const paths = [...new Set(rows.map(({ where }) => where.path))];
  return paths.flatMap((path) => {
    const own = rows.filter(({ where }) => where.path === path);
    const unread = [...new Set(own.flatMap(columnsOf))].filter(
      (column) => !own.some((row) => isRead(column, row, read)),
    );
    return unread.length === 0 ? [] : [explain(path, unread)];
  });
}

function* listRead(metrics: SuitePlan['config']['metrics'], { candidate, cases }: PromptPlan): Generator<string> {
  if (candidate === null) return;
  const readers = readersOf([], [candidate], [...metrics, ...candidate.metrics]);
  for (const name of readers.candidate) yield rootOf(name);
  for (const row of cases) for (const name of readers.metrics(row.candidate)) yield rootOf(name);
}

/** A column is read under its own name, under the one that an alias gives it, in a part of it, as a part of another, or where it is what was taken for the input. */
function isRead(column: string, { variables, messages }: Case, read: ReadonlySet<string>): boolean {
  const value = variables[column] ?? null;
  return (
    read.has(column) ||
    aliasesOf(column).some((alias) => read.has(alias)) ||
    (messages !== null && column === 'input') ||
    (read.has('input') && value !== null && value === variables.input) ||
    (isJsonObject(value) && Object.keys(value).some((member) => read.has(member))) ||
    Object.entries(variables).some(
      ([name, whole]) => read.has(name) && isJsonObject(whole) && Object.hasOwn(whole, column),
    )
  );
}

function explain(path: string, columns: readonly string[]): Problem {
  const message = `no prompt, check or judge reads ${listFirst(columns.map(quoteName), maxNamed)}.`;
  return buildProblem(message, 'That is fine, unless one of them was meant to.', { path, line: null, column: null });
}

function rootOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}
