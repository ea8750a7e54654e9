import { UserError } from '../errors.ts';
import type { ProductionRecord, RecordEvent } from './record.ts';

/** A hundred bytes each: a hundred megabytes. */
const maxWords = 1_000_000;

type Scores = ProductionRecord['feedback'];

/**
 * What was said of records later, on lines or in files of its own. All files are read once for it and then again for the
 * records, since a word may come after its record by any distance. What is said of a trace is said of each of its records.
 */
export class FeedbackBook {
  readonly #ofRecords = new Map<string, Scores>();
  readonly #ofTraces = new Map<string, Scores>();
  #words = 0;

  /** Notes an event; records are passed over. Of two words with one name the later counts. Throws a UserError after a million. */
  note(event: RecordEvent): void {
    if (event.kind !== 'feedback') return;
    const { of, name, score } = event;
    const [book, id] = of.recordId === null ? [this.#ofTraces, of.traceId] : [this.#ofRecords, of.recordId];
    if (id === null) return;
    this.#words += 1;
    if (this.#words > maxWords) {
      throw UserError.of(`the files hold more than ${maxWords} scores.`, 'Read the files of fewer days at once.');
    }
    book.set(id, { ...book.get(id), ...Object.fromEntries([[name, score]]) });
  }

  /** The record with all that was said of it; its own words count before those on its trace. */
  complete(record: ProductionRecord): ProductionRecord {
    const ofTrace = record.traceId === null ? undefined : this.#ofTraces.get(record.traceId);
    const ofRecord = this.#ofRecords.get(record.id);
    if (ofTrace === undefined && ofRecord === undefined) return record;
    return { ...record, feedback: { ...ofTrace, ...record.feedback, ...ofRecord } };
  }
}
