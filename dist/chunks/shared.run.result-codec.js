import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  escapeJson
} from "./shared.text.unseen.js";
import {
  canonicalJson,
  isJsonObject
} from "./shared.json-writer.js";

// src/run/result-codec.ts
function readResult(value) {
  if (!isJsonObject(value) || !isCount(value.latencyMs) || !isCount(value.attempts)) return null;
  const isWhole = {
    answered: () => isOutput(value.output) && isUsage(value.usage) && isName(value.model) && isName(value.fingerprint),
    rejected: () => isCount(value.httpStatus) && typeof value.reason === "string",
    unavailable: () => typeof value.reason === "string"
  }[String(value.status)];
  return isWhole?.() ? value : null;
}
function isOutput(output) {
  return isJsonObject(output) && typeof output.content === "string" && Array.isArray(output.toolCalls) && (output.refusal === null || typeof output.refusal === "string") && typeof output.finishReason === "string" && output.finishReason !== "error";
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

// src/text/json-line.ts
function renderJsonLine(value) {
  return `${escapeJson(canonicalJson(value))}
`;
}

export {
  readResult,
  renderJsonLine
};
