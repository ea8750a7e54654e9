import type { Where } from '../errors.ts';
import { isJsonObject, type Json, parseJson } from '../json.ts';
import { buildPlaces } from '../text/places.ts';
import { hintKnown, quoteName, throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { defaultDialect } from './dialects.ts';
import { type Fields, focusOn, openFields, readName, readText } from './fields.ts';
import type { PromptFormat } from './format.ts';
import { readTemplates } from './message-list.ts';
import { textsOf } from './message-text.ts';
import type { Prompt, Slot } from './prompt.ts';
import { settleFindings } from './suspects.ts';
import { readHead } from './top-keys.ts';
import { readTurns } from './turns.ts';

const types = ['text', 'chat'];
const composition = /@@@langfusePrompt:[^@\n]{0,200}@@@/;

/** Prompts of Langfuse as its API gives them: `{name, type, prompt, config}`. */
export const langfuse: PromptFormat = {
  id: 'langfuse',
  title: 'Langfuse (langfuse_prompt.json, other JSON with "prompt" and "type" or "labels")',
  standingAlone: [],
  recognisesPath: (path) => /(^|\/)[^/]*langfuse[-_.]prompt[^/]*\.json$/i.test(path),
  recognises: (path, text) => /\.json$/i.test(path) && /"prompt"\s*:/.test(text) && isLangfuse(parseJson(text) ?? null),
  dependencies: null,
  parse: parseLangfuse,
};

function isLangfuse(value: Json): boolean {
  if (!isJsonObject(value) || !(typeof value.prompt === 'string' || Array.isArray(value.prompt))) return false;
  return types.includes(String(value.type)) || Array.isArray(value.labels);
}

function parseLangfuse(file: SourceFile, template: string | null): readonly Prompt[] {
  const fields = openFields(file, 'The prompt');
  const config = focusOn(fields, ['config']);
  const places = new Map<string, Where>();
  const dialect = template ?? defaultDialect;
  const at = buildPlaces(file);
  const type = readName(fields, ['type']);
  if (type !== null && !types.includes(type)) {
    fields.reject(['type'], `has the unknown type ${quoteName(type)}.`, hintKnown(type, types));
  }
  const { prompt: written = null } = fields.values;
  const isChat = Array.isArray(written);
  if (!isChat && typeof written !== 'string')
    fields.reject(['prompt'], 'must be text or a list of messages.', 'Export the prompt again.');
  const slots = isChat ? readSlots(fields, written) : [];
  const messages = isChat
    ? readTemplates(fields, ['prompt'], places, dialect, at, (item) => !isPlaceholder(item))
    : readTurns(fields, [{ role: 'user', path: ['prompt'] }], places, dialect, at);
  for (const text of messages.flatMap(textsOf)) refuseComposition(fields, text);
  const prompt = {
    path: file.path,
    key: null,
    format: langfuse.id,
    dialect,
    ...readHead(config, places, []),
    name: readName(fields, ['name']),
    description: readText(fields, ['commitMessage']),
    messages,
    ...(slots.length > 0 && { slots }),
    rows: null,
    metrics: [],
    unread: [],
    guesses: [],
  };
  throwProblems(fields.errors);
  return [{ ...prompt, ...settleFindings({ ...fields, warnings: [...fields.warnings, ...config.warnings] }), places }];
}

function isPlaceholder(item: Json): boolean {
  return isJsonObject(item) && item.type === 'placeholder';
}

function readSlots(fields: Fields, list: readonly Json[]): readonly Slot[] {
  const slots: Slot[] = [];
  for (const [index, item] of list.entries()) {
    if (!isPlaceholder(item)) continue;
    const name = readName(fields, ['prompt', index, 'name']);
    if (name === null)
      fields.reject(['prompt', index], 'is a placeholder without a "name".', 'Name the column that fills it.');
    else slots.push({ name, before: index - slots.length, isOptional: false });
  }
  return slots;
}

/** The text of the other prompt is in Langfuse alone. */
function refuseComposition(fields: Fields, text: string): void {
  const found = composition.exec(text)?.[0];
  if (found === undefined) return;
  const hint = 'Export the prompt with its references resolved, or write the text of the other one in its place.';
  fields.reject(['prompt'], `takes in another prompt of Langfuse, ${quoteName(found)}, which is not here.`, hint);
}
