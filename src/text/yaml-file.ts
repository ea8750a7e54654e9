import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Parser,
  visit,
} from 'yaml';
import { buildProblem, type Problem, UserError, type Where } from '../errors.ts';
import { isJsonObject, type Json, maxDepth, readDigits } from '../json.ts';
import { explainRepeated, fileWhere, findJsonFault } from './json-text.ts';
import { buildPlaces } from './places.ts';
import { quoteName, throwProblems } from './problems.ts';
import type { SourceFile } from './source-file.ts';
import { explainSyntax } from './yaml-fault.ts';

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
const minExpandedSize = 16 * 1024 * 1024;

/** Parses one YAML 1.2 document, with merge keys. Dates stay text. Throws a UserError of all syntax errors, duplicate keys and numbers that are not finite; also for alias bombs and self-references. */
export function parseYaml(file: SourceFile): YamlFile {
  const at = buildPlaces(file);
  const { document, value } = compose(file, at);
  const find = (path: KeyPath): Found => findNode(document, path);
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

function compose(file: SourceFile, at: (offset: number) => Where): { document: Document; value: Json } {
  try {
    const document = composeDocument(file);
    settleIntegers(document);
    // What follows a syntax error is mostly its echo.
    throwProblems(document.errors.slice(0, 1).map((error) => explainSyntax(file, error, at(error.pos[0]))));
    throwProblems(findFaults(document, at));
    const value: unknown = document.toJS({ maxAliasCount: -1 });
    const fault = findJsonFault(value, Math.max(minExpandedSize, 32 * file.text.length));
    if (fault !== null) throw UserError.of(fault, 'Keep to plain values.', fileWhere(file));
    return { document, value: value as Json };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const message = `is not valid YAML: ${(error as Error).message}.`;
    throw UserError.of(message, 'Correct it.', fileWhere(file), { cause: error });
  }
}

function composeDocument(file: SourceFile): Document {
  // The composer recurses, and V8 aborts the process where a regular expression meets the end of the stack: look at the depth first.
  const tokens = [...new Parser().parse(file.text)];
  if (isTooDeep(tokens))
    throw UserError.of(`is nested more than ${maxDepth} levels deep.`, 'Flatten it.', fileWhere(file));
  // uniqueKeys compares every key with all before it; findFaults does the same in linear time.
  const composer = new Composer({
    schema: 'core',
    merge: true,
    stringKeys: true,
    uniqueKeys: false,
    resolveKnownTags: false,
    intAsBigInt: true,
    prettyErrors: false,
  });
  const [document, second] = [...composer.compose(tokens, true, file.text.length)];
  const extra = second?.contents?.range;
  if (second !== undefined) {
    const where = extra ? buildPlaces(file)(extra[0]) : fileWhere(file);
    throw UserError.of('holds more than one YAML document.', 'Keep one document a file.', where);
  }
  return document as Document;
}

/** Only what a double would round stays a bigint. */
function settleIntegers(document: Document): void {
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'bigint') scalar.value = readDigits(String(scalar.value));
    },
  });
}

function isTooDeep(tokens: readonly CST.Token[]): boolean {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > maxDepth) return true;
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return false;
}

function findFaults(document: Document, at: (offset: number) => Where): readonly Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : null;
        if (name === null || !isScalar(key)) continue;
        const where = at(key.range?.[0] ?? 0);
        if (seen.has(name)) problems.push(explainRepeated(name, where));
        seen.add(name);
      }
    },
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return;
      const hint = 'Put quotes around a text that begins with "*".';
      const message = `refers to ${quoteName(alias.source)}, which is no anchor above it.`;
      problems.push(buildProblem(message, hint, at(alias.range?.[0] ?? 0)));
    },
    Scalar: (_, scalar) => {
      if (typeof scalar.value !== 'number' || Number.isFinite(scalar.value)) return;
      const where = at(scalar.range?.[0] ?? 0);
      problems.push(buildProblem('holds a number that is not finite.', 'Put quotes around it, or change it.', where));
    },
  });
  return problems;
}

interface Found {
  readonly node: Node | null;
  readonly key: Node | null;
  readonly exact: boolean;
}

function findNode(document: Document, path: KeyPath): Found {
  let found: Found = { node: document.contents, key: null, exact: true };
  for (const part of path) {
    const parent: Node | null | undefined = isAlias(found.node) ? found.node.resolve(document) : found.node;
    const next = isMap(parent) || isSeq(parent) ? childOf(parent.items, part) : null;
    if (next === null) return { ...found, exact: false };
    found = next;
  }
  return found;
}

function childOf(items: readonly unknown[], part: string | number): Found | null {
  if (typeof part === 'number') {
    const node = items[part];
    return isNode(node) ? { node, key: null, exact: true } : null;
  }
  const pair = (items as readonly Pair[]).find(({ key }) => isScalar(key) && String(key.value) === part);
  if (pair === undefined) return null;
  const key = isNode(pair.key) ? pair.key : null;
  return { node: isNode(pair.value) ? pair.value : key, key, exact: isNode(pair.value) };
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
