import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isNode,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { UserError, type Where } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { fileWhere } from './json-text.ts';
import { buildPlaces } from './places.ts';
import type { SourceFile } from './source-file.ts';
import { composeYaml } from './yaml-compose.ts';
import { readValues } from './yaml-value.ts';

/** Keys and indexes from the root of a document to a value. */
export type KeyPath = readonly (string | number)[];

/** A parsed YAML file: plain values, and where each of them stands. */
export interface YamlFile {
  /** Null for an empty file. */
  readonly value: Json;
  /** The value at a path; undefined where there is none. */
  get(path: KeyPath): Json | undefined;
  /** Where the value at a path starts, or the nearest parent that is written in the file. */
  where(path: KeyPath): Where;
  /** Where the key at the end of a path stands; as `where` for list items. */
  whereKey(path: KeyPath): Where;
  /** The source text of the value at a path and its offset; null where it is not written there. */
  source(path: KeyPath): { readonly text: string; readonly offset: number } | null;
}

/** What aliases may add up to; a file without aliases never reaches it. */
const minExpandedSize = 4 * 1024 * 1024;

/**
 * Parses one YAML 1.2 document, with merge keys. Dates stay text. Throws a UserError of the first syntax error, else of all duplicate keys, aliases that
 * stand for nothing and numbers that are not finite; also for more tokens, levels or aliased text than can be read.
 */
export function parseYaml(file: SourceFile): YamlFile {
  const at = buildPlaces(file);
  const root = compose(file);
  const { value, targets } = readValues(root, at, Math.max(minExpandedSize, 32 * file.text.length));
  const find = buildFinder(root, targets);
  const start = (node: Node | null): Where => (node?.range ? at(node.range[0]) : fileWhere(file));
  return {
    value,
    get: (path) => getValue(value, path),
    where: (path) => start(find(path).node),
    whereKey: (path) => {
      const found = find(path);
      return start(found.key ?? found.node);
    },
    source: (path) => {
      const { node, exact } = find(path);
      if (!exact || !node?.range) return null;
      return { text: file.text.slice(node.range[0], node.range[1]), offset: node.range[0] };
    },
  };
}

function compose(file: SourceFile): Node | null {
  try {
    return composeYaml(file)?.contents ?? null;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const message = `is not valid YAML: ${(error as Error).message}.`;
    throw UserError.of(message, 'Correct it.', fileWhere(file), { cause: error });
  }
}

interface Found {
  readonly node: Node | null;
  readonly key: Node | null;
  readonly exact: boolean;
}

/** Looks nodes up; the members of a mapping are indexed once, however many are asked for. */
function buildFinder(root: Node | null, targets: ReadonlyMap<Alias, Node>): (path: KeyPath) => Found {
  const indexes = new Map<Node, ReadonlyMap<string, Found>>();
  const childOf = (parent: Node | null, part: string | number): Found | null => {
    if (!isCollection(parent)) return null;
    if (typeof part === 'number') {
      const node = parent.items[part];
      return isNode(node) ? { node, key: null, exact: true } : null;
    }
    if (!isMap(parent)) return null;
    const index = indexes.get(parent) ?? indexMembers(parent as YAMLMap<Scalar>);
    indexes.set(parent, index);
    return index.get(part) ?? null;
  };
  return (path) => {
    let found: Found = { node: root, key: null, exact: true };
    for (const part of path) {
      const parent = isAlias(found.node) ? (targets.get(found.node) ?? null) : found.node;
      const next = childOf(parent, part);
      if (next === null) return { ...found, exact: false };
      found = next;
    }
    return found;
  };
}

function indexMembers({ items }: YAMLMap<Scalar>): ReadonlyMap<string, Found> {
  return new Map(
    items.map(({ key, value }: Pair<Scalar>) => [
      String(key.value),
      { node: isNode(value) ? value : key, key, exact: isNode(value) },
    ]),
  );
}

function getValue(root: Json, path: KeyPath): Json | undefined {
  let value: Json | undefined = root;
  for (const part of path) {
    if (typeof part === 'number' && Array.isArray(value)) value = value[part] as Json | undefined;
    else if (typeof part === 'string' && isJsonObject(value) && Object.hasOwn(value, part)) value = value[part];
    else return undefined;
  }
  return value;
}
