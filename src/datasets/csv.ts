import { CsvError, parse } from 'csv-parse/sync';
import { buildProblem, type Problem, UserError, type Where } from '../errors.ts';
import { fileWhere } from '../text/json-text.ts';
import { breaksOff, quoteName, throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { type DatasetFormat, maxRows, type Row } from './format.ts';
import { joinEqual } from './join-equal.ts';

/** Comma-separated values, with a header line; every cell is text, and an empty one is no value. */
export const csv: DatasetFormat = {
  id: 'csv',
  title: 'CSV (*.csv)',
  recognises: (path) => /\.csv$/i.test(path),
  parse: (file) => parseSeparated(file, { character: ',', name: 'commas' }),
};

/** What stands between two cells. */
export interface Separator {
  readonly character: string;
  /** As a sentence names it, in the plural. */
  readonly name: string;
}

/** The most columns of a row: each costs time in every row. */
const maxColumns = 1000;

interface CsvRecord {
  readonly cells: readonly string[];
  readonly where: Where;
}

/** Reads the rows of a file with a header line. Throws a UserError of all mistakes in its form. */
export function parseSeparated(file: SourceFile, separator: Separator): readonly Row[] {
  const [header] = splitRecords(file, separator, 1);
  if (header === undefined) return [];
  if (header.cells.length > maxColumns) {
    const message = `names ${header.cells.length} columns; at most ${maxColumns} can be read.`;
    throw UserError.of(message, 'Keep those that prompts, checks and judges use.', header.where);
  }
  // One more than a dataset may have: who counts the rows refuses them.
  const records = splitRecords(file, separator, maxRows + 2).slice(1);
  const columns = header.cells.map((name) => name.trim());
  refuseSeparator(columns, separator, header.where);
  const problems = [...findHeaderFaults(columns, header.where)];
  for (const { cells, where } of records) {
    if (cells.length === columns.length) continue;
    if (breaksOff(problems, where)) break;
    const message = `has ${cells.length} cells, but the header names ${columns.length} columns.`;
    const hint = `Put quotes around a cell that holds ${separator.name} or line breaks.`;
    problems.push(buildProblem(message, hint, where));
  }
  throwProblems(joinEqual(problems));
  return records.map(({ cells, where }) => ({
    values: Object.fromEntries(
      columns.flatMap((column, index) => (isValue(column, cells[index]) ? [[column, cells[index]]] : [])),
    ),
    where,
  }));
}

/** An empty cell is no value, but among ids it is a mistake. */
function isValue(column: string, cell: string | undefined): cell is string {
  return cell !== undefined && (cell !== '' || column === 'id');
}

/** The first records of a file. Column counts are checked by the caller, since the library stops at the first mistake. */
function splitRecords(file: SourceFile, separator: Separator, most: number): readonly CsvRecord[] {
  try {
    // Some spreadsheets still end lines as the old Mac did: a carriage return alone.
    const text = file.text.includes('\n') ? file.text : file.text.replaceAll('\r', '\n');
    const records = parse(text, {
      bom: true,
      delimiter: separator.character,
      info: true,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      to: most,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({
      cells: record,
      where: { path: file.path, line: startLine(record, info.lines), column: null },
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = { ...fileWhere(file), line: typeof error.lines === 'number' ? error.lines : null };
    const hint = 'Put quotes around the whole cell, and double the quotes inside it.';
    throw UserError.of('has a quote out of place, or one that is never closed.', hint, where, { cause: error });
  }
}

/** The library counts the lines read so far; a record starts as many lines earlier as its cells have line breaks. */
function startLine(cells: readonly string[], lastLine: number): number {
  return lastLine - cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
}

function* findHeaderFaults(columns: readonly string[], where: Where): Iterable<Problem> {
  const seen = new Set<string>();
  for (const [index, column] of columns.entries()) {
    if (column === '') yield buildProblem(`column ${index + 1} has no name.`, 'Name it, or remove the column.', where);
    else if (seen.has(column)) {
      yield buildProblem(`names the column ${quoteName(column)} twice.`, 'Give each column its own name.', where);
    }
    seen.add(column);
  }
}

/** A header of a single column with other separators in it: what each row would be told to lack says nothing of that. */
function refuseSeparator(columns: readonly string[], { character, name }: Separator, where: Where): void {
  const [only = ''] = columns;
  const other = [',', ';', '\t'].find((one) => one !== character && only.includes(one));
  if (columns.length > 1 || other === undefined) return;
  const save = `Save the file with ${name} (in a spreadsheet, choose the separator as you export it)`;
  const rename = { ',': 'or name it *.csv.', '\t': 'or name it *.tsv.' }[other];
  const hint = rename === undefined ? `${save}.` : `${save}, ${rename}`;
  throw UserError.of(`separates columns by something else than ${name}.`, hint, where);
}
