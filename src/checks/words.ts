const unspaced = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`;
/** One Chinese character or kana, which are written without blanks; or a run of others. */
const pieces = (others: string) => new RegExp(`${unspaced}|(?:(?!${unspaced})${others})+`, 'gu');
const lettersOnly = pieces(String.raw`[\p{L}\p{M}\p{N}]`);
const spaced = pieces(String.raw`\S`);

/**
 * The words of a text: runs of letters, marks and digits in lower case, as Google's rouge-score reads English; in scripts that write
 * no blanks each Chinese character and each kana is one.
 */
export function listWords(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().match(lettersOnly) ?? [];
}

/** What blanks part in a text, as people count words: `don't` is one; signs alone are none. */
export function splitWords(text: string): readonly string[] {
  return (text.match(spaced) ?? []).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
