import type { JsonObject } from '../json.ts';
import { lookUpVariable } from '../prompts/template.ts';
import type { Case } from './case.ts';

/** The names that a row does not answer. */
export function listLacking({ variables }: Case, names: Iterable<string>): readonly string[] {
  return [...names].filter((name) => lookUpVariable(name, variables) === undefined);
}

/** The column that a name would be read from. */
export function columnOf(name: string, variables: JsonObject): string {
  return Object.hasOwn(variables, name) ? name : (name.split('.')[0] ?? name);
}

/**
 * The base row with the columns that it lacks for `names`, taken from the candidate's row of the same id, and for a renamed column from the base's own
 * under its old name. What the candidate's row has not either stays lacking. Null where something is lacking and the candidate has no such row.
 */
export function fillRow(
  base: Case,
  candidate: Case | null,
  names: Iterable<string>,
  renamed: ReadonlyMap<string, string>,
): Case | null {
  const lacking = listLacking(base, names);
  if (lacking.length === 0) return base;
  if (candidate === null) return null;
  const added = lacking.flatMap((name) => {
    const column = columnOf(name, candidate.variables);
    const old = renamed.get(column);
    const value =
      old === undefined
        ? lookUpVariable(name, candidate.variables)
        : lookUpVariable(old + name.slice(column.length), base.variables);
    // Under the name as it is written: what the base row has of that column stays main's.
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...base, variables: { ...base.variables, ...Object.fromEntries(added) } };
}
