import { buildProblem, collectProblems, type Problem, UserError } from '../errors.ts';
import { fileWhere } from '../text/json-text.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { csv } from './csv.ts';
import type { DatasetFormat, Row } from './format.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { type Dataset, parseRows } from './rows.ts';
import { yaml } from './yaml.ts';

/** Every dataset format. */
const datasetFormats: readonly DatasetFormat[] = [jsonl, csv, yaml, json];

/** Parses several files as one dataset, in the order given; ids must differ across all of them. Throws a UserError of all mistakes in all files. */
export function joinDatasets(files: readonly SourceFile[]): Dataset {
  const problems: Problem[] = [];
  const rows = files.flatMap((file) => {
    const found = collectProblems(problems, () => splitRows(file));
    if (found?.length === 0) problems.push(buildProblem('has no rows.', 'Add at least one row.', fileWhere(file)));
    return found ?? [];
  });
  throwProblems(problems);
  return parseRows(rows);
}

function splitRows(file: SourceFile): readonly Row[] {
  const format = datasetFormats.find(({ recognises }) => recognises(file.path));
  if (format !== undefined) return format.parse(file);
  const known = datasetFormats.map(({ title }) => title).join('; ');
  throw UserError.of('is in no known dataset format.', `Known formats: ${known}.`, fileWhere(file));
}
