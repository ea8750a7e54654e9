import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";

// src/outputs/answer.ts
var shapes = 'Write a text, an assistant message ({"content", "tool_calls"}), or the list of messages that led to the answer.';
var mostItems = 1e3;
function readAnswer(value, reject) {
  if (typeof value === "string") return buildOutput({ content: value });
  if (Array.isArray(value)) return readTrajectory(value, reject);
  if (isJsonObject(value)) return readMessageAnswer(value, reject);
  reject(`"output" is ${value === null ? "null" : `a ${typeof value}`}.`, shapes);
  return null;
}
function buildOutput(parts) {
  const { toolCalls = [] } = parts;
  const finishReason = toolCalls.length > 0 ? "tool_calls" : "stop";
  return { content: "", toolCalls, refusal: null, finishReason, ...parts };
}
function readMessageAnswer(value, reject) {
  const content = readContent(value.content ?? null, reject);
  const calls = readCalls(value.tool_calls ?? value.toolCalls ?? null, reject);
  const end = readEnd(value, reject);
  if (content === null || calls === null || end === null) return null;
  return buildOutput({ content, toolCalls: calls.map(toOutputCall), ...end });
}
function readEnd(value, reject) {
  const { refusal = null } = value;
  const finish = value.finish_reason ?? value.finishReason ?? null;
  if (finish === "error") {
    reject('its "finish_reason" is "error".', 'Write why as "error", in place of "output": there was no answer.');
    return null;
  }
  return {
    ...typeof refusal === "string" && { refusal },
    ...typeof finish === "string" && finish !== "" && { finishReason: finish }
  };
}
function readTrajectory(list, reject) {
  if (list.length === 0 || list.length > mostItems) {
    reject(`"output" is a list of ${list.length} messages.`, `Write 1 to ${mostItems} of them, the answer last.`);
    return null;
  }
  const turns = list.map(
    (item, index) => readTurn(item, (message, hint) => reject(`message ${index + 1} of "output": ${message}`, hint))
  );
  const trajectory = turns.filter((turn) => turn !== null);
  if (trajectory.length < turns.length) return null;
  const last = trajectory.at(-1);
  if (last.role !== "assistant") return buildOutput({ trajectory });
  const end = readEnd(list.at(-1), reject);
  if (end === null) return null;
  return buildOutput({
    content: last.content,
    toolCalls: (last.toolCalls ?? []).map(toOutputCall),
    trajectory,
    ...end
  });
}
function readTurn(item, reject) {
  if (!isJsonObject(item) || typeof item.role !== "string") {
    reject("it has no role.", shapes);
    return null;
  }
  const role = roles.get(item.role.toLowerCase());
  if (role === void 0) {
    reject(
      `it has the unknown role ${JSON.stringify(item.role.slice(0, 40))}.`,
      `Known: ${[...roles.keys()].join(", ")}.`
    );
    return null;
  }
  const content = readContent(item.content ?? null, reject);
  const calls = role === "assistant" ? readCalls(item.tool_calls ?? item.toolCalls ?? null, reject) : [];
  if (content === null || calls === null) return null;
  const id = item.tool_call_id ?? item.toolCallId ?? null;
  const isFailed = item.is_error === true || item.failed === true;
  return {
    role,
    content,
    ...calls.length > 0 && { toolCalls: calls },
    ...role === "tool" && typeof id === "string" && { toolCallId: id },
    ...role === "tool" && isFailed && { failed: true }
  };
}
var roles = /* @__PURE__ */ new Map([
  ["assistant", "assistant"],
  ["tool", "tool"],
  ["function", "tool"],
  ["user", "user"],
  ["system", "system"],
  ["developer", "developer"]
]);
function readContent(value, reject) {
  if (value === null) return "";
  if (typeof value === "string") return value;
  const parts = Array.isArray(value) ? value.map(readPart) : [null];
  if (parts.every((part) => part !== null)) return parts.join("");
  reject('its "content" is neither text nor a list of text parts.', shapes);
  return null;
}
function readPart(part) {
  if (typeof part === "string") return part;
  return isJsonObject(part) && typeof part.text === "string" ? part.text : null;
}
function readCalls(value, reject) {
  if (value === null) return [];
  const calls = Array.isArray(value) && value.length <= mostItems ? value.map(readCall) : [null];
  const known = calls.filter((call) => call !== null);
  if (known.length === calls.length) return known;
  reject(
    "its tool calls cannot be read.",
    `Write a list of at most ${mostItems}, each as the chat API gives it, or {"name", "arguments"}.`
  );
  return null;
}
function readCall(item, index) {
  if (!isJsonObject(item)) return null;
  const called = isJsonObject(item.function) ? item.function : item;
  if (typeof called.name !== "string" || called.name === "") return null;
  const given = called.arguments ?? called.args ?? called.input ?? {};
  return {
    id: typeof item.id === "string" ? item.id : `call-${index}`,
    name: called.name,
    arguments: typeof given === "string" ? given : writeJson(given)
  };
}
function toOutputCall({ name, arguments: given }) {
  return { name, arguments: parseJson(given) ?? given };
}

export {
  readAnswer,
  buildOutput
};
