import type { JsonObject } from '../../json.ts';
import { splitTexts } from './listed-values.ts';

/** `type(threshold): value`, each but the type optional. */
const pattern = /^((?:not-)?[a-z][a-z0-9]*(?:[-:][a-z0-9]+)*)(?:\((\d+(?:\.\d+)?)\))?(?::([\s\S]*))?$/;
const shortTypes: ReadonlyMap<string, string> = new Map([
  ['fn', 'javascript'],
  ['eval', 'javascript'],
  ['grade', 'llm-rubric'],
]);
const listTypes = /^(?:not-)?i?contains-(?:all|any)$/;
/** Those that take a threshold, and 0.75 where none is written. */
const graded = /^(?:not-)?(?:answer-relevance|classifier|context-.*|perplexity.*|rouge-n|similar)$/;

/** Reads a cell of an `__expected` column as an assertion, `known` being the types that there are; a cell that names none of them is the text that is expected. */
export function readExpected(cell: string, known: (type: string) => boolean): JsonObject {
  const text = cell.trim();
  if (/^file:\/\/.*\.(?:[cm]?[jt]s|py)/.test(text))
    return { type: /\.py/.test(text) ? 'python' : 'javascript', value: text };
  const { written, threshold, value } = split(text, known);
  const type = shortTypes.get(written) ?? written;
  if (!known(type)) return { type: 'equals', value: text };
  const limit = threshold === undefined ? (graded.test(type) ? 0.75 : null) : Number(threshold);
  const content = listTypes.test(type) ? splitTexts(value ?? '') : (value?.trim() ?? null);
  return {
    type,
    ...(content !== null && content !== '' && { value: content }),
    ...(limit !== null && { threshold: limit }),
  };
}

/** A type may hold a colon, as `similar:cosine`: the longest that is known counts. */
function split(text: string, known: (type: string) => boolean) {
  const [, whole = '', threshold, rest] = pattern.exec(text) ?? [];
  const colon = text.indexOf(':');
  const head = colon === -1 ? text : text.slice(0, colon);
  const [, short = head, limit] = /^(.*?)\((\d+(?:\.\d+)?)\)$/.exec(head) ?? [];
  if (known(shortTypes.get(short) ?? short)) {
    return { written: short, threshold: limit, value: colon === -1 ? undefined : text.slice(colon + 1) };
  }
  return { written: whole, threshold, value: rest };
}
