import type { Json, JsonObject } from '../json.ts';
import { builtInPlace, type Place } from './place.ts';

/** Whose word on a key counts; without a side it is that of the base commit's config. */
interface Trust {
  /** `default-branch`: its tip alone decides. `either`: the candidate does where the base has no config. */
  readonly side?: 'default-branch' | 'either';
  /** What a note calls it where the candidate changes it without effect; without it nothing is said. */
  readonly called?: string;
}

/** One key of the config file: what may be written, what that becomes, and whose word on it counts. */
export interface Key<Value = unknown> extends Trust {
  /** JSON Schema of what is written, with the description and the default that the docs show. */
  readonly schema: JsonObject;
  readonly required: boolean;
  /** What becomes of what is written and fits the schema; of undefined, the default's value, or null without one. */
  read(written: Json | undefined, place: Place): Value;
}

/** The keys of one mapping of the file, by name. */
export interface Keys {
  readonly [name: string]: Key;
}

/** What keys become: fields in camelCase. */
export type Settings<T extends Keys> = {
  readonly [Name in keyof T & string as CamelCase<Name>]: ReturnType<T[Name]['read']>;
};

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** What may be written where a schema stands, as far as its `enum`, `type`, `items` and `additionalProperties` say. */
type Written<Schema> = Schema extends { enum: readonly (infer Word)[] }
  ? Word
  : Schema extends { type: 'array'; items: infer Item }
    ? readonly Written<Item>[]
    : Schema extends { type: 'object'; additionalProperties: infer Member extends JsonObject }
      ? { readonly [name: string]: Written<Member> }
      : Schema extends { type: infer Type }
        ? Kinds[(Type extends readonly (infer One)[] ? One : Type) & keyof Kinds]
        : Json;

interface Kinds {
  readonly string: string;
  readonly number: number;
  readonly integer: number;
  readonly boolean: boolean;
  readonly null: null;
  readonly array: readonly Json[];
  readonly object: JsonObject;
}

interface More<Schema, Value> extends Trust {
  readonly read?: (written: Written<Schema>, place: Place) => Value;
}

type Absent<Schema> = Schema extends { default: unknown } ? never : null;

/** A key by its schema. It becomes what is written unless `read` makes something of that, and null without default. */
export function key<const Schema extends JsonObject, Value = Written<Schema>>(
  schema: Schema,
  more: More<Schema, Value> = {},
): Key<NoInfer<Value> | Absent<Schema>> {
  const { read = (written) => written as Value, ...trust } = more;
  return {
    ...trust,
    schema,
    required: false,
    read: (written = schema.default, place) =>
      (written === undefined ? null : read(written as Written<Schema>, place)) as Value | Absent<Schema>,
  };
}

/** A key that has to be written. */
export function required<const Schema extends JsonObject, Value = Written<Schema>>(
  schema: Schema,
  more: More<Schema, Value> = {},
): Key<NoInfer<Value>> {
  return { ...key(schema, more), required: true } as Key<Value>;
}

/** A key whose value is a mapping of keys; where it is absent, each of them is. */
export function group<T extends Keys>(description: string, keys: T, trust: Trust = {}): Key<Settings<T>> {
  return {
    ...trust,
    schema: mapping(description, keys),
    required: false,
    read: (written = {}, place) => readKeys(keys, written as JsonObject, place),
  };
}

/** The schema of a mapping that knows exactly these keys. */
export function mapping(description: string, keys: Keys): JsonObject {
  const names = Object.keys(keys).filter((name) => keys[name]?.required);
  return { type: 'object', description, properties: schemasOf(keys), required: names, additionalProperties: false };
}

/** The schemas of keys, by name. */
export function schemasOf(keys: Keys): JsonObject {
  return Object.fromEntries(Object.entries(keys).map(([name, { schema }]) => [name, schema]));
}

/** The keys with their names in the file and in the settings. */
export function listFields(keys: Keys) {
  return Object.entries(keys).map(([name, key]) => {
    const field = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    return { field, name, key };
  });
}

/** Reads a mapping that fits the schema of its keys. What it does not name comes from `above`, else is the default. */
export function readKeys<T extends Keys>(keys: T, written: JsonObject, place: Place, above?: Settings<T>): Settings<T> {
  const fields = listFields(keys).map(({ field, name, key }) => {
    const value = written[name];
    if (value === undefined && above !== undefined) return [field, above[field as keyof Settings<T>]];
    return [field, key.read(value, { ...place, where: (below = []) => place.where([name, ...below]) })];
  });
  return Object.fromEntries(fields) as Settings<T>;
}

/** What keys become where nothing is written. */
export function defaultsOf<T extends Keys>(keys: T): Settings<T> {
  return readKeys(keys, {}, builtInPlace);
}
