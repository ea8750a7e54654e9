import { collectProblems } from '../../errors.ts';
import type { Json } from '../../json.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { Dependency } from '../format.ts';
import { isGiven, itemsOf, membersOf, openPart, type Part, plainPart } from './part.ts';
import { isListedReference, isReference, readReference } from './references.ts';

const hint = 'Correct the path (it is relative to the promptfoo config), or commit the file.';
/** Keys whose texts are paths also without `file://`. */
const listing = new Set(['prompts', 'tests', 'scenarios', 'config']);
/** A cell of CSV or a value of JSON Lines that names a file. */
const cell = /(?:^|[",])\s*(file:\/\/[^"\n,]+)/gm;

/** The files that a config names, and those that these name in their turn: all are relative to the config, `root`. Throws a UserError for a text that cannot tell. */
export function findConfigFiles(file: SourceFile, root: string): readonly Dependency[] {
  return listReferences(file, root).flatMap((part): readonly Dependency[] => {
    const found = readReference(root, String(part.value));
    // What cannot be read is told by who needs it.
    return 'fault' in found ? [] : [{ ...found, where: part.where(), hint }];
  });
}

function listReferences(file: SourceFile, root: string): readonly Part[] {
  if (/\.(csv|jsonl|ndjson)$/i.test(file.path)) return listCells(file);
  if (!/\.(ya?ml|json)$/i.test(file.path)) return [];
  // A prompt may be a template of JSON, and no JSON itself.
  const document = file.path === root ? openPart(file) : collectProblems([], () => openPart(file));
  return document === null ? [] : listTexts(document, file.path === root);
}

function listCells(file: SourceFile): readonly Part[] {
  return [...file.text.matchAll(cell)].map(({ 1: written = '', index }) => {
    const line = file.text.slice(0, index + 1).split('\n').length;
    return plainPart(written.trim(), { path: file.path, line, column: null });
  });
}

function listTexts(root: Part, isConfig: boolean): readonly Part[] {
  const found: Part[] = [];
  const visit = (part: Part, isListed: boolean): void => {
    if (isText(part.value)) {
      if (isReference(part.value) || (isListed && isListedReference(part.value))) found.push(part);
      return;
    }
    for (const item of itemsOf(part)) visit(item, isListed);
    for (const [key, member] of membersOf(part)) if (isGiven(member)) visit(member, isListed && listing.has(key));
    if (isListed)
      for (const [key, member] of membersOf(part)) if (isListedReference(key)) found.push(rename(member, key));
  };
  for (const item of itemsOf(root)) visit(item, false);
  for (const [key, member] of membersOf(root)) visit(member, isConfig && listing.has(key));
  return found;
}

function isText(value: Json): value is string {
  return typeof value === 'string';
}

/** A mapping of paths to labels is an older way to list prompts. */
function rename(part: Part, key: string): Part {
  return plainPart(key, part.where());
}
