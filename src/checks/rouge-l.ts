import { canonicalJson, type Json } from '../json.ts';
import type { CheckKind } from './check.ts';
import { excerpt } from './excerpt.ts';
import { type Finding, found, type Target, targetText, unreadable } from './finding.ts';
import { listWords } from './words.ts';

/** Comparing takes time in the product of both lengths: this is a tenth of a second at most. */
const maxWords = 10_000;

/**
 * How much of an expected text stands in the target, in its order: ROUGE-L (Lin 2004, "ROUGE: A Package for Automatic Evaluation of
 * Summaries", §3.1), the F-measure of the longest common subsequence of words with β = 1, from 0 to 1; of several texts the nearest.
 */
export const rougeL: CheckKind = {
  type: 'rouge-l',
  properties: {
    expected: {
      type: ['string', 'array'],
      minLength: 1,
      minItems: 1,
      items: { type: 'string', minLength: 1 },
      description:
        'The text that the target is compared with, or a list of texts of which the nearest counts; templates, filled in with the row.',
    },
  },
  required: ['expected'],
  templates: ['expected'],
  dependencies: () => [],
  compile: () => ({ measure: (target, options) => compareWords(target, [options.expected ?? null].flat()) }),
};

function compareWords(target: Target, expected: readonly Json[]): Finding {
  const words = listWords(targetText(target));
  if (words.length > maxWords) return unreadable(`has ${words.length} words; at most ${maxWords} are compared`);
  let best = unreadable('the expected text has no words');
  for (const value of expected) {
    const text = typeof value === 'string' ? value : canonicalJson(value);
    const reference = listWords(text);
    if (reference.length > maxWords) return unreadable(`more than ${maxWords} words are expected, too many to compare`);
    if (reference.length === 0) continue;
    const score = (2 * countCommon(words, reference)) / (words.length + reference.length);
    if (!best.readable || score > best.degree) best = found(score, `ROUGE-L ${score.toFixed(2)} to ${excerpt(text)}`);
  }
  return best;
}

/** The length of the longest common subsequence, in memory of one row. */
function countCommon(a: readonly string[], b: readonly string[]): number {
  const ids = new Map([...a, ...b].map((word, index) => [word, index]));
  const numbers = (words: readonly string[]) => Int32Array.from(words, (word) => ids.get(word) as number);
  const [rows, columns] = [numbers(a), numbers(b)];
  const row = new Uint16Array(columns.length + 1);
  for (const word of rows) {
    let diagonal = 0;
    for (let column = 1; column < row.length; column++) {
      const above = row[column] as number;
      row[column] = columns[column - 1] === word ? diagonal + 1 : Math.max(above, row[column - 1] as number);
      diagonal = above;
    }
  }
  return row[columns.length] as number;
}
