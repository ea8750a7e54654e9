import { isJsonObject, type Json } from '../../json.ts';
import type { Value } from './nodes.ts';

/** The named arguments of a helper, with their values. */
export type Named = ReadonlyMap<string, Value>;

/** A helper: how many arguments it takes, and what it makes of them. */
export interface Helper<T> {
  readonly takes: number;
  /** What its argument must be one of, word for word: no value decides it. */
  readonly words?: readonly string[];
  run(args: readonly Value[], named: Named): T;
}

/** What a helper of Dotprompt writes that is no text: where a role begins, where the row's conversation goes, an image, a mark for programs. */
export type Mark =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'history' }
  | { readonly kind: 'section' }
  | { readonly kind: 'media'; readonly url: string; readonly type: string | null };

/** The helpers of a dialect, besides the blocks `each` and `with`. */
export interface Helpers {
  /** Asked for a value. */
  readonly values: ReadonlyMap<string, Helper<Value>>;
  /** Open a block that is written where they hold. */
  readonly conditions: ReadonlyMap<string, Helper<boolean>>;
  /** Write something else than text. */
  readonly marks: ReadonlyMap<string, Helper<Mark>>;
}

/** The helpers that Handlebars brings. */
export const builtinHelpers: Helpers = {
  values: new Map([['lookup', { takes: 2, run: ([value, key]) => (value ? member(value, String(key)) : value) }]]),
  conditions: new Map([
    ['if', { takes: 1, run: ([value], named) => isTrue(value, named) }],
    ['unless', { takes: 1, run: ([value], named) => !isTrue(value, named) }],
  ]),
  marks: new Map(),
};

/** The member of a value that is its own: a key of an object, an index or the length of a list or text. */
export function member(value: Value, name: string): Value {
  if (value === undefined || value === null || !Object.hasOwn(Object(value), name)) return undefined;
  return (value as { readonly [key: string]: Json })[name];
}

/** True for what `with` and a section leave out: nothing, false, an empty text and an empty list. */
export function isEmpty(value: Value): boolean {
  return Array.isArray(value) ? value.length === 0 : !value && value !== 0;
}

function isTrue(value: Value, named: Named): boolean {
  return !isEmpty(value) && (value !== 0 || Boolean(named.get('includeZero')));
}

/** The members that `each` goes through, with their keys. */
export function listMembers(value: Value): readonly (readonly [key: string | number, member: Json])[] {
  if (Array.isArray(value)) return [...value.entries()];
  return isJsonObject(value) ? Object.entries(value) : [];
}
