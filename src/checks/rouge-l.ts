import type { CheckKind } from './check.ts';
import { excerpt } from './excerpt.ts';
import { type Finding, found, targetText, unreadable } from './finding.ts';
import { expectedKey, findNearestText } from './nearest.ts';
import { listWords } from './words.ts';

/** Comparing takes time in the product of both lengths: this is a tenth of a second at most. */
const maxWords = 10_000;

/**
 * How much of an expected text stands in the target, in its order: ROUGE-L (Lin 2004, "ROUGE: A Package for Automatic Evaluation of
 * Summaries", §3.1), the F-measure of the longest common subsequence of words with β = 1, from 0 to 1; of several texts the nearest.
 */
export const rougeL: CheckKind = {
  type: 'rouge-l',
  properties: { expected: expectedKey },
  required: ['expected'],
  templates: ['expected'],
  dependencies: () => [],
  compile: () => ({
    measure: (target, options) => {
      const words = listWords(targetText(target));
      if (words.length > maxWords) return unreadable(`has ${words.length} words; at most ${maxWords} are compared`);
      return findNearestText(options.expected ?? null, (text) => compareWords(words, text));
    },
  }),
};

function compareWords(words: readonly string[], expected: string): Finding {
  const reference = listWords(expected);
  if (reference.length === 0) return unreadable('the expected text has no words');
  if (reference.length > maxWords) return unreadable(`more than ${maxWords} words are expected, too many to compare`);
  const score = (2 * countCommon(words, reference)) / (words.length + reference.length);
  return found(score, `ROUGE-L ${score.toFixed(2)} to ${excerpt(expected)}`);
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
