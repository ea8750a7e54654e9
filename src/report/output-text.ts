import { canonicalJson, isJsonObject, type Json, writeJson } from '../json.ts';
import type { Output } from '../ports.ts';

/** An output as people read it: the content, then tool calls, refusal and an unusual end, each on its own line. Empty for null only. */
export function renderOutputText(output: Output | null): string {
  if (output === null) return '';
  const parts = [
    output.content,
    ...output.toolCalls.map((call) => `[tool call] ${canonicalJson(call)}`),
    output.refusal === null ? '' : `[refusal] ${output.refusal}`,
    ['stop', 'tool_calls'].includes(output.finishReason) ? '' : `[finish reason] ${output.finishReason}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '[empty answer]' : parts.join('\n');
}

/** A case's variables or messages as people read them: the bare text where there is one, else one line a member. */
export function renderJsonText(value: Json): string {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return writeJson(value);
  const members = Object.entries(value);
  const [first] = members;
  if (members.length === 1 && first !== undefined && typeof first[1] === 'string') return first[1];
  return members
    .map(([key, member]) => `${key}: ${typeof member === 'string' ? member : writeJson(member)}`)
    .join('\n');
}
