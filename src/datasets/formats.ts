import { buildProblem, collectProblems, type Problem, UserError } from '../errors.ts';
import { fileWhere } from '../text/json-text.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { leaveOutArchived } from './archived.ts';
import { csv } from './csv.ts';
import type { DatasetFormat } from './format.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { type Dataset, parseRows } from './rows.ts';
import { tsv } from './tsv.ts';
import { explainUnread } from './unread.ts';
import { yaml } from './yaml.ts';

/** Every dataset format. */
const datasetFormats: readonly DatasetFormat[] = [jsonl, csv, tsv, yaml, json];

const titles = datasetFormats.map(({ title }) => title).join('; ');

/** Parses several files as one dataset, in the order given; ids must differ across all of them. Throws a UserError of all mistakes in all files. */
export function joinDatasets(files: readonly SourceFile[]): Dataset {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const rows = files.flatMap((file) => {
    const found = collectProblems(problems, () => findFormat(file.path).parse(file)) ?? null;
    if (found === null) return [];
    const inUse = leaveOutArchived(found);
    warnings.push(...inUse.warnings);
    if (inUse.rows.length === 0) problems.push(explainEmpty(file, found.length));
    return inUse.rows;
  });
  throwProblems(problems);
  const parsed = parseRows(rows);
  return { ...parsed, warnings: [...warnings, ...parsed.warnings] };
}

function explainEmpty(file: SourceFile, archived: number): Problem {
  if (archived === 0) return buildProblem('has no rows.', 'Add at least one row.', fileWhere(file));
  return buildProblem('has no rows that are not archived.', 'Set the "status" of some to "ACTIVE".', fileWhere(file));
}

/** True for a path that one of the formats takes for rows. */
export function isReadAsRows(path: string): boolean {
  return datasetFormats.some(({ recognises }) => recognises(path));
}

/** The format that a file name says. Throws a UserError where it says none, or one that is not read. */
export function findFormat(path: string): DatasetFormat {
  const format = datasetFormats.find(({ recognises }) => recognises(path));
  if (format !== undefined) return format;
  const where = { path, line: null, column: null };
  throw explainUnread(where) ?? UserError.of('is in no known dataset format.', `Known formats: ${titles}.`, where);
}
