import type { CheckKind } from './check.ts';
import { excerpt } from './excerpt.ts';
import { type Finding, found, targetText, unreadable } from './finding.ts';
import { expectedKey, findNearestText } from './nearest.ts';
import { splitWords } from './words.ts';

/**
 * How many words the target shares with an expected answer, whatever their order: the F1 of SQuAD (Rajpurkar et al. 2016, "SQuAD: 100,000+
 * Questions for Machine Comprehension of Text", §6.1, and its evaluate-v1.1.py), the harmonic mean of precision and recall; of several answers
 * the nearest counts.
 */
export const tokenF1: CheckKind = {
  type: 'token-f1',
  properties: { expected: expectedKey },
  required: ['expected'],
  templates: ['expected'],
  dependencies: () => [],
  compile: () => ({
    measure: (target, options) => {
      const words = readAnswer(targetText(target));
      return findNearestText(options.expected ?? null, (text) => compareWords(words, text));
    },
  }),
};

const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** An answer's words as SQuAD normalizes them: lower case, without punctuation and articles. */
function readAnswer(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, '');
  return splitWords(plain).filter((word) => !articles.has(word));
}

function compareWords(words: readonly string[], expected: string): Finding {
  const wanted = readAnswer(expected);
  if (wanted.length === 0) return unreadable('the expected text has no words');
  const score = shareWords(words, wanted);
  return found(score, `F1 ${score.toFixed(2)} to ${excerpt(expected)}`);
}

/** How alike two texts are by their words, 0 to 1; equal texts are 1, also without a word. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 1;
  const [ours, theirs] = [readAnswer(one), readAnswer(other)];
  return ours.length + theirs.length === 0 ? 0 : shareWords(ours, theirs);
}

function shareWords(words: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / (words.length + wanted.length);
}
