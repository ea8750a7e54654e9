import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  maxRows
} from "./shared.datasets.column-names.js";
import {
  explainRepeated,
  fileWhere,
  readOrExplain
} from "./shared.datasets.aliases.js";
import {
  breaksOff,
  throwProblems
} from "./shared.text.problems.js";
import {
  UserError,
  collectProblems
} from "./shared.errors.js";

// src/datasets/jsonl.ts
var jsonl = {
  id: "jsonl",
  title: "JSON Lines (*.jsonl, *.ndjson)",
  recognises: (path) => /\.(jsonl|ndjson)$/i.test(path),
  parse: parseJsonLines
};
function parseJsonLines(file) {
  if (/^\s*[[{][ \t]*\n/.test(file.text)) {
    const hint = "Name it *.json, or write one object on each line.";
    throw UserError.of("is one JSON document, not JSON Lines.", hint, fileWhere(file));
  }
  const problems = [];
  const rows = [];
  for (const [index, line] of file.text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const where = { path: file.path, line: index + 1, column: null };
    if (rows.length > maxRows || breaksOff(problems, where)) break;
    const at = (offset) => ({ ...where, column: offset + 1 });
    const found = collectProblems(problems, () => readOrExplain(line, "Write one JSON object on each line.", at));
    if (found === null) continue;
    problems.push(...found.repeated.map(({ key, offset }) => explainRepeated(key, at(offset))));
    rows.push({ values: found.value, where });
  }
  throwProblems(problems);
  return rows;
}

export {
  jsonl
};
