import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/text/prose.ts
var maxName = 120;
function inCode(name) {
  const line = name.replace(/\s+/g, " ").replaceAll("`", "'");
  return `\`${line.length > maxName ? `${line.slice(0, maxName)}…` : line}\``;
}
function listInCode(names, max) {
  return listFirst(names.map(inCode), max);
}
function listFirst(words, most) {
  const more = words.length > most ? ` and ${words.length - most} more` : "";
  return `${words.slice(0, most).join(", ")}${more}`;
}
function closeSentence(clause) {
  const opened = clause.replace(/^[a-z](?=[a-z'’-]*[\s,])/, (letter) => letter.toUpperCase());
  return opened === "" || /[.!?]$/.test(opened) ? opened : `${opened}.`;
}
function count(number, noun, plural = `${noun}s`) {
  const digits = String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${digits} ${number === 1 ? noun : plural}`;
}

export {
  inCode,
  listInCode,
  listFirst,
  closeSentence,
  count
};
