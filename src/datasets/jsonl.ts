import { collectProblems, type Problem, UserError, type Where } from '../errors.ts';
import { explainRepeated, fileWhere, readOrExplain } from '../text/json-text.ts';
import { breaksOff, throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { type DatasetFormat, maxRows, type Row } from './format.ts';

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
    // One more than a dataset may have: who counts the rows refuses them.
    if (rows.length > maxRows || breaksOff(problems, where)) break;
    const at = (offset: number): Where => ({ ...where, column: offset + 1 });
    const found = collectProblems(problems, () => readOrExplain(line, 'Write one JSON object on each line.', at));
    if (found === null) continue;
    problems.push(...found.repeated.map(({ key, offset }) => explainRepeated(key, at(offset))));
    rows.push({ values: found.value, where });
  }
  throwProblems(problems);
  return rows;
}
