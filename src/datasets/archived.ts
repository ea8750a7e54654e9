import { buildProblem, type Problem } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { Row } from './format.ts';
import { joinEqual } from './join-equal.ts';

/** The rows that are in use, with a word about those that Langfuse's exports call archived. */
export function leaveOutArchived(rows: readonly Row[]): {
  readonly rows: readonly Row[];
  readonly warnings: readonly Problem[];
} {
  const kept = rows.filter(({ values }) => !isArchived(values));
  const left = kept.length === rows.length ? [] : rows.filter(({ values }) => isArchived(values));
  const hint = 'Set "status" to "ACTIVE" where it is to be asked.';
  const warnings = left.map(({ where }) => buildProblem('is archived, and left out.', hint, where));
  return { rows: kept, warnings: joinEqual(warnings) };
}

function isArchived(values: Json): boolean {
  if (!isJsonObject(values) || values.status !== 'ARCHIVED') return false;
  return ['expectedOutput', 'expected_output', 'datasetId', 'dataset_id'].some((name) => Object.hasOwn(values, name));
}
