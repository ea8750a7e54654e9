import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message, MessagePart } from '../ports.ts';
import { joinParts } from '../prompts/message-text.ts';
import { asText, type Piece, readPiece } from './parts.ts';

/** Roles as the chat API has them, by what others call them. */
const roles: { readonly [name: string]: Message['role'] } = {
  system: 'system',
  developer: 'developer',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  aimessagechunk: 'assistant',
  model: 'assistant',
  tool: 'tool',
  function: 'tool',
  function_call: 'assistant',
  function_call_output: 'tool',
};
/** One of these makes a mapping with a role a message; a type without them may be anything. */
const contents = ['content', 'parts', 'tool_calls', 'arguments', 'output', 'refusal'];

/** True for a value that is a message of some API. */
export function isMessage(value: Json): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const message = openEnvelope(value);
  return roleOf(message) !== null && contents.some((key) => Object.hasOwn(message, key));
}

/** True for a list that holds messages and nothing else. */
export function isConversation(value: Json): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every(isMessage);
}

/** Reads messages; one that answers several calls, or answers and asks, becomes several. */
export function readMessages(list: readonly JsonObject[]): readonly Message[] {
  return list.flatMap((item) => readMessage(openEnvelope(item)));
}

/** What a message refused with; null where it did not. */
export function refusalOf(item: JsonObject): string | null {
  const message = openEnvelope(item);
  if (typeof message.refusal === 'string' && message.refusal !== '') return message.refusal;
  const texts = piecesOf(message).flatMap((piece) => (piece.kind === 'refusal' ? [piece.text] : []));
  return texts.length > 0 ? texts.join('') : null;
}

/** LangChain wraps a message twice over: as a constructor's arguments, or as the data of a type. */
function openEnvelope(item: JsonObject): JsonObject {
  if (isJsonObject(item.kwargs) && Array.isArray(item.id)) {
    const name = asText(item.id.at(-1)).replace(/Message(Chunk)?$/, '');
    return { type: name.toLowerCase(), ...item.kwargs };
  }
  return isJsonObject(item.data) && typeof item.type === 'string' ? { ...item.data, type: item.type } : item;
}

function roleOf({ role, type }: JsonObject): Message['role'] | null {
  const name = asText(role ?? type).toLowerCase();
  // Tools are declared with this type.
  if (role === undefined && name === 'function') return null;
  return Object.hasOwn(roles, name) ? (roles[name] ?? null) : null;
}

function piecesOf(message: JsonObject): readonly Piece[] {
  if (message.role === undefined && /^function_call/.test(asText(message.type))) return keep([readPiece(message)]);
  const content = message.parts ?? message.content ?? [];
  const items: readonly Json[] = Array.isArray(content) ? content : [content];
  const calls = Array.isArray(message.tool_calls) ? message.tool_calls : [];
  return keep([...items, ...calls].map(readPiece));
}

function keep(pieces: readonly (Piece | null)[]): readonly Piece[] {
  return pieces.filter((piece) => piece !== null);
}

function readMessage(item: JsonObject): readonly Message[] {
  const role = roleOf(item) ?? 'user';
  const pieces = piecesOf(item);
  const parts = pieces.flatMap((piece) => (piece.kind === 'part' ? [piece.part] : []));
  const toolCalls = pieces.flatMap((piece) => (piece.kind === 'call' ? [piece.call] : []));
  const answers = pieces.flatMap((piece): readonly Message[] => {
    if (piece.kind !== 'answer') return [];
    return [toolMessage(piece.text, piece.callId, piece.failed)];
  });
  if (role === 'tool' && answers.length === 0) {
    return [toolMessage(joinParts(parts), asText(item.tool_call_id ?? item.name), item.status === 'error')];
  }
  if (answers.length > 0 && parts.length === 0 && toolCalls.length === 0) return answers;
  return [...answers, { role, ...contentOf(parts), ...(toolCalls.length > 0 ? { toolCalls } : {}) }];
}

function toolMessage(content: string, toolCallId: string, failed: boolean): Message {
  return { role: 'tool', content, toolCallId, ...(failed ? { failed } : {}) };
}

function contentOf(parts: readonly MessagePart[]): Pick<Message, 'content' | 'parts'> {
  const content = joinParts(parts);
  return parts.some(({ type }) => type === 'image') ? { content, parts } : { content };
}
