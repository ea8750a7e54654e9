/** Zero-width, bidirectional and other invisible characters, and controls but for tabs and line ends; the emoji joiner and the two emoji variation selectors do no harm between emoji. */
const unseen =
  /(?!(?<=\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D(?=\p{Extended_Pictographic})|[\uFE0E\uFE0F\t\n\r])[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u2800\p{Cc}]/gu;

/** Text in which each character that hides, reorders or steers is what `write` makes of it. */
export function replaceUnseen(text: string, write: (character: string) => string): string {
  return text.replace(unseen, write);
}

/** A JSON text in which such characters stand as `\u202e`: nothing in it hides, and it still reads back to the same value. */
export function escapeJson(json: string): string {
  return replaceUnseen(json, escapeUnits).replace(/[\u2028\u2029]/g, escapeUnits);
}

/** A character as JSON writes it without showing it. */
export function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
