import { fileWhere, parseJsonFile } from '../text/json-text.ts';
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
  const value = parseJsonFile(file);
  const { key, list } = findRowList(value, fileWhere(file));
  const at = buildPlaces(file);
  const offsets = findElements(file.text, key);
  return list.map((values, index) => ({ values, where: at(offsets[index] ?? 0) }));
}

/** Offsets of the elements of the file's list, or of the list under one of its keys, in text that is valid JSON. */
function findElements(text: string, key: string | null): readonly number[] {
  const offsets: number[] = [];
  let depth = 0;
  let member = '';
  let startsElement = false;
  const isInside = (): boolean => (key === null ? depth === 1 : depth === 2 && member === key);
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (' \t\n\r:'.includes(character)) continue;
    if (character === ']' || character === '}') depth -= 1;
    if (startsElement && isInside() && character !== ',') offsets.push(at);
    startsElement = character === ',';
    if (character === '[' || character === '{') {
      depth += 1;
      startsElement = character === '[';
    }
    if (character !== '"') continue;
    const end = findStringEnd(text, at);
    // A list follows its key, so the last text at depth 1 names the list that opens next.
    if (depth === 1) member = JSON.parse(text.slice(at, end + 1)) as string;
    at = end;
  }
  return offsets;
}

function findStringEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}
