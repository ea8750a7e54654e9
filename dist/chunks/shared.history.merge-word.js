import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/history/merge-word.ts
var worstFirst = ["fail", "inconclusive", "not judged", "pass"];
function wordOf({ suites }) {
  const words = suites.map(({ verdict }) => verdict ?? "not judged");
  return worstFirst.find((word) => words.includes(word)) ?? "not judged";
}
function isGreenMerge({ suites }) {
  return suites.length > 0 && suites.every(({ green, matches }) => green && matches === true);
}

export {
  wordOf,
  isGreenMerge
};
