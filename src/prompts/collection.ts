import { buildProblem, type Problem, type Where } from '../errors.ts';
import { isJsonObject, type Json, parseJson } from '../json.ts';
import { buildPlaces } from '../text/places.ts';
import { quoteName, throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { type Entry, isChat, isMetadata, isPrompt, listEntries, roleOfKey } from './collection-entries.ts';
import { templateDialects } from './dialects.ts';
import { type Fields, focusOn, isReadable, nameOf, openYaml } from './fields.ts';
import type { PromptFormat } from './format.ts';
import { type FindPlace, listTexts, readTemplates } from './message-list.ts';
import { canonicalParameter, knownParameters } from './parameters.ts';
import type { Prompt } from './prompt.ts';
import { settleFindings } from './suspects.ts';
import { chooseDialect, readTemplateFormat } from './template-format.ts';
import { readHead } from './top-keys.ts';
import { readTurns, type Turn } from './turns.ts';

const fileName = /\.(ya?ml|json)$/i;
const systemName = /(^|[._-])system([_-]?(prompt|message|instructions?))?$/i;

/** YAML and JSON files of prompts by their names, and files that are one prompt under `system_prompt` and `user_prompt`. */
export const collection: PromptFormat = {
  id: 'collection',
  title: 'Collections (*.yml, *.yaml and *.json with named prompts, as "prompts.yaml#name")',
  standingAlone: [],
  recognisesPath: () => false,
  recognises: (path, text) => fileName.test(path) && isWholePrompt(path, text),
  dependencies: null,
  parse: parseCollection,
};

/** True for a file that may be a collection, where prompts are asked of it by name. */
export function mayBeCollection(path: string): boolean {
  return fileName.test(path);
}

/** The names of the prompts that a file holds; throws a UserError where it cannot be read. */
export function listNames(file: SourceFile): readonly string[] {
  return listEntries(openYaml(file).yaml.value).flatMap(({ key }) => key ?? []);
}

function isWholePrompt(path: string, text: string): boolean {
  if (!/\.json$/i.test(path)) return /^["']?(system|user)[-_]?(prompt|message)["']? ?:/im.test(text);
  const value = /"(system|user)[-_]?(prompt|message)" ?:/i.test(text) ? parseJson(text) : null;
  return isJsonObject(value) && isPrompt(value, 0);
}

function parseCollection(file: SourceFile, template: string | null): readonly Prompt[] {
  const fields = openYaml(file);
  const entries = listEntries(fields.yaml.value);
  if (entries.length === 0) {
    const hint = 'Write "name: text", or "name:" with "system_prompt:" and "user_prompt:" below it.';
    fields.reject([], 'holds no prompt.', hint);
  }
  const keys = entries.map(({ key }) => key);
  if (!isReadable(keys, (path, message, hint) => fields.reject(path, message, hint))) throwProblems(fields.errors);
  fields.errors.push(...findTwins(fields, entries));
  const at = buildPlaces(file);
  const prompts = entries.map((entry) => readEntry(fields, entry, file.path, template, at));
  throwProblems(fields.errors);
  return prompts;
}

function findTwins({ yaml }: Fields, entries: readonly Entry[]): readonly Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ key, path }) => {
    if (key === null && path.length > 0) {
      return [buildProblem(`${nameOf(path)} has no name.`, 'Add "name:" with one of its own.', yaml.where(path))];
    }
    const isTwin = key !== null && seen.has(key);
    if (key !== null) seen.add(key);
    if (!isTwin) return [];
    return [buildProblem(`A second prompt is called ${quoteName(key)}.`, 'Rename one of them.', yaml.whereKey(path))];
  });
}

function readEntry(fields: Fields, { key, path }: Entry, file: string, template: string | null, at: FindPlace): Prompt {
  const own = focusOn(fields, path);
  const places = new Map<string, Where>();
  const chat = isChat(own.yaml.value) ? [] : isChat(own.values.messages) ? ['messages'] : null;
  const turns = chat === null ? listTurns(own, key) : [];
  const texts = chat === null ? turns.map((turn) => String(own.yaml.get(turn.path))) : listTexts(own.yaml.get(chat));
  const { dialect, guesses } = chooseDialect(own, findDialect(own) ?? template, texts);
  const isParameter = (name: string) => knownParameters.includes(canonicalParameter(name));
  const known = Object.keys(own.values).filter((name) => isMetadata(name) || roleOfKey(name) !== null);
  return {
    path: file,
    key,
    format: collection.id,
    dialect,
    ...readHead(own, places, [...known.filter((name) => !isParameter(name)), 'messages']),
    // The key is its name: two would be one too many.
    name: null,
    messages:
      chat === null ? readTurns(own, turns, places, dialect, at) : readTemplates(own, chat, places, dialect, at),
    rows: null,
    metrics: [],
    unread: [],
    guesses,
    ...settleFindings(own),
    places,
  };
}

/** The texts of an entry: itself, or those under the keys of a prompt, the system's first. */
function listTurns(own: Fields, key: string | null): readonly Turn[] {
  const { value } = own.yaml;
  if (!isJsonObject(value)) return [{ role: systemName.test(key ?? '') ? 'system' : 'user', path: [] }];
  const written = Object.entries(value).filter(([, text]) => typeof text === 'string');
  const turns = written.flatMap(([name, text]): Turn[] => {
    const role = isDialect(name, text) ? null : roleOfKey(name);
    return role === null ? [] : [{ role, path: [name] }];
  });
  const ofRole = (role: Turn['role']) => turns.filter((turn) => turn.role === role);
  const [system, user] = [ofRole('system'), ofRole('user')];
  for (const [first, second] of [system, user]) {
    if (first === undefined || second === undefined) continue;
    own.reject(
      second.path,
      `is a second text of the ${second.role}, after ${nameOf(first.path)}.`,
      'Keep one of them.',
    );
  }
  return [...system, ...user];
}

/** A `template` may hold the prompt, or name the dialect of one that stands elsewhere. */
function isDialect(key: string, value: Json): boolean {
  return key === 'template' && templateDialects.some(({ name }) => name === value);
}

function findDialect(own: Fields): string | null {
  const { template = null } = own.values;
  return typeof template === 'string' && isDialect('template', template)
    ? template
    : readTemplateFormat(own, ['template_format']);
}
