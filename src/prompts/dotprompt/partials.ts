import { posix } from 'node:path';
import { buildProblem, type Problem, type Where } from '../../errors.ts';
import { buildPlaces } from '../../text/places.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { Dependency } from '../format.ts';
import { listCalls } from '../handlebars/calls.ts';
import { parseTemplate } from '../handlebars/parse.ts';
import { splitDotprompt } from './split.ts';

/** True for a file that holds a partial, and no prompt. */
export function isPartial(path: string): boolean {
  return posix.basename(path).startsWith('_');
}

/** The files that a prompt or partial calls: `_name.prompt` in the same folder, else in the folder `prompts` that it is in. */
export function findPartials(file: SourceFile): readonly Dependency[] {
  const at = buildPlaces(file);
  const { start, text } = textOf(file);
  return listCalls(text).flatMap(({ name, offset }) => {
    const [path, ...otherwise] = pathsOf(name, file.path);
    return path === undefined ? [] : { path, otherwise, where: at(start + offset) };
  });
}

function pathsOf(name: string, from: string): readonly string[] {
  if (!/^[\w.-]+(?:\/[\w.-]+)*$/.test(name)) return [];
  const folders = posix.dirname(from).split('/');
  const root = folders.slice(0, folders.lastIndexOf('prompts') + 1);
  const file = posix.join(posix.dirname(name), `_${posix.basename(name)}.prompt`);
  const paths = [folders, ...(root.length === 0 ? [] : [root])].map((all) => posix.join(...all, file));
  return [...new Set(paths)].filter((path) => !path.startsWith('../'));
}

/** A partial is read as it stands, without front matter. */
function textOf(file: SourceFile): { readonly start: number; readonly text: string } {
  return isPartial(file.path) ? { start: 0, text: file.text } : splitDotprompt(file);
}

/** A prompt's template behind the partials that it calls, so that all of it is one text. */
export interface WholeTemplate {
  readonly template: string;
  /** The offset at which the prompt's own template begins. */
  readonly start: number;
  /** Where an offset of it stands. */
  at(offset: number): Where;
  /** What keeps one of its files from being parsed. */
  readonly faults: readonly Problem[];
}

interface Piece {
  readonly file: SourceFile;
  /** Null for the prompt itself. */
  readonly name: string | null;
  /** Where its text starts in its file. */
  readonly start: number;
  readonly text: string;
}

/** Puts the partials that a prompt calls, directly or through others, before its template. `included` holds their files by path. */
export function joinPartials(file: SourceFile, included: ReadonlyMap<string, SourceFile>): WholeTemplate {
  const pieces = listPieces(file, included);
  const places = pieces.map((piece) => buildPlaces(piece.file));
  const starts: number[] = [];
  let template = '';
  for (const { file: own, name, text } of pieces) {
    if (name !== null) template += `{{#*inline "${name}" file="${posix.basename(own.path)}"}}`;
    starts.push(template.length);
    // A backslash at its end would take the tag behind it for text.
    template += name === null ? text : `${text}${text.endsWith('\\') ? '\\' : ''}{{/inline}}`;
  }
  const place = (index: number, inside: number): Where =>
    (places[index] as (offset: number) => Where)((pieces[index] as Piece).start + inside);
  return {
    template,
    start: starts.at(-1) ?? 0,
    at: (offset) => {
      const index = Math.max(
        0,
        starts.findLastIndex((start) => start <= offset),
      );
      return place(index, offset - (starts[index] as number));
    },
    faults: pieces.flatMap(({ text }, index) => {
      const parsed = parseTemplate(text);
      if (!('fault' in parsed)) return [];
      const { message, hint, offset } = parsed.fault;
      return [buildProblem(message, hint, place(index, offset))];
    }),
  };
}

/** The partials, each once, and the prompt behind them. */
function listPieces(file: SourceFile, included: ReadonlyMap<string, SourceFile>): readonly Piece[] {
  const found = new Map<string, Piece>();
  const open: SourceFile[] = [file];
  for (const next of open) {
    for (const { name } of listCalls(textOf(next).text)) {
      const path = pathsOf(name, next.path).find((one) => included.has(one));
      const partial = path === undefined ? undefined : included.get(path);
      if (partial === undefined || found.has(name)) continue;
      found.set(name, { file: partial, name, ...textOf(partial) });
      open.push(partial);
    }
  }
  return [...found.values(), { file, name: null, ...textOf(file) }];
}
