import type { DefinedError, ErrorObject } from 'ajv/dist/2020.js';
import { buildProblem, type Problem, type Where } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { canonicalParameter } from '../prompts/parameters.ts';
import { hintKnown, quoteName, suggestName } from '../text/problems.ts';
import type { KeyPath, YamlFile } from '../text/yaml-file.ts';

/** Keys of later versions: whoever writes them has read newer docs, and must not be told of a typo. */
const reservedKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['', ['environments', 'rollout', 'monitor', 'drift', 'export']],
  ['/budget', ['per-month-usd']],
]);
const newer = 'Update Prompt Assay, or remove this.';

/** A value that a schema was held against, and where its parts stand. */
type Places = Pick<YamlFile, 'value' | 'where' | 'whereKey'>;

/** Turns what ajv found (all errors, verbose) into problems with places. */
export function explainSchemaErrors(errors: readonly ErrorObject[], file: Places): readonly Problem[] {
  return (errors as readonly DefinedError[]).flatMap((error) => {
    const problem = explain(error, file);
    return problem === null ? [] : [problem];
  });
}

function explain(error: DefinedError, file: Places): Problem | null {
  const path = readPath(error.instancePath, file.value);
  const where = file.where(path);
  const label = path.length === 0 ? 'the config' : nameValue(path);
  const hint = describeKey(error.parentSchema);
  switch (error.keyword) {
    case 'if':
      return null; // The branch that did not fit says what is wrong.
    case 'additionalProperties':
      return explainUnknown(error.instancePath, error.params.additionalProperty, error.parentSchema, {
        where: file.whereKey([...path, error.params.additionalProperty]),
      });
    case 'required':
      return buildProblem(`${quoteName(error.params.missingProperty)} is missing.`, `Add it${inWhat(path)}.`, where);
    case 'enum':
      return explainChoice(label, error.data as Json, error.params.allowedValues, where);
    case 'const':
      return explainVersion(error.data as Json, where);
    case 'type':
      return buildProblem(
        `${label} must be ${nameTypes(error.params.type)}, not ${nameKind(error.data)}.`,
        hint,
        where,
      );
    case 'minLength':
    case 'minItems':
      return error.params.limit > 1
        ? buildProblem(`${label} has fewer than ${error.params.limit} items.`, hint, where)
        : buildProblem(`${label} is empty.`, hint, where);
    case 'uniqueItems':
      return buildProblem(`${label} has an item twice.`, 'Remove one of them.', where);
    case 'maxLength':
      return buildProblem(`${label} is longer than ${error.params.limit} characters.`, 'Shorten it.', where);
    case 'pattern':
      return buildProblem(`${label} is ${quoteName(String(error.data))}, which has the wrong form.`, hint, where);
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return buildProblem(
        `${label} is ${error.data}; it must be ${bounds[error.keyword]} ${error.params.limit}.`,
        hint,
        where,
      );
    default:
      return buildProblem(`${label} ${error.message ?? 'is not valid'}.`, hint, where);
  }
}

const bounds = {
  minimum: 'at least',
  maximum: 'at most',
  exclusiveMinimum: 'above',
  exclusiveMaximum: 'below',
} as const;

function explainUnknown(parent: string, key: string, schema: unknown, { where }: { where: Where }): Problem {
  if (reservedKeys.get(parent)?.includes(key)) {
    return buildProblem(`${quoteName(key)} needs a newer version of Prompt Assay.`, newer, where);
  }
  const known = isJsonObject(schema) && isJsonObject(schema.properties) ? Object.keys(schema.properties) : [];
  // Others write camelCase or snake_case: the nearest key is then the same one in kebab-case.
  const hint = suggestName(key, known) === null ? hintKnown(canonicalParameter(key), known) : hintKnown(key, known);
  return buildProblem(`unknown key ${quoteName(key)}.`, hint, where);
}

function explainChoice(label: string, value: Json, allowed: readonly Json[], where: Where): Problem {
  const names = allowed.map(String);
  if (typeof value === 'string') {
    const near = hintKnown(value, names);
    return buildProblem(
      `${label} is ${quoteName(value)}; it must be one of ${names.join(', ')}.`,
      near.startsWith('Known') ? 'Use one of these.' : near,
      where,
    );
  }
  return buildProblem(
    `${label} must be one of ${names.join(', ')}, not ${nameKind(value)}.`,
    'Use one of these.',
    where,
  );
}

function explainVersion(value: Json, where: Where): Problem {
  if (typeof value === 'number' && value > 1) {
    return buildProblem(`version ${value} of the config needs a newer version of Prompt Assay.`, newer, where);
  }
  return buildProblem('"version" must be 1.', 'Write "version: 1".', where);
}

/** Numbers in a pointer are indexes only where the value there is a list. */
function readPath(pointer: string, root: Json): KeyPath {
  let value: Json | undefined = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(value) ? Number(key) : key;
      value = (value as never)?.[step];
      return step;
    });
}

function nameValue(path: KeyPath): string {
  const last = path.at(-1);
  if (typeof last === 'string') return quoteName(last);
  return `item ${Number(last) + 1} of ${quoteName(String(path.at(-2) ?? ''))}`;
}

function inWhat(path: KeyPath): string {
  const parent = path.at(-1);
  if (parent === undefined) return ' at the top level';
  return typeof parent === 'number' ? ` to ${nameValue(path)}` : ` below ${quoteName(parent)}`;
}

function describeKey(schema: unknown): string {
  return isJsonObject(schema) && typeof schema.description === 'string' ? schema.description : 'Correct it.';
}

function nameTypes(types: unknown): string {
  const names = [types].flat().map((type) => typeNames[String(type)] ?? String(type));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'a mapping',
};

function nameKind(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'bigint') return `a number beyond ${Number.MAX_SAFE_INTEGER}`;
  return typeof value === 'boolean' ? `${value}` : `the number ${value}`;
}
