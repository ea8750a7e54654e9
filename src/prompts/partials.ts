import type { JsonObject } from '../json.ts';
import { quoteName } from '../text/problems.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { type Fields, readMapping } from './fields.ts';

/** Reads `partial_variables`: the values that a file gives some of its variables. A row may say others. */
export function readPartials(fields: Fields, path: KeyPath): { readonly defaults?: JsonObject } {
  const values = readMapping(fields, path) ?? {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && typeof value !== 'object') continue;
    const hint = `Write the text, or take ${quoteName(name)} out and give the rows a column of that name.`;
    fields.reject([...path, name], 'is no text that can be filled in.', hint);
  }
  return Object.keys(values).length === 0 ? {} : { defaults: values };
}
