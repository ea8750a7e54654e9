import { type Json, JsonFault, maxDepth, readJson } from '../json.ts';

/** What a text is as JSON: its value, or why it has none. */
export type ParsedJson =
  | { readonly value: Json; readonly problem: null }
  | { readonly value: undefined; readonly problem: string };

/** Parses what a model wrote, strictly: a surrounding code fence, a comment or a trailing comma makes it no JSON. Never throws. */
export function parseModelJson(text: string): ParsedJson {
  if (text.trim() === '') return { value: undefined, problem: 'the output is empty, not JSON' };
  try {
    return { value: readJson(text).value, problem: null };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    if (error.kind === 'depth')
      return { value: undefined, problem: `the JSON is nested deeper than ${maxDepth} levels` };
    const fenced = text.trimStart().startsWith('```');
    const problem = fenced ? 'the output is in a code fence, not plain JSON' : 'the output is not JSON';
    return { value: undefined, problem };
  }
}
