import { canonicalJson, isJsonNumber, isJsonObject, type Json, maxDepth, writeJson } from '../../json.ts';

/** What a name stands for that has no value, so that a condition or `default` may still answer for it. */
export class Missing {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** What an expression gives. */
export type Value = Json | Missing;

/** What keeps a template from being filled with one row; the message goes on from the tag. */
export class RenderFault extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** A quarter of a million steps, or five million characters. */
const allowance = 5_000_000;
/** So much of it a value in a list or map takes. */
const itemCost = 10;
/** So much of it a part of a template, an expression and a turn of a loop take. */
const stepCost = 20;

/** What one rendering may still do: a template may loop and double as it likes, and ends soon. */
export class Budget {
  #left = allowance;

  /** Takes characters or items off; throws a RenderFault where none are left. */
  spend(amount: number): void {
    this.#left -= amount;
    // What is no number is too large for one.
    if (this.#left >= 0) return;
    throw new RenderFault('takes too long: it loops or repeats too much.', 'Make its lists and texts shorter.');
  }

  step(): void {
    this.spend(stepCost);
  }

  /** Takes off what writing a value would; throws a RenderFault also where it is too deep. */
  weigh(value: Json, depth = 0): void {
    this.spend(itemCost);
    if (typeof value === 'string') this.spend(value.length);
    else if (typeof value === 'bigint') this.spend(String(value).length);
    else if (typeof value !== 'object' || value === null) return;
    else if (depth === maxDepth) throw new RenderFault(`nests more than ${maxDepth} lists.`, 'Take some away.');
    else if (isJsonObject(value)) {
      for (const [key, member] of Object.entries(value)) {
        this.spend(key.length);
        this.weigh(member, depth + 1);
      }
    } else for (const item of value) this.weigh(item, depth + 1);
  }
}

/** False for nothing, zero, what is empty, and what is missing. */
export function isTrue(value: Value, budget: Budget): boolean {
  if (value instanceof Missing) return false;
  return typeof value === 'object' && value !== null ? listItems(value, budget).length > 0 : Boolean(value);
}

/** A value as a text shows it: text as it is, nothing as no text, any other as JSON. */
export function writeValue(value: Json, budget: Budget): string {
  budget.weigh(value);
  if (value === null) return '';
  return typeof value === 'string' ? value : writeJson(value);
}

/** True for equal values, lists and maps by what they hold. */
export function isEqual(one: Json, other: Json, budget: Budget): boolean {
  // An integer is a bigint where it is large and in no other case, so that two of each kind are never equal.
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  return keyOf(one, budget) === keyOf(other, budget);
}

/** A text that is the same for equal values alone. */
export function keyOf(value: Json, budget: Budget): string {
  budget.weigh(value);
  return canonicalJson(value);
}

/** A value's kind, as a sentence names it. */
export function nameKind(value: Json): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isJsonNumber(value)) return 'a number';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? 'text' : 'true or false';
}

/** The member of a map by its key, or the item of a list or the character of a text by its place, from the end where that is negative; undefined where there is none. Nothing but data is reached. */
export function findMember(value: Json, key: Json): Json | undefined {
  if (isJsonObject(value)) return Object.hasOwn(value, String(key)) ? value[String(key)] : undefined;
  const place = typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : key;
  if (typeof place !== 'number') return undefined;
  return Array.isArray(value) || typeof value === 'string' ? value.at(place) : undefined;
}

/** The member at the end of a dotted path. */
export function findPath(value: Json, path: string): Json | undefined {
  let found: Json | undefined = value;
  for (const key of path.split('.')) found = found === undefined ? undefined : findMember(found, key);
  return found;
}

/** What is gone through item by item: a list, the keys of a map, the characters of a text. Throws a RenderFault for anything else. */
export function listItems(value: Json, budget: Budget): readonly Json[] {
  const items =
    Array.isArray(value) || typeof value === 'string' ? value : isJsonObject(value) ? Object.keys(value) : null;
  if (items !== null) {
    budget.spend(items.length);
    return typeof items === 'string' ? [...items] : items;
  }
  throw new RenderFault(`goes through ${nameKind(value)}.`, 'Only a list, a map or a text has items.');
}
