import type { Where } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import { hintKnown, quoteName, throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { dialectOf, templateDialects } from './dialects.ts';
import { type Fields, openFields, readName, readText, warnUnknownKeys } from './fields.ts';
import type { PromptFormat } from './format.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import type { Prompt } from './prompt.ts';
import { listRoots, readTurns } from './prompty/body.ts';
import { readInputs } from './prompty/inputs.ts';
import { readModelPart } from './prompty/model.ts';
import { keepProblems, listReferences, readValue } from './prompty/references.ts';
import { readOutputs, readTools } from './prompty/tools.ts';
import { settleFindings } from './suspects.ts';

/** Prompty files of both versions; `renamed-from` and `retrieval` are our additions. */
export const prompty: PromptFormat = {
  id: 'prompty',
  title: 'Prompty (*.prompty)',
  standingAlone: [],
  recognisesPath: (path) => /\.prompty$/i.test(path),
  recognises: () => false,
  // What a file names is data, and names nothing in its turn.
  dependencies: (file) => (prompty.recognisesPath(file.path) ? listReferences(file, openHead(file).fields) : []),
  parse: parsePrompty,
};

const keys = [
  'name',
  'displayName',
  'description',
  'metadata',
  'authors',
  'tags',
  'version',
  'model',
  'inputs',
  'outputs',
  'tools',
  'template',
  'sample',
  'renamed-from',
  'retrieval',
];
/** Dialects by the names that Prompty has for their engines. */
const engines = new Map([
  ['jinja2', 'jinja'],
  ['nunjucks', 'jinja'],
]);
const chatParsers = ['prompty', 'prompty.chat'];

function openHead(file: SourceFile): { readonly fields: Fields } & FrontMatter {
  const front = splitFrontMatter(file, file.text.startsWith('+++') ? '+++' : '---');
  return { ...front, fields: openFields({ path: file.path, text: front.frontMatter }, 'The front matter') };
}

function parsePrompty(
  file: SourceFile,
  template: string | null,
  included: ReadonlyMap<string, SourceFile>,
): readonly Prompt[] {
  const { fields, bodyStart } = openHead(file);
  const source = { file, fields, included };
  const places = new Map<string, Where>();
  warnUnknownKeys(fields, [], keys);
  const dialect = readEngine(fields, template ?? 'jinja');
  const used = listRoots(file.text.slice(bodyStart), dialect);
  const head = keepProblems(fields, null, () => {
    const { tools, ...model } = readModelPart(source, places);
    return {
      ...model,
      responseFormat: model.responseFormat ?? readOutputs(source),
      tools: readTools(source, places, tools),
      inputs: readInputs(source, used),
      retrieval: readValue(source, ['retrieval']),
    };
  });
  const turns = readTurns(source, bodyStart, places, dialect, head?.inputs.threads ?? []);
  const [name, description] = [readName(fields, ['name']), readText(fields, ['description'])];
  const renamedFrom = readName(fields, ['renamed-from']);
  throwProblems(fields.errors);
  if (head === null) throw new Error('a head without problems was not read');
  const { inputs, ...settings } = head;
  const { defaults, rows } = inputs;
  return [
    {
      path: file.path,
      key: null,
      format: prompty.id,
      dialect,
      name,
      description,
      ...settings,
      ...turns,
      ...(Object.keys(defaults).length > 0 && { defaults }),
      rows,
      metrics: [],
      unread: [],
      renamedFrom,
      guesses: [],
      ...settleFindings(fields),
      places,
    },
  ];
}

/** The dialect of the template engine that `template` names, in the ways of both versions; `fallback` where it names none. */
function readEngine(fields: Fields, fallback: string): string {
  const written = fields.values.template ?? null;
  const { format = null, type = null, parser = null } = isJsonObject(written) ? written : { format: written };
  const engine = isJsonObject(format) ? (format.kind ?? null) : (format ?? type);
  const reader = isJsonObject(parser) ? (parser.kind ?? null) : parser;
  if (reader !== null && !chatParsers.includes(String(reader))) {
    fields.reject(['template', 'parser'], `is ${quoteName(String(reader))}, which is not read.`, 'Only "prompty" is.');
  }
  const name = engine === null ? fallback : (engines.get(String(engine)) ?? String(engine));
  const known = templateDialects.map((one) => one.name);
  if (known.includes(name)) return dialectOf(name).name;
  const hint = hintKnown(name, [...engines.keys(), ...known]);
  fields.reject(['template'], `names the unknown engine ${quoteName(name)}.`, hint);
  return fallback;
}
