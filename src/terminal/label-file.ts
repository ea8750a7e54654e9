import { open, readFile, truncate } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { parseJson } from '../json.ts';
import { parseLabelLines } from '../judges/labels/lines.ts';
import { type ScoredKind, scaleLabels } from '../judges/labels/scale.ts';

/**
 * The items of a label file, whose labels must be of the kind asked for; one that does not exist yet has none. A last
 * line that was cut short is removed, to be asked again.
 */
export async function readLabelled(path: string, kind: ScoredKind | null): Promise<ReadonlySet<string>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw cannotUse(path, 'cannot be read.', error);
  });
  const whole = await mendEnd(path, text);
  if (whole.trim() === '') return new Set();
  const { lines } = parseLabelLines({ path, text: whole }, 'open');
  const [wanted, other] = kind === null ? ['string', 'by number'] : ['number', 'in words'];
  const stray = lines.find(({ human }) => typeof human !== wanted);
  if (stray !== undefined) {
    const hint = 'Name another file: its labels are of another kind of judge.';
    throw UserError.of(`is labelled ${other}.`, hint, { path, line: stray.line, column: null });
  }
  scaleLabels(path, lines, kind ?? 'nominal');
  return new Set(lines.map(({ item }) => item));
}

/** Makes a file end with a whole line, for what is added would be read as a part of its last one. */
async function mendEnd(path: string, text: string): Promise<string> {
  const end = text.lastIndexOf('\n') + 1;
  const last = text.slice(end);
  if (last === '') return text;
  if (parseJson(last) === undefined && last.startsWith('{"item":')) {
    await truncate(path, Buffer.byteLength(text.slice(0, end)));
    return text.slice(0, end);
  }
  const file = await open(path, 'a');
  await file.appendFile('\n').finally(() => file.close());
  return `${text}\n`;
}

/** A label file that cannot be opened. */
export function cannotUse(path: string, what: string, cause: unknown): UserError {
  return UserError.of(what, 'Name a file that can be written.', { path, line: null, column: null }, { cause });
}
