import { type Problem, UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { readRecords } from '../records/read-records.ts';
import type { Line, ProductionRecord } from '../records/record.ts';
import { maxDatasetBytes } from '../text/source-file.ts';
import type { Pick } from './choose.ts';
import { keyOfRecord } from './dislikes.ts';
import { type Key, writeKey } from './key-table.ts';
import type { Redaction, RedactionCounts } from './redaction.ts';
import { buildRow, findRowFault, renderRow } from './row.ts';

/** Opens a file of records, from its start each time. */
export type OpenLines = (path: string) => AsyncIterable<readonly Line[]>;

/** A file of records and the format that was found in it. */
export interface RecordFile {
  readonly path: string;
  readonly format: string;
}

/** Rows in the order of the picks; `unfit` is what is wrong with those that no dataset takes. */
export interface TakenRows {
  readonly rows: readonly JsonObject[];
  readonly unfit: readonly Problem[];
  readonly redacted: RedactionCounts;
}

/** Reads the picked records again and makes rows of them. Throws a UserError where a file is not as it was, and for more than a dataset may hold. */
export async function takeRows(
  files: readonly RecordFile[],
  picks: readonly Pick[],
  open: OpenLines,
  createRedaction: () => Redaction,
): Promise<TakenRows> {
  const taker = new RowTaker(createRedaction);
  for (const [number, file] of files.entries()) {
    const own = picks.filter((pick) => pick.file === number);
    if (own.length === 0) continue;
    const lines = new Set(own.map(({ line }) => line));
    if (!own.some(({ isJoined }) => isJoined)) await takeFrom(file, own, keepLines(open(file.path), lines), taker);
    // What was far apart among all lines may be joined among these.
    if (!own.every((pick) => taker.has(pick))) await takeFrom(file, own, open(file.path), taker);
    requireAll(file, own, taker);
  }
  return taker.finish(picks);
}

async function takeFrom(
  file: RecordFile,
  picks: readonly Pick[],
  lines: ReturnType<OpenLines>,
  taker: RowTaker,
): Promise<void> {
  const byPlace = new Map<string, readonly Pick[]>();
  for (const pick of picks) byPlace.set(placeOf(pick), [...(byPlace.get(placeOf(pick)) ?? []), pick]);
  for await (const { events } of readRecords(file.path, lines)) {
    for (const event of events) {
      if (event.kind !== 'record') continue;
      const found = byPlace.get(placeOf({ key: keyOfRecord(event.record.id), line: event.line }));
      const { isJoined = false } = event;
      for (const pick of found ?? []) if (pick.isJoined === isJoined) taker.take(event.record, pick, file);
    }
  }
}

function placeOf({ key, line }: { readonly key: Key; readonly line: number }): string {
  return `${line} ${writeKey(key)}`;
}

async function* keepLines(
  batches: AsyncIterable<readonly Line[]>,
  numbers: ReadonlySet<number>,
): AsyncGenerator<readonly Line[]> {
  for await (const batch of batches) yield batch.filter(({ number }) => numbers.has(number));
}

class RowTaker {
  readonly #rows = new Map<Pick, JsonObject | null>();
  readonly #unfit: Problem[] = [];
  readonly #redacted = new Map<keyof RedactionCounts, number>();
  readonly #createRedaction: () => Redaction;
  #characters = 0;

  constructor(createRedaction: () => Redaction) {
    this.#createRedaction = createRedaction;
  }

  has(pick: Pick): boolean {
    return this.#rows.has(pick);
  }

  take(record: ProductionRecord, pick: Pick, { path, format }: RecordFile): void {
    const redaction = this.#createRedaction();
    const row = buildRow(record, { source: format, badness: pick.badness, asked: pick.asked }, redaction);
    // An id may be doubled, also on one line.
    if (row?.id !== pick.rowId || this.has(pick)) return;
    const fault = findRowFault(row, { path, line: pick.line, column: null });
    this.#rows.set(pick, fault === null ? row : null);
    if (fault !== null) {
      this.#unfit.push(fault);
      return;
    }
    for (const [kind, count] of Object.entries(redaction.counts()) as [keyof RedactionCounts, number][]) {
      this.#redacted.set(kind, (this.#redacted.get(kind) ?? 0) + count);
    }
    this.#characters += renderRow(row).length;
    if (this.#characters <= maxDatasetBytes) return;
    throw UserError.of(`The rows are more than the ${maxDatasetBytes} bytes of a dataset.`, 'Give a smaller --rows.');
  }

  finish(picks: readonly Pick[]): TakenRows {
    const rows = picks.map((pick) => this.#rows.get(pick) ?? null).filter((row) => row !== null);
    return { rows, unfit: this.#unfit, redacted: Object.fromEntries(this.#redacted) };
  }
}

function requireAll({ path }: RecordFile, picks: readonly Pick[], taker: RowTaker): void {
  const lost = picks.find((pick) => !taker.has(pick));
  if (lost === undefined) return;
  const where = { path, line: lost.line, column: null };
  throw UserError.of('was changed while it was read.', 'Import a file that nothing writes to.', where);
}
