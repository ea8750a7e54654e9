import { type Alias, isAlias, isMap, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import { buildProblem, type Problem, UserError, type Where } from '../errors.ts';
import { type Json, maxDepth, readDigits } from '../json.ts';
import { explainRepeated } from './json-text.ts';
import { quoteName, throwProblems } from './problems.ts';

/** What the values of a document come to, and what its aliases stand for. */
export interface YamlValues {
  readonly value: Json;
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** A value, and what it comes to once every alias in it is written out: its size, and the levels below it. */
interface Part {
  readonly value: Json;
  readonly size: number;
  readonly levels: number;
  /** The items of a list or the members of a mapping; null for anything else. */
  readonly parts: readonly Part[] | ReadonlyMap<string, Part> | null;
}

/** What a value weighs beside its text, so that a million empty ones are not free. */
const valueSize = 16;
/** In place of what has no value. */
const nothing: Part = { value: null, size: valueSize, levels: 0, parts: null };

/**
 * Reads the values of a document, each of its nodes once: what an alias stands for is shared, and its size is reckoned before anybody writes it out.
 * Throws a UserError of all keys given twice, aliases without an anchor or inside it, merges of what is no mapping and numbers that are not finite; at
 * once where aliases make the document larger than `maxSize` (16 for every value, and the length of texts and keys) or deeper than 100 levels.
 */
export function readValues(root: Node | null, at: (offset: number) => Where, maxSize: number): YamlValues {
  const reader = new ValueReader(at, maxSize);
  const { value } = root === null ? nothing : reader.read(root);
  throwProblems(reader.problems);
  return { value, targets: reader.targets };
}

const tooLarge = 'is too large once its aliases are written out.';

class ValueReader {
  readonly problems: Problem[] = [];
  readonly targets = new Map<Alias, Node>();
  readonly #anchors = new Map<string, Node>();
  /** Of nodes with an anchor; null while they are read. */
  readonly #anchored = new Map<Node, Part | null>();
  readonly #at: (offset: number) => Where;
  readonly #maxSize: number;
  /** What merges went through, whether or not it was taken. */
  #mergedSize = 0;

  constructor(at: (offset: number) => Where, maxSize: number) {
    this.#at = at;
    this.#maxSize = maxSize;
  }

  read(node: Node | null): Part {
    if (node === null) return nothing;
    if (isAlias(node)) return this.#follow(node);
    const { anchor } = node as Scalar | YAMLMap;
    if (anchor === undefined) return this.#readOwn(node);
    this.#anchors.set(anchor, node);
    this.#anchored.set(node, null);
    const part = this.#readOwn(node);
    this.#anchored.set(node, part);
    return part;
  }

  #readOwn(node: Node): Part {
    if (isMap(node)) return this.#readMap(node as YAMLMap<Scalar, Node | null>);
    if (!isSeq(node)) return this.#readScalar(node as Scalar);
    const parts = (node.items as Node[]).map((item) => this.read(item));
    return this.#bound(node, parts, 0, () => parts.map(({ value }) => value));
  }

  #readScalar(scalar: Scalar): Part {
    // Only what a double would round stays a bigint.
    const value = typeof scalar.value === 'bigint' ? readDigits(String(scalar.value)) : (scalar.value as Json);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.#note(scalar, 'holds a number that is not finite.', 'Put quotes around it, or change it.');
    }
    return { ...nothing, value, size: valueSize + (typeof value === 'string' ? value.length : 0) };
  }

  #readMap(map: YAMLMap<Scalar, Node | null>): Part {
    const members = new Map<string, Part>();
    const own = new Set<string>();
    let keySize = 0;
    for (const { key, value } of map.items) {
      this.read(key);
      const name = String(key.value);
      if (own.has(name)) this.problems.push(explainRepeated(name, this.#whereOf(key)));
      own.add(name);
      keySize += name.length;
      const part = this.read(value);
      if (name !== '<<' || key.type !== 'PLAIN') members.set(name, part);
      else keySize += this.#merge(members, key, part);
    }
    return this.#bound(map, members, keySize, () => {
      return Object.fromEntries([...members].map(([name, { value }]) => [name, value]));
    });
  }

  /** Adds the members that are lacking, and gives the length of their keys. */
  #merge(members: Map<string, Part>, key: Scalar, { parts }: Part): number {
    let keySize = 0;
    for (const source of Array.isArray(parts) ? (parts as readonly Part[]).map((part) => part.parts) : [parts]) {
      if (!(source instanceof Map)) {
        this.#note(key, 'merges what is no mapping.', 'After "<<:" comes the alias of a mapping, or a list of such.');
        continue;
      }
      this.#mergedSize += valueSize * source.size;
      if (this.#mergedSize > this.#maxSize) throw this.#refuse(key, tooLarge);
      for (const [name, part] of source as ReadonlyMap<string, Part>) {
        if (members.has(name)) continue;
        members.set(name, part);
        keySize += name.length;
      }
    }
    return keySize;
  }

  #follow(alias: Alias): Part {
    const target = this.#anchors.get(alias.source);
    if (target === undefined) {
      const hint = 'Put quotes around a text that begins with "*".';
      this.#note(alias, `refers to ${quoteName(alias.source)}, which is no anchor above it.`, hint);
      return nothing;
    }
    this.targets.set(alias, target);
    const part = this.#anchored.get(target);
    if (part) return part;
    this.#note(alias, `refers to ${quoteName(alias.source)}, which it is a part of.`, 'Write out what is meant.');
    return nothing;
  }

  /** A collection of parts; built only where it is not too large and not too deep. */
  #bound(node: Node, parts: readonly Part[] | ReadonlyMap<string, Part>, keySize: number, build: () => Json): Part {
    let size = valueSize + keySize;
    let levels = 0;
    for (const part of parts.values()) {
      size += part.size;
      levels = Math.max(levels, part.levels);
    }
    if (size > this.#maxSize) throw this.#refuse(node, tooLarge);
    if (levels === maxDepth) throw this.#refuse(node, `is nested more than ${maxDepth} levels deep.`);
    return { value: build(), size, levels: levels + 1, parts };
  }

  #note(node: Node, message: string, hint: string): void {
    this.problems.push(buildProblem(message, hint, this.#whereOf(node)));
  }

  #refuse(node: Node, message: string): UserError {
    return UserError.of(message, 'Keep to plain values.', this.#whereOf(node));
  }

  #whereOf(node: Node): Where {
    return this.#at(node.range?.[0] ?? 0);
  }
}
