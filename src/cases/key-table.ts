import { hash } from 'node:crypto';
import { Column } from './column.ts';

/** 64 bits of a text's SHA-256: enough to tell millions of records apart, and to put them into an order that nobody chose. */
export interface Key {
  readonly high: number;
  readonly low: number;
}

/** Its 16 hex digits: those that the SHA-256 begins with. */
export function writeKey({ high, low }: Key): string {
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

/** The key of a text. */
export function keyOf(text: string): Key {
  const digits = hash('sha256', text);
  return { high: Number.parseInt(digits.slice(0, 8), 16), low: Number.parseInt(digits.slice(8, 16), 16) };
}

/** Numbers keys from 0 in the order in which they come, in some 17 bytes each. */
export class KeyTable {
  readonly #high = new Column(Uint32Array);
  readonly #low = new Column(Uint32Array);
  /** Open addressing: the number of a key plus one, 0 where there is none; at most half full. */
  #slots = new Uint32Array(1024);

  get size(): number {
    return this.#high.length;
  }

  /** The number of a key, which is a new one where it was not there. */
  add(key: Key): number {
    const slot = this.#seek(key);
    const known = this.#slots[slot] as number;
    if (known > 0) return known - 1;
    this.#high.push(key.high);
    this.#low.push(key.low);
    this.#slots[slot] = this.size;
    if (2 * this.size > this.#slots.length) this.#grow();
    return this.size - 1;
  }

  /** The key of a number that `add` gave. */
  at(number: number): Key {
    return { high: this.#high.at(number), low: this.#low.at(number) };
  }

  /** The number of a key, null where it is not there. */
  find(key: Key): number | null {
    const known = this.#slots[this.#seek(key)] as number;
    return known === 0 ? null : known - 1;
  }

  #seek({ high, low }: Key): number {
    const mask = this.#slots.length - 1;
    let slot = low & mask;
    for (let number = this.#slots[slot] as number; number > 0; number = this.#slots[slot] as number) {
      if (this.#low.at(number - 1) === low && this.#high.at(number - 1) === high) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let number = 0; number < this.size; number += 1) {
      this.#slots[this.#seek(this.at(number))] = number + 1;
    }
  }
}
