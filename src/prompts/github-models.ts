import { buildProblem, type Where } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import { buildPlaces } from '../text/places.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { defaultDialect } from './dialects.ts';
import { type Fields, kindOf, openFields, readList } from './fields.ts';
import type { PromptFormat } from './format.ts';
import { readEvaluators } from './github-evaluators.ts';
import { readTemplates } from './message-list.ts';
import type { EmbeddedRow, Prompt } from './prompt.ts';
import { addRowEvaluators } from './row-evaluators.ts';
import { readDialect } from './settings.ts';
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
    messages: hasMessages(fields) ? readTemplates(fields, ['messages'], places, dialect, buildPlaces(file)) : [],
    ...addRowEvaluators(fields, readRows(fields), readEvaluators(fields)),
  };
  throwProblems(fields.errors);
  return [{ ...prompt, guesses: [], ...settleFindings(fields), places }];
}

function hasMessages({ values, reject }: Fields): boolean {
  if (values.messages !== undefined) return true;
  const isEmpty = Object.keys(values).length === 0;
  reject([], isEmpty ? 'is empty.' : 'has no "messages".', 'Add "messages" with at least one message.');
  return false;
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
