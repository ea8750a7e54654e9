import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { quoteName } from '../../text/problems.ts';
import type { KeyPath } from '../../text/yaml-file.ts';
import { kindOf, type Report } from '../fields.ts';

const scalars = ['any', 'boolean', 'integer', 'null', 'number', 'string'];

/** What a schema in Picoschema says: as JSON Schema, and the names in it that only an application's code defines. */
export interface Schema {
  readonly schema: JsonObject;
  readonly named: readonly string[];
}

interface Reading {
  readonly report: Report;
  readonly named: string[];
}

/**
 * Reads Picoschema as JSON Schema: `name: type, description`, `name?` for what may be missing, `(array)`, `(object)`, `(enum)` behind a
 * name, `(*)` for any other name. A mapping with a `type` or with `properties` is JSON Schema already. Mistakes are reported at their
 * path below the value.
 */
export function readPicoschema(value: Json, report: Report): Schema {
  const named: string[] = [];
  return { schema: readWhole(value, { report, named }), named };
}

function readWhole(value: Json, reading: Reading): JsonObject {
  if (!isJsonObject(value)) return readType(value, [], reading);
  const { type = null, properties } = value;
  if (typeof type === 'string' && [...scalars, 'object', 'array'].includes(type)) return value;
  return isJsonObject(properties) ? { ...value, type: 'object' } : readObject(value, [], reading);
}

/** Reads what stands behind a name: a mapping of further names, or a type with its description. */
function readType(value: Json, path: KeyPath, reading: Reading): JsonObject {
  if (isJsonObject(value)) return readObject(value, path, reading);
  if (typeof value !== 'string') {
    reading.report(path, `must be a type or a mapping, not ${kindOf(value)}.`, 'Write "name: string, what it is".');
    return {};
  }
  const [type, description] = cutDescription(value);
  if (!scalars.includes(type)) reading.named.push(type);
  return { ...(type === 'any' || !scalars.includes(type) ? {} : { type }), ...describe(description) };
}

function readObject(value: JsonObject, path: KeyPath, reading: Reading): JsonObject {
  const properties = new Map<string, JsonObject>();
  const required: string[] = [];
  let additionalProperties: Json = false;
  for (const [key, member] of Object.entries(value)) {
    const at = [...path, key];
    if (key === '(*)') {
      additionalProperties = readType(member, at, reading);
      continue;
    }
    const [written = '', kind] = key.split('(', 2);
    const isOptional = written.endsWith('?');
    const name = isOptional ? written.slice(0, -1) : written;
    if (properties.has(name)) reading.report(at, 'is given twice.', 'Keep one of them.');
    if (!isOptional) required.push(name);
    properties.set(name, readProperty(kind?.replace(/\)$/, '') ?? null, member, isOptional, at, reading));
  }
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties,
  };
}

/** Reads one property; `kind` is what stands in brackets behind its name, null where nothing does. */
function readProperty(
  kind: string | null,
  value: Json,
  isOptional: boolean,
  at: KeyPath,
  reading: Reading,
): JsonObject {
  if (kind === null) return orNull(readType(value, at, reading), isOptional);
  const [type, description] = cutDescription(kind);
  const about = describe(description);
  if (type === 'array') return { ...orNull({ type }, isOptional), items: readType(value, at, reading), ...about };
  if (type === 'object') return { ...orNull(readType(value, at, reading), isOptional), ...about };
  if (type === 'enum' && Array.isArray(value)) {
    return { enum: isOptional && !value.includes(null) ? [...value, null] : value, ...about };
  }
  const isKnown = type === 'enum';
  const message = isKnown ? `must be a list, not ${kindOf(value)}.` : `has the unknown kind ${quoteName(type)}.`;
  reading.report(at, message, isKnown ? 'Write "[A, B]".' : 'Write (array), (object) or (enum) behind the name.');
  return {};
}

function orNull(schema: JsonObject, isOptional: boolean): JsonObject {
  return isOptional && typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : schema;
}

function cutDescription(text: string): readonly [type: string, description: string] {
  const comma = text.indexOf(',');
  return comma === -1 ? [text.trim(), ''] : [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
}

function describe(description: string): JsonObject {
  return description === '' ? {} : { description };
}
