import { isJsonObject, type Json, type JsonObject, writeJson } from '../json.ts';
import type { MessagePart, ToolCall } from '../ports.ts';

/** One piece of a message's content, whoever wrote it. */
export type Piece =
  | { readonly kind: 'part'; readonly part: MessagePart }
  | { readonly kind: 'call'; readonly call: ToolCall }
  | { readonly kind: 'answer'; readonly callId: string; readonly text: string; readonly failed: boolean }
  | { readonly kind: 'refusal'; readonly text: string };

/** Pieces by their `type`: those of OpenAI's two APIs, Anthropic's and the GenAI conventions'. Reasoning is never kept. */
const readers: { readonly [type: string]: (part: JsonObject) => Piece | null } = {
  text: readText,
  input_text: readText,
  output_text: readText,
  refusal: (part) => ({ kind: 'refusal', text: asText(part.refusal ?? part.content) }),
  image_url: ({ image_url: image, detail }) => readImage(isJsonObject(image) ? image.url : image, detail),
  input_image: ({ image_url: image, detail }) => readImage(image, detail),
  image: readSource,
  uri: ({ uri, modality }) => (modality === 'image' ? readImage(uri) : nameType('uri')),
  blob: (part) =>
    part.modality === 'image' ? readImage(dataUrl(part.mime_type, part.content)) : nameType(asText(part.modality)),
  tool_call: (part) => readCall(part.id, part.name, part.arguments),
  tool_use: (part) => readCall(part.id, part.name, part.input),
  function: readFunction,
  function_call: (part) => readCall(part.call_id ?? part.id, part.name, part.arguments),
  tool_call_response: (part) => readAnswer(part.id, part.response ?? part.result, false),
  tool_result: (part) => readAnswer(part.tool_use_id, part.content, part.is_error === true),
  function_call_output: (part) => readAnswer(part.call_id, part.output, false),
  reasoning: () => null,
  thinking: () => null,
  redacted_thinking: () => null,
};

/** Reads a piece; null for what is not kept. One of an unknown type is shown by its type, so that it is not lost unseen. */
export function readPiece(item: Json): Piece | null {
  if (!isJsonObject(item)) return { kind: 'part', part: { type: 'text', text: asText(item) } };
  const type = asText(item.type);
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (read !== undefined) return read(item);
  if (isJsonObject(item.function)) return readFunction(item);
  // LangChain's calls, and parts of Gemini's, have no type.
  if (typeof item.name === 'string' && item.args !== undefined) return readCall(item.id, item.name, item.args);
  return typeof item.text === 'string' ? readText(item) : nameType(type);
}

/** A text as it is, null as nothing, any other value as JSON. */
export function asText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : writeJson(value);
}

function readText(part: JsonObject): Piece {
  return { kind: 'part', part: { type: 'text', text: asText(part.text ?? part.content) } };
}

function readImage(url: Json | undefined, detail: Json = null): Piece {
  // Only these can be sent again.
  if (typeof url !== 'string' || !/^(https:\/\/|data:image\/)/i.test(url)) return nameType('image');
  return { kind: 'part', part: { type: 'image', url, detail: typeof detail === 'string' ? detail : null } };
}

function readSource({ source, url }: JsonObject): Piece {
  if (!isJsonObject(source)) return readImage(url);
  return readImage(source.type === 'base64' ? dataUrl(source.media_type, source.data) : source.url);
}

function dataUrl(type: Json | undefined, base64: Json | undefined): string {
  return `data:${asText(type)};base64,${asText(base64)}`;
}

function nameType(type: string): Piece {
  return { kind: 'part', part: { type: 'text', text: `[${type === '' ? 'unknown' : type}]` } };
}

function readCall(id: Json | undefined, name: Json | undefined, given: Json | undefined): Piece {
  return { kind: 'call', call: { id: asText(id), name: asText(name), arguments: asText(given ?? {}) } };
}

/** Langfuse leaves out the level of the function. */
function readFunction(part: JsonObject): Piece {
  const called = isJsonObject(part.function) ? part.function : part;
  return readCall(part.id, called.name, called.arguments);
}

function readAnswer(callId: Json | undefined, content: Json | undefined, failed: boolean): Piece {
  return { kind: 'answer', callId: asText(callId), text: answerText(content), failed };
}

/** What a tool said: its text, or that of its parts. */
function answerText(content: Json | undefined): string {
  const isParts = Array.isArray(content) && content.every((part) => isJsonObject(part) && part.type === 'text');
  return isParts ? content.map((part) => asText((part as JsonObject).text)).join('\n') : asText(content);
}
