import { canonicalJson, type Json } from '../json.ts';
import type { Target } from './finding.ts';
import { parseModelJson } from './model-json.ts';

/** The target as it is compared with `expected`: a text stays a text beside a string and is read as JSON beside anything else; undefined where it is no JSON then. A value found by a path is itself. */
export function readLike(target: Target, expected: Json): Json | undefined {
  if (target.kind === 'value') return target.value;
  return typeof expected === 'string' ? target.text : parseModelJson(target.text).value;
}

/** Equal as JSON: same types and members, whatever the order of keys. */
export function isSameJson(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
