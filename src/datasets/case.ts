import type { Where } from '../errors.ts';
import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import type { Message } from '../ports.ts';
import { lookUpVariable } from '../prompts/template.ts';

/** One row of a dataset. */
export interface Case {
  readonly id: string;
  /** Every column of the row, plus the canonical names `input`, `expected` and `context` where an alias gave them. */
  readonly variables: JsonObject;
  /** A conversation of the row's own, used in place of the prompt's user turns where it has one. */
  readonly messages: readonly Message[] | null;
  readonly tags: readonly string[];
  readonly critical: boolean;
  /** Content hash over variables, messages and critical: equal rows have equal hashes whatever the file or its order. */
  readonly hash: string;
  readonly where: Where;
}

/** The cluster of one case by a column or dotted path; null without `clusterBy`, and where the row has no value there. */
export function clusterOf(testCase: Case, clusterBy: string | null): string | null {
  const value: Json = clusterBy === null ? null : (lookUpVariable(clusterBy, testCase.variables) ?? null);
  if (value === null || value === '') return null;
  return typeof value === 'string' ? value : canonicalJson(value);
}
