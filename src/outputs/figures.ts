import { isJsonNumber, isJsonObject, type Json, type JsonObject, writeJson } from '../json.ts';
import { quoteName } from '../text/problems.ts';
import type { Reject } from './answer.ts';

/** A list; empty where nothing is said or a mistake was reported. */
export function readList(value: Json | undefined, name: string, reject: Reject): readonly Json[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined && value !== null) reject(`"${name}" is no list.`, 'Make the file again.');
  return [];
}

/** A mapping; empty where nothing is said or a mistake was reported. */
export function readMapping(value: Json | undefined, name: string, reject: Reject): JsonObject {
  if (isJsonObject(value)) return value;
  if (value !== undefined && value !== null) reject(`"${name}" is no object.`, 'Make the file again.');
  return {};
}

/** Dollars as micro-dollars; null where nothing is said or a mistake was reported. */
export function readDollars(value: Json | undefined, name: string, reject: Reject): number | null {
  const dollars = readAmount(value, name, reject);
  return dollars === null ? null : Math.round(dollars * 1e6);
}

/** A number of 0 or more; null where nothing is said or a mistake was reported. */
export function readAmount(value: Json | undefined, name: string, reject: Reject): number | null {
  if (value === undefined || value === null) return null;
  if (isAmount(value)) return value;
  reject(`"${name}" is no number of 0 or more.`, 'Make the file again, or take it out.');
  return null;
}

/** True for a number of 0 or more. */
export function isAmount(value: Json): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** The id of a row out of the first of these values that is there: a text or a number. Null where none is, which was reported. */
export function readCaseId(values: readonly (Json | undefined)[], reject: Reject, hint: string): string | null {
  const id = values.find((value) => value !== undefined && value !== null && value !== '');
  if (typeof id === 'string' || isJsonNumber(id)) return String(id);
  reject(id === undefined ? 'does not say which row it answers.' : 'has an id that is no text.', hint);
  return null;
}

/** Scores by name; what has none (null) is left out, a boolean is 0 or 1. Reports every other that is not in 0..1, and a name given twice. */
export function readScores(
  given: Iterable<readonly [name: string, value: Json | undefined]>,
  reject: Reject,
): { readonly [name: string]: number } {
  const scores = new Map<string, number>();
  for (const [name, value] of given) {
    if (value === undefined || value === null) continue;
    const score = typeof value === 'boolean' ? Number(value) : value;
    if (typeof score !== 'number' || !(score >= 0 && score <= 1)) {
      reject(`the score ${quoteName(name)} is ${quoteValue(value)}.`, 'Have it scored from 0 to 1, or take it out.');
    } else if (scores.has(name)) {
      reject(`the score ${quoteName(name)} is given twice.`, 'Give each metric a name of its own.');
    } else scores.set(name, score);
  }
  return Object.fromEntries(scores);
}

function quoteValue(value: Json): string {
  return typeof value === 'string' ? quoteName(value) : writeJson(value).slice(0, 40);
}
