import type { Where } from '../errors.ts';
import type { Message } from '../ports.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { dialectOf } from './dialects.ts';
import type { Fields } from './fields.ts';
import { type FindPlace, noteText } from './message-list.ts';

/** A message's role, and where its text stands. */
export interface Turn {
  readonly role: Message['role'];
  readonly path: KeyPath;
}

/** Reads messages that are texts of their own, and notes where they and their variables stand. A system message alone is followed by the row's input, unless other messages follow (`isFollowed`). */
export function readTurns(
  fields: Fields,
  turns: readonly Turn[],
  places: Map<string, Where>,
  dialect: string,
  at: FindPlace,
  isFollowed = false,
): readonly Message[] {
  const messages = turns.map(({ role, path }): Message => {
    const content = fields.yaml.get(path) ?? '';
    if (typeof content !== 'string' || content.trim() === '') {
      fields.reject(path, 'is empty.', 'Write its text, or remove the key.');
    }
    noteText(fields, places, dialect, path, at);
    if (!places.has('messages')) places.set('messages', fields.yaml.whereKey(path));
    return { role, content: String(content) };
  });
  if (isFollowed || messages.length === 0 || messages.some(({ role }) => role !== 'system')) return messages;
  const { write, findVariables } = dialectOf(dialect);
  const content = write('input');
  if (findVariables(content).length === 0) return messages;
  places.set('{{input}}', places.get('{{input}}') ?? fields.yaml.whereKey([]));
  return [...messages, { role: 'user', content }];
}
