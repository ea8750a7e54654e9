import { type Json, parseJson } from '../json.ts';
import { maxDepth } from '../text/json-text.ts';

/** What a text is as JSON: its value, or why it has none. */
export type ParsedJson =
  | { readonly value: Json; readonly problem: null }
  | { readonly value: undefined; readonly problem: string };

/** Parses what a model wrote, strictly: a surrounding code fence, a comment or a trailing comma makes it no JSON. Never throws. */
export function parseModelJson(text: string): ParsedJson {
  if (text.trim() === '') return { value: undefined, problem: 'the output is empty, not JSON' };
  const value = parseJson(text);
  if (value === undefined) {
    const fenced = text.trimStart().startsWith('```');
    return {
      value: undefined,
      problem: fenced ? 'the output is in a code fence, not plain JSON' : 'the output is not JSON',
    };
  }
  if (isDeeperThan(text, maxDepth))
    return { value: undefined, problem: `the JSON is nested deeper than ${maxDepth} levels` };
  return { value, problem: null };
}

/** Counts brackets outside strings; the text must be valid JSON. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (quoted && char === '\\') index++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '[' || char === '{')) depth++;
    else if (!quoted && (char === ']' || char === '}')) depth--;
    if (depth > limit) return true;
  }
  return false;
}
