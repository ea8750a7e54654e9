import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/words/place.ts
function placeOf({ path, line, column }) {
  return [path, line, column].filter((part) => part !== null).join(":");
}
function tellProblem(problem) {
  const sentence = [problem.message, problem.hint].filter((part) => part !== "").join(" ");
  return [placeOf(problem), sentence].filter((part) => part !== "").join("  ");
}

export {
  tellProblem
};
