import { buildProblem, type Problem, UserError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { nameOf } from '../prompts/fields.ts';
import { fileWhere, readJsonFile } from '../text/json-text.ts';
import { buildPlaces } from '../text/places.ts';
import { breaksOff, throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Reject } from './answer.ts';
import type { Supplied, SuppliedOutput } from './supplied.ts';

/** Reads one entry of another tool's file; null where it holds no output, or a mistake was reported. */
export type ReadEntry = (entry: JsonObject, reject: Reject) => ForeignOutput | null;

/** An output without its line; what is left out the file does not say. */
export type ForeignOutput = Pick<SuppliedOutput, 'case' | 'result'> & Partial<Omit<SuppliedOutput, 'line'>>;

/** What a file leaves unsaid. */
export const unsaid = {
  suite: null,
  prompt: null,
  sample: null,
  messages: null,
  commit: null,
  costMicroUsd: null,
};

/** An entry, how messages call it (null where its line is enough), and its line where that is known. */
export interface Entry {
  readonly value: Json;
  readonly name: string | null;
  readonly line: number | null;
}

/** A JSON file of another tool. */
export interface Document {
  readonly value: Json;
  /** The entries of the list at a path. Throws a UserError where there is none, with `hint`. */
  list(path: readonly string[], hint: string): readonly Entry[];
}

/** Reads a whole JSON file; throws a UserError where it is none. */
export function openDocument(file: SourceFile): Document {
  const { value, items } = readJsonFile(file);
  const at = buildPlaces(file);
  return {
    value,
    list(path, hint) {
      const list = path.reduce<Json | undefined>(memberOf, value);
      if (!Array.isArray(list)) throw UserError.of(`has no list ${nameOf(path)}.`, hint, fileWhere(file));
      const offsets = items.get(list);
      return list.map((entry: Json, index) => ({
        value: entry,
        name: nameOf([...path, index]),
        line: offsets === undefined ? null : at(offsets[index] ?? 0).line,
      }));
    },
  };
}

/** Reads each entry. Throws a UserError of all mistakes, each by its line and the name of its entry. */
export function readEntries(file: SourceFile, entries: Iterable<Entry>, read: ReadEntry): Supplied {
  const problems: Problem[] = [];
  const outputs: SuppliedOutput[] = [];
  for (const { value, name, line } of entries) {
    const where = { path: file.path, line, column: null };
    if (breaksOff(problems, where)) break;
    const reject: Reject = (message, hint) => {
      problems.push(buildProblem(name === null ? message : `${name}: ${message}`, hint, where));
    };
    if (!isJsonObject(value)) reject('is not an object.', 'Make the file again.');
    const output = isJsonObject(value) ? read(value, reject) : null;
    if (output !== null) outputs.push({ ...unsaid, ...output, line });
  }
  throwProblems(problems);
  return { outputs, warnings: [] };
}

/** A member of an object; undefined where there is no object or no such member of its own. */
export function memberOf(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
