import { buildProblem, type Where } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { ResponseFormat } from '../../ports.ts';
import { quoteName } from '../../text/problems.ts';
import type { KeyPath } from '../../text/yaml-file.ts';
import { type Fields, nameOf, readList, readMapping, readName, reportBelow } from '../fields.ts';
import { addParameter } from '../settings.ts';
import { readPicoschema, type Schema } from './picoschema.ts';

/** Parameters that Dotprompt calls by another name. */
const renamed = new Map([['stopSequences', 'stop']]);

/** Reads `config`, each setting a parameter. */
export function readConfig(fields: Fields, places: Map<string, Where>): JsonObject {
  const parameters = new Map<string, Json>();
  for (const [key, value] of Object.entries(readMapping(fields, ['config']) ?? {})) {
    addParameter(fields, ['config', key], value, parameters, places, renamed.get(key));
  }
  return Object.fromEntries(parameters);
}

/** Reads `input`: the values of variables that a row does not give. Its schema only describes; mistakes in it are told. */
export function readInput(fields: Fields): JsonObject | null {
  if (readMapping(fields, ['input']) === null) return null;
  readSchema(fields, ['input', 'schema']);
  return readMapping(fields, ['input', 'default']);
}

/** Reads `output` as the response format; a schema is in Picoschema or JSON Schema. Null where it asks for text. */
export function readOutput(fields: Fields): ResponseFormat | null {
  if (readMapping(fields, ['output']) === null) return null;
  const format = readName(fields, ['output', 'format']);
  const schema = readSchema(fields, ['output', 'schema']);
  if (format !== null && format !== 'json' && format !== 'text') {
    warn(fields, ['output', 'format'], `is ${quoteName(format)}, and is not sent.`, 'Only "json" and "text" are read.');
    return null;
  }
  if (schema !== null && format !== 'text') {
    if (schema.named.length === 0) return { type: 'json_schema', name: 'output', schema: schema.schema, strict: null };
    const message = `names ${schema.named.map(quoteName).join(', ')}, which only code defines: no schema is sent, only that JSON is asked for.`;
    warn(fields, ['output', 'schema'], message, 'Write the schema into this file.');
  }
  if (format === 'text' || (format === null && schema === null)) return null;
  return { type: 'json_object', name: null, schema: null, strict: null };
}

/** Reads `toolDefs` as the API takes them, each with its place; a tool that `tools` names alone is not sent, with a warning. */
export function readToolDefs(fields: Fields, places: Map<string, Where>): readonly Json[] {
  const defined = readList(fields, ['toolDefs']) ?? [];
  const tools = defined.flatMap((tool, index): readonly JsonObject[] => {
    const path = ['toolDefs', index];
    if (isJsonObject(tool) && typeof tool.name === 'string') return [buildTool(fields, path, tool, tool.name)];
    fields.reject(path, 'must be a mapping with a "name".', 'Write "name", "description" and "inputSchema".');
    return [];
  });
  for (const index of tools.keys()) places.set(`tools[${index}]`, fields.yaml.where(['toolDefs', index]));
  const names = defined.flatMap((tool) => (isJsonObject(tool) ? String(tool.name) : []));
  const bare = (readList(fields, ['tools']) ?? []).filter((name) => !names.includes(String(name)));
  if (bare.length > 0) {
    const hint = 'If the model is to have them, define them below "toolDefs".';
    warn(
      fields,
      ['tools'],
      `names ${bare.map((name) => quoteName(String(name))).join(', ')}, which only code defines, and is not sent.`,
      hint,
    );
  }
  return tools;
}

function buildTool(fields: Fields, path: KeyPath, { description }: JsonObject, name: string): JsonObject {
  const schema = readSchema(fields, [...path, 'inputSchema']);
  return {
    type: 'function',
    function: {
      name,
      ...(typeof description === 'string' && { description }),
      ...(schema !== null && { parameters: schema.schema }),
    },
  };
}

function readSchema(fields: Fields, path: KeyPath): Schema | null {
  const value = fields.yaml.get(path) ?? null;
  return value === null ? null : readPicoschema(value, reportBelow(fields, path));
}

function warn(fields: Fields, path: KeyPath, message: string, hint: string): void {
  fields.warnings.push(buildProblem(`${nameOf(path)} ${message}`, hint, fields.yaml.whereKey(path)));
}
