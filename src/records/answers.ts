import { isJsonObject, type Json, type JsonObject, writeJson } from '../json.ts';
import type { Message, Output, ToolCall } from '../ports.ts';
import { isConversation, isMessage, readMessages, refusalOf } from './messages.ts';
import { asText } from './parts.ts';
import { parseValue } from './value.ts';

/** Nobody said why the answer ended. */
const unknownEnd = 'unknown';
/** Ends by the names that the chat API has for them. */
const ends: { readonly [name: string]: string } = {
  tool_call: 'tool_calls',
  tool_use: 'tool_calls',
  end_turn: 'stop',
  max_tokens: 'length',
};

/**
 * Reads an answer in whatever shape it was recorded: a text, a message, a conversation, the body of an API. A mapping
 * with one member is what that holds; any other value is its JSON. Null where there is none.
 */
export function readAnswer(value: Json, finishReason: string | null = null): Output | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return readTextAnswer(value, finishReason);
  if (isMessage(value)) return outputOf([value], finishReason ?? endOf(value));
  if (isConversation(value)) return outputOf(value, finishReason ?? endOf(value.at(-1) ?? {}));
  return isJsonObject(value) ? readBody(value, finishReason) : plainOutput(writeJson(value), finishReason);
}

/** Of several messages the last is the answer, and all of them what was done for it. */
export function outputOf(items: readonly JsonObject[], finishReason: string | null): Output {
  const messages = readMessages(items);
  const last: Message = messages.at(-1) ?? { role: 'assistant', content: '' };
  const toolCalls = (last.toolCalls ?? []).map(({ name, arguments: given }) => ({
    name,
    arguments: argumentsOf(given),
  }));
  const refusal = refusalOf(items.at(-1) ?? {});
  return {
    content: last.content,
    toolCalls,
    refusal,
    finishReason: nameEnd(finishReason, toolCalls.length > 0),
    ...(messages.length > 1 ? { trajectory: messages } : {}),
  };
}

/** The call's arguments as the value that they write; a text that is no JSON stays one. */
function argumentsOf(given: ToolCall['arguments']): Json {
  return parseValue(given) ?? given;
}

function nameEnd(reason: string | null, calledTools: boolean): string {
  if (reason === null || reason === '') return calledTools ? 'tool_calls' : unknownEnd;
  return Object.hasOwn(ends, reason) ? (ends[reason] ?? reason) : reason;
}

function plainOutput(content: string, finishReason: string | null): Output {
  return { content, toolCalls: [], refusal: null, finishReason: nameEnd(finishReason, false) };
}

/** Exports write messages and bodies as text; an answer that is itself JSON stays as it was written. */
function readTextAnswer(text: string, finishReason: string | null): Output {
  const value = /^\s*[[{]/.test(text) ? parseValue(text) : undefined;
  const isKnown = value !== undefined && (isMessage(value) || isConversation(value) || isBody(value));
  return isKnown
    ? (readAnswer(value, finishReason) ?? plainOutput(text, finishReason))
    : plainOutput(text, finishReason);
}

/** True for the body of an answer of a known API, or what LangChain makes of one. */
function isBody(value: Json): value is JsonObject {
  return isJsonObject(value) && ['choices', 'generations', 'messages'].some((key) => Array.isArray(value[key]));
}

function readBody(body: JsonObject, finishReason: string | null): Output | null {
  if (Array.isArray(body.choices) && body.choices.length === 0) return null;
  const [choice] = listOf(body.choices);
  if (isJsonObject(choice)) {
    const end = finishReason ?? asText(choice.finish_reason);
    if (isJsonObject(choice.message)) return outputOf([{ role: 'assistant', ...choice.message }], end);
    return plainOutput(asText(choice.text), end);
  }
  const generation = listOf(body.generations).flat()[0];
  if (isJsonObject(generation)) return readGeneration(generation, finishReason);
  if (isConversation(body.messages ?? null)) return readAnswer(body.messages ?? null, finishReason);
  if (isConversation(body.output ?? null)) return readAnswer(body.output ?? null, finishReason);
  const values = Object.values(body);
  if (values.length === 0) return null;
  return values.length === 1 ? readAnswer(values[0] ?? null, finishReason) : plainOutput(writeJson(body), finishReason);
}

function readGeneration({ message, text, generation_info: info }: JsonObject, finishReason: string | null): Output {
  const end = finishReason ?? (isJsonObject(info) ? asText(info.finish_reason) : null);
  return isJsonObject(message) && isMessage(message) ? outputOf([message], end) : plainOutput(asText(text), end);
}

function endOf(message: JsonObject): string {
  return asText(message.finish_reason ?? message.stop_reason);
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
