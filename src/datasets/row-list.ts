import { UserError, type Where } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { quoteName } from '../text/problems.ts';

/** Keys under which a mapping may hold its rows. */
const listKeys = ['cases', 'testData', 'data'];

/** Finds the list of rows of a YAML or JSON file: the file itself, or what its first of `cases`, `testData`, `data` holds; `key` is null for the file itself. Throws a UserError where there is none. */
export function findRowList(
  value: Json,
  where: Where,
): { readonly key: string | null; readonly list: readonly Json[] } {
  if (value === null) return { key: null, list: [] };
  if (Array.isArray(value)) return { key: null, list: value };
  for (const key of listKeys) {
    const list = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    if (Array.isArray(list)) return { key, list };
  }
  const [other] = isJsonObject(value) ? (Object.entries(value).find(([, member]) => Array.isArray(member)) ?? []) : [];
  if (other !== undefined) {
    const message = `is no list of rows: its list is under ${quoteName(other)}.`;
    throw UserError.of(message, `Call it one of: ${listKeys.join(', ')}.`, where);
  }
  throw UserError.of('is no list of rows.', `Write a list, or a mapping with one of: ${listKeys.join(', ')}.`, where);
}
