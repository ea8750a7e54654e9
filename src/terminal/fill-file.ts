import { realpath } from 'node:fs/promises';
import { renderRow } from '../cases/row.ts';
import { aliasesOf, isRepeated, unwrapRow } from '../datasets/aliases.ts';
import { jsonl } from '../datasets/jsonl.ts';
import { parseRows } from '../datasets/rows.ts';
import { UserError, type Where } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message } from '../ports.ts';
import { decodeSourceFile, maxDatasetBytes } from '../text/source-file.ts';
import { readBytes } from './read-file.ts';
import { replaceFile, requireReplaceable } from './replace-file.ts';

/** A row that has no expected answer, under any name that a dataset gives one. */
export interface OpenRow {
  readonly values: JsonObject;
  /** The mapping in which the row's columns stand. */
  readonly columns: JsonObject;
  readonly messages: readonly Message[] | null;
  readonly tags: readonly string[];
  readonly where: Where;
}

/** An open row with what is expected in it. */
export interface FilledRow {
  readonly where: Where;
  readonly values: JsonObject;
}

/** A dataset of JSON Lines that is filled row by row. */
export interface FillFile {
  /** How many rows it has. */
  readonly total: number;
  /** Those that are open, as the file is by now. */
  listOpen(): readonly OpenRow[];
  /** Puts a row in place of its line; every other line stays byte for byte. Throws a UserError where the file is no longer what it was. */
  keep(row: FilledRow): Promise<void>;
}

/** Opens a dataset. Throws a UserError for what is no JSON Lines, for every mistake in its rows, and for what may not be written. */
export async function openFillFile(path: string): Promise<FillFile> {
  if (!jsonl.recognises(path)) {
    const hint = 'Name a *.jsonl or *.ndjson file: rows of other formats are written by hand.';
    throw UserError.of('is no JSON Lines, whose rows are filled line by line.', hint, {
      path,
      line: null,
      column: null,
    });
  }
  let bytes = await readBytes(path);
  const { total } = readRows(path, bytes);
  // A link stays one.
  const place = await realpath(path);
  await requireReplaceable(place);
  return {
    total,
    listOpen: () => readRows(path, bytes).open,
    async keep(row) {
      const text = Buffer.from(replaceLine(bytes, row));
      await replaceFile(place, bytes, text);
      bytes = text;
    },
  };
}

function readRows(path: string, bytes: Buffer): { readonly total: number; readonly open: readonly OpenRow[] } {
  const rows = jsonl.parse(decodeSourceFile(path, bytes, maxDatasetBytes));
  const { cases } = parseRows(rows);
  const open = cases.flatMap(({ variables, messages, tags, where }, index) => {
    const values = rows[index]?.values;
    if (!isJsonObject(values) || !isOpen(unwrapRow(values), variables)) return [];
    return [{ values, columns: columnsOf(values) ?? values, messages, tags, where }];
  });
  return { total: cases.length, open };
}

/** True for a row without an expected answer; what stands under `output` alone was answered, and is what people are to judge. */
function isOpen(row: JsonObject, variables: JsonObject): boolean {
  const given = ['expected', ...aliasesOf('expected')].filter((name) => Object.hasOwn(row, name));
  const isOnlyAnswered = given.every((name) => name === 'output') && isRepeated('output', variables);
  return (variables.expected ?? null) === null || isOnlyAnswered;
}

/** The mapping under `item` of a row that is wrapped in it; null for one that is not. */
function columnsOf(values: JsonObject): JsonObject | null {
  const { item } = values;
  return unwrapRow(values) !== values && isJsonObject(item) ? item : null;
}

/** The row with this answer as the expected one. */
export function fillRow({ values, where }: OpenRow, expected: Json): FilledRow {
  const item = columnsOf(values);
  return { where, values: item === null ? { ...values, expected } : { ...values, item: { ...item, expected } } };
}

/** The text with one line replaced; a byte order mark and the kind of line end stay. */
function replaceLine(bytes: Buffer, { values, where }: FilledRow): string {
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
  const index = (where.line ?? 1) - 1;
  const line = lines[index] ?? '';
  const [mark, end] = [line.startsWith('\ufeff') ? '\ufeff' : '', line.endsWith('\r') ? '\r' : ''];
  lines[index] = `${mark}${renderRow(values).trimEnd()}${end}`;
  return lines.join('\n');
}
