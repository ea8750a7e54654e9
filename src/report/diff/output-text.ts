import { isJsonObject, type Json, writeJson } from '../../json.ts';
import type { Output } from '../../ports.ts';
import { numberSteps, tellSteps } from '../../run/story.ts';
import { layOutPair } from './json-layout.ts';

/** An output as people read it: the content and the calls of tools, one a line, or numbered steps; then refusal and an unusual end, each on lines of its own. Empty for null only. */
export function renderOutputText(output: Output | null): string {
  return output === null ? '' : renderParts(output, numberSteps(tellSteps(output)));
}

/** Two outputs as people compare them: as each would be read, answers that are JSON laid out alike. Steps have no numbers: one that is new would change those of all that follow. */
export function renderOutputPair(before: Output, after: Output): readonly [string, string] {
  const [from, to] = layOutPair(before.content, after.content);
  const tell = (output: Output, content: string) => renderParts(output, tellSteps({ ...output, content }).join('\n'));
  return [tell(before, from), tell(after, to)];
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

function renderParts({ refusal, finishReason }: Output, told: string): string {
  const parts = [
    told,
    refusal === null ? '' : `[refusal] ${refusal}`,
    ['stop', 'tool_calls'].includes(finishReason) ? '' : `[finish reason] ${finishReason}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '[empty answer]' : parts.join('\n');
}
