import { posix } from 'node:path';
import type { Where } from '../errors.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { dotpromptDialect } from './dotprompt/dotprompt-dialect.ts';
import { readConfig, readInput, readOutput, readToolDefs } from './dotprompt/metadata.ts';
import { findPartials, isPartial, joinPartials } from './dotprompt/partials.ts';
import { splitDotprompt } from './dotprompt/split.ts';
import { type Fields, openFields, readName, readText, warnUnknownKeys } from './fields.ts';
import type { PromptFormat } from './format.ts';
import type { Prompt } from './prompt.ts';
import { noteTemplate, readModel } from './settings.ts';
import { settleFindings } from './suspects.ts';

/** Files of Dotprompt; `prompt-assay.renamed-from` and `prompt-assay.retrieval` are our additions, as extensions of the format. */
export const dotprompt: PromptFormat = {
  id: 'dotprompt',
  title: 'Dotprompt (*.prompt)',
  standingAlone: [],
  recognisesPath: (path) => /\.prompt$/i.test(path),
  recognises: () => false,
  dependencies: findPartials,
  parse: parseDotprompt,
};

const keys = [
  'name',
  'variant',
  'version',
  'description',
  'model',
  'config',
  'input',
  'output',
  'tools',
  'toolDefs',
  'metadata',
];
const renamedFromKey = 'prompt-assay.renamed-from';
const retrievalKey = 'prompt-assay.retrieval';

/** A partial is no prompt: of a folder only the prompts are read. */
function parseDotprompt(
  file: SourceFile,
  _template: string | null,
  included: ReadonlyMap<string, SourceFile>,
): readonly Prompt[] {
  if (isPartial(file.path)) return [];
  const fields = openFields({ path: file.path, text: splitDotprompt(file).frontMatter }, 'The front matter');
  const places = new Map<string, Where>();
  // A key with a dot is an extension, whoever reads it.
  warnUnknownKeys(fields, [], [...keys, ...Object.keys(fields.values).filter((key) => key.includes('.'))]);
  const defaults = readInput(fields);
  const prompt = {
    path: file.path,
    key: null,
    format: dotprompt.id,
    dialect: dotpromptDialect.name,
    name: readPromptName(fields, file),
    description: readText(fields, ['description']),
    model: readModel(fields, places),
    parameters: readConfig(fields, places),
    responseFormat: readOutput(fields),
    tools: readToolDefs(fields, places),
    retrieval: fields.values[retrievalKey] ?? null,
    messages: [{ role: 'user' as const, content: readTemplate(fields, places, file, included) }],
    turns: 'rendered' as const,
    ...(defaults !== null && { defaults }),
    rows: null,
    metrics: [],
    unread: [],
    renamedFrom: readName(fields, [renamedFromKey]),
    guesses: [],
  };
  throwProblems(fields.errors);
  return [{ ...prompt, ...settleFindings(fields), places }];
}

/** A variant goes by the name of its prompt and its own, as in its file name. */
function readPromptName(fields: Fields, { path }: SourceFile): string | null {
  const name = readName(fields, ['name']);
  const variant = readName(fields, ['variant']) ?? /^[^.]+\.(.+)\.prompt$/i.exec(posix.basename(path))?.[1] ?? null;
  return name === null || variant === null ? name : `${name}.${variant}`;
}

/** The template behind the partials that it calls. What keeps one of its files from being parsed is told of that file. */
function readTemplate(
  fields: Fields,
  places: Map<string, Where>,
  file: SourceFile,
  included: ReadonlyMap<string, SourceFile>,
): string {
  const { template, start, at, faults } = joinPartials(file, included);
  places.set('messages', at(start));
  fields.errors.push(...faults);
  if (faults.length === 0) noteTemplate(fields, places, dotpromptDialect.name, template, at);
  return template;
}
