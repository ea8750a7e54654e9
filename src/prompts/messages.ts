import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message } from '../ports.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import { isReadable, kindOf, type Report } from './fields.ts';
import { readParts } from './message-parts.ts';
import { joinParts } from './message-text.ts';
import { readToolCallId, readToolCalls } from './tool-turns.ts';

type Content = Pick<Message, 'content' | 'parts'>;

/** The roles a file may give a message. */
const messageRoles = ['system', 'developer', 'user', 'assistant', 'tool'] as const;

/** True for what looks like a chat: a list of mappings that each say a role. */
export function isChatList(value: Json): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => isJsonObject(item) && 'role' in item);
}

/** Reads a chat list; roles in any case. Reports each mistake at its path below `value` and leaves that message out. */
export function readMessages(value: Json, report: Report): readonly Message[] {
  if (!Array.isArray(value) || value.length === 0) {
    report([], 'must be a list of at least one message.', 'Write "- role: user" and "content: …" for each message.');
    return [];
  }
  if (!isReadable(value, report)) return [];
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
  if (role === 'tool') return readToolMessage(item, report);
  const calls = role === 'assistant' ? readToolCalls(item.tool_calls ?? null, report) : [];
  if (calls === null) return null;
  const mayBeEmpty = calls.length > 0;
  const content = readContent(item.content ?? (mayBeEmpty ? '' : null), mayBeEmpty, report);
  if (role === null || content === null) return null;
  return { role, ...content, ...(calls.length > 0 ? { toolCalls: calls } : {}) };
}

/** A tool may have nothing to say, but it says to which call. */
function readToolMessage(item: JsonObject, report: Report): Message | null {
  const toolCallId = readToolCallId(item.tool_call_id ?? null, report);
  const content = readContent(item.content ?? null, true, report);
  return toolCallId === null || content === null ? null : { role: 'tool', ...content, toolCallId };
}

function readRole(value: Json, report: Report): Message['role'] | null {
  const role = typeof value === 'string' ? messageRoles.find((known) => known === value.toLowerCase()) : undefined;
  if (role !== undefined) return role;
  if (value === null) report(['role'], 'is missing.', `Add one of: ${messageRoles.join(', ')}.`);
  else if (typeof value !== 'string') report(['role'], `must be text, not ${kindOf(value)}.`, 'Put quotes around it.');
  else report(['role'], `has the unknown role ${quoteName(value)}.`, hintKnown(value, messageRoles));
  return null;
}

function readContent(value: Json, mayBeEmpty: boolean, report: Report): Content | null {
  const content = readTextOrParts(value, report);
  if (content === null || mayBeEmpty || content.content.trim() !== '') return content;
  report(['content'], 'is empty.', 'Write the text, or remove the message.');
  return null;
}

function readTextOrParts(value: Json, report: Report): Content | null {
  if (typeof value === 'string') return { content: value };
  if (Array.isArray(value)) {
    const parts = readParts(value, (path, text, hint) => report(['content', ...path], text, hint));
    return parts === null ? null : { content: joinParts(parts), parts };
  }
  if (value === null) report(['content'], 'is missing.', 'Add the text of the message.');
  else report(['content'], `must be text or a list of parts, not ${kindOf(value)}.`, 'Put quotes around it.');
  return null;
}
