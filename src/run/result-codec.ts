import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message, ModelResult } from '../ports.ts';

/**
 * Reads what came of a call as it was written down: a line of a ledger, a stored output, a recording and an entry of the cache all hold this one
 * shape (`status`, then `output`, `usage`, `model`, `fingerprint`, or `reason` and `httpStatus`; `latencyMs`, `attempts`). Null for anything else:
 * an error that was kept as an answer is none.
 */
export function readResult(value: Json | undefined): ModelResult | null {
  if (!isJsonObject(value) || !isCount(value.latencyMs) || !isCount(value.attempts)) return null;
  const isWhole = {
    answered: () =>
      isOutput(value.output) &&
      isUsage(value.usage) &&
      isName(value.model) &&
      isName(value.fingerprint) &&
      (value.costMicroUsd === undefined || isCount(value.costMicroUsd)),
    rejected: () => isCount(value.httpStatus) && typeof value.reason === 'string',
    unavailable: () => typeof value.reason === 'string',
  }[String(value.status)];
  return isWhole?.() ? (value as unknown as ModelResult) : null;
}

function isOutput(output: Json | undefined): boolean {
  return (
    isJsonObject(output) &&
    typeof output.content === 'string' &&
    Array.isArray(output.toolCalls) &&
    (output.refusal === null || typeof output.refusal === 'string') &&
    typeof output.finishReason === 'string' &&
    output.finishReason !== 'error' &&
    (output.trajectory === undefined || isTrajectory(output.trajectory)) &&
    (output.scores === undefined || isScores(output.scores))
  );
}

const roles = ['system', 'developer', 'user', 'assistant', 'tool'];

/** True for the messages of a trajectory, at least one. */
export function isTrajectory(trajectory: Json): trajectory is Json & readonly Message[] {
  return Array.isArray(trajectory) && trajectory.length > 0 && trajectory.every(isMessage);
}

function isMessage(message: Json): boolean {
  if (!isJsonObject(message)) return false;
  const { role, content, parts = [], toolCalls, toolCallId, failed } = message;
  return (
    roles.includes(String(role)) &&
    typeof content === 'string' &&
    Array.isArray(parts) &&
    parts.every(isPart) &&
    (toolCalls === undefined || (role === 'assistant' && Array.isArray(toolCalls) && toolCalls.every(isToolCall))) &&
    (toolCallId === undefined || (role === 'tool' && typeof toolCallId === 'string')) &&
    (failed === undefined || (role === 'tool' && failed === true))
  );
}

function isPart(part: Json): boolean {
  if (!isJsonObject(part)) return false;
  if (part.type === 'text') return typeof part.text === 'string';
  return part.type === 'image' && typeof part.url === 'string' && isName(part.detail);
}

function isToolCall(call: Json): boolean {
  return isJsonObject(call) && [call.id, call.name, call.arguments].every((text) => typeof text === 'string');
}

function isScores(scores: Json): boolean {
  const isScore = (score: Json) => typeof score === 'number' && score >= 0 && score <= 1;
  return isJsonObject(scores) && Object.values(scores).every(isScore);
}

function isUsage(usage: Json | undefined): boolean {
  if (usage === null) return true;
  const counts = ['inputTokens', 'cachedInputTokens', 'outputTokens', 'reasoningTokens'];
  return isJsonObject(usage) && counts.every((name) => isCount((usage as JsonObject)[name]));
}

function isName(name: Json | undefined): boolean {
  return name === null || typeof name === 'string';
}

function isCount(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}
