import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message } from '../ports.ts';
import { isConversation, isMessage, readMessages } from './messages.ts';
import { asText } from './parts.ts';
import { parseValue } from './value.ts';

/** What was asked: a conversation, or variables of the application's own. */
export interface RecordedRequest {
  readonly messages: readonly Message[] | null;
  readonly variables: JsonObject | null;
}

const nothing: RecordedRequest = { messages: null, variables: null };

/** Reads a request in whatever shape it was recorded: a text, a conversation, the body of an API, or a mapping of variables. */
export function readRequest(value: Json): RecordedRequest {
  if (value === null || value === '') return nothing;
  if (typeof value === 'string') {
    const read = /^\s*[[{]/.test(value) ? parseValue(value) : undefined;
    return read === undefined ? said(value) : readRequest(read);
  }
  if (isConversation(value)) return { messages: readMessages(value), variables: null };
  // LangChain asks of many at once, and then of one.
  if (Array.isArray(value) && value.length === 1 && isConversation(value[0] ?? null))
    return readRequest(value[0] ?? null);
  if (isMessage(value)) return { messages: readMessages([value]), variables: null };
  return isJsonObject(value) ? readBody(value) : said(asText(value));
}

function readBody(body: JsonObject): RecordedRequest {
  const { messages = null, input = null, prompt = null, system, instructions } = body;
  const before = instructionsOf(system ?? instructions ?? null);
  for (const list of [messages, input]) {
    const { messages: read } = Array.isArray(list) ? readRequest(list) : nothing;
    if (read !== null) return { messages: [...before, ...read], variables: null };
  }
  // A model's request, not an application's: it names the model.
  const text = [input, prompt].find((one) => typeof one === 'string');
  if (body.model !== undefined && typeof text === 'string') {
    return { messages: [...before, { role: 'user', content: text }], variables: null };
  }
  return { messages: null, variables: Object.keys(body).length === 0 ? null : body };
}

function instructionsOf(system: Json): readonly Message[] {
  if (system === null || system === '') return [];
  return readMessages([{ role: 'system', content: system }]);
}

function said(content: string): RecordedRequest {
  return { messages: [{ role: 'user', content }], variables: null };
}
