import type { Where } from '../errors.ts';
import { isJsonObject, type Json, parseJson } from '../json.ts';
import { buildPlaces } from '../text/places.ts';
import { hintKnown, quoteName, throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { dialectOf } from './dialects.ts';
import { fString } from './f-string.ts';
import { type Fields, openFields, readList, readName, readText } from './fields.ts';
import type { PromptFormat } from './format.ts';
import { isManifest, parseManifest } from './langchain-manifest.ts';
import { type FindPlace, noteText } from './message-list.ts';
import { readPartials } from './partials.ts';
import type { Prompt } from './prompt.ts';
import { quoteText } from './quote-text.ts';
import { settleFindings } from './suspects.ts';
import { readTemplateFormat } from './template-format.ts';

const kinds = ['prompt', 'few_shot'];

/** What LangChain saves as a file (`_type: prompt` and `few_shot`), and the manifests that its hub and LangSmith keep. */
export const langchain: PromptFormat = {
  id: 'langchain',
  title: 'LangChain and LangSmith (YAML and JSON with "_type: prompt", prompt_manifest.json)',
  standingAlone: [],
  recognisesPath: (path) => /(^|\/)[^/]*prompt[-_]manifest\.json$/i.test(path),
  recognises: (path, text) => {
    if (/\.ya?ml$/i.test(path)) return /^_type: *["']?(prompt|few_shot|chat)\b/m.test(text);
    if (!/\.json$/i.test(path) || !/"(_type|lc)"\s*:/.test(text)) return false;
    const value: Json = parseJson(text) ?? null;
    return isManifest(value) || (isJsonObject(value) && [...kinds, 'chat'].includes(String(value._type)));
  },
  dependencies: null,
  parse: (file, template) => {
    const fields = openFields(file, 'The prompt');
    return isManifest(fields.yaml.value) ? parseManifest(file, fields, template) : parseSaved(file, fields, template);
  },
};

function parseSaved(file: SourceFile, fields: Fields, template: string | null): readonly Prompt[] {
  const places = new Map<string, Where>();
  const at = buildPlaces(file);
  const kind = readName(fields, ['_type']) ?? 'prompt';
  const dialect = readTemplateFormat(fields, ['template_format']) ?? template ?? fString.name;
  if (!kinds.includes(kind)) {
    fields.reject(['_type'], `is ${quoteName(kind)}, which is not read.`, hintKnown(kind, kinds));
    throwProblems(fields.errors);
  }
  const content =
    kind === 'prompt' ? readTemplate(fields, [], places, dialect, at) : readFewShot(fields, places, dialect, at);
  const partials = readPartials(fields, ['partial_variables']);
  places.set('messages', fields.yaml.whereKey([kind === 'prompt' ? 'template' : 'suffix']));
  throwProblems(fields.errors);
  const prompt = {
    path: file.path,
    key: null,
    format: langchain.id,
    dialect,
    name: readName(fields, ['name']),
    description: readText(fields, ['description']),
    model: null,
    parameters: {},
    responseFormat: null,
    tools: [],
    retrieval: null,
    messages: [{ role: 'user', content } as const],
    ...partials,
    rows: null,
    metrics: [],
    unread: [],
    renamedFrom: readName(fields, ['renamed-from']),
    guesses: [],
  };
  return [{ ...prompt, ...settleFindings(fields), places }];
}

/** The template of the mapping at a path; one in a file of its own is refused. */
function readTemplate(
  fields: Fields,
  path: KeyPath,
  places: Map<string, Where>,
  dialect: string,
  at: FindPlace,
): string {
  refusePath(fields, [...path, 'template_path'], 'template');
  const text = readText(fields, [...path, 'template']);
  if (text === null || text.trim() === '') {
    fields.reject([...path, 'template'], 'is missing or empty.', 'Write the text of the prompt.');
    return '';
  }
  noteText(fields, places, dialect, [...path, 'template'], at);
  return text;
}

/** All examples stand between prefix and suffix, each as its own template writes it. */
function readFewShot(fields: Fields, places: Map<string, Where>, dialect: string, at: FindPlace): string {
  refusePath(fields, ['example_prompt_path'], 'example_prompt');
  refusePath(fields, ['prefix_path'], 'prefix');
  refusePath(fields, ['suffix_path'], 'suffix');
  if (typeof fields.values.examples === 'string') refusePath(fields, ['examples'], 'examples');
  if (fields.values.example_selector !== undefined) {
    fields.reject(
      ['example_selector'],
      'chooses examples by code, which is not run here.',
      'Write the examples below "examples".',
    );
  }
  throwProblems(fields.errors);
  const own = readTemplateFormat(fields, ['example_prompt', 'template_format']) ?? fString.name;
  const template = readTemplate(fields, ['example_prompt'], new Map(), own, at);
  const { render } = dialectOf(own);
  const examples = (readList(fields, ['examples']) ?? []).map((example, index) => {
    const { value, unknown } = render(template, isJsonObject(example) ? example : {});
    if (unknown.length > 0) {
      fields.reject(
        ['examples', index],
        `has no ${unknown.map(quoteName).join(', ')}, which the example prompt uses.`,
        'Add it.',
      );
    }
    const quoted = quoteText(dialect, value);
    if (quoted === null)
      fields.reject(
        ['examples', index],
        `holds braces, which a ${dialect} template would read.`,
        'Write the examples into the prefix.',
      );
    return quoted ?? '';
  });
  const [prefix, suffix] = ['prefix', 'suffix'].map((key) => {
    const text = readText(fields, [key]) ?? '';
    if (text !== '') noteText(fields, places, dialect, [key], at);
    return text;
  });
  const separator = readText(fields, ['example_separator']) ?? '\n\n';
  return [prefix, ...examples, suffix].filter((part) => part !== '').join(separator);
}

/** What LangChain loads from another file is looked for where its program runs, which no file says. */
function refusePath(fields: Fields, path: KeyPath, inline: string): void {
  const named = readName(fields, path);
  if (named === null) return;
  fields.reject(
    path,
    `reads ${quoteName(named)} from where the program runs, which is not known here.`,
    `Write what it holds below "${inline}".`,
  );
}
