import type { Json, JsonObject } from '../json.ts';

/** What a comparison of texts may overlook. */
export type Normalization = 'unicode' | 'whitespace' | 'case';

/** The key of checks that compare texts. */
export const normalizeKey = {
  type: 'array',
  uniqueItems: true,
  items: { enum: ['unicode', 'whitespace', 'case'] },
  default: [],
  description:
    'What the comparison overlooks, on both sides: `unicode` (composed and decomposed characters, NFC), `whitespace` (which blanks, how many, at the ends), `case`.',
} as const;

const invisible = /[\u00AD\u200B\u2060\uFEFF]/g;
const blanks = /[\s\u0085]+/g;

/** The steps that a check's options ask for. */
export function readSteps(options: JsonObject): ReadonlySet<Normalization> {
  const named = (options.normalize ?? []) as readonly Normalization[];
  return new Set(options['ignore-case'] === true ? [...named, 'case'] : named);
}

/**
 * A text after the steps: `unicode` is NFC; `whitespace` removes what has no width (U+00AD, U+200B, U+2060, U+FEFF), makes one blank of every run of
 * blanks and line breaks of any kind, and takes them off both ends, unless there is nothing else; `case` is lower case.
 */
export function normalizeText(text: string, steps: ReadonlySet<Normalization>): string {
  const folded = foldText(text, steps);
  if (!steps.has('whitespace')) return folded;
  const trimmed = folded.trim();
  return trimmed === '' ? folded : trimmed;
}

/** The same without taking blanks off the ends: every beginning of a text then gives a beginning of the result. */
export function foldText(text: string, steps: ReadonlySet<Normalization>): string {
  // What has no width goes first: it may part a letter from its mark.
  const spaced = steps.has('whitespace') ? text.replaceAll(invisible, '').replaceAll(blanks, ' ') : text;
  const composed = steps.has('unicode') ? spaced.normalize('NFC') : spaced;
  return steps.has('case') ? composed.toLowerCase() : composed;
}

/** A JSON value whose texts went through the steps; keys stay as they are. */
export function normalizeJson(value: Json, steps: ReadonlySet<Normalization>): Json {
  if (typeof value === 'string') return normalizeText(value, steps);
  if (typeof value !== 'object' || value === null || steps.size === 0) return value;
  if (Array.isArray(value)) return value.map((item: Json) => normalizeJson(item, steps));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalizeJson(item, steps)]));
}
