import { buildProblem, type Problem, UserError, type Where } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { quoteName, throwProblems } from '../text/problems.ts';
import { RecordFault } from './fault.ts';
import { recordFormats } from './formats.ts';
import { Halves } from './halves.ts';
import type { Line, RecordEvent, RecordFormat } from './record.ts';
import { parseValue } from './value.ts';

/** The most bytes that a line of records may have: a collector's batch of some hundred long conversations. */
export const maxRecordLineBytes = 32 * 1024 * 1024;
/** So many mistakes of a file are told; then its reading is broken off. */
const maxMistakes = 20;
const maxKeys = 8;

/** What some lines of a file say, in their order, and the format that was found. */
export interface RecordBatch {
  readonly format: RecordFormat['name'];
  readonly events: readonly RecordEvent[];
}

/**
 * Reads the lines of a file of records, whose format its first line that can be read tells. A line that cannot be read
 * stops no other: what the others say is given, and at the end a UserError is thrown with up to 20 mistakes, by file and
 * line. So nothing may be made of the events before the last of them. What `lines` throws is told with the rest.
 */
export async function* readRecords(
  path: string,
  lines: AsyncIterable<readonly Line[]> | Iterable<readonly Line[]>,
): AsyncGenerator<RecordBatch> {
  const reader = new RecordReader(path);
  const tell = (events: readonly RecordEvent[]) => ({ format: reader.format?.name ?? '', events });
  try {
    for await (const batch of lines) {
      const events = batch.flatMap((line) => reader.read(line));
      if (events.length > 0) yield tell(events);
      if (reader.isBrokenOff) break;
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    reader.problems.push(...error.problems);
  }
  const rest = reader.end();
  if (rest.length > 0) yield tell(rest);
  throwProblems(reader.problems);
  if (reader.format === null) throw UserError.of('holds no records.', 'Name a file that has some.', reader.where(null));
}

class RecordReader {
  readonly problems: Problem[] = [];
  format: RecordFormat | null = null;
  isBrokenOff = false;
  readonly #path: string;
  readonly #halves = new Halves();

  constructor(path: string) {
    this.#path = path;
  }

  where(line: number | null): Where {
    return { path: this.#path, line, column: null };
  }

  read(line: Line): readonly RecordEvent[] {
    if (this.isBrokenOff) return [];
    try {
      const events = this.#readLine(line);
      return this.format?.hasHalves ? this.#halves.pass(events, line.text.length) : events;
    } catch (error) {
      if (!(error instanceof RecordFault)) throw error;
      this.#note(error.message, error.hint, line.number);
      return [];
    }
  }

  end(): readonly RecordEvent[] {
    return this.#halves.end();
  }

  #note(message: string, hint: string, line: number): void {
    this.problems.push(buildProblem(message, hint, this.where(line)));
    if (this.problems.length < maxMistakes) return;
    this.isBrokenOff = true;
    const more = `is read no further after ${maxMistakes} mistakes.`;
    this.problems.push(buildProblem(more, 'Mend these first, then run again.', this.where(line)));
  }

  #readLine(line: Line): readonly RecordEvent[] {
    const value = parseValue(line.text);
    if (value === undefined) {
      // Of such a document no line would be one.
      this.isBrokenOff = this.format === null && opensDocument(line);
      throw explainNoJson(line);
    }
    // Some exports are one list on one line.
    return (Array.isArray(value) ? value : [value]).flatMap((item: Json) => {
      const format = this.#formatOf(item);
      return [...format.read(item, line.number)];
    });
  }

  #formatOf(value: Json): RecordFormat {
    if (this.format?.recognise(value)) return this.format;
    const found = recordFormats.find((format) => format.recognise(value)) ?? null;
    this.format ??= found;
    // Two formats with one reader are found in one file.
    if (found !== null && found.read === this.format?.read) return found;
    if (this.format !== null) throw new RecordFault(`is no line of ${this.format.name}: ${tellKeys(value)}.`);
    this.isBrokenOff = true;
    const known = recordFormats.map(({ name }) => name).join(', ');
    throw new RecordFault(`is in no known format of records: ${tellKeys(value)}.`, `Known formats: ${known}.`);
  }
}

function explainNoJson({ text, isOpen }: Line): RecordFault {
  if (isOpen === true && /^\s*[[{]/.test(text)) {
    return new RecordFault('is cut off: the file ends in the middle of this line.', 'Take the file again, whole.');
  }
  if (opensDocument({ text })) {
    const hint = "Write one object a line: `jq -c '.[]' FILE > FILE.jsonl`, or `jq -c .` for a single one.";
    return new RecordFault('begins a JSON document of many lines, not JSON Lines.', hint);
  }
  return new RecordFault('is not valid JSON.');
}

function opensDocument({ text }: Pick<Line, 'text'>): boolean {
  return /^\s*[[{]\s*$/.test(text);
}

function tellKeys(value: Json): string {
  if (!isJsonObject(value)) return 'it holds no JSON object';
  const keys = Object.keys(value);
  if (keys.length === 0) return 'it has no keys';
  const shown = keys.slice(0, maxKeys).map(quoteName).join(', ');
  return `it has the keys ${shown}${keys.length > maxKeys ? ', …' : ''}`;
}
