import { buildProblem, type Where } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { ResponseFormat } from '../../ports.ts';
import { quoteName } from '../../text/problems.ts';
import type { KeyPath } from '../../text/yaml-file.ts';
import { kindOf, reportBelow } from '../fields.ts';
import { readFormatType, readSchemaFormat } from '../response-format.ts';
import { addParameter } from '../settings.ts';
import { readValue, type Source } from './references.ts';

/** What a Prompty file says of the model and how it is asked. */
export interface ModelPart {
  readonly model: string | null;
  readonly parameters: JsonObject;
  readonly responseFormat: ResponseFormat | null;
  /** Definitions of tools among the parameters of the first version of Prompty, as the API takes them. */
  readonly tools: readonly Json[];
}

/** What Prompty calls parameters that we know by another name. */
const renamed: Readonly<Record<string, string>> = {
  stopSequences: 'stop',
  allowMultipleToolCalls: 'parallel-tool-calls',
};
/** How the answer is carried is no part of what is asked. */
const carriage = ['stream', 'stream_options'];

/** Reads `model` of both versions of Prompty; how it is reached is left to the config. */
export function readModelPart(source: Source, places: Map<string, Where>): ModelPart {
  const { fields } = source;
  const written = fields.values.model ?? null;
  checkKind(source, isJsonObject(written) ? written : {});
  const model = readId(source, written);
  if (model !== null) places.set('model', fields.yaml.where(['model']));
  const parameters = new Map<string, Json>();
  let responseFormat: ResponseFormat | null = null;
  let tools: readonly Json[] = [];
  for (const path of [
    ['model', 'parameters'],
    ['model', 'options'],
    ['model', 'options', 'additionalProperties'],
  ]) {
    const values = readValue(source, path);
    if (values !== null && !isJsonObject(values)) {
      fields.reject(path, `must be a mapping, not ${kindOf(values)}.`, 'Write "key: value" lines.');
    }
    for (const [key, value] of isJsonObject(values) ? Object.entries(values) : []) {
      const at = [...path, key];
      if (value === null || key === 'additionalProperties') continue;
      if (key === 'response_format') responseFormat = readFormat(source, at, value);
      else if (key === 'tools' && Array.isArray(value)) tools = value;
      else if (carriage.includes(key)) warn(source, at, 'is not sent: answers are read whole.', '');
      else addParameter(fields, at, value, parameters, places, Object.hasOwn(renamed, key) ? renamed[key] : undefined);
    }
  }
  return { model, parameters: Object.fromEntries(parameters), responseFormat, tools };
}

function warn({ fields }: Source, path: KeyPath, message: string, hint: string): void {
  const name = quoteName(path.join('.'));
  fields.warnings.push(buildProblem(`${name} ${message}`, hint, fields.yaml.whereKey(path)));
}

/** The model's id, or the deployment that the first version of Prompty names. */
function readId(source: Source, written: Json): string | null {
  if (written !== null && typeof written !== 'string' && !isJsonObject(written)) {
    source.fields.reject(['model'], `must be a name or a mapping, not ${kindOf(written)}.`, 'Write "id: …" below it.');
  }
  if (!isJsonObject(written)) return asName(readValue(source, ['model']));
  const id = asName(readValue(source, ['model', 'id']));
  if (id !== null) return id;
  for (const key of ['configuration', 'connection']) {
    const way = written[key];
    // A connection of the second version has a name of its own.
    if (!isJsonObject(way) || way.type === undefined) continue;
    for (const name of ['azure_deployment', 'name', 'model']) {
      const found = asName(readValue(source, ['model', key, name]));
      if (found !== null) return found;
    }
  }
  return null;
}

function asName(value: Json): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Refuses what answers with no text, and says which API is asked instead of another. */
function checkKind(source: Source, { api, apiType = api ?? null }: JsonObject): void {
  const path = ['model', api === undefined ? 'apiType' : 'api'];
  if (apiType === null || apiType === 'chat') return;
  if (apiType === 'responses') {
    warn(source, path, 'is not read: "api" of the suite says through which API the model is asked.', '');
    return;
  }
  const hint = 'Only prompts that a model answers with text, as a chat, can be gated.';
  source.fields.reject(path, `is ${quoteName(String(apiType))}, and not a chat.`, hint);
}

function readFormat({ fields }: Source, path: KeyPath, value: Json): ResponseFormat | null {
  const report = reportBelow(fields, path);
  const format = isJsonObject(value) ? value : { type: value };
  const type = readFormatType(format.type ?? null, report);
  if (type === 'json_schema') return readSchemaFormat(format.json_schema ?? format, report);
  return type === null ? null : { type, name: null, schema: null, strict: null };
}
