import { buildProblem, type Problem, UserError } from '../errors.ts';
import { isJsonNumber, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { type KeyPath, parseYaml, type YamlFile } from '../text/yaml-file.ts';
import type { Sighting } from './suspect.ts';

/** The most messages of a conversation, parts of a message and calls of tools in it. */
export const maxItems = 1000;

/** Takes down one mistake at a path below the value being read. */
export type Report = (path: KeyPath, message: string, hint: string) => void;

/** The YAML mapping of a prompt file while it is read; mistakes are gathered, so that one run shows them all. */
export interface Fields {
  readonly yaml: YamlFile;
  readonly values: JsonObject;
  readonly errors: Problem[];
  readonly warnings: Problem[];
  readonly reject: Report;
  /** The variables that its templates use. */
  readonly used: Set<string>;
  /** What looks like the template or the roles of another tool. */
  readonly sightings: Sighting[];
  /** What is guessed of how it is meant. */
  readonly guesses: Problem[];
}

/** Opens a YAML mapping; an empty file gives no fields. Throws a UserError for bad YAML and for anything but a mapping, which `what` names. */
export function openFields(file: SourceFile, what: string): Fields {
  const fields = openYaml(file);
  if (fields.yaml.value === null || isJsonObject(fields.yaml.value)) return fields;
  throw UserError.of(`${what} is not a mapping of keys to values.`, 'Write "key: value" lines.', fields.yaml.where([]));
}

/** Opens a YAML or JSON file of any shape; only a mapping has fields. Throws a UserError for what is neither. */
export function openYaml(file: SourceFile): Fields {
  const yaml = parseYaml(file);
  const values = isJsonObject(yaml.value) ? yaml.value : {};
  return gatherInto([], { yaml, values, warnings: [], used: new Set(), sightings: [], guesses: [] });
}

/** The same mapping, its mistakes gathered in a list of their own. */
export function setApart(fields: Fields, errors: Problem[]): Fields {
  return gatherInto(errors, fields);
}

/** The same file from the value at a path on: its keys are those at the top then. Mistakes are told with the others, the rest apart. */
export function focusOn({ yaml, errors, reject }: Fields, path: KeyPath): Fields {
  const below = (inside: KeyPath) => [...path, ...inside];
  const value = yaml.get(path) ?? null;
  const part: YamlFile = {
    value,
    get: (inside) => yaml.get(below(inside)),
    where: (inside) => yaml.where(below(inside)),
    whereKey: (inside) => yaml.whereKey(below(inside)),
    source: (inside) => yaml.source(below(inside)),
  };
  return {
    yaml: part,
    values: isJsonObject(value) ? value : {},
    errors,
    reject: (inside, message, hint) => reject(below(inside), message, hint),
    warnings: [],
    used: new Set(),
    sightings: [],
    guesses: [],
  };
}

function gatherInto(errors: Problem[], { yaml, ...rest }: Omit<Fields, 'errors' | 'reject'>): Fields {
  const reject: Report = (path, message, hint) => {
    errors.push(buildProblem(path.length === 0 ? message : `${nameOf(path)} ${message}`, hint, yaml.where(path)));
  };
  return { ...rest, yaml, errors, reject };
}

/** A path as messages name it: `"evaluators[0].string"`. */
export function nameOf(path: KeyPath): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`));
  return quoteName(parts.join('').replace(/^\./, ''));
}

/** Reads text; null where the key is absent or empty. */
export function readText(fields: Fields, path: KeyPath): string | null {
  const value = fields.yaml.get(path) ?? null;
  if (value === null || typeof value === 'string') return value;
  fields.reject(path, `must be text, not ${kindOf(value)}.`, 'Put quotes around it.');
  return null;
}

/** Reads a name: as text, but a blank one counts as absent. */
export function readName(fields: Fields, path: KeyPath): string | null {
  return readText(fields, path)?.trim() || null;
}

/** Reads a list; null where the key is absent or empty. */
export function readList(fields: Fields, path: KeyPath): readonly Json[] | null {
  const value = fields.yaml.get(path) ?? null;
  if (value === null || Array.isArray(value)) return value;
  fields.reject(path, `must be a list, not ${kindOf(value)}.`, 'Start each item with "- ".');
  return null;
}

/** True for a list that is not too long to be read item by item; reports it at the path of the list otherwise. */
export function isReadable(list: readonly Json[], report: Report): boolean {
  if (list.length <= maxItems) return true;
  report([], `has ${list.length} items; at most ${maxItems} can be read.`, 'Take out what is not needed.');
  return false;
}

/** Reads a mapping; null where the key is absent or empty. */
export function readMapping(fields: Fields, path: KeyPath): JsonObject | null {
  const value = fields.yaml.get(path) ?? null;
  if (value === null || isJsonObject(value)) return value;
  fields.reject(path, `must be a mapping, not ${kindOf(value)}.`, 'Write "key: value" lines.');
  return null;
}

/** Warns of the keys of the mapping at a path that are not known. */
export function warnUnknownKeys(fields: Fields, path: KeyPath, known: readonly string[]): void {
  const mapping = fields.yaml.get(path);
  for (const key of isJsonObject(mapping) ? Object.keys(mapping) : []) {
    if (known.includes(key)) continue;
    const where = fields.yaml.whereKey([...path, key]);
    fields.warnings.push(
      buildProblem(`${nameOf([...path, key])} is unknown and ignored.`, hintKnown(key, known), where),
    );
  }
}

/** A report for the value at a path, whose reader gives paths below it. */
export function reportBelow(fields: Fields, path: KeyPath): Report {
  return (below, message, hint) => fields.reject([...path, ...below], message, hint);
}

/** A value's kind in a person's words. */
export function kindOf(value: Json): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (isJsonNumber(value)) return 'a number';
  return typeof value === 'string' ? 'text' : 'a boolean';
}
