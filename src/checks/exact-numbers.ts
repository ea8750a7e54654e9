import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { DataValidateFunction } from 'ajv/dist/types/index.js';
import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../json.ts';

type Numeric = number | bigint;

/** Ajv knows no bigint: it walks a copy with doubles, and here is what stands behind each of them. */
export class ExactValues {
  readonly #sources = new WeakMap<object, Json>();
  #root: Json = null;

  /** The value for ajv, with the nearest double for each bigint; the value itself where it has none. */
  roundRoot(value: Json): Json {
    this.#root = value;
    return this.#round(value);
  }

  /** What stands in the value itself where its copy has this member; a root has no parent. */
  sourceOf(copy: object | undefined, key: string | number): Json {
    if (copy === undefined) return this.#root;
    return ((this.#sources.get(copy) ?? copy) as JsonObject)[key] ?? null;
  }

  #round(value: Json): Json {
    if (typeof value === 'bigint') return Number(value);
    if (Array.isArray(value))
      return this.#keep(
        value,
        value.map((item: Json) => this.#round(item)),
      );
    if (!isJsonObject(value)) return value;
    return this.#keep(value, Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#round(item)])));
  }

  #keep<T extends Json & object>(source: T, copy: T): T {
    const isAlike = Object.keys(copy).every((key) => Object.is(copy[key as keyof T], source[key as keyof T]));
    if (isAlike) return source;
    this.#sources.set(copy, source);
    return copy;
  }
}

interface Comparison {
  holds(value: Json, bound: Json): boolean;
  /** How ajv says it. */
  say(bound: Json): string;
}

/** Compares with a bound; JavaScript compares a bigint with a double exactly. */
const limit = (sign: string, holds: (value: Numeric, bound: Numeric) => boolean): Comparison => ({
  holds: (value, bound) => holds(value as Numeric, bound as Numeric),
  say: (bound) => `must be ${sign} ${bound}`,
});

const limits: { readonly [keyword: string]: Comparison } = {
  minimum: limit('>=', (value, bound) => value >= bound),
  maximum: limit('<=', (value, bound) => value <= bound),
  exclusiveMinimum: limit('>', (value, bound) => value > bound),
  exclusiveMaximum: limit('<', (value, bound) => value < bound),
  multipleOf: limit('multiple of', isMultiple),
};

const anyKind: { readonly [keyword: string]: Comparison } = {
  const: {
    holds: (value, bound) => canonicalJson(value) === canonicalJson(bound),
    say: () => 'must be equal to constant',
  },
  enum: {
    holds: (value, bound) => (bound as readonly Json[]).some((one) => canonicalJson(one) === canonicalJson(value)),
    say: () => 'must be equal to one of the allowed values',
  },
  uniqueItems: {
    // Ajv compares every pair of items; a set of canonical texts is linear.
    holds: (value, wanted) => {
      const items = value as readonly Json[];
      return wanted !== true || new Set(items.map((item) => canonicalJson(item))).size === items.length;
    },
    say: () => 'must have no two equal items',
  },
};

const types: { readonly [keyword: string]: 'number' | 'array' } = {
  ...Object.fromEntries(Object.keys(limits).map((keyword) => [keyword, 'number'])),
  uniqueItems: 'array',
};

/** Replaces the keywords that compare numbers by some that see every digit, of the schema and of the value. */
export function compareExactly(ajv: Ajv2020, schema: ExactValues, instance: ExactValues): void {
  for (const [keyword, { holds, say }] of Object.entries({ ...limits, ...anyKind })) {
    const type = types[keyword];
    ajv.removeKeyword(keyword);
    ajv.addKeyword({
      keyword,
      ...(type === undefined ? {} : { type }),
      compile: (_rounded: unknown, parent: object) => {
        const bound = schema.sourceOf(parent, keyword);
        const check: DataValidateFunction = (_data, context) => {
          const source = instance.sourceOf(context?.parentData, context?.parentDataProperty ?? '');
          const fits = holds(source, bound);
          check.errors = fits ? [] : [{ keyword, message: say(bound), params: {} }];
          return fits;
        };
        return check;
      },
    });
  }
}

function isMultiple(value: Numeric, factor: Numeric): boolean {
  const areIntegers = [value, factor].every((one) => typeof one === 'bigint' || Number.isInteger(one));
  return areIntegers ? BigInt(value) % BigInt(factor) === 0n : Number.isInteger(Number(value) / Number(factor));
}
