import { distance } from 'fastest-levenshtein';
import type { CheckKind } from './check.ts';
import { excerpt } from './excerpt.ts';
import { type Finding, found, targetText, unreadable } from './finding.ts';
import { expectedKey, findNearestText } from './nearest.ts';
import { normalizeText, readSteps } from './normalize.ts';
import { comparing } from './text.ts';

/** Comparing takes time in the product of both lengths: this is a tenth of a second at most. */
const maxCharacters = 20_000;

/**
 * How much of the target would stay if it were edited into an expected text: 1 less the edit distance (Levenshtein 1966, "Binary codes capable
 * of correcting deletions, insertions, and reversals") over the length of the longer one, in Unicode code points; of several texts the nearest.
 */
export const levenshtein: CheckKind = {
  type: 'levenshtein',
  properties: {
    expected: expectedKey,
    'max-edits': {
      type: 'integer',
      minimum: 0,
      description: 'The most edits that still hold: the score is then 1 up to so many, and 0 beyond them.',
    },
    ...comparing,
  },
  required: ['expected'],
  templates: ['expected'],
  dependencies: () => [],
  compile: () => ({
    measure: (target, options) => {
      const steps = readSteps(options);
      const text = [...normalizeText(targetText(target), steps)];
      if (text.length > maxCharacters) {
        return unreadable(`has ${text.length} characters; at most ${maxCharacters} are compared`);
      }
      const most = typeof options['max-edits'] === 'number' ? options['max-edits'] : null;
      return findNearestText(options.expected ?? null, (expected) =>
        compareTexts(text, [...normalizeText(expected, steps)], expected, most),
      );
    },
  }),
};

function compareTexts(
  text: readonly string[],
  wanted: readonly string[],
  expected: string,
  most: number | null,
): Finding {
  if (wanted.length > maxCharacters) {
    return unreadable(`more than ${maxCharacters} characters are expected, too many to compare`);
  }
  const edits = distance(...encodePoints(text, wanted));
  const longer = Math.max(text.length, wanted.length);
  const share = longer === 0 ? 1 : 1 - edits / longer;
  const score = most === null ? share : Number(edits <= most);
  return found(score, `${edits === 1 ? '1 edit' : `${edits} edits`} from ${excerpt(expected)}`);
}

/** Two texts in which each code point is one unit, as the distance counts: together they have fewer kinds of them than there are units. */
function encodePoints(...texts: readonly [readonly string[], readonly string[]]): [string, string] {
  const units = new Map(texts.flat().map((point, index) => [point, String.fromCharCode(index)]));
  const encode = (points: readonly string[]) => points.map((point) => units.get(point)).join('');
  return [encode(texts[0]), encode(texts[1])];
}
