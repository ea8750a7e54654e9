import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../json.ts';

/** One value that differs: its path, as `response-format.schema.properties.label.enum[]`; a side that has none is undefined. */
export interface ValueChange {
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** The innermost values that differ, in the order in which they stand; undefined is a value that is not there. */
export function diffValues(path: string, before: Json | undefined, after: Json | undefined): readonly ValueChange[] {
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => diffValues(joinPath(path, key), readOwn(before, key), readOwn(after, key)));
  }
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(path, before, after);
  const isSame = before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after);
  return isSame || before === after ? [] : [{ path, before, after }];
}

/** Lists of plain values are compared by what is in them, all others place by place. */
function diffLists(path: string, before: readonly Json[], after: readonly Json[]): readonly ValueChange[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (![...before, ...after].every((item) => typeof item !== 'object' || item === null)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, place) => diffValues(`${path}[${place}]`, before[place], after[place])).flat();
  }
  const gone = subtract(before, after).map((item) => ({ path: `${path}[]`, before: item, after: undefined }));
  const come = subtract(after, before).map((item) => ({ path: `${path}[]`, before: undefined, after: item }));
  return gone.length + come.length === 0 ? [{ path, before, after }] : [...gone, ...come];
}

/** What the first has more of than the second. */
function subtract(list: readonly Json[], other: readonly Json[]): readonly Json[] {
  const left = new Map<string, number>();
  for (const item of other) left.set(canonicalJson(item), (left.get(canonicalJson(item)) ?? 0) + 1);
  return list.filter((item) => {
    const known = left.get(canonicalJson(item)) ?? 0;
    left.set(canonicalJson(item), known - 1);
    return known <= 0;
  });
}

function readOwn(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function joinPath(path: string, key: string): string {
  if (path === '') return key;
  return /^[\w$-]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}
