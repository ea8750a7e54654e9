import { canonicalJson, type JsonObject } from '../json.ts';
import type { Case } from './case.ts';

/** True for a row that its file gives no id: its content is its name, so that every edit renames it. */
export function hasDerivedId({ variables }: Case): boolean {
  return (variables.id ?? null) === null;
}

/**
 * The candidate's rows under the ids of their partners in the base. Rows of one id are partners; a row that has none on either side pairs first by equal
 * content, then, where that is one to one, by equal values of the columns that both sides have: so a change may give its rows ids.
 */
export function pairRows(base: readonly Case[], candidate: readonly Case[]): readonly Case[] {
  const [baseIds, candidateIds] = [base, candidate].map((rows) => new Set(rows.map(({ id }) => id)));
  const lost = base.filter(({ id }) => !candidateIds?.has(id));
  const fresh = candidate.filter(({ id }) => !baseIds?.has(id));
  const freshColumns = columnsOf(fresh);
  const shared = columnsOf(lost).filter((column) => freshColumns.includes(column));
  if (shared.length === 0) return candidate;
  const [before, after] = [lost, fresh].map((rows) => groupByValues(rows, shared)) as [Groups, Groups];
  const names = new Map(
    [...after].flatMap(([key, rows]) => {
      const partners = before.get(key) ?? [];
      const [row, partner] = [rows[0], partners[0]];
      if (rows.length !== 1 || partners.length !== 1 || row === undefined || partner === undefined) return [];
      return hasDerivedId(row) || hasDerivedId(partner) ? [[row.id, partner.id] as const] : [];
    }),
  );
  return candidate.map((row) => ({ ...row, id: names.get(row.id) ?? row.id }));
}

type Groups = ReadonlyMap<string, readonly Case[]>;

function columnsOf(rows: readonly Case[]): readonly string[] {
  return [...new Set(rows.flatMap(({ variables }) => Object.keys(variables)))].filter((name) => name !== 'id').sort();
}

function groupByValues(rows: readonly Case[], columns: readonly string[]): Groups {
  const groups = new Map<string, Case[]>();
  for (const row of rows) {
    const key = canonicalJson(pick(row.variables, columns));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function pick(variables: JsonObject, columns: readonly string[]): JsonObject {
  return Object.fromEntries(
    columns.flatMap((name) => (Object.hasOwn(variables, name) ? [[name, variables[name]]] : [])),
  ) as JsonObject;
}
