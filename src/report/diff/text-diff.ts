import { diffArrays } from 'diff';

/** One whole line of two texts that were compared. */
export interface DiffRow {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A piece of a text: from a place up to another, in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** Texts further apart than so many lines or words removed or added are not compared one by one: it takes time by the square. */
const maxLineEdits = 400;
const maxWordEdits = 60;
const token = /\s+|[\p{L}\p{M}\p{N}_]{1,40}|./gsu;

/**
 * All lines of two texts, in order: those that are the same or removed make the first, those that are the same or added the
 * second. Where more than 400 lines differ, all between the first and the last difference counts as changed. Empty where
 * the texts are equal.
 */
export function diffTexts(before: string, after: string): readonly DiffRow[] {
  if (before === after) return [];
  return diffPieces(before.split('\n'), after.split('\n'), maxLineEdits).flatMap(({ kind, pieces }) =>
    pieces.map((text) => ({ kind, text })),
  );
}

/**
 * Where two lines differ by words, in each of them, the same number of spans: an empty one is the place of what only the
 * other line has. Past 60 words it is all from the first to the last difference.
 */
export function findChanges(before: string, after: string): readonly [readonly Span[], readonly Span[]] {
  const [left, right]: [Span[], Span[]] = [[], []];
  let [from, to] = [0, 0];
  const tokens = (text: string) => text.match(token) ?? [];
  for (const { kind, pieces } of diffPieces(tokens(before), tokens(after), maxWordEdits)) {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const start = [from, to] as const;
    if (kind !== 'added') from += length;
    if (kind !== 'removed') to += length;
    if (kind === 'same') continue;
    left.push([start[0], from]);
    right.push([start[1], to]);
  }
  return [left, right];
}

interface Run {
  readonly kind: DiffRow['kind'];
  readonly pieces: readonly string[];
}

function diffPieces(before: readonly string[], after: readonly string[], maxEdits: number): readonly Run[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [left, right] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const runs: readonly Run[] = [
    { kind: 'same', pieces: before.slice(0, start) },
    ...diffMiddle(left, right, maxEdits),
    { kind: 'same', pieces: before.slice(before.length - end) },
  ];
  return runs.filter(({ pieces }) => pieces.length > 0);
}

function diffMiddle(before: string[], after: string[], maxEditLength: number): readonly Run[] {
  const changes = diffArrays(before, after, { maxEditLength });
  if (changes === undefined) {
    return [
      { kind: 'removed', pieces: before },
      { kind: 'added', pieces: after },
    ];
  }
  return changes.map(({ removed, added, value }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    pieces: value,
  }));
}
