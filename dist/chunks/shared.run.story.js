import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  canonicalJson,
  isJsonObject,
  parseJson
} from "./shared.json-writer.js";

// src/run/tool-calls.ts
var wrappings = ["function", "custom", "functionCall", "function_call", "toolUse"];
var nameKeys = ["name", "tool_name", "toolName", "tool"];
var argumentKeys = ["arguments", "args", "input", "parameters", "input_parameters", "tool_input"];
var plainName = /^[\w.:/-]{1,200}$/;
function readCall(value) {
  if (typeof value === "string") return value === "" ? null : { name: value, arguments: void 0, isText: false };
  if (!isJsonObject(value)) return null;
  const inner = wrappings.map((key) => value[key]).find(isJsonObject) ?? value;
  const name = nameKeys.map((key) => inner[key]).find((text) => typeof text === "string");
  if (typeof name !== "string") return null;
  const given = argumentKeys.map((key) => inner[key]).find((one) => one !== void 0);
  return nameCall(name, given);
}
function nameCall(name, given) {
  if (typeof given !== "string") return { name, arguments: given, isText: false };
  if (given.trim() === "") return { name, arguments: {}, isText: false };
  const value = parseJson(given);
  return { name, arguments: value ?? given, isText: value === void 0 };
}
function readCalls(value) {
  if (value === null || value === "") return [];
  if (typeof value === "string" && /^\s*[[{]/.test(value)) {
    const parsed = parseJson(value);
    return parsed === void 0 ? null : readCalls(parsed);
  }
  const items = Array.isArray(value) ? value : [value];
  const calls = items.map(readItem);
  return calls.includes(null) ? null : calls.flatMap((list) => list ?? []);
}
function readItem(item) {
  if (isJsonObject(item) && (item.role !== void 0 || Array.isArray(item.tool_calls))) return readMessage(item);
  const call = readCall(item);
  if (call !== null) return [call];
  return isJsonObject(item) && typeof item.type === "string" ? [] : null;
}
function readMessage({ role = "assistant", tool_calls: calls, content }) {
  if (role !== "assistant") return [];
  const blocks = Array.isArray(content) ? content : [];
  const listed = Array.isArray(calls) ? calls : [];
  return [...listed, ...blocks.filter((block) => isJsonObject(block) && block.type === "tool_use")].map(
    (call) => readCall(call) ?? nameCall("", call)
  );
}
function renderCall({ name, arguments: given }) {
  return `${renderName(name)}(${renderArguments(given)})`;
}
function renderName(name) {
  return plainName.test(name) ? name : canonicalJson(name);
}
function renderArguments(given) {
  if (given === void 0 || given === null) return "";
  if (!isJsonObject(given)) return canonicalJson(given);
  return Object.keys(given).sort().map((key) => `${renderName(key)}: ${canonicalJson(given[key])}`).join(", ");
}

// src/run/story.ts
function listSteps(output) {
  const tools = /* @__PURE__ */ new Map();
  const steps = (messagesBefore(output) ?? []).map((message) => readStep(message, tools));
  return [
    ...steps,
    { role: "assistant", content: output.content, calls: finalCalls(output), tool: null, failed: false }
  ];
}
function messagesBefore({ trajectory }) {
  if (trajectory === void 0) return null;
  return trajectory.at(-1)?.role === "assistant" ? trajectory.slice(0, -1) : trajectory;
}
function finalCalls({ toolCalls, trajectory = [] }) {
  if (toolCalls.length > 0) return toolCalls.map((call) => readCall(call) ?? nameCall("", call));
  return (trajectory.at(-1)?.toolCalls ?? []).map(readToolCall);
}
function listCalls(output, view) {
  return view === "final" ? finalCalls(output) : listSteps(output).flatMap(({ calls }) => calls);
}
function renderStep({ role, content, calls, tool, failed }, view) {
  if (role === "tool")
    return `${tool === null ? "a tool" : renderName(tool)} ${failed ? "failed" : "answered"}: ${content}`;
  const said = view === "tools" || content.trim() === "" ? [] : [`${role}: ${content}`];
  return [...said, ...calls.map((call) => `calls ${renderCall(call)}`)].join("\n");
}
function renderView(output, view) {
  if (view === "final") return output.content;
  return listSteps(output).map((step) => renderStep(step, view)).filter((text) => text !== "").join("\n");
}
function tellSteps(output) {
  if (output.trajectory !== void 0) return listSteps(output).map((step) => renderStep(step, "all"));
  const calls = finalCalls(output).map((call) => `calls ${renderCall(call)}`);
  return [[output.content, ...calls].filter((part) => part !== "").join("\n")];
}
function numberSteps(steps) {
  if (steps.length === 1) return steps.join("");
  return steps.map((step, index) => `${index + 1}. ${step.replaceAll("\n", "\n   ")}`).join("\n");
}
function readStep(message, tools) {
  const { role, content, toolCalls = [], toolCallId, failed = false } = message;
  for (const { id, name } of toolCalls) tools.set(id, name);
  const tool = toolCallId === void 0 ? null : tools.get(toolCallId) ?? null;
  return { role, content, calls: toolCalls.map(readToolCall), tool, failed };
}
function readToolCall({ name, arguments: given }) {
  return nameCall(name, given);
}

export {
  readCalls,
  renderCall,
  listSteps,
  messagesBefore,
  finalCalls,
  listCalls,
  renderView,
  tellSteps,
  numberSteps
};
