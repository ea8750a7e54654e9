import { isJsonObject, type Json, parseJson } from '../../json.ts';

/** Pieces of text that may stand where a check complained, in tiers: a weaker tier counts where nothing of a stronger one is found. */
export type Clues = readonly (readonly string[])[];

const maxClues = 12;
const maxLength = 200;
const maxReason = 2000;

/**
 * By what the place in an answer is found that its checks complained about: what the reasons quote, number or point to; then
 * the words of what they quote, which may be a pattern; then what was expected.
 */
export function findClues(reasons: readonly string[], expected: Json): Clues {
  const read = reasons.map((reason) => reason.slice(0, maxReason));
  const quotes = read.flatMap(readQuotes);
  return [
    [...quotes, ...read.flatMap(readPointers), ...read.flatMap(readNumbers)],
    quotes.flatMap((quote) => quote.match(/\p{L}{4,}/gu) ?? []),
    listScalars(expected),
  ].map(tidy);
}

/** A quote that was cut ends in a mark that the answer does not have. */
function readQuotes(reason: string): readonly string[] {
  return [...reason.matchAll(/"((?:[^"\\]|\\.)*)"|[“‘]([^”’]*)[”’]/g)].flatMap(([, quoted, curled]) =>
    (quoted === undefined ? (curled ?? '') : unescapeQuote(quoted)).replace(/…$/, '').split('\n'),
  );
}

function unescapeQuote(quoted: string): string {
  return String(parseJson(`"${quoted}"`) ?? quoted);
}

/** The last part of a JSON pointer, as it stands in an answer: `"total"` for `/items/0/total`. */
function readPointers(reason: string): readonly string[] {
  return [...reason.matchAll(/(?<!\S)(?:\/[^\s/,:;"]+)+/g)].flatMap(([pointer]) => {
    const name = pointer
      .split('/')
      .filter((part) => !/^\d+$/.test(part))
      .at(-1);
    return name ? [JSON.stringify(name.replaceAll('~1', '/').replaceAll('~0', '~'))] : [];
  });
}

function readNumbers(reason: string): readonly string[] {
  const bare = reason.replace(/"(?:[^"\\]|\\.)*"/g, '');
  return bare.match(/(?<![\w/.])-?\d+(?:\.\d+)?(?![\w/]|\.\d)/g) ?? [];
}

function listScalars(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listScalars);
  if (isJsonObject(value)) return Object.values(value).flatMap((member) => listScalars(member ?? null));
  return value === null ? [] : String(value).split('\n');
}

function tidy(pieces: readonly string[]): readonly string[] {
  const trimmed = pieces.map((piece) => piece.trim()).filter((piece) => piece !== '' && piece.length <= maxLength);
  return [...new Set(trimmed)].slice(0, maxClues);
}
