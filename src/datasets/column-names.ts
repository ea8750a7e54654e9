import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { type ColumnNames, goldNames, hasGold, isInputName, listColumns, recorded, said } from './aliases.ts';
import { looksLikeGold } from './near-column.ts';

/** Columns by which a row tells that its output was recorded: what it is worth, or how it came about. */
const recordSigns =
  /score|rating|feedback|verdict|grade|human|passed|retriev|actual|trace|latency|tokens|cost|timestamp|^model$/i;

/** Chooses the names by which the rows of one file are read: none stands for the expected answer beside another one that does. */
export function chooseNames(rows: readonly JsonObject[]): ColumnNames {
  const own = new Set<string>();
  const all = new Set<string>();
  for (const row of rows) {
    for (const name of Object.keys(row)) own.add(name);
    for (const name of Object.keys(listColumns(row))) all.add(name);
  }
  const isInstruction = ![...all].some(isInputName);
  if (rows.some(hasGold)) return { expected: goldNames, said: null, isInstruction };
  if (recorded.some((name) => all.has(name))) return { expected: recorded, said: null, isInstruction };
  const name = findSaid(own, rows);
  return { expected: name === null ? [] : [name], said: name, isInstruction };
}

/** The only column of what may have been said, where nothing in the file speaks against it. */
function findSaid(columns: ReadonlySet<string>, rows: readonly JsonObject[]): string | null {
  const [name = null, ...others] = said.filter((one) => columns.has(one));
  if (name === null || others.length > 0) return null;
  const isDoubtful = [...columns].some((column) => looksLikeGold(column) || recordSigns.test(column));
  return isDoubtful || rows.some(isRecord) ? null : name;
}

/** True for a row that was taken out of production records, and for one whose conversation brings its answer. */
function isRecord({ tags = null, messages = null, input = null }: JsonObject): boolean {
  const isImported = Array.isArray(tags) && tags.some((tag) => typeof tag === 'string' && tag.startsWith('source:'));
  return isImported || [messages, input].some(endsWithAnswer);
}

function endsWithAnswer(value: Json): boolean {
  const last = Array.isArray(value) ? value.at(-1) : null;
  return isJsonObject(last) && String(last.role).toLowerCase() === 'assistant';
}
