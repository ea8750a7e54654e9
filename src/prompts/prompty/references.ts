import { posix } from 'node:path';
import { resolvePath } from '../../config/paths.ts';
import { buildProblem, UserError } from '../../errors.ts';
import { isJsonObject, type Json } from '../../json.ts';
import { readJsonFile } from '../../text/json-text.ts';
import { quoteName } from '../../text/problems.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { type KeyPath, parseYaml } from '../../text/yaml-file.ts';
import { type Fields, nameOf } from '../fields.ts';
import type { Dependency } from '../format.ts';

/** A Prompty file while it is read. */
export interface Source {
  readonly file: SourceFile;
  readonly fields: Fields;
  /** The files that it may read, by repository path. */
  readonly included: ReadonlyMap<string, SourceFile>;
}

const reference = /^\$\{(env|file):([^{}:]*)(?::([^{}]*))?\}$/;
/** How a model is reached is the config's to say: what stands below these keys is never read. */
const unread = ['connection', 'configuration', 'metadata'];

/** The files that a front matter names as `${file:path}`, where it is read at all. */
export function listReferences({ path }: SourceFile, fields: Fields): readonly Dependency[] {
  const found: Dependency[] = [];
  const visit = (value: Json, at: KeyPath): void => {
    const [, kind, name = ''] = typeof value === 'string' ? (reference.exec(value) ?? []) : [];
    const target = kind === 'file' ? resolveInside(path, name) : null;
    if (target !== null) found.push({ path: target, where: fields.yaml.where(at) });
    for (const [key, member] of isJsonObject(value) ? Object.entries(value) : []) {
      if (!unread.includes(key)) visit(member, [...at, key]);
    }
    for (const [index, item] of Array.isArray(value) ? value.entries() : []) visit(item, [...at, index]);
  };
  visit(fields.values, []);
  return found;
}

/** The value at a path with the contents of the files that it names. A variable of the environment is never read: what stands behind it as its default is taken, else nothing, with a warning. */
export function readValue(source: Source, path: KeyPath): Json {
  return settle(source, path, source.fields.yaml.get(path) ?? null);
}

function settle(source: Source, path: KeyPath, value: Json): Json {
  if (typeof value === 'string') return settleText(source, path, value);
  if (Array.isArray(value)) return value.map((item: Json, index) => settle(source, [...path, index], item));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(([key]) => !unread.includes(key));
  return Object.fromEntries(entries.map(([key, member]) => [key, settle(source, [...path, key], member)]));
}

function settleText({ file, fields, included }: Source, path: KeyPath, text: string): Json {
  const [, kind, name = '', fallback = null] = reference.exec(text) ?? [];
  if (kind === undefined) return text;
  if (kind === 'env') {
    const instead = fallback === null ? 'it has no value here' : `it is ${quoteName(fallback)} here`;
    const message = `${nameOf(path)} is a variable of the environment, which is never read: ${instead}.`;
    fields.warnings.push(buildProblem(message, 'Write the value that is to be tried.', fields.yaml.where(path)));
    return fallback;
  }
  const target = resolveInside(file.path, name);
  const found = target === null ? undefined : included.get(target);
  if (found !== undefined) return readContent(found);
  // What is inside and missing is told by whoever followed the references.
  if (target === null)
    fields.reject(path, `names ${quoteName(name)}, which is not below this file's folder.`, 'Move it.');
  return null;
}

/** A path relative to a file as a repository path; null where it leaves the file's folder. */
function resolveInside(from: string, name: string): string | null {
  const path = resolvePath(from, name);
  const folder = posix.dirname(from);
  return path !== null && (folder === '.' || path.startsWith(`${folder}/`)) ? path : null;
}

function readContent(file: SourceFile): Json {
  if (/\.json$/i.test(file.path)) return readJsonFile(file).value;
  return /\.ya?ml$/i.test(file.path) ? parseYaml(file).value : file.text;
}

/** Takes down what an error says of another file. */
export function keepProblems<T>(fields: Fields, fallback: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    fields.errors.push(...error.problems);
    return fallback;
  }
}
