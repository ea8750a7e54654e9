import { readFileSync } from 'node:fs';

/** What was measured elsewhere (fixtures/public): the lists of a file by name, one number a character, null for "-". */
export function readMeasured(file) {
  const { lists } = JSON.parse(readFileSync(new URL(`../fixtures/public/${file}`, import.meta.url), 'utf8'));
  const read = (character) => (character === '-' ? null : Number(character));
  return Object.fromEntries(Object.entries(lists).map(([name, text]) => [name, [...text].map(read)]));
}
