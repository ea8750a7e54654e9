import { canonicalJson, isJsonObject, type Json, writeJson } from '../json.ts';
import type { Output } from '../ports.ts';
import { layOut, layOutPair } from './json-layout.ts';

/** An output as people read it: the content, then tool calls, refusal and an unusual end, each on lines of its own. Empty for null only. */
export function renderOutputText(output: Output | null): string {
  return output === null ? '' : renderParts(output, output.content);
}

/** Two outputs as people compare them: as each would be read, answers that are JSON laid out alike. */
export function renderOutputPair(before: Output, after: Output): readonly [string, string] {
  const [from, to] = layOutPair(before.content, after.content);
  return [renderParts(before, from), renderParts(after, to)];
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

function renderParts({ toolCalls, refusal, finishReason }: Output, content: string): string {
  const parts = [
    content,
    ...toolCalls.map((call) => `[tool call] ${layOut(canonicalJson(call))}`),
    refusal === null ? '' : `[refusal] ${refusal}`,
    ['stop', 'tool_calls'].includes(finishReason) ? '' : `[finish reason] ${finishReason}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '[empty answer]' : parts.join('\n');
}
