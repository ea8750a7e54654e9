import { type Json, JsonFault, maxDepth, readJson } from '../json.ts';
import { RecordFault } from './fault.ts';

const tooDeep = `is nested more than ${maxDepth} levels deep.`;
/** A number of so many digits may be one that a double would round. */
const longNumber = /[[:,\s]-?\d{16}/;

/**
 * Parses JSON; undefined where a text is none. Throws a RecordFault for one that is nested more than 100 levels deep.
 * JSON.parse is ten times as fast as our own reader, which a million lines need; that one reads what has long integers.
 */
export function parseValue(text: string): Json | undefined {
  if (longNumber.test(text)) return parseExactly(text);
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  if (isDeeper(value, maxDepth)) throw new RecordFault(tooDeep);
  return value;
}

function parseExactly(text: string): Json | undefined {
  try {
    return readJson(text).value;
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    if (error.kind === 'depth') throw new RecordFault(tooDeep);
    return undefined;
  }
}

function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const member of Array.isArray(value) ? value : Object.values(value)) {
    if (isDeeper(member, levels - 1)) return true;
  }
  return false;
}
