import { isJsonNumber, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { quoteName } from '../text/problems.ts';
import { RecordFault } from './fault.ts';
import { parseValue } from './value.ts';

/** A member, or null where it is absent, null or an empty text: many exports write the one for the other. */
export function memberOf(object: JsonObject, key: string): Json {
  const value = Object.hasOwn(object, key) ? object[key] : null;
  return value === undefined || value === '' ? null : value;
}

/** A text; null where there is none. */
export function textOf(object: JsonObject, key: string): string | null {
  const value = memberOf(object, key);
  if (value === null || typeof value === 'string') return value;
  throw wrongKind(key, value, 'text');
}

/** A text, or a number or a flag as one: ids and versions are written either way. */
export function wordOf(object: JsonObject, key: string): string | null {
  const value = memberOf(object, key);
  if (value === null || typeof value === 'string') return value;
  if (isJsonNumber(value) || typeof value === 'boolean') return String(value);
  throw wrongKind(key, value, 'text or a number');
}

/** A finite number, also where a text writes it. */
export function numberOf(object: JsonObject, key: string): number | null {
  const value = memberOf(object, key);
  if (value === null) return null;
  const isNumeral = isJsonNumber(value) || (typeof value === 'string' && value.trim() !== '');
  const number = isNumeral ? Number(value) : Number.NaN;
  if (Number.isFinite(number)) return number;
  throw wrongKind(key, value, 'a number');
}

/** A mapping, also where a text writes it as JSON; empty where there is none. */
export function mappingOf(object: JsonObject, key: string): JsonObject {
  const value = memberOf(object, key);
  if (value === null) return {};
  const read = typeof value === 'string' ? readNested(key, value) : value;
  if (isJsonObject(read)) return read;
  throw wrongKind(key, value, 'a mapping');
}

/** The texts of a list; empty where there is none. */
export function textsOf(object: JsonObject, key: string): readonly string[] {
  const value = memberOf(object, key);
  if (value === null) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw wrongKind(key, value, 'a list of texts');
}

/** The numbers and flags of a mapping by name, a flag as 0 or 1; what is neither is left out. */
export function numbersOf(object: JsonObject, key: string): { readonly [name: string]: number } {
  const entries = Object.entries(mappingOf(object, key)).flatMap(([name, value]): [string, number][] => {
    const number = isJsonNumber(value) || typeof value === 'boolean' ? Number(value) : Number.NaN;
    return Number.isFinite(number) ? [[name, number]] : [];
  });
  return Object.fromEntries(entries);
}

/** Reads JSON that a text of the line holds; `key` names it. */
export function readNested(key: string, text: string): Json {
  const value = parseValue(text);
  if (value !== undefined) return value;
  const hint =
    'It was probably cut at a limit of the tracing library: raise OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT or its like.';
  throw new RecordFault(`has ${quoteName(key)} with a text that is no whole JSON.`, hint);
}

function wrongKind(key: string, value: Json, wanted: string): RecordFault {
  return new RecordFault(`has ${quoteName(key)} as ${nameKind(value)}, not as ${wanted}.`);
}

function nameKind(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text ${quoteName(value)}`;
  return typeof value === 'object' ? 'a mapping' : `${value}`;
}
