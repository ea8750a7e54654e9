import { UserError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject, parseJson, writeJson } from '../json.ts';
import type { Entry } from './records.ts';
import { readResult } from './result-codec.ts';

/** Writes an entry of a ledger as one line of JSON, without a line break: `{"kind": …, …record}`. It reads back to the same value. */
export function writeEntry({ kind, record }: Entry): string {
  return writeJson({ kind, ...record });
}

/** True for a line of this kind, which is not read for that: a line begins with its kind. */
export function isLineOf(kind: Entry['kind'], line: string): boolean {
  return line.startsWith(`{"kind":"${kind}"`);
}

/** Reads a line of a ledger back. Throws a UserError with its place where it is none: what is lost must not pass for what was never drawn. */
export function readEntry(line: string, path: string, number: number): Entry {
  const value = parseJson(line);
  if (isJsonObject(value)) {
    const { kind, ...record } = value;
    const isWhole = Object.hasOwn(shapes, String(kind)) && shapes[kind as Entry['kind']](record);
    if (isWhole) return { kind, record } as unknown as Entry;
  }
  throw UserError.of('is not a line of a ledger.', 'Start the run again without it.', {
    path,
    line: number,
    column: null,
  });
}

/** Reads a ledger's lines. The last one may have been cut off where a run was killed: without its line break it is left out. */
export function* readEntries(text: string, path: string): Generator<Entry> {
  const lines = text.split('\n');
  // What follows the last line break is nothing, or was never finished.
  for (const [index, line] of lines.slice(0, -1).entries()) yield readEntry(line, path, index + 1);
}

/** An index beyond this is damage: a ledger holds a place for every sample below it. */
const mostSamples = 1_000_000;
/** A mean of scores may lie this far beyond them. */
const rounding = 1e-9;

type IsWhole = (record: JsonObject) => boolean;

const isText = (value: Json | undefined) => typeof value === 'string';
const isTextOrNull = (value: Json | undefined) => value === null || isText(value);
const isNumber = (value: Json | undefined) => typeof value === 'number';
const isNumberOrNull = (value: Json | undefined) => value === null || isNumber(value);
const isIndex = (value: Json | undefined) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < mostSamples;
const isScoreOrNull = (value: Json | undefined) =>
  value === null || (isNumber(value) && (value as number) >= -rounding && (value as number) <= 1 + rounding);

function isKey(record: JsonObject): boolean {
  const texts = ['suite', 'prompt', 'version', 'case', 'arm'].every((name) => isText(record[name]));
  return texts && isIndex(record.sample) && (record.unit === 'case' || record.unit === 'record');
}

const shapes: { readonly [kind in Entry['kind']]: IsWhole } = {
  sample: (record) =>
    isKey(record) &&
    isText(record.request) &&
    isText(record.source) &&
    isNumberOrNull(record.answeredAtMs) &&
    isNumber(record.redraws) &&
    readResult(record.result) !== null,
  score: (record) =>
    isKey(record) &&
    isText(record.metric) &&
    isScoreOrNull(record.score) &&
    isTextOrNull(record.missing) &&
    isTextOrNull(record.reason),
  check: ({ suite, prompt, metric, held, refused, notes }) =>
    [suite, prompt, metric].every(isText) && isTextOrNull(held) && typeof refused === 'boolean' && Array.isArray(notes),
  round: ({ why }) => isText(why),
  setting: ({ model, setting }) => isText(model) && isText(setting),
  call: ({ purpose, key, arm, sample, status, cached, attempts, costMicroUsd, reckonedMicroUsd }) =>
    (purpose === 'generate' || purpose === 'judge') &&
    [key, arm, status].every(isText) &&
    [sample, attempts, reckonedMicroUsd].every(isNumber) &&
    typeof cached === 'boolean' &&
    isNumberOrNull(costMicroUsd),
};
