import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/text/unseen.ts
var unseen = new RegExp("(?!(?<=\\p{Extended_Pictographic}\\uFE0F?|\\p{Emoji_Modifier})\\u200D(?=\\p{Extended_Pictographic})|[\\uFE0E\\uFE0F\\t\\n\\r])[\\p{Default_Ignorable_Code_Point}\\uFFF9-\\uFFFB\\u2800\\p{Cc}]", "gu");
function replaceUnseen(text, write) {
  return text.replace(unseen, write);
}
function escapeJson(json) {
  return replaceUnseen(json, escapeUnits).replace(/[\u2028\u2029]/g, escapeUnits);
}
function escapeUnits(character) {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

export {
  replaceUnseen,
  escapeJson,
  escapeUnits
};
