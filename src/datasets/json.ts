import { UserError } from '../errors.ts';
import { isJsonObject, parseJson } from '../json.ts';
import { fileWhere, readJsonFile } from '../text/json-text.ts';
import { buildPlaces } from '../text/places.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { DatasetFormat, Row } from './format.ts';
import { findRowList } from './row-list.ts';

/** JSON: an array of objects, or an object that holds it. */
export const json: DatasetFormat = {
  id: 'json',
  title: 'JSON (*.json)',
  recognises: (path) => /\.json$/i.test(path),
  parse: parseJsonArray,
};

function parseJsonArray(file: SourceFile): readonly Row[] {
  if (file.text.trim() === '') return [];
  if (isJsonLines(file.text)) {
    throw UserError.of('is JSON Lines, not one JSON document.', 'Name it *.jsonl.', fileWhere(file));
  }
  const { value, items } = readJsonFile(file);
  const { list } = findRowList(value, fileWhere(file));
  const at = buildPlaces(file);
  const offsets = items.get(list) ?? [];
  return list.map((values, index) => ({ values, where: at(offsets[index] ?? 0) }));
}

/** True where the first two lines are objects. */
function isJsonLines(text: string): boolean {
  const [first = '', second = ''] = text.split('\n', 2);
  return second.startsWith('{') && isJsonObject(parseJson(first));
}
