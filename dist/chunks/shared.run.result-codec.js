import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isJsonObject
} from "./shared.json-writer.js";

// src/run/result-codec.ts
function readResult(value) {
  if (!isJsonObject(value) || !isCount(value.latencyMs) || !isCount(value.attempts)) return null;
  const isWhole = {
    answered: () => isOutput(value.output) && isUsage(value.usage) && isName(value.model) && isName(value.fingerprint) && (value.costMicroUsd === void 0 || isCount(value.costMicroUsd)),
    rejected: () => isCount(value.httpStatus) && typeof value.reason === "string",
    unavailable: () => typeof value.reason === "string"
  }[String(value.status)];
  return isWhole?.() ? value : null;
}
function isOutput(output) {
  return isJsonObject(output) && typeof output.content === "string" && Array.isArray(output.toolCalls) && (output.refusal === null || typeof output.refusal === "string") && typeof output.finishReason === "string" && output.finishReason !== "error" && (output.trajectory === void 0 || isTrajectory(output.trajectory)) && (output.scores === void 0 || isScores(output.scores));
}
var roles = ["system", "developer", "user", "assistant", "tool"];
function isTrajectory(trajectory) {
  return Array.isArray(trajectory) && trajectory.length > 0 && trajectory.every(isMessage);
}
function isMessage(message) {
  if (!isJsonObject(message)) return false;
  const { role, content, parts = [], toolCalls, toolCallId, failed } = message;
  return roles.includes(String(role)) && typeof content === "string" && Array.isArray(parts) && parts.every(isPart) && (toolCalls === void 0 || role === "assistant" && Array.isArray(toolCalls) && toolCalls.every(isToolCall)) && (toolCallId === void 0 || role === "tool" && typeof toolCallId === "string") && (failed === void 0 || role === "tool" && failed === true);
}
function isPart(part) {
  if (!isJsonObject(part)) return false;
  if (part.type === "text") return typeof part.text === "string";
  return part.type === "image" && typeof part.url === "string" && isName(part.detail);
}
function isToolCall(call) {
  return isJsonObject(call) && [call.id, call.name, call.arguments].every((text) => typeof text === "string");
}
function isScores(scores) {
  const isScore = (score) => typeof score === "number" && score >= 0 && score <= 1;
  return isJsonObject(scores) && Object.values(scores).every(isScore);
}
function isUsage(usage) {
  if (usage === null) return true;
  const counts = ["inputTokens", "cachedInputTokens", "outputTokens", "reasoningTokens"];
  return isJsonObject(usage) && counts.every((name) => isCount(usage[name]));
}
function isName(name) {
  return name === null || typeof name === "string";
}
function isCount(value) {
  return typeof value === "number" && Number.isFinite(value);
}

export {
  readResult,
  isTrajectory
};
