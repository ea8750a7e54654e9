import { buildProblem, type Problem, UserError } from '../errors.ts';
import type { Json } from '../json.ts';
import { fileWhere, jsonErrorOffset } from '../text/json-text.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { DatasetFormat, Row } from './format.ts';

/** JSON Lines: one object a line; blank lines are skipped. */
export const jsonl: DatasetFormat = {
  id: 'jsonl',
  title: 'JSON Lines (*.jsonl, *.ndjson)',
  recognises: (path) => /\.(jsonl|ndjson)$/i.test(path),
  parse: parseJsonLines,
};

function parseJsonLines(file: SourceFile): readonly Row[] {
  if (/^\s*[[{][ \t]*\n/.test(file.text)) {
    const hint = 'Name it *.json, or write one object on each line.';
    throw UserError.of('is one JSON document, not JSON Lines.', hint, fileWhere(file));
  }
  const problems: Problem[] = [];
  const rows: Row[] = [];
  for (const [index, line] of file.text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const where = { path: file.path, line: index + 1, column: null };
    try {
      rows.push({ values: JSON.parse(line) as Json, where });
    } catch (error) {
      const column = jsonErrorOffset(line, error) + 1;
      problems.push(
        buildProblem('is not valid JSON here.', 'Write one JSON object on each line.', { ...where, column }),
      );
    }
  }
  throwProblems(problems);
  return rows;
}
