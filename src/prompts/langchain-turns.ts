import type { Where } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { Message } from '../ports.ts';
import { quoteName } from '../text/problems.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { type Fields, readList, readName, readText } from './fields.ts';
import { type FindPlace, noteText } from './message-list.ts';
import type { Slot } from './prompt.ts';
import { quoteText } from './quote-text.ts';
import { readTemplateFormat } from './template-format.ts';

/** A message of a serialised prompt: where its template stands, or the text of one that is none. */
export interface SerialisedTurn {
  readonly role: Message['role'];
  /** The mapping that holds `template`, or `content` where that is sent word for word. */
  readonly path: KeyPath;
  readonly isLiteral: boolean;
}

const roles: ReadonlyMap<string, Message['role']> = new Map([
  ['SystemMessage', 'system'],
  ['HumanMessage', 'user'],
  ['AIMessage', 'assistant'],
]);
const spokenRoles: ReadonlyMap<string, Message['role']> = new Map([
  ['system', 'system'],
  ['human', 'user'],
  ['user', 'user'],
  ['ai', 'assistant'],
  ['assistant', 'assistant'],
]);

/** The name of the class that a serialised part is of; null for any other value. */
export function classOf(value: Json): string | null {
  if (!isJsonObject(value) || !Array.isArray(value.id) || !isJsonObject(value.kwargs)) return null;
  const name = value.id.at(-1);
  return typeof name === 'string' ? name : null;
}

/** The messages of a serialised chat prompt, and the places that conversations fill. */
export function listSerialised(own: Fields): {
  readonly turns: readonly SerialisedTurn[];
  readonly slots: readonly Slot[];
} {
  const turns: SerialisedTurn[] = [];
  const slots: Slot[] = [];
  for (const [index, item] of (readList(own, ['messages']) ?? []).entries()) {
    const path = ['messages', index];
    if (classOf(item) === 'MessagesPlaceholder') {
      const name = readName(own, [...path, 'kwargs', 'variable_name']);
      const isOptional = own.yaml.get([...path, 'kwargs', 'optional']) === true;
      if (name === null) own.reject(path, 'names no variable.', 'Export the prompt again.');
      else slots.push({ name, before: turns.length, isOptional });
      continue;
    }
    turns.push(...readTurn(own, path, classOf(item) ?? 'nothing'));
  }
  return { turns, slots };
}

function readTurn(own: Fields, path: KeyPath, name: string): readonly SerialisedTurn[] {
  const isLiteral = !name.endsWith('PromptTemplate');
  const spoken = isLiteral ? name : name.slice(0, -'PromptTemplate'.length);
  const said = spoken === 'ChatMessage' ? readName(own, [...path, 'kwargs', 'role']) : null;
  const role = roles.get(spoken) ?? spokenRoles.get(said?.toLowerCase() ?? '');
  if (role === undefined) {
    own.reject(
      path,
      `is ${quoteName(said ?? name)}, which is no message that can be read.`,
      'Use system, human and AI messages.',
    );
    return [];
  }
  if (isLiteral) return [{ role, path: [...path, 'kwargs'], isLiteral }];
  const prompt = [...path, 'kwargs', 'prompt'];
  if (classOf(own.yaml.get(prompt) ?? null) === 'PromptTemplate')
    return [{ role, path: [...prompt, 'kwargs'], isLiteral }];
  own.reject(
    prompt,
    'is no template of a text.',
    'Messages of several parts are not read from such a file: write them as *.prompt.yml.',
  );
  return [];
}

/** The dialect that all templates are in; null where none says it. Each has one of its own, but a prompt is read in one. */
export function readSerialisedFormat(own: Fields, turns: readonly SerialisedTurn[]): string | null {
  const paths = [[], ...turns.filter(({ isLiteral }) => !isLiteral).map(({ path }) => path)];
  const said = paths.flatMap((path) => readTemplateFormat(own, [...path, 'template_format']) ?? []);
  const [first, ...others] = new Set(said);
  if (others.length > 0) {
    own.reject(
      ['messages'],
      `are written as ${[first, ...others].join(' and ')}.`,
      'Write all in one template format.',
    );
  }
  return first ?? null;
}

/** The text of a message as a template; one that is sent word for word is quoted. */
export function readSerialised(
  own: Fields,
  { path, isLiteral }: SerialisedTurn,
  places: Map<string, Where>,
  dialect: string,
  at: FindPlace,
): string {
  const key = [...path, isLiteral ? 'content' : 'template'];
  const text = readText(own, key) ?? '';
  if (text.trim() === '') own.reject(key, 'is empty.', 'Write its text, or take the message out.');
  if (!isLiteral) {
    noteText(own, places, dialect, key, at);
    return text;
  }
  const quoted = quoteText(dialect, text);
  if (quoted === null) {
    own.reject(key, `is sent word for word, and a ${dialect} template would read its braces.`, 'Make it a template.');
  }
  return quoted ?? '';
}
