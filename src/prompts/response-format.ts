import { buildProblem, type Where } from '../errors.ts';
import { isJsonObject, type Json, parseJson } from '../json.ts';
import type { ResponseFormat } from '../ports.ts';
import { findJsonFault } from '../text/json-text.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import { type Fields, kindOf, type Report, reportBelow } from './fields.ts';

const types = ['text', 'json_object', 'json_schema'] as const;

/**
 * Reads the response format at a key: a type, or `{type}` with the members of a JSON Schema beside it or under `json_schema`. The schema may stand under
 * `jsonSchema` instead. Null where the file names none, and after a report.
 */
export function readResponseFormat(fields: Fields, key: string): ResponseFormat | null {
  const value = fields.values[key] ?? null;
  const schema = fields.values.jsonSchema ?? null;
  const report = reportBelow(fields, [key]);
  const type = value === null ? null : readFormatType(isJsonObject(value) ? (value.type ?? null) : value, report);
  if (type !== 'json_schema') {
    if (schema !== null)
      warnOfSchema(
        fields,
        'is ignored: the response format is no json_schema.',
        'Add "responseFormat: json_schema", or remove the schema.',
        fields.yaml.whereKey(['jsonSchema']),
      );
    return type === null ? null : { type, name: null, schema: null, strict: null };
  }
  if (schema === null && isJsonObject(value)) {
    const { json_schema: nested = null } = value;
    return nested === null
      ? readSchemaFormat(value, report)
      : readSchemaFormat(nested, reportBelow(fields, [key, 'json_schema']));
  }
  if (schema === null) {
    report([], 'is json_schema, but "jsonSchema" is missing.', 'Add it.');
    return null;
  }
  const read = readJsonSchema(fields, schema);
  return read === undefined ? null : readSchemaFormat(read, reportBelow(fields, ['jsonSchema']));
}

/** The schema as a value: GitHub's format wants a string of JSON; an inline mapping is clear enough to take. */
function readJsonSchema(fields: Fields, value: Json): Json | undefined {
  if (typeof value !== 'string') {
    const hint = 'Other tools need it as text: write "jsonSchema: |-" and the JSON below.';
    warnOfSchema(fields, 'is a mapping, not a string of JSON.', hint, fields.yaml.where(['jsonSchema']));
    return value;
  }
  const schema = parseJson(value);
  const fault = schema === undefined ? null : findJsonFault(schema);
  if (schema === undefined) {
    fields.reject(['jsonSchema'], 'is not valid JSON.', 'Look for a missing comma, quote or bracket.');
  } else if (fault !== null) fields.reject(['jsonSchema'], fault, 'Keep to plain, finite values.');
  return fault === null ? schema : undefined;
}

function warnOfSchema(fields: Fields, message: string, hint: string, where: Where): void {
  fields.warnings.push(buildProblem(`"jsonSchema" ${message}`, hint, where));
}

/** Reads the type of a response format; null after a report at the value's path. */
export function readFormatType(value: Json, report: Report): ResponseFormat['type'] | null {
  const type = types.find((known) => known === value);
  if (type !== undefined) return type;
  if (typeof value === 'string') report([], `has the unknown format ${quoteName(value)}.`, hintKnown(value, types));
  else report([], `must be text, not ${kindOf(value)}.`, `Use one of: ${types.join(', ')}.`);
  return null;
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
