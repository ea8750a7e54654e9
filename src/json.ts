import { createHash } from 'node:crypto';
import { writeDigits } from './json-writer.ts';

/** A JSON value as read; objects are plain and never shared with a parser's internals. An integer that a double would round is a bigint. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** True for a plain JSON object, not for arrays and null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a JSON number, whatever holds it. */
export function isJsonNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** The number that digits write: a bigint for an integer that a double would round, infinite where not even its size fits. */
export function readDigits(digits: string): number | bigint {
  const value = Number(digits);
  return /[.eE]/.test(digits) || Number.isSafeInteger(value) || !Number.isFinite(value) ? value : BigInt(digits);
}

/** So many repeated keys are told of. */
const maxRepeated = 100;

/** Deeper values are no data but an attack on recursive code. */
export const maxDepth = 100;

/** What keeps a text from being read as JSON, and at which offset. */
export class JsonFault extends Error {
  readonly kind: 'syntax' | 'depth';
  readonly offset: number;

  constructor(kind: JsonFault['kind'], offset: number) {
    super(kind === 'depth' ? `is nested more than ${maxDepth} levels deep.` : 'is not valid JSON here.');
    this.kind = kind;
    this.offset = offset;
  }
}

/** What a text holds as JSON, and what its value does not tell. */
export interface JsonReading {
  readonly value: Json;
  /** The first 100 keys that their object has already; the value has the last one. */
  readonly repeated: readonly { readonly key: string; readonly offset: number }[];
  /** Offsets of the items of the outermost list, and of each list that is a member of the outermost object. */
  readonly items: ReadonlyMap<Json, readonly number[]>;
}

/** Reads a whole text as JSON, every digit of an integer kept; throws a JsonFault for what is none and for what is nested more than 100 levels deep. */
export function readJson(text: string): JsonReading {
  const reader = new JsonReader(text);
  return { value: reader.readAll(), repeated: reader.repeated, items: reader.items };
}

/** Parses a text that may be no JSON; undefined where it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return readJson(text).value;
  } catch (error) {
    if (error instanceof JsonFault) return undefined;
    throw error;
  }
}

class JsonReader {
  readonly repeated: { key: string; offset: number }[] = [];
  readonly items = new Map<Json, readonly number[]>();
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): Json {
    const value = this.#readValue(0);
    if (this.#skipBlanks() !== undefined) throw this.#fault();
    return value;
  }

  #fault(offset = this.#at): JsonFault {
    return new JsonFault('syntax', Math.min(offset, this.#text.length));
  }

  /** The next character, left where it is; undefined at the end. */
  #skipBlanks(): string | undefined {
    let next = this.#text[this.#at];
    while (next === ' ' || next === '\n' || next === '\r' || next === '\t') {
      this.#at += 1;
      next = this.#text[this.#at];
    }
    return next;
  }

  #readValue(depth: number): Json {
    const next = this.#skipBlanks();
    if (next === '"') return this.#readString();
    if (next === '{' || next === '[') {
      if (depth === maxDepth) throw new JsonFault('depth', this.#at);
      return next === '{' ? this.#readObject(depth + 1) : this.#readList(depth + 1);
    }
    return next === 't' || next === 'f' || next === 'n' ? this.#readWord() : this.#readNumber();
  }

  #readWord(): Json {
    const word = words.find(([name]) => this.#text.startsWith(name, this.#at));
    if (word === undefined) throw this.#fault();
    this.#at += word[0].length;
    return word[1];
  }

  #readList(depth: number): Json {
    const list: Json[] = [];
    const offsets: number[] = [];
    while (this.#goesOn(']', list.length === 0)) {
      this.#skipBlanks();
      offsets.push(this.#at);
      list.push(this.#readValue(depth));
    }
    if (depth <= 2) this.items.set(list, offsets);
    return list;
  }

  #readObject(depth: number): Json {
    const members: { [key: string]: Json } = {};
    let isFirst = true;
    while (this.#goesOn('}', isFirst)) {
      isFirst = false;
      if (this.#skipBlanks() !== '"') throw this.#fault();
      const offset = this.#at;
      const key = this.#readString();
      if (this.#skipBlanks() !== ':') throw this.#fault();
      this.#at += 1;
      if (Object.hasOwn(members, key) && this.repeated.length < maxRepeated) this.repeated.push({ key, offset });
      const value = this.#readValue(depth);
      // An assignment would set the prototype.
      if (key !== '__proto__') members[key] = value;
      else Object.defineProperty(members, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return members;
  }

  /** Passes the bracket or comma before a member; false, past the closing bracket, where there is none. */
  #goesOn(close: string, isFirst: boolean): boolean {
    if (isFirst) this.#at += 1;
    const next = this.#skipBlanks();
    if (next !== close && isFirst) return true;
    if (next !== close && next !== ',') throw this.#fault();
    this.#at += 1;
    return next === ',';
  }

  #readNumber(): number | bigint {
    numeral.lastIndex = this.#at;
    const digits = numeral.exec(this.#text)?.[0];
    if (digits === undefined) throw this.#fault();
    this.#at += digits.length;
    return readDigits(digits);
  }

  #readString(): string {
    const start = this.#at;
    plainString.lastIndex = start;
    if (plainString.test(this.#text)) {
      this.#at = plainString.lastIndex;
      return this.#text.slice(start + 1, this.#at - 1);
    }
    let end = this.#text.indexOf('"', start + 1);
    while (end !== -1 && this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    const quoted = this.#text.slice(start, end === -1 ? undefined : end + 1);
    this.#at = start + quoted.length;
    try {
      return JSON.parse(quoted) as string;
    } catch {
      throw this.#fault(start + findBadCharacter(quoted));
    }
  }

  #isEscaped(offset: number): boolean {
    let from = offset;
    while (this.#text[from - 1] === '\\') from -= 1;
    return (offset - from) % 2 === 1;
  }
}

const words: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const numeral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Whole escapes, and single characters that may not stand in a string as they are. */
const escapes = /\\u[\da-fA-F]{4}|\\["\\/bfnrt]|\\|[^ -\uffff]/g;
/** A string without escapes and control characters. */
const plainString = /"[ !#-[\]-\uffff]*"/y;

/** The offset of the first character that may not stand in a string as it does; the end where there is none. */
function findBadCharacter(quoted: string): number {
  for (const { 0: found, index } of quoted.matchAll(escapes)) if (found.length === 1) return index;
  return quoted.length;
}

/** Serialises as JSON.stringify does, keys in their own order, every digit kept; undefined members are dropped. `indent` is blanks a level. */
export function writeJson(value: unknown, indent = 0): string {
  try {
    return JSON.stringify(value ?? null, null, indent);
  } catch (error) {
    // Only a bigint is refused; most values have none, and are written several times as fast so.
    if (!(error instanceof TypeError)) throw error;
    return writeDigits(value, indent);
  }
}

/** Serialises with object keys in code-unit order, no blanks and one text for every number, so that equal values have equal text; undefined members are dropped. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? writeInteger(value) : JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = value as { readonly [key: string]: unknown };
  let text = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** 1e21 as its digits, as the bigint of the same value is written. */
function writeInteger(value: number): string {
  return Number.isSafeInteger(value) ? JSON.stringify(value) : String(BigInt(value));
}

/** SHA-256 of the canonical JSON of a value, 64 hex digits. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
