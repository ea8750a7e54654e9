import { buildProblem, type Where } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ResponseFormat } from '../ports.ts';
import { hintKnown, throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { findDependencies } from './dependencies.ts';
import { dialectOf } from './dialects.ts';
import { type Fields, nameOf, openFields, readList, readName, readText, reportBelow } from './fields.ts';
import type { PromptFormat } from './format.ts';
import { splitFrontMatter } from './front-matter.ts';
import { findIncludes, resolveIncludes } from './include.ts';
import { readBody } from './markdown-body.ts';
import { canonicalParameter, knownParameters } from './parameters.ts';
import type { Prompt } from './prompt.ts';
import { plainFormat, readFormatType, readSchemaFormat } from './response-format.ts';
import { addParameter, readDialect, readModel, readParameters, readTools } from './settings.ts';

const spellings = {
  'response-format': ['response-format', 'response_format', 'responseFormat'],
  'renamed-from': ['renamed-from', 'renamed_from', 'renamedFrom'],
} as const;
const ownKeys = [
  'name',
  'description',
  'model',
  'parameters',
  'response-format',
  'tools',
  'retrieval',
  'variables',
  'renamed-from',
  'template',
];

/** Markdown and plain text: optional front matter, then one message, or several under lines with a role; `{{> path}}` includes a file. */
export const markdown: PromptFormat = {
  id: 'markdown',
  title: 'Markdown and text (*.md, *.markdown, *.txt)',
  standingAlone: [],
  recognisesPath: (path) => /\.(md|markdown|txt)$/i.test(path),
  recognises: () => false,
  dependencies: findIncludes,
  parse: parseMarkdown,
};

function parseMarkdown(file: SourceFile, fallback: string, included: ReadonlyMap<string, SourceFile>): Prompt {
  const { frontMatter, bodyStart } = splitFrontMatter(file);
  const fields = openFields({ path: file.path, text: frontMatter }, 'The front matter');
  const places = new Map<string, Where>();
  const dialect = readDialect(fields, fallback);
  const files = findDependencies(markdown, file, included).paths.flatMap((path) => included.get(path) ?? []);
  const prompt = {
    path: file.path,
    format: markdown.id,
    dialect,
    name: readName(fields, ['name']),
    description: readText(fields, ['description']),
    model: readModel(fields, places),
    parameters: readSettings(fields, places),
    responseFormat: readResponseFormat(fields),
    tools: readTools(fields),
    retrieval: fields.values.retrieval ?? null,
    messages: resolveIncludes(fields, places, dialect, readBody(file, bodyStart, fields, places, dialect), [
      file,
      ...files,
    ]),
    rows: null,
    metrics: [],
    renamedFrom: readName(fields, [findKey(fields, 'renamed-from')]),
  };
  checkVariables(fields, places, dialect);
  throwProblems(fields.errors);
  return { ...prompt, warnings: fields.warnings, places };
}

/** Parameters stand beside our own keys or below `parameters`; a name that is neither is a mistake, so that a typo drops nothing. */
function readSettings(fields: Fields, places: Map<string, Where>): JsonObject {
  const parameters = new Map<string, Json>();
  const used = [findKey(fields, 'response-format'), findKey(fields, 'renamed-from')];
  for (const [key, value] of Object.entries(fields.values)) {
    if (used.includes(key) || ownKeys.includes(key)) continue;
    if (knownParameters.includes(canonicalParameter(key))) addParameter(fields, [key], value, parameters, places);
    else {
      const hint = `${hintKnown(canonicalParameter(key), [...ownKeys, ...knownParameters])} Any other model parameter goes below "parameters:".`;
      fields.errors.push(buildProblem(`${nameOf([key])} is unknown.`, hint, fields.yaml.whereKey([key])));
    }
  }
  readParameters(fields, ['parameters'], parameters, places);
  return Object.fromEntries(parameters);
}

/** The spelling under which a file gives a key of several words. */
function findKey(fields: Fields, key: keyof typeof spellings): string {
  return spellings[key].find((spelling) => Object.hasOwn(fields.values, spelling)) ?? key;
}

function readResponseFormat(fields: Fields): ResponseFormat | null {
  const path = [findKey(fields, 'response-format')];
  const value = fields.yaml.get(path) ?? null;
  if (value === null) return null;
  const report = reportBelow(fields, path);
  const type = readFormatType(isJsonObject(value) ? (value.type ?? null) : value, report);
  if (type === null) return null;
  return type === 'json_schema' ? readSchemaFormat(value, report) : plainFormat(type);
}

/** Declared names are for readers; where they are given they must agree with the text. */
function checkVariables(fields: Fields, places: ReadonlyMap<string, Where>, dialect: string): void {
  const { write } = dialectOf(dialect);
  const declared = readList(fields, ['variables']);
  if (declared === null) return;
  for (const [index, name] of declared.entries()) {
    const path = ['variables', index];
    if (typeof name !== 'string') fields.reject(path, 'must be the name of a variable.', 'Write "- name".');
    else if (!places.has(`{{${name}}}`)) {
      const hint = `Use ${write(name)} in the text, or remove it here.`;
      fields.warnings.push(buildProblem(`${nameOf(path)} is never used.`, hint, fields.yaml.where(path)));
    }
  }
  for (const [key, where] of places) {
    const name = key.slice(2, -2);
    if (!key.startsWith('{{') || declared.includes(name)) continue;
    fields.warnings.push(buildProblem(`${write(name)} is not among the declared "variables".`, 'Declare it.', where));
  }
}
