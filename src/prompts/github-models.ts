import { buildProblem, type Where } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import type { Message } from '../ports.ts';
import { buildPlaces } from '../text/places.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { defaultDialect } from './dialects.ts';
import { type Fields, kindOf, openFields, readList, reportBelow, warnUnknownKeys } from './fields.ts';
import type { PromptFormat } from './format.ts';
import { readEvaluators } from './github-evaluators.ts';
import { listTextPaths } from './message-parts.ts';
import { readMessages } from './messages.ts';
import type { EmbeddedRow, Prompt } from './prompt.ts';
import { noteTemplate, readDialect } from './settings.ts';
import { settleFindings } from './suspects.ts';
import { readHead } from './top-keys.ts';

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

function parseGithubModels(file: SourceFile, template: string | null): readonly Prompt[] {
  const fields = openFields(file, 'The prompt');
  const places = new Map<string, Where>();
  const dialect = readDialect(fields, template ?? defaultDialect);
  const prompt = {
    path: file.path,
    key: null,
    format: githubModels.id,
    dialect,
    ...readHead(fields, places, ['messages', 'testData', 'evaluators']),
    messages: readTemplates(fields, places, file, dialect),
    rows: readRows(fields),
    ...readEvaluators(fields),
  };
  throwProblems(fields.errors);
  return [{ ...prompt, guesses: [], ...settleFindings(fields), places }];
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
    warnUnknownKeys(fields, ['messages', index], ['role', 'content', 'tool_calls', 'tool_call_id']);
    for (const below of listTextPaths(item)) {
      const path = ['messages', index, ...below];
      const source = fields.yaml.source(path);
      const text = String(fields.yaml.get(path));
      if (source === null) noteTemplate(fields, places, dialect, text, () => fields.yaml.where(path));
      else noteTemplate(fields, places, dialect, source.text, (offset) => at(source.offset + offset));
    }
  }
  return messages;
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
