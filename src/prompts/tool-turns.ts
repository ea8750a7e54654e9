import { isJsonObject, type Json, writeJson } from '../json.ts';
import type { ToolCall } from '../ports.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import { isReadable, kindOf, type Report } from './fields.ts';

/** Reads the `tool_calls` of an assistant's message; empty where it made none, null where a mistake was reported. */
export function readToolCalls(value: Json, report: Report): readonly ToolCall[] | null {
  if (value === null) return [];
  if (!Array.isArray(value)) {
    report(['tool_calls'], `must be a list, not ${kindOf(value)}.`, 'Write it as the chat API gives it.');
    return null;
  }
  if (!isReadable(value, (path, message, hint) => report(['tool_calls', ...path], message, hint))) return null;
  const calls = value.map((item: Json, index) =>
    readToolCall(item, (path, text, hint) => report(['tool_calls', index, ...path], text, hint)),
  );
  const known = calls.filter((call) => call !== null);
  return known.length < calls.length ? null : known;
}

function readToolCall(item: Json, report: Report): ToolCall | null {
  const { id, type = 'function', function: called } = isJsonObject(item) ? item : {};
  if (type !== 'function') {
    report(['type'], `has the unknown type ${quoteName(String(type))}.`, hintKnown(String(type), ['function']));
    return null;
  }
  if (typeof id === 'string' && isJsonObject(called) && typeof called.name === 'string') {
    // The API wants a text; some exports hold the value that it stands for.
    const given = called.arguments ?? {};
    return { id, name: called.name, arguments: typeof given === 'string' ? given : writeJson(given) };
  }
  report([], 'lacks its "id" or the name of its function.', 'Write it as the chat API gives it.');
  return null;
}

/** Reads which call a tool's message answers; null where a mistake was reported. */
export function readToolCallId(value: Json, report: Report): string | null {
  if (typeof value === 'string' && value !== '') return value;
  report(
    ['tool_call_id'],
    value === null ? 'is missing.' : 'must be text.',
    'Write the id of the call that it answers.',
  );
  return null;
}
