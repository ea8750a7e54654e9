import { canonicalJson, type Json, parseJson } from '../json.ts';
import { listFirst } from '../text/prose.ts';
import { excerpt } from './excerpt.ts';

/** Each of them is looked for in the whole text. */
export const maxTexts = 1000;
/** So many of them are named in a reason. */
const maxNamed = 3;

/** The key of checks that look for several texts. */
export const valuesKey = {
  type: ['array', 'string'],
  minItems: 1,
  maxItems: maxTexts,
  minLength: 1,
  items: { type: ['string', 'number', 'boolean'] },
  description:
    'The texts to look for: a list, or a template that the row fills in with one, as `"{{ must_contain }}"`. Texts of the list are templates, too.',
} as const;

/**
 * The texts that a row or a config lists: those of a list, and of lists in it; those of a JSON list that stands in a text, as in a cell of CSV; any
 * other value is one text. What is empty or null is none, and a text counts once.
 */
export function readTexts(values: Json): readonly string[] {
  const texts = [values].flat(2).flatMap((value): readonly Json[] => {
    const inside = typeof value === 'string' && value.trimStart().startsWith('[') ? parseJson(value) : value;
    return Array.isArray(inside) ? inside : [value];
  });
  const written = texts.flatMap((value) => (value === null ? [] : [asText(value)]));
  return [...new Set(written.filter((text) => text.trim() !== ''))];
}

/** A value as the text that is looked for: what is no text counts as its JSON. */
export function asText(value: Json): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** The first of some texts, quoted, and how many more there are. */
export function nameTexts(texts: readonly string[]): string {
  return listFirst(texts.map(excerpt), maxNamed);
}
