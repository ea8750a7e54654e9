import { isJsonObject, type Json } from '../json.ts';
import type { ResponseFormat } from '../ports.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import { kindOf, type Report } from './fields.ts';

const types = ['text', 'json_object', 'json_schema'] as const;

/** Reads the type of a response format; null after a report at the value's path. */
export function readFormatType(value: Json, report: Report): ResponseFormat['type'] | null {
  const type = types.find((known) => known === value);
  if (type !== undefined) return type;
  if (typeof value === 'string') report([], `has the unknown format ${quoteName(value)}.`, hintKnown(value, types));
  else report([], `must be text, not ${kindOf(value)}.`, `Use one of: ${types.join(', ')}.`);
  return null;
}

/** A format without a schema. */
export function plainFormat(type: 'text' | 'json_object'): ResponseFormat {
  return { type, name: null, schema: null, strict: null };
}

/** Reads `{name, schema, strict?}`, the form that OpenAI gives a JSON Schema; null after reports below the value's path. */
export function readSchemaFormat(value: Json, report: Report): ResponseFormat | null {
  if (!isJsonObject(value)) {
    report([], `must hold "name" and "schema", not ${kindOf(value)}.`, 'Write {"name": …, "schema": {…}}.');
    return null;
  }
  const { name = null, schema = null, strict = null } = value;
  const isNamed = typeof name === 'string' && name !== '';
  if (!isNamed) report([], 'needs "name", a text.', 'Add a short name of the schema.');
  if (!isJsonObject(schema)) report([], 'needs "schema", a JSON Schema.', 'Add the schema as a JSON object.');
  const isStrict = strict === null || typeof strict === 'boolean';
  if (!isStrict) report([], 'has a "strict" that is neither true nor false.', 'Write true or false.');
  return isNamed && isJsonObject(schema) && isStrict ? { type: 'json_schema', name, schema, strict } : null;
}
