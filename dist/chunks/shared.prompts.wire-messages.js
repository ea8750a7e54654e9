import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/prompts/wire-messages.ts
function toChatMessage({ role, content, parts, toolCalls, toolCallId }) {
  const text = parts?.map(toChatPart) ?? content;
  return {
    role,
    content: text === "" && toolCalls !== void 0 ? null : text,
    ...toolCalls === void 0 ? {} : { tool_calls: toolCalls.map(toChatCall) },
    ...toolCallId === void 0 ? {} : { tool_call_id: toolCallId }
  };
}
function toChatPart(part) {
  if (part.type === "text") return { type: "text", text: part.text };
  return { type: "image_url", image_url: { url: part.url, ...withDetail(part.detail) } };
}
function toChatCall({ id, name, arguments: given }) {
  return { id, type: "function", function: { name, arguments: given } };
}
function toResponseItems(message) {
  const { role, content, parts, toolCalls = [], toolCallId } = message;
  const text = parts?.map((part) => toResponsePart(part, role)) ?? content;
  if (toolCallId !== void 0) return [{ type: "function_call_output", call_id: toolCallId, output: text }];
  const calls = toolCalls.map(({ id, name, arguments: given }) => ({
    type: "function_call",
    call_id: id,
    name,
    arguments: given
  }));
  return [...text === "" && calls.length > 0 ? [] : [{ role, content: text }], ...calls];
}
function toResponsePart(part, role) {
  if (part.type === "text") return { type: role === "assistant" ? "output_text" : "input_text", text: part.text };
  return { type: "input_image", image_url: part.url, ...withDetail(part.detail) };
}
function withDetail(detail) {
  return detail === null ? {} : { detail };
}

export {
  toChatMessage,
  toResponseItems
};
