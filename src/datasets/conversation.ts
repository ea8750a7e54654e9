import type { Json, JsonObject } from '../json.ts';
import type { Message } from '../ports.ts';
import { nameOf, type Report } from '../prompts/fields.ts';
import { messageText } from '../prompts/message-text.ts';
import { isChatList, readMessages } from '../prompts/messages.ts';
import { toChatMessage } from '../prompts/wire-messages.ts';
import { isConversation, readMessages as readOthers } from '../records/messages.ts';

/** A row's conversation as it is sent, and the answer that stood at its end. */
export interface Conversation {
  readonly messages: readonly Message[];
  /** What the assistant said last, which is no question but its answer; null where the row ends with somebody else. */
  readonly answer: Message | null;
  /** The row's columns, with the conversation as templates and judges read it: without the answer, images and calls of tools in words. */
  readonly columns: JsonObject;
}

/** Reads `messages`, or the chat list that OpenAI's evals give as `input`; null where a row has neither. */
export function readConversation(
  columns: JsonObject,
  report: (message: string, hint: string) => void,
): Conversation | null {
  const column = findColumn(columns);
  if (column === null) return null;
  const reject: Report = (path, message, hint) => report(`${nameOf([column, ...path])} ${message}`, hint);
  const items = unwrapMessages(columns[column] as Json);
  const all = readMessages(items, reject);
  const end = all.findLastIndex(({ role }) => role !== 'assistant') + 1;
  if (all.length > 0 && end === 0) reject([], 'holds nothing but answers.', 'Put what the user asks before them.');
  const messages = all.slice(0, end);
  const given = Array.isArray(items) ? items : [];
  const shown = messages.map((message, index) => (isPlain(message) ? (given[index] as Json) : inWords(message)));
  return {
    messages,
    answer: all[end] === undefined ? null : (all.at(-1) ?? null),
    columns: { ...columns, [column]: shown },
  };
}

/** Messages as the chat API has them, of those that LangChain writes by their type; any other value is itself. */
function unwrapMessages(value: Json): Json {
  const isOther = isConversation(value) && value.some(({ role = null }) => role === null);
  return isOther ? readOthers(value).map((message): Json => toChatMessage(message)) : value;
}

function findColumn({ messages = null, input = null }: JsonObject): 'messages' | 'input' | null {
  if (messages !== null) return 'messages';
  return isChatList(input) ? 'input' : null;
}

function isPlain({ parts, toolCalls }: Message): boolean {
  return parts === undefined && toolCalls === undefined;
}

function inWords(message: Message): JsonObject {
  return { role: message.role, content: messageText(message) };
}
