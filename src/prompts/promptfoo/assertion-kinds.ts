import { compilePattern } from '../../checks/pattern.ts';
import { isJsonNumber, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { asLiteral, asLiterals } from './fill.ts';
import { gradedKinds } from './graded-kinds.ts';
import { splitTexts } from './listed-values.ts';
import { scalarText } from './notes.ts';
import { readSchema } from './schemas.ts';
import { type Refusal, unreadKinds } from './unread-kinds.ts';

/** What an assertion asks, without its `not-`; texts in `value` are filled in. */
export interface Asked {
  readonly value: Json;
  readonly threshold: number | null;
  /** Names of the tools that the model has. */
  readonly tools: readonly string[];
}

/** What makes a check of an assertion, as a row brings it. */
type Translate = (asked: Asked) => JsonObject | Refusal;

const ignoreCase = { 'ignore-case': true };

const kinds: ReadonlyMap<string, Translate> = new Map<string, Translate>([
  ['equals', toEquals],
  ['contains', (asked) => toText('contains', asked)],
  ['icontains', (asked) => toText('contains', asked, ignoreCase)],
  ['starts-with', (asked) => toText('starts-with', asked)],
  ['contains-any', (asked) => toTexts('contains-any', asked)],
  ['contains-all', (asked) => toTexts('contains-all', asked)],
  ['icontains-any', (asked) => toTexts('contains-any', asked, ignoreCase)],
  ['icontains-all', (asked) => toTexts('contains-all', asked, ignoreCase)],
  ['regex', toRegex],
  ['is-json', ({ value }) => toJson(value, {})],
  ['contains-json', ({ value }) => toJson(value, { from: 'fenced' })],
  ['is-xml', ({ value }) => toXml(value, {})],
  ['contains-xml', ({ value }) => toXml(value, { from: 'fenced' })],
  ['levenshtein', toLevenshtein],
  ['rouge-n', (asked) => toGraded('token-f1', asked, 0.75)],
  ['rouge-l', (asked) => toGraded('rouge-l', asked, 0.75)],
  ['word-count', toWords],
  ['is-refusal', () => ({ type: 'refusal' })],
  ['is-valid-openai-tools-call', toToolCall],
  ['is-valid-openai-function-call', toToolCall],
  ['is-valid-function-call', toToolCall],
  ['tool-call-f1', toToolNames],
]);

/** True for the type of an assertion that promptfoo has, also with `not-`. */
export function isAssertion(type: string): boolean {
  const plain = type.replace(/^not-/, '');
  return kinds.has(plain) || gradedKinds.has(plain) || unreadKinds.has(plain) || plain === 'assert-set';
}

/** The types that become checks. */
export function findKind(type: string): Translate | null {
  return kinds.get(type) ?? null;
}

/** The types of which only the nearest check is there, and in what it differs. */
export const nearKinds: ReadonlyMap<string, string> = new Map([
  ['contains-json', 'is met by JSON that is the whole answer, or all of its one code fence, and not by JSON amid text'],
  ['contains-xml', 'is met by XML that is the whole answer, or all of its one code fence, and not by XML amid text'],
  ['similar', 'is judged by a model, which is asked whether both mean the same, and not by embeddings'],
  ['similar:cosine', 'is judged by a model, which is asked whether both mean the same, and not by embeddings'],
  ['rouge-n', 'is scored by the words that both texts share, without articles and punctuation (token-f1)'],
  [
    'is-valid-openai-tools-call',
    'asks that tools of the model are called and no other; their arguments are not looked at',
  ],
  [
    'is-valid-openai-function-call',
    'asks that tools of the model are called and no other; their arguments are not looked at',
  ],
  ['is-valid-function-call', 'asks that tools of the model are called and no other; their arguments are not looked at'],
]);

function needs(what: string): Refusal {
  return { fault: `needs ${what} as its value`, hint: `Write "value:" with ${what}.` };
}

function toEquals({ value }: Asked): JsonObject | Refusal {
  if (value === null) return needs('what the answer must equal');
  const text = scalarText(value);
  if (text !== null) return { type: 'equals', expected: asLiteral(text) };
  // With a path a list is the value itself, not several that would do.
  return { type: 'equals', path: '', expected: asLiterals(value) };
}

function toText(type: string, { value }: Asked, more: JsonObject = {}): JsonObject | Refusal {
  const text = scalarText(value);
  return text === null || text === '' ? needs('a text') : { type, expected: asLiteral(text), ...more };
}

function toTexts(type: string, { value }: Asked, more: JsonObject = {}): JsonObject | Refusal {
  const items = typeof value === 'string' ? splitTexts(value) : Array.isArray(value) ? value : [];
  const texts = items.flatMap((item) => scalarText(item) ?? []).filter((text) => text !== '');
  if (texts.length === 0 || texts.length < items.length) return needs('a list of texts');
  return { type, values: texts.map(asLiteral), ...more };
}

function toRegex({ value }: Asked): JsonObject | Refusal {
  if (typeof value !== 'string' || value === '') return needs('a pattern');
  try {
    compilePattern(value);
    return { type: 'regex', pattern: value };
  } catch {
    const hint = 'Patterns are RE2: write it without look-around and back-references, or as several assertions.';
    return { fault: 'has a pattern that cannot be read here', hint };
  }
}

function toJson(value: Json, more: JsonObject): JsonObject | Refusal {
  const schema = value === null || value === '' ? null : readSchema(value);
  if (schema !== null && 'fault' in schema) return schema;
  return schema === null ? { type: 'json', ...more } : { type: 'json-schema', schema: schema.schema, ...more };
}

function toXml(value: Json, more: JsonObject): JsonObject | Refusal {
  if (value === null) return { type: 'xml', ...more };
  return { fault: 'asks for elements, which no check looks for', hint: 'Add "contains: <name>" for each of them.' };
}

function toLevenshtein({ value, threshold }: Asked): JsonObject | Refusal {
  const text = scalarText(value);
  return text === null
    ? needs('a text')
    : { type: 'levenshtein', expected: asLiteral(text), 'max-edits': threshold ?? 5 };
}

function toGraded(type: string, { value, threshold }: Asked, otherwise: number): JsonObject | Refusal {
  const text = scalarText(value);
  return text === null || text === ''
    ? needs('a text')
    : { type, expected: asLiteral(text), threshold: threshold ?? otherwise };
}

function toWords({ value }: Asked): JsonObject | Refusal {
  const exact = isJsonNumber(value) || (typeof value === 'string' && /^\d+$/.test(value.trim())) ? Number(value) : null;
  const { min = exact, max = exact } = isJsonObject(value) ? value : {};
  const bounds = Object.entries({ min, max }).filter(([, bound]) => bound !== null);
  const isWhole = bounds.length > 0 && bounds.every(([, bound]) => Number.isInteger(bound) && Number(bound) >= 0);
  return isWhole ? { type: 'words', ...Object.fromEntries(bounds) } : needs('a number of words, or "min" and "max"');
}

function toToolCall({ tools }: Asked): JsonObject | Refusal {
  if (tools.length > 0) return { type: 'tool-called', any: tools, only: tools };
  return {
    fault: 'asks for calls of tools, and the provider has none',
    hint: 'List the tools in "config" of the provider.',
  };
}

function toToolNames({ value, threshold }: Asked): JsonObject | Refusal {
  const names =
    typeof value === 'string'
      ? splitTexts(value)
      : (Array.isArray(value) ? value : []).flatMap((one) => scalarText(one) ?? []);
  if (names.length === 0) return needs('the names of tools');
  if (threshold !== null && threshold < 1) {
    return {
      fault: 'has a threshold, and tools are called or not',
      hint: 'Remove it, or write a check "tool-called" in a suite.',
    };
  }
  return { type: 'tool-called', all: names, only: names };
}
