import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isJsonObject
} from "./shared.json-writer.js";
import {
  ModelConfigError
} from "./shared.errors.js";

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

// src/prompts/wire-request.ts
var wireNames = {
  chat: { "max-output-tokens": "max_completion_tokens" },
  responses: {
    "max-tokens": "max_output_tokens",
    "max-completion-tokens": "max_output_tokens",
    "reasoning-effort": "reasoning.effort"
  }
};
var reserved = /* @__PURE__ */ new Set(["model", "messages", "input", "tools", "response_format", "stream", "stream_options", "n"]);
function buildWireRequest(request, model) {
  const names = /* @__PURE__ */ new Map([["model", "model"]]);
  const body = { model };
  const chat = request.api === "chat";
  if (chat) body.messages = request.messages.map(toChatMessage);
  else body.input = request.messages.flatMap(toResponseItems);
  for (const [canonical, value] of Object.entries(request.parameters)) {
    const wire = wireNameOf(request.api, canonical);
    refuseReserved(canonical, wire);
    const earlier = names.get(wire);
    if (earlier !== void 0) throw namedTwice(earlier, canonical, wire);
    names.set(wire, canonical);
    setMember(body, wire, value);
  }
  if (request.tools.length > 0) {
    names.set("tools", "tools");
    body.tools = request.tools.map((tool) => chat ? nestFunction(tool) : flattenFunction(tool));
  }
  if (request.responseFormat !== null) {
    const wire = chat ? "response_format" : "text.format";
    names.set(wire, "response-format");
    setMember(body, wire, buildFormat(request.responseFormat, chat));
  }
  return { path: chat ? "/chat/completions" : "/responses", body, names };
}
function describeWireParameters(settings) {
  return describeWire(settings).sent;
}
function describeWire(settings) {
  const { body, names } = buildWireRequest({ ...settings, model: "", messages: [] }, "");
  const { model: _model, messages: _messages, input: _input, ...sent } = body;
  return { sent, names };
}
function wireNamesOf(canonical) {
  return [wireNameOf("chat", canonical), wireNameOf("responses", canonical)];
}
function wireNameOf(api, canonical) {
  const names = wireNames[api];
  return (Object.hasOwn(names, canonical) ? names[canonical] : void 0) ?? canonical.replaceAll("-", "_");
}
function refuseReserved(canonical, wire) {
  if (!reserved.has(wire)) return;
  throw new ModelConfigError(
    `"${canonical}" cannot be a parameter.`,
    "Remove it: the prompt file and its dataset decide it.",
    canonical
  );
}
function namedTwice(earlier, canonical, wire) {
  return new ModelConfigError(
    `"${earlier}" and "${canonical}" are one setting here (${wire}).`,
    "Keep one of them.",
    canonical
  );
}
function setMember(body, wire, value) {
  const [outer, inner] = wire.split(".", 2);
  const present = body[outer];
  if (inner === void 0)
    body[outer] = isJsonObject(present) && isJsonObject(value) ? { ...value, ...present } : value;
  else body[outer] = { ...isJsonObject(present) ? present : {}, [inner]: value };
}
function buildFormat(format, chat) {
  if (format.type !== "json_schema") return { type: format.type };
  const strict = format.strict === null ? {} : { strict: format.strict };
  const schema = { name: format.name, schema: format.schema, ...strict };
  return chat ? { type: "json_schema", json_schema: schema } : { type: "json_schema", ...schema };
}
function nestFunction(tool) {
  if (!isJsonObject(tool) || tool.type !== "function" || tool.function !== void 0) return tool;
  const { type, ...definition } = tool;
  return { type, function: definition };
}
function flattenFunction(tool) {
  if (!isJsonObject(tool) || tool.type !== "function" || !isJsonObject(tool.function)) return tool;
  const { function: definition, ...rest } = tool;
  return { ...rest, ...definition };
}

export {
  toChatMessage,
  buildWireRequest,
  describeWireParameters,
  describeWire,
  wireNamesOf
};
