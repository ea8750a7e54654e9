import { UserError } from '../errors.ts';
import type { ProductionRecord, RecordEvent } from '../records/record.ts';
import { Column } from './column.ts';
import { Dislikes, isThumbsDown, keyOfRecord, keyOfTrace } from './dislikes.ts';
import { type Key, KeyTable, writeKey } from './key-table.ts';
import { identifyQuestion } from './question.ts';
import type { Redaction } from './redaction.ts';

/** What makes strata of records: each distinct value is one, of several facets each combination. */
export const facets = {
  prompt: ({ prompt }: ProductionRecord) => prompt,
  version: ({ promptVersion }: ProductionRecord) => promptVersion,
  tag: ({ tags }: ProductionRecord) => (tags.length === 0 ? null : [...tags].sort().join(', ')),
} as const;

/** The name of a facet. */
export type Facet = keyof typeof facets;

/** The values of the facets of one stratum, redacted; null where its records have none. */
export type Stratum = { readonly [facet in Facet]?: string | null };

/** More would be one for nearly every request, and none of them a group. */
const maxStrata = 10_000;
/** So many names of prompts are known to an error. */
const maxNames = 100;

const thumbsDownBit = 1;
const errorBit = 2;
const joinedBit = 4;

/** How bad a record is: thumbs-down, error, neither. */
export type Badness = 2 | 1 | 0;

/** Where a record stands: the number of its file, and its line. */
export interface Place {
  readonly file: number;
  readonly line: number;
  /** Whether another line tells the rest of it. */
  readonly isJoined: boolean;
}

type RecordOfFile = Extract<RecordEvent, { readonly kind: 'record' }>;

/** Which records are of no use as rows, and how many. */
export interface Unusable {
  otherPrompt: number;
  /** Neither variables nor messages are recorded. */
  withoutContent: number;
  /** The same of requests that failed. */
  failedWithoutContent: number;
}

/** Counts the records of files and keeps some 40 bytes of each: enough to choose among all of them what a second reading takes out. */
export class Census {
  readonly unusable: Unusable = { otherPrompt: 0, withoutContent: 0, failedWithoutContent: 0 };
  /** Names of prompts, the first hundred. */
  readonly prompts = new Set<string>();
  readonly strata: Stratum[] = [];
  /** How many records ask each question; a question's number is its index. */
  readonly asked = new Column(Uint32Array);
  /** All records. */
  records = 0;
  /** Where the first record without content is. */
  firstWithoutContent: Omit<Place, 'isJoined'> | null = null;

  readonly #by: readonly Facet[];
  readonly #prompt: string | null;
  readonly #createRedaction: () => Redaction;
  readonly #questions = new KeyTable();
  readonly #dislikes = new Dislikes();
  readonly #strataByName = new Map<string, number>();
  readonly #columns = {
    idHigh: new Column(Uint32Array),
    idLow: new Column(Uint32Array),
    traceHigh: new Column(Uint32Array),
    traceLow: new Column(Uint32Array),
    question: new Column(Uint32Array),
    line: new Column(Uint32Array),
    file: new Column(Uint32Array),
    stratum: new Column(Uint16Array),
    flags: new Column(Uint8Array),
  };

  /** `prompt` is the only one whose records count; null for all. */
  constructor(by: readonly Facet[], prompt: string | null, createRedaction: () => Redaction) {
    this.#createRedaction = createRedaction;
    this.#by = by;
    this.#prompt = prompt;
  }

  /** How many records can be rows. */
  get size(): number {
    return this.#columns.line.length;
  }

  /** Takes down one event of the file of this number. Throws a UserError for more strata than can be. */
  note(event: RecordEvent, file: number): void {
    if (event.kind === 'record') this.#noteRecord(event, file);
    else this.#dislikes.note(event);
  }

  #noteRecord({ record, line, isJoined }: RecordOfFile, file: number): void {
    this.records += 1;
    if (record.prompt !== null && this.prompts.size < maxNames) this.prompts.add(record.prompt);
    if (this.#prompt !== null && record.prompt !== this.#prompt) {
      this.unusable.otherPrompt += 1;
      return;
    }
    const question = identifyQuestion(record, this.#createRedaction());
    if (question === null) {
      this.unusable[record.error === null ? 'withoutContent' : 'failedWithoutContent'] += 1;
      this.firstWithoutContent ??= { file, line };
      return;
    }
    this.#add(record, this.#questions.add(question.key), { file, line, isJoined: isJoined ?? false });
  }

  #add(record: ProductionRecord, question: number, { file, line, isJoined }: Place): void {
    if (question === this.asked.length) this.asked.push(0);
    this.asked.set(question, this.asked.at(question) + 1);
    const columns = this.#columns;
    const id = keyOfRecord(record.id);
    const trace = record.traceId === null ? noKey : keyOfTrace(record.traceId);
    columns.idHigh.push(id.high);
    columns.idLow.push(id.low);
    columns.traceHigh.push(trace.high);
    columns.traceLow.push(trace.low);
    columns.question.push(question);
    columns.line.push(line);
    columns.file.push(file);
    columns.stratum.push(this.#stratumOf(record));
    const isDown = Object.values(record.feedback).some(isThumbsDown);
    columns.flags.push(
      (isDown ? thumbsDownBit : 0) + (record.error === null ? 0 : errorBit) + (isJoined ? joinedBit : 0),
    );
  }

  #stratumOf(record: ProductionRecord): number {
    const values = this.#by.map((facet) => facets[facet](record));
    const name = JSON.stringify(values);
    const known = this.#strataByName.get(name);
    if (known !== undefined) return known;
    if (this.strata.length === maxStrata) {
      const message = `There are more than ${maxStrata} groups by ${this.#by.join(', ')}.`;
      throw UserError.of(message, 'Name fewer of them in --by, or one prompt in --prompt.');
    }
    const redaction = this.#createRedaction();
    this.strata.push(
      Object.fromEntries(this.#by.map((facet, index) => [facet, redaction.redact(values[index] ?? null)])),
    );
    this.#strataByName.set(name, this.strata.length - 1);
    return this.strata.length - 1;
  }

  /** The number of the question that a record asks. */
  questionOf(record: number): number {
    return this.#columns.question.at(record);
  }

  /** The id of the row of a question. */
  rowIdOf(question: number): string {
    return writeKey(this.#questions.at(question));
  }

  stratumOf(record: number): number {
    return this.#columns.stratum.at(record);
  }

  placeOf(record: number): Place {
    const { file, line, flags } = this.#columns;
    const isJoined = (flags.at(record) & joinedBit) !== 0;
    return { file: file.at(record), line: line.at(record), isJoined };
  }

  /** The key of the id of a record. */
  keyOf(record: number): Key {
    const { idHigh, idLow } = this.#columns;
    return { high: idHigh.at(record), low: idLow.at(record) };
  }

  /** Also by what was said of it later, or of its trace. To be asked when all is noted. */
  badnessOf(record: number): Badness {
    const { flags, traceHigh, traceLow } = this.#columns;
    const bits = flags.at(record);
    const isDown =
      (bits & thumbsDownBit) !== 0 ||
      this.#dislikes.has(this.keyOf(record)) ||
      this.#dislikes.has({ high: traceHigh.at(record), low: traceLow.at(record) });
    return isDown ? 2 : (bits & errorBit) !== 0 ? 1 : 0;
  }

  /** Below zero where the id of the one record comes before that of the other in an order that nobody chose. */
  compareIds(one: number, other: number): number {
    const { idHigh, idLow } = this.#columns;
    return idHigh.at(one) - idHigh.at(other) || idLow.at(one) - idLow.at(other) || one - other;
  }
}

const noKey: Key = { high: 0, low: 0 };
