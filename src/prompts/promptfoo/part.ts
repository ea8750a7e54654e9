import type { Where } from '../../errors.ts';
import { isJsonObject, type Json } from '../../json.ts';
import { placeText } from '../../text/alignment.ts';
import { buildPlaces } from '../../text/places.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { type KeyPath, parseYaml, type YamlFile } from '../../text/yaml-file.ts';

/** A value of a file that is read, and where it and its parts stand. */
export interface Part {
  /** Null for one that is not there. */
  readonly value: Json;
  where(): Where;
  child(key: string | number): Part;
  /** Where an offset of a text stands; its beginning where the file writes it in another way. */
  at(offset: number): Where;
}

/** Files that were opened already: what a config reads is asked for several times. */
const opened = new WeakMap<SourceFile, Part>();

/** Opens a YAML or JSON file; throws a UserError for what is neither. */
export function openPart(file: SourceFile): Part {
  const part = opened.get(file) ?? takePart(parseYaml(file), buildPlaces(file), []);
  opened.set(file, part);
  return part;
}

function takePart(yaml: YamlFile, at: (offset: number) => Where, path: KeyPath): Part {
  const value = yaml.get(path) ?? null;
  let place: ((offset: number) => Where) | null = null;
  return {
    value,
    where: () => yaml.whereKey(path),
    child: (key) => takePart(yaml, at, [...path, key]),
    at: (offset) => {
      place ??= placeText(yaml, path, String(value), at);
      return place(offset);
    },
  };
}

/** A value of which only one place is known, as a row of CSV. */
export function plainPart(value: Json, where: Where): Part {
  return {
    value,
    where: () => where,
    child: (key) => plainPart(memberOf(value, key), where),
    at: () => where,
  };
}

/** The whole text of a file, or what stands in it from an offset on. */
export function textPart(file: SourceFile, text = file.text, start = 0): Part {
  const at = buildPlaces(file);
  return { ...plainPart(text, at(start)), at: (offset) => at(start + offset) };
}

function memberOf(value: Json, key: string | number): Json {
  if (Array.isArray(value)) return typeof key === 'number' ? ((value[key] as Json | undefined) ?? null) : null;
  return isJsonObject(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}

/** The items of a list; of anything else none. */
export function itemsOf(part: Part): readonly Part[] {
  return Array.isArray(part.value) ? part.value.map((_, index) => part.child(index)) : [];
}

/** The members of a mapping, by their keys; of anything else none. */
export function membersOf(part: Part): ReadonlyMap<string, Part> {
  return new Map(isJsonObject(part.value) ? Object.keys(part.value).map((key) => [key, part.child(key)]) : []);
}

/** True for a part that is there. */
export function isGiven(part: Part): boolean {
  return part.value !== null;
}
