import type { Json } from '../json.ts';
import { type Finding, unreadable } from './finding.ts';
import { asText, maxTexts } from './listed-texts.ts';

/** The most characters that are compared with, all texts together. */
const maxCharacters = 100_000;

/** The key of checks that say how near the target is to a text. */
export const expectedKey = {
  type: ['string', 'array'],
  minLength: 1,
  minItems: 1,
  items: { type: 'string', minLength: 1 },
  description:
    'The text that the target is compared with, or a list of texts of which the nearest counts; templates, filled in with the row.',
} as const;

/** What comes of the expected text; of several the nearest counts. Unreadable where they are too many or too long together. */
export function findNearestText(expected: Json, compare: (text: string) => Finding): Finding {
  const texts = [expected].flat().map(asText);
  if (texts.length > maxTexts)
    return unreadable(`${texts.length} texts are expected; at most ${maxTexts} are compared`);
  if (texts.reduce((sum, text) => sum + text.length, 0) > maxCharacters) {
    return unreadable(`more than ${maxCharacters} characters are expected, too many to compare`);
  }
  return findNearest(texts, compare);
}

/** What comes of the values that would do: of those that can be read the nearest counts. */
export function findNearest<T>(values: readonly T[], compare: (value: T) => Finding): Finding {
  const findings = values.map(compare);
  const [first = findings[0] ?? unreadable('nothing is expected'), ...others] = findings.filter(
    ({ readable }) => readable,
  );
  return others.reduce((best, other) => (other.degree > best.degree ? other : best), first);
}
