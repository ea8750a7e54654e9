import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelResult } from '../ports.ts';

/**
 * Reads what came of a call as it was written down: a line of a ledger, a stored output, a recording and an entry of the cache all hold this one
 * shape (`status`, then `output`, `usage`, `model`, `fingerprint`, or `reason` and `httpStatus`; `latencyMs`, `attempts`). Null for anything else:
 * an error that was kept as an answer is none.
 */
export function readResult(value: Json | undefined): ModelResult | null {
  if (!isJsonObject(value) || !isCount(value.latencyMs) || !isCount(value.attempts)) return null;
  const isWhole = {
    answered: () => isOutput(value.output) && isUsage(value.usage) && isName(value.model) && isName(value.fingerprint),
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
    output.finishReason !== 'error'
  );
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
