import { buildProblem, type Problem } from '../../errors.ts';
import type { Json } from '../../json.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { kindOf, type Report } from '../fields.ts';
import type { Part } from './part.ts';

/** What is taken down while a config is read. */
export interface Notes {
  readonly errors: Problem[];
  readonly warnings: Problem[];
  readonly guesses: Problem[];
}

/** A config while it is read: itself, the other files that it names, by repository path, and what is taken down of all of them. */
export interface Opened {
  readonly path: string;
  readonly root: Part;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly notes: Notes;
}

/** Takes down a mistake, a warning or a guess at a part. */
export function note({ notes }: Pick<Opened, 'notes'>, kind: keyof Notes, part: Part, message: string, hint: string) {
  notes[kind].push(buildProblem(message, hint, part.where()));
}

/** Takes down mistakes of a value by their paths below it. */
export function reportAt(opened: Pick<Opened, 'notes'>, part: Part): Report {
  return (path, message, hint) => {
    const below = path.reduce((one, key) => one.child(key), part);
    const name = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
    note(opened, 'errors', below, name === '' ? message : `"${name.replace(/^\./, '')}" ${message}`, hint);
  };
}

/** The text of a part; null where it is absent, or no text, which is a mistake. */
export function textOf(opened: Pick<Opened, 'notes'>, part: Part, name: string): string | null {
  if (part.value === null || typeof part.value === 'string') return part.value;
  note(opened, 'errors', part, `"${name}" must be text, not ${kindOf(part.value)}.`, 'Put quotes around it.');
  return null;
}

/** A scalar as text, as a template would show it; null for a list, a mapping and nothing. */
export function scalarText(value: Json): string | null {
  return value === null || typeof value === 'object' ? null : String(value);
}
