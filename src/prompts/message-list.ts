import type { Where } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { Message } from '../ports.ts';
import { placeText } from '../text/alignment.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { type Fields, type Report, warnUnknownKeys } from './fields.ts';
import { listTextPaths } from './message-parts.ts';
import { readMessages } from './messages.ts';
import { noteTemplate } from './settings.ts';

/** The line and column of an offset in the file that is read. */
export type FindPlace = (offset: number) => Where;

/** Reads the list of messages at a path and notes where it and its variables stand; items that are none are left to the caller. */
export function readTemplates(
  fields: Fields,
  path: KeyPath,
  places: Map<string, Where>,
  dialect: string,
  at: FindPlace,
  isMessage: (item: Json) => boolean = () => true,
): readonly Message[] {
  const list = fields.yaml.get(path) ?? null;
  const items = Array.isArray(list) ? [...list.entries()].filter(([, item]) => isMessage(item)) : null;
  const report: Report = ([index, ...below], message, hint) =>
    fields.reject(
      [...path, ...(typeof index === 'number' ? [items?.[index]?.[0] ?? index] : []), ...below],
      message,
      hint,
    );
  const messages = readMessages(items?.map(([, item]) => item) ?? list, report);
  places.set('messages', fields.yaml.whereKey(path));
  for (const [index, item] of items ?? []) {
    warnUnknownKeys(fields, [...path, index], ['type', 'role', 'content', 'tool_calls', 'tool_call_id']);
    for (const below of listTextPaths(item)) noteText(fields, places, dialect, [...path, index, ...below], at);
  }
  return messages;
}

/** The texts of a list of messages, before anything of it is checked. */
export function listTexts(list: Json | undefined): readonly string[] {
  return (Array.isArray(list) ? list : []).flatMap((item: Json) =>
    listTextPaths(item).flatMap((path) => textAt(item, path)),
  );
}

function textAt(value: Json, path: KeyPath): readonly string[] {
  let found: Json | undefined = value;
  for (const part of path) {
    found = isJsonObject(found) || Array.isArray(found) ? (found as { [key: string]: Json })[part] : undefined;
  }
  return typeof found === 'string' ? [found] : [];
}

/** Notes where the variables of the text at a path stand, and what of it cannot be read. */
export function noteText(
  fields: Fields,
  places: Map<string, Where>,
  dialect: string,
  path: KeyPath,
  at: FindPlace,
): void {
  const text = String(fields.yaml.get(path));
  noteTemplate(fields, places, dialect, text, placeText(fields.yaml, path, text, at));
}
