import type { CodeKeywordDefinition } from 'ajv/dist/2020.js';
import { _, Ajv2020, type AnySchema, type KeywordCxt, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isJsonObject, type Json } from '../json.ts';
import { compareExactly, ExactValues } from './exact-numbers.ts';
import { compilePattern } from './pattern.ts';

/** References followed for one output before it counts as too complex: recursive alternatives can double with every level of nesting. */
const maxReferences = 100_000;
/** Objects that a schema may hold: ajv writes a function of all of them, and its stack ends before the second thousand. */
const maxParts = 1000;
/** Formats are plain regular expressions of ajv-formats, some of them not linear: no longer text has such a format. */
const maxFormatLength = 4096;

/** Tells what is wrong with a value, or null. Never throws and its work is bounded, whatever the value. */
export type SchemaValidator = (value: Json) => string | null;

/** Compiles a JSON Schema (2020-12) whose patterns run in linear time; throws an Error that names the fault. References reach only inside the schema. */
export function compileSchema(schema: Json): SchemaValidator {
  if (countParts(schema) > maxParts) throw new Error(`it holds more than ${maxParts} objects`);
  const budget = { references: 0 };
  const [written, instance] = [new ExactValues(), new ExactValues()];
  const rounded = written.roundRoot(schema) as AnySchema;
  const ajv = buildAjv(rounded, budget);
  compareExactly(ajv, written, instance);
  const validate = ajv.compile(rounded);
  return (value) => {
    budget.references = 0;
    try {
      return validate(instance.roundRoot(value)) === true ? null : describeError(validate);
    } catch (error) {
      // References that lead in a circle end the stack before they are counted.
      if (error instanceof TooComplex || error instanceof RangeError)
        return 'is too complex to check against the schema';
      throw error;
    }
  };
}

class TooComplex extends Error {}

function countParts(schema: Json): number {
  if (typeof schema !== 'object' || schema === null) return 0;
  return Object.values(schema).reduce<number>((sum, member) => sum + countParts(member), Array.isArray(schema) ? 0 : 1);
}

function buildAjv(schema: AnySchema, budget: { references: number }): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
    inlineRefs: false,
    logger: false,
    code: { regExp: Object.assign(linearPattern, { code: 'linearPattern' }) },
  });
  for (const [name, format] of Object.entries(fullFormats)) ajv.addFormat(name, boundFormat(format));
  ajv.addVocabulary(extensionKeywords(schema));
  countReferences(ajv, budget);
  return ajv;
}

/** The text of the returned object is its identity inside ajv: without a distinct one every pattern would share the first one's code. */
function linearPattern(pattern: string) {
  const compiled = compilePattern(pattern);
  const test = (text: string): boolean => {
    const matches = compiled.test(text);
    if (matches === null) throw new TooComplex();
    return matches;
  };
  return { test, toString: () => `re2:${pattern}` };
}

type Format = (typeof fullFormats)[keyof typeof fullFormats];

function boundFormat(format: Format): Format {
  const check = typeof format === 'object' && 'validate' in format ? format.validate : format;
  if (check instanceof RegExp) return (text: string) => text.length <= maxFormatLength && check.test(text);
  if (typeof check !== 'function' || (typeof format === 'object' && 'type' in format && format.type === 'number'))
    return format;
  const test = check as (text: string) => boolean;
  return (text: string) => text.length <= maxFormatLength && test(text);
}

function countReferences(ajv: Ajv2020, budget: { references: number }): void {
  const step = (): void => {
    budget.references += 1;
    if (budget.references > maxReferences) throw new TooComplex();
  };
  for (const keyword of ['$ref', '$dynamicRef']) {
    const rule = ajv.RULES.all[keyword];
    if (typeof rule !== 'object') throw new Error(`ajv knows no ${keyword}`);
    const { code } = rule.definition as CodeKeywordDefinition;
    const counted = (context: KeywordCxt, ruleType?: string): void => {
      context.gen.code(_`${context.gen.scopeValue('func', { ref: step })}()`);
      code(context, ruleType);
    };
    rule.definition = { ...rule.definition, code: counted } as typeof rule.definition;
  }
}

/** `x-` keywords are notes to other tools; anything else that is unknown is a typo, and a typo must not disable a check. */
function extensionKeywords(schema: unknown, names = new Set<string>()): string[] {
  if (Array.isArray(schema)) for (const item of schema) extensionKeywords(item, names);
  if (isJsonObject(schema)) {
    for (const [key, member] of Object.entries(schema)) {
      if (/^x-[a-z0-9-]+$/i.test(key)) names.add(key);
      extensionKeywords(member, names);
    }
  }
  return [...names];
}

function describeError(validate: ValidateFunction): string {
  const error = validate.errors?.[0];
  const place = (error?.instancePath ?? '').slice(0, 80);
  const detail = error?.keyword === 'additionalProperties' ? ' (there is an unknown one)' : '';
  return `${place === '' ? 'the output' : place} ${(error?.message ?? 'does not fit the schema').slice(0, 100)}${detail}`;
}
