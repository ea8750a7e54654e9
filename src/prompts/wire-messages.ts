import type { Json, JsonObject } from '../json.ts';
import type { Message, MessagePart } from '../ports.ts';

/** A message as the chat API takes it. */
export function toChatMessage({ role, content, parts, toolCalls, toolCallId }: Message): JsonObject {
  const text = parts?.map(toChatPart) ?? content;
  return {
    role,
    content: text === '' && toolCalls !== undefined ? null : text,
    ...(toolCalls === undefined ? {} : { tool_calls: toolCalls.map(toChatCall) }),
    ...(toolCallId === undefined ? {} : { tool_call_id: toolCallId }),
  };
}

function toChatPart(part: MessagePart): Json {
  if (part.type === 'text') return { type: 'text', text: part.text };
  return { type: 'image_url', image_url: { url: part.url, ...withDetail(part.detail) } };
}

function toChatCall({ id, name, arguments: given }: NonNullable<Message['toolCalls']>[number]): Json {
  return { id, type: 'function', function: { name, arguments: given } };
}

/** A message as items of the Responses API, where calls of tools and their answers stand beside the messages. */
export function toResponseItems(message: Message): readonly JsonObject[] {
  const { role, content, parts, toolCalls = [], toolCallId } = message;
  const text = parts?.map((part) => toResponsePart(part, role)) ?? content;
  if (toolCallId !== undefined) return [{ type: 'function_call_output', call_id: toolCallId, output: text }];
  const calls = toolCalls.map(({ id, name, arguments: given }) => ({
    type: 'function_call',
    call_id: id,
    name,
    arguments: given,
  }));
  return [...(text === '' && calls.length > 0 ? [] : [{ role, content: text }]), ...calls];
}

function toResponsePart(part: MessagePart, role: Message['role']): Json {
  if (part.type === 'text') return { type: role === 'assistant' ? 'output_text' : 'input_text', text: part.text };
  return { type: 'input_image', image_url: part.url, ...withDetail(part.detail) };
}

function withDetail(detail: string | null): JsonObject {
  return detail === null ? {} : { detail };
}
