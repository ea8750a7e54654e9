import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  toChatMessage,
  toResponseItems
} from "./shared.prompts.wire-messages.js";
import {
  isJsonObject
} from "./shared.json-writer.js";
import {
  ModelConfigError
} from "./shared.errors.js";

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
  buildWireRequest,
  describeWireParameters,
  describeWire,
  wireNamesOf
};
