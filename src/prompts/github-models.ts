import { buildProblem, type Where } from '../errors.ts';
import { isJsonObject, type Json, parseJson } from '../json.ts';
import type { Message, ResponseFormat } from '../ports.ts';
import { findJsonFault } from '../text/json-text.ts';
import { buildPlaces } from '../text/places.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import {
  type Fields,
  kindOf,
  openFields,
  readList,
  readName,
  readText,
  reportBelow,
  warnUnknownKeys,
} from './fields.ts';
import type { PromptFormat } from './format.ts';
import { readEvaluators } from './github-evaluators.ts';
import { readMessages } from './messages.ts';
import type { EmbeddedRow, Prompt } from './prompt.ts';
import { plainFormat, readFormatType, readSchemaFormat } from './response-format.ts';
import { noteTemplate, readDialect, readModel, readParameters, readTools } from './settings.ts';

const topLevelKeys = [
  'name',
  'description',
  'model',
  'modelParameters',
  'messages',
  'responseFormat',
  'jsonSchema',
  'tools',
  'testData',
  'evaluators',
  'retrieval',
  'renamed-from',
  'template',
];

/** GitHub Models prompt files, with `tools`, `retrieval`, `renamed-from` and `template` as our additions. */
export const githubModels: PromptFormat = {
  id: 'github-models',
  title: 'GitHub Models (*.prompt.yml, *.prompt.yaml, other YAML with "messages")',
  standingAlone: ['**/*.prompt.yml', '**/*.prompt.yaml'],
  recognisesPath: (path) => /\.prompt\.ya?ml$/i.test(path),
  recognises: (path, text) => /\.ya?ml$/i.test(path) && /^["']?messages["']?\s*:/m.test(text),
  dependencies: null,
  parse: parseGithubModels,
};

function parseGithubModels(file: SourceFile, fallback: string): Prompt {
  const fields = openFields(file, 'The prompt');
  warnUnknownKeys(fields, [], topLevelKeys);
  const places = new Map<string, Where>();
  const parameters = new Map<string, Json>();
  readParameters(fields, ['modelParameters'], parameters, places);
  const dialect = readDialect(fields, fallback);
  const prompt = {
    path: file.path,
    format: githubModels.id,
    dialect,
    name: readName(fields, ['name']),
    description: readText(fields, ['description']),
    model: readModel(fields, places),
    parameters: Object.fromEntries(parameters),
    responseFormat: readResponseFormat(fields),
    tools: readTools(fields),
    retrieval: fields.values.retrieval ?? null,
    messages: readTemplates(fields, places, file, dialect),
    rows: readRows(fields),
    metrics: readEvaluators(fields),
    renamedFrom: readName(fields, ['renamed-from']),
  };
  throwProblems(fields.errors);
  return { ...prompt, warnings: fields.warnings, places };
}

function readTemplates(
  fields: Fields,
  places: Map<string, Where>,
  file: SourceFile,
  dialect: string,
): readonly Message[] {
  const list = fields.values.messages;
  if (list === undefined) {
    const isEmpty = Object.keys(fields.values).length === 0;
    fields.reject([], isEmpty ? 'is empty.' : 'has no "messages".', 'Add "messages" with at least one message.');
    return [];
  }
  const messages = readMessages(list, reportBelow(fields, ['messages']));
  places.set('messages', fields.yaml.whereKey(['messages']));
  const at = buildPlaces(file);
  for (const [index, item] of Array.isArray(list) ? list.entries() : []) {
    warnUnknownKeys(fields, ['messages', index], ['role', 'content']);
    const path = ['messages', index, 'content'];
    const content = fields.yaml.get(path);
    if (!isJsonObject(item) || typeof content !== 'string') continue;
    const source = fields.yaml.source(path);
    if (source === null) noteTemplate(fields, places, dialect, content, () => fields.yaml.where(path));
    else noteTemplate(fields, places, dialect, source.text, (offset) => at(source.offset + offset));
  }
  return messages;
}

function readResponseFormat(fields: Fields): ResponseFormat | null {
  const { responseFormat = null, jsonSchema = null } = fields.values;
  const type = responseFormat === null ? null : readFormatType(responseFormat, reportBelow(fields, ['responseFormat']));
  if (type !== 'json_schema') {
    if (jsonSchema !== null) {
      const where = fields.yaml.whereKey(['jsonSchema']);
      const hint = 'Add "responseFormat: json_schema", or remove the schema.';
      fields.warnings.push(
        buildProblem('"jsonSchema" is ignored: the response format is no json_schema.', hint, where),
      );
    }
    return type === null ? null : plainFormat(type);
  }
  if (jsonSchema === null) {
    fields.reject(['responseFormat'], 'is json_schema, but "jsonSchema" is missing.', 'Add it.');
    return null;
  }
  const schema = readJsonSchema(fields, jsonSchema);
  return schema === undefined ? null : readSchemaFormat(schema, reportBelow(fields, ['jsonSchema']));
}

/** The schema as a value: the format wants a string of JSON; an inline mapping is clear enough to take. */
function readJsonSchema(fields: Fields, value: Json): Json | undefined {
  if (typeof value !== 'string') {
    const where = fields.yaml.where(['jsonSchema']);
    const hint = 'Other tools need it as text: write "jsonSchema: |-" and the JSON below.';
    fields.warnings.push(buildProblem('"jsonSchema" is a mapping, not a string of JSON.', hint, where));
    return value;
  }
  const schema = parseJson(value);
  const fault = schema === undefined ? null : findJsonFault(schema);
  if (schema === undefined) {
    fields.reject(['jsonSchema'], 'is not valid JSON.', 'Look for a missing comma, quote or bracket.');
  } else if (fault !== null) fields.reject(['jsonSchema'], fault, 'Keep to plain, finite values.');
  return fault === null ? schema : undefined;
}

function readRows(fields: Fields): readonly EmbeddedRow[] | null {
  const list = readList(fields, ['testData']);
  if (list?.length === 0) {
    const where = fields.yaml.whereKey(['testData']);
    fields.warnings.push(buildProblem('"testData" has no rows.', 'Add rows, or remove it.', where));
    return null;
  }
  const rows = list?.flatMap((values, index): EmbeddedRow[] => {
    const path = ['testData', index];
    if (isJsonObject(values)) return [{ values, where: fields.yaml.where(path) }];
    fields.reject(path, `must be a mapping, not ${kindOf(values)}.`, 'Write "variable: value" lines.');
    return [];
  });
  return rows ?? null;
}
