import { rowChecks } from '../checks/row-checks.ts';
import type { Json, JsonObject } from '../json.ts';
import { isRepeated } from './aliases.ts';

const ownColumns = new Set([
  'id',
  rowChecks.column,
  'expected',
  'context',
  'tags',
  'critical',
  'output',
  'expected_tools',
]);

/** What people take for the input: the column of that name, else the only other column, else all that say something to the assistant. */
export function chooseInput(variables: JsonObject): Json {
  if (variables.input !== undefined) return variables.input;
  const columns = Object.entries(variables).filter(([name]) => !ownColumns.has(name) && !isRepeated(name, variables));
  return columns.length === 1 ? (columns[0]?.[1] ?? null) : Object.fromEntries(columns);
}
