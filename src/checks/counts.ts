import { estimateTokens } from '../prices/price-of.ts';
import type { CheckKind } from './check.ts';
import { bounds, measureCount, requireBounds } from './counted.ts';
import { targetText } from './finding.ts';
import { splitWords } from './words.ts';

/** The target's length in characters lies between `min` and `max`, both included. */
export const length = buildCountKind('length', 'character', 'characters (Unicode code points)', (text) => {
  let count = 0;
  for (const _ of text) count++;
  return count;
});

/** The target has between `min` and `max` words. */
export const words = buildCountKind(
  'words',
  'word',
  'words: what blanks part; signs alone are none, and each Chinese character and each kana is one',
  (text) => splitWords(text).length,
);

/** The target has between `min` and `max` sentences. */
export const sentences = buildCountKind(
  'sentences',
  'sentence',
  'sentences: what ends with a full stop, a question mark or an exclamation mark before a blank, or with its line',
  (text) => text.split(sentenceEnd).filter((part) => /[\p{L}\p{N}]/u.test(part)).length,
);

/** The target has between `min` and `max` tokens, reckoned as everywhere here: no tokenizer of a model is asked. */
export const tokens = buildCountKind(
  'tokens',
  'token',
  'tokens, reckoned at four characters each: models differ',
  estimateTokens,
);

/** A full stop before a small letter ends an abbreviation; signs of Chinese and Japanese need no blank behind them. */
const sentenceEnd = /[\r\n\u2028\u2029]+|(?<=[.!?…।؟۔]["'”’»)\]]{0,9})\s+(?!\p{Ll})|(?<=[。！？｡])/u;

function buildCountKind(type: string, noun: string, called: string, count: (text: string) => number): CheckKind {
  return {
    type,
    properties: bounds(called),
    required: [],
    templates: [],
    dependencies: () => [],
    compile: (config) => {
      requireBounds(config);
      return {
        measure: (target, options) => measureCount(count(targetText(target)), [noun, `${noun}s`], options),
        isMetBySilence: config.options.max !== undefined,
      };
    },
  };
}
