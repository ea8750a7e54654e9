import { UserError, type Where } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { quoteName } from '../text/problems.ts';
import { listFirst } from '../text/prose.ts';

/** Keys under which a mapping may hold its rows: the first of these that holds a list has them. */
const ownKeys = ['cases', 'testData', 'data'];

/** What others call that list; beside another one of these it is not known which is meant. */
const otherKeys = ['tests', 'test_cases', 'testCases', 'questions', 'examples', 'rows', 'items'];

/** The most lists that an error names. */
const maxNamed = 5;

/** Finds the list of rows of a YAML or JSON file: the file itself, or what it holds under one of the known keys; `key` is null for the file itself. Throws a UserError where there is none, or more than one. */
export function findRowList(
  value: Json,
  where: Where,
): { readonly key: string | null; readonly list: readonly Json[] } {
  if (value === null) return { key: null, list: [] };
  if (Array.isArray(value)) return { key: null, list: value };
  if (!isJsonObject(value)) throw refuse('is no list of rows.', where);
  const lists = Object.entries(value).filter(([, member]) => Array.isArray(member)) as [string, readonly Json[]][];
  const own = ownKeys.flatMap((key) => lists.filter(([name]) => name === key));
  const others = lists.filter(([name]) => otherKeys.includes(name));
  const [found, ...more] = own.length > 0 ? own.slice(0, 1) : others;
  if (found !== undefined && more.length === 0) return { key: found[0], list: found[1] };
  if (found !== undefined) {
    const message = `has several lists that may be its rows: ${nameLists(others.map(([name]) => name))}.`;
    throw UserError.of(message, 'Call the one with the rows "cases".', where);
  }
  throw explainNone(value, where);
}

/** Says where the lists are that the file has, and what to do about it. */
function explainNone(value: JsonObject, where: Where): UserError {
  const lists = listPaths(value);
  if (lists.length > 0) {
    const [what, is] = lists.length === 1 ? ['its list', 'is'] : ['its lists', 'are'];
    const message = `is no list of rows: ${what} ${is} under ${nameLists(lists)}.`;
    const advice = 'Put the rows at the top of the file as "cases"';
    return UserError.of(message, `${advice}, or one of: ${listKeys()}.`, where);
  }
  const members = Object.values(value);
  if (members.length > 0 && members.every(isJsonObject)) {
    const hint = 'Write a list: take each key into its row as "id".';
    return UserError.of('is no list of rows, but a mapping of them.', hint, where);
  }
  return refuse('is no list of rows.', where);
}

/** The lists in a mapping, and in the mappings in it where it has none itself. */
function listPaths(value: JsonObject): readonly string[] {
  const listsOf = (one: Json) => (isJsonObject(one) ? Object.keys(one).filter((key) => Array.isArray(one[key])) : []);
  const top = listsOf(value);
  if (top.length > 0) return top;
  const below = Object.entries(value).slice(0, maxNamed);
  return below.flatMap(([key, member]) => listsOf(member).map((name) => `${key}.${name}`));
}

function nameLists(names: readonly string[]): string {
  return listFirst(names.map(quoteName), maxNamed);
}

function refuse(message: string, where: Where): UserError {
  return UserError.of(message, `Write a list, or a mapping with one of: ${listKeys()}.`, where);
}

function listKeys(): string {
  return [...ownKeys, ...otherKeys].join(', ');
}
