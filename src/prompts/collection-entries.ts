import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message } from '../ports.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { canonicalParameter, knownParameters } from './parameters.ts';

/** One prompt of a collection: its name, and where it stands. */
export interface Entry {
  /** Null for a prompt that has none: a file that is one prompt, or an item of a list without a name. */
  readonly key: string | null;
  readonly path: KeyPath;
}

/** So deep names may be nested: `agents.support.triage.reply`. */
const maxNames = 4;
const systemKeys = ['system-prompt', 'system', 'system-message', 'system-instruction', 'system-instructions'];
const userKeys = ['user-prompt', 'user', 'user-message', 'user-template', 'human'];
const textKeys = ['prompt', 'template', 'prompt-template', 'content', 'text', 'instructions'];
/** What people write about a prompt or a file of them, and is no prompt. */
const metadata = new Set(
  (
    'author authors config configuration created created-at created-by date defaults description id input-variables kind lang language ' +
    'last-updated license locale meta metadata model model-config models name parameters model-parameters provider schema settings ' +
    'tags template-format type updated updated-at variables version'
  )
    .split(' ')
    .concat(knownParameters),
);
const nameKeys = ['name', 'id', 'key', 'slug', 'title'];

/** The role of the message that a key of a prompt holds; null for every other key. */
export function roleOfKey(key: string): Message['role'] | null {
  const canonical = canonicalParameter(key);
  if (systemKeys.includes(canonical)) return 'system';
  return userKeys.includes(canonical) || textKeys.includes(canonical) ? 'user' : null;
}

/** True for a key that says something about a prompt, and for one that tools keep to themselves (`_base`, `x-base`, `$schema`). */
export function isMetadata(key: string): boolean {
  return /^(?:[_.$]|x-)/.test(key) || metadata.has(canonicalParameter(key));
}

/** True for a list of messages. */
export function isChat(value: Json | undefined): boolean {
  const [first = null] = Array.isArray(value) ? value : [];
  return isJsonObject(first) && Object.hasOwn(first, 'role');
}

/** Finds the prompts of a file: the file itself, where it is one; else what has a name in it, or in its `prompts`. */
export function listEntries(root: Json): readonly Entry[] {
  if (isJsonObject(root) && isPrompt(root, 0)) return [{ key: null, path: [] }];
  const held = isJsonObject(root) ? (root.prompts ?? null) : null;
  const [value, path] = held !== null && typeof held === 'object' ? [held, ['prompts']] : [root, []];
  return [...walk(value, path, [])];
}

function* walk(value: Json, path: KeyPath, names: readonly string[]): Generator<Entry> {
  if (names.length === maxNames) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (!isJsonObject(item)) continue;
      const name = nameOfItem(item);
      // Only a list of all prompts must name each; any other may be a list of examples.
      if (name === null && names.length > 0) continue;
      const own = name === null ? names : [...names, name];
      if (isPrompt(item, own.length)) yield entry(name === null ? null : own, [...path, index]);
    }
  } else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (isMetadata(key)) continue;
      const [below, own] = [
        [...path, key],
        [...names, key],
      ];
      const isWhole = isJsonObject(member) ? isPrompt(member, own.length) : isChat(member);
      if (isWhole || member === null || typeof member === 'string') yield entry(own, below);
      else yield* walk(member, below, own);
    }
  }
}

function entry(names: readonly string[] | null, path: KeyPath): Entry {
  return { key: names?.join('.') ?? null, path };
}

function nameOfItem(item: JsonObject): string | null {
  const names = nameKeys.map((key) => item[key]).filter((name) => typeof name === 'string' && name.trim() !== '');
  return (names[0] as string | undefined)?.trim() ?? null;
}

/** True for a mapping that is one prompt and not several by their names: it holds messages, or texts under the keys of one. `depth` is how many names lead to it. */
export function isPrompt(mapping: JsonObject, depth: number): boolean {
  if (isChat(mapping.messages)) return true;
  const members = Object.entries(mapping).filter(([key]) => !isMetadata(key));
  const roles = new Set(members.flatMap(([key, member]) => (typeof member === 'string' ? (roleOfKey(key) ?? []) : [])));
  if (roles.size !== 1) return roles.size > 1;
  return !members.some(([key, member]) => {
    if (roleOfKey(key) !== null) return false;
    if (typeof member === 'string') return depth === 0;
    return !walk(
      member,
      [],
      Array.from({ length: depth + 1 }, () => key),
    ).next().done;
  });
}
