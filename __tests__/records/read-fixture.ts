import { readFileSync } from 'node:fs';
import { readRecords } from '../../src/records/read-records.ts';
import type { Line, ProductionRecord, RecordEvent } from '../../src/records/record.ts';

/** Lines as a file has them, all of them whole. */
export function linesOf(...texts: readonly string[]): readonly Line[] {
  return texts.map((text, index) => ({ number: index + 1, text }));
}

/** All that the lines say, and the format that was found. */
export async function readAll(lines: readonly Line[], path = 'r.jsonl') {
  const events: RecordEvent[] = [];
  let format = '';
  for await (const batch of readRecords(path, [lines])) {
    format = batch.format;
    events.push(...batch.events);
  }
  return { format, events };
}

/** All that lines of these values say. */
export async function readValues(...values: readonly unknown[]): Promise<readonly RecordEvent[]> {
  return (await readAll(linesOf(...values.map((value) => JSON.stringify(value))))).events;
}

/** The records among the events. */
export function recordsOf(events: readonly RecordEvent[]): readonly ProductionRecord[] {
  return events.flatMap((event) => (event.kind === 'record' ? [event.record] : []));
}

/** Reads a file of `fixtures/records/`. */
export function readFixture(name: string) {
  const text = readFileSync(`fixtures/records/${name}`, 'utf8');
  return readAll(linesOf(...text.trimEnd().split('\n')), name);
}
