import { parseJson } from '../../json.ts';
import type { Message } from '../../ports.ts';
import { kindOf } from '../fields.ts';
import { listTextPaths } from '../message-parts.ts';
import { isChatList, readMessages } from '../messages.ts';
import { note, type Opened, reportAt } from './notes.ts';
import { itemsOf, openPart, type Part, plainPart } from './part.ts';

/** A prompt as text: what is sent, and the parts whose texts are templates. */
export interface PromptText {
  readonly messages: readonly Message[];
  readonly templates: readonly Part[];
  readonly part: Part;
}

/** A value that the template itself puts between quotes, so that without it a chat in JSON is none. */
const dumped = /\{\{\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\|\s*(?:dump|tojson)(?:\s*\|\s*safe)?\s*\}\}/gu;

/** Reads a prompt: a chat in JSON or YAML, or else one user message. Null after a mistake. */
export function readPromptText(opened: Opened, part: Part): PromptText | null {
  const chat = typeof part.value === 'string' ? findChat(opened, part, part.value) : part;
  if (chat === 'broken') return null;
  if (chat !== null && isChatList(chat.value)) return readChat(opened, chat);
  if (typeof part.value !== 'string') {
    const hint = 'Write a text, or a list of messages with "role" and "content".';
    note(opened, 'errors', part, `is no prompt, but ${kindOf(part.value)}.`, hint);
    return null;
  }
  const content = part.value.trim();
  if (content === '') {
    note(opened, 'errors', part, 'is a prompt without text.', 'Write its text.');
    return null;
  }
  return { messages: [{ role: 'user', content }], templates: [part], part };
}

/** The messages of a chat; null after mistakes in them. */
export function readChat(opened: Opened, part: Part): PromptText | null {
  const before = opened.notes.errors.length;
  const messages = readMessages(part.value, reportAt(opened, part));
  if (opened.notes.errors.length > before) return null;
  const templates = itemsOf(part).flatMap((item) =>
    listTextPaths(item.value).map((path) => path.reduce((one, key) => one.child(key), item)),
  );
  return { messages, templates, part };
}

/** The chat that a text holds; null where it is no chat, `broken` where a template makes the chat itself. */
function findChat(opened: Opened, part: Part, text: string): Part | null | 'broken' {
  const trimmed = text.trim();
  const isJson = trimmed.startsWith('[');
  if (!isJson && !/^- +(?:role|"role"):/.test(trimmed)) return null;
  const plain = text.replace(dumped, (whole, name: string) => `"{{${name}}}"`.padEnd(whole.length));
  if (isJson && parseJson(plain) === undefined) {
    if (!/["']role["']/.test(text)) return null;
    const hint = 'Write the list of messages as it is, with templates only inside its texts.';
    note(opened, 'errors', part, 'looks like a chat in JSON and is no JSON by itself.', hint);
    return 'broken';
  }
  return placeIn(part, plain);
}

/** A text's own document, its lines where they stand in the file. */
function placeIn(part: Part, text: string): Part {
  const { path, line } = part.at(0);
  const document = openPart({ path, text: `${'\n'.repeat((line ?? 1) - 1)}${text}` });
  // What is written in a line of another document has no columns of its own.
  return text.includes('\n') ? document : plainPart(document.value, part.where());
}
