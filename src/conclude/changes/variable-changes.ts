import { aliasesOf, answerIn } from '../../datasets/aliases.ts';
import { columnOf } from '../../datasets/fill-row.ts';
import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { baseCases, type PromptPlan } from '../../plan/suite-plan.ts';
import { variablesOf } from '../../prompts/render.ts';
import { lookUpVariable } from '../../prompts/template.ts';
import type { VariableChanges, VariableReport } from '../../report/prompt-changes.ts';

const mostVariables = 100;

/** What both versions of a prompt read of its rows. */
export function compareVariables(prompt: PromptPlan): VariableChanges {
  const [before, after] = [prompt.base, prompt.candidate].map(
    (side) => new Set(side === null ? [] : variablesOf(side)),
  );
  const names = [...new Set([...(after ?? []), ...(before ?? [])])];
  const rows = baseCases(prompt).map(({ candidate }) => candidate.variables);
  const shown = names.slice(0, mostVariables).map((name): VariableReport => {
    const readBy = before?.has(name) ? (after?.has(name) ? 'both' : 'base') : 'candidate';
    const values = rows.map((row) => lookUpVariable(name, row));
    const row = rows[values.findIndex((value) => value !== undefined)];
    const side = readBy === 'base' ? prompt.base : prompt.candidate;
    const otherwise = lookUpVariable(name, side?.defaults ?? {});
    const filled = values.filter((value) => !isEmpty((value === undefined ? otherwise : value) ?? null)).length;
    return { name, column: row === undefined ? null : findColumn(name, row), readBy, filled };
  });
  const read = new Set(shown.flatMap(({ column, readBy }) => (readBy === 'base' ? [] : [column])));
  const lost = shown.flatMap(({ column, readBy }) => (readBy === 'base' && column !== null ? [column] : []));
  const unread = [...new Set(lost)].filter((column) => !read.has(column));
  return { shown, more: names.length - shown.length, rows: rows.length, unread };
}

/** The column as the file calls it: of a name that we gave, the one that it was taken from. */
function findColumn(name: string, row: JsonObject): string {
  const column = columnOf(name, row);
  const value = canonicalJson(row[column]);
  const isSource = (alias: string) =>
    Object.hasOwn(row, alias) &&
    [row[alias], answerIn(row[alias])].some((candidate) => canonicalJson(candidate) === value);
  return aliasesOf(column).find(isSource) ?? column;
}

function isEmpty(value: Json): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return value === null || (isJsonObject(value) && Object.keys(value).length === 0);
}
