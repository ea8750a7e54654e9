import { isJsonObject, type Json } from '../json.ts';
import type { Message } from '../ports.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import { kindOf, type Report } from './fields.ts';

/** The roles a file may give a message; answers of tools belong to runs, not to files. */
const messageRoles = ['system', 'developer', 'user', 'assistant'] as const;

/** Reads a chat list; roles in any case. Reports each mistake at its path below `value` and leaves that message out. */
export function readMessages(value: Json, report: Report): readonly Message[] {
  if (!Array.isArray(value) || value.length === 0) {
    report([], 'must be a list of at least one message.', 'Write "- role: user" and "content: …" for each message.');
    return [];
  }
  return value.flatMap((item: Json, index) => {
    const message = readMessage(item, (path, text, hint) => report([index, ...path], text, hint));
    return message === null ? [] : [message];
  });
}

function readMessage(item: Json, report: Report): Message | null {
  if (!isJsonObject(item)) {
    report([], `must be a mapping with role and content, not ${kindOf(item)}.`, 'Write "role: user" and "content: …".');
    return null;
  }
  const role = readRole(item.role ?? null, report);
  const content = readContent(item.content ?? null, report);
  return role === null || content === null ? null : { role, content };
}

function readRole(value: Json, report: Report): Message['role'] | null {
  const role = typeof value === 'string' ? messageRoles.find((known) => known === value.toLowerCase()) : undefined;
  if (role !== undefined) return role;
  if (value === null) report(['role'], 'is missing.', `Add one of: ${messageRoles.join(', ')}.`);
  else if (typeof value !== 'string') report(['role'], `must be text, not ${kindOf(value)}.`, 'Put quotes around it.');
  else report(['role'], `has the unknown role ${quoteName(value)}.`, hintKnown(value, messageRoles));
  return null;
}

function readContent(value: Json, report: Report): string | null {
  if (value === null) report(['content'], 'is missing.', 'Add the text of the message.');
  else if (typeof value !== 'string')
    report(['content'], `must be text, not ${kindOf(value)}.`, 'Put quotes around it.');
  else if (value.trim() === '') report(['content'], 'is empty.', 'Write the text, or remove the message.');
  else return value;
  return null;
}
