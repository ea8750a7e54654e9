import type { RecordEvent } from '../records/record.ts';
import { Column } from './column.ts';
import { type Key, KeyTable, keyOf, writeKey } from './key-table.ts';

type Feedback = Extract<RecordEvent, { readonly kind: 'feedback' }>;

/** What was disliked by words of its own line: a record, or all records of a trace. Of two words with one name the later counts. */
export class Dislikes {
  readonly #words = new KeyTable();
  /** By word, 1 where it is a thumbs-down. */
  readonly #isDown = new Column(Uint8Array);
  readonly #subjects = new KeyTable();
  /** By subject, how many words are a thumbs-down. */
  readonly #downs = new Column(Uint32Array);

  note({ of: { recordId, traceId }, name, score }: Feedback): void {
    if (recordId !== null) this.#noteWord(keyOfRecord(recordId), name, isThumbsDown(score));
    else if (traceId !== null) this.#noteWord(keyOfTrace(traceId), name, isThumbsDown(score));
  }

  /** Whether a record or a trace is disliked, as far as words are noted. */
  has(subject: Key): boolean {
    const number = this.#subjects.find(subject);
    return number !== null && this.#downs.at(number) > 0;
  }

  #noteWord(subject: Key, name: string, isDown: boolean): void {
    const key = keyOf(`${writeKey(subject)} ${name}`);
    // Praise is only kept where it takes something back.
    if (!isDown && this.#words.find(key) === null) return;
    const word = numberIn(this.#words, key, this.#isDown);
    const number = numberIn(this.#subjects, subject, this.#downs);
    this.#downs.set(number, this.#downs.at(number) - this.#isDown.at(word) + (isDown ? 1 : 0));
    this.#isDown.set(word, isDown ? 1 : 0);
  }
}

/** True for the score of a thumbs-down, on the scales that have one. */
export function isThumbsDown(score: number): boolean {
  return score <= 0;
}

/** The key of a record's id. */
export function keyOfRecord(id: string): Key {
  return keyOf(`record ${id}`);
}

/** The key of a trace's id. */
export function keyOfTrace(id: string): Key {
  return keyOf(`trace ${id}`);
}

/** The number of a key, with a 0 in the column where it is new. */
function numberIn(table: KeyTable, key: Key, column: Column): number {
  const number = table.add(key);
  if (number === column.length) column.push(0);
  return number;
}
