import { count } from '../../text/prose.ts';
import { formatCount } from '../words/numbers.ts';
import { chooseRows } from './choose-rows.ts';
import { clipLine, findSpans } from './clip-line.ts';
import type { Clues } from './clues.ts';
import { type DiffRow, diffTexts, findChanges, type Span } from './text-diff.ts';

/** One line of a difference as it is shown; the text of a `gap` says what was left out. */
export interface DiffLine {
  readonly kind: DiffRow['kind'] | 'gap';
  readonly text: string;
}

/** How much of a difference is shown: lines of 110 characters, and characters of one line of a text. */
export interface Room {
  readonly lines: number;
  readonly characters: number;
}

const width = 110;
/** A longer line that has a partner is shown where it differs from it. */
const longPair = 160;

/**
 * What differs between two texts, compared whole and clipped afterwards: what holds one of the `clues` is shown whatever
 * else is not, long lines keep what differs in them, and what is left out is counted. Empty where the texts are equal.
 */
export function showDiff(before: string, after: string, clues: Clues, room: Room): readonly DiffLine[] {
  return showRows(diffTexts(before, after), clues, room);
}

/** The same of lines that were compared already. */
export function showRows(rows: readonly DiffRow[], clues: Clues, room: Room): readonly DiffLine[] {
  const costOf = ({ text }: DiffRow) => Math.ceil((Math.min(text.length, room.characters) + 1) / width);
  const chosen = chooseRows(rows, clues, room.lines, costOf);
  const partners = pairLines(rows);
  const lines: DiffLine[] = [];
  let start = 0;
  for (let place = 0; place <= rows.length; place += 1) {
    if (place < rows.length && !chosen.has(place)) continue;
    lines.push(...showGap(rows.slice(start, place)));
    const row = rows[place];
    if (row !== undefined) lines.push(showRow(row, partners.get(place) ?? null, clues, room.characters));
    if (place === rows.length - 1) lines.push(...showLineEnd(lines.pop() as DiffLine));
    start = place + 1;
  }
  return lines;
}

/** A text that ends in a line end has an empty last line, of which nobody would see that it came or went. */
function showLineEnd({ kind, text }: DiffLine): readonly DiffLine[] {
  return [{ kind, text: kind !== 'same' && text === '' ? '⏎' : text }];
}

/** One line is no longer than the words that would stand for it. */
function showGap(rows: readonly DiffRow[]): readonly DiffLine[] {
  const [only] = rows;
  if (only === undefined) return [];
  if (rows.length === 1 && only.text.length <= width) return [only];
  const changed = rows.filter(({ kind }) => kind !== 'same').length;
  return [{ kind: 'gap', text: countGap(rows.length, changed) }];
}

function countGap(lines: number, changed: number): string {
  if (changed === 0) return count(lines, 'equal line');
  const rest = changed === lines ? '' : `, ${formatCount(changed)} of them`;
  return `${count(lines, 'line')}${rest} removed or added`;
}

/** The n-th line that was removed and the n-th that was added in its place, each as the other's partner by its place. */
export function pairLines<T extends Pick<DiffLine, 'kind'>>(rows: readonly T[]): ReadonlyMap<number, T> {
  const partners = new Map<number, T>();
  let place = 0;
  while (place < rows.length) {
    while (rows[place]?.kind === 'same' || rows[place]?.kind === 'gap') place += 1;
    const start = place;
    while (rows[place]?.kind === 'removed') place += 1;
    const middle = place;
    while (rows[place]?.kind === 'added') place += 1;
    for (let index = 0; index < Math.min(middle - start, place - middle); index += 1) {
      partners.set(start + index, rows[middle + index] as T);
      partners.set(middle + index, rows[start + index] as T);
    }
  }
  return partners;
}

function showRow({ kind, text }: DiffRow, partner: DiffRow | null, clues: Clues, room: number): DiffLine {
  if (kind === 'same') return { kind, text: text.length > width ? clipLine(text, [[0, 40]], width) : text };
  const isBlank = partner !== null && text !== partner.text && withoutBlanks(text) === withoutBlanks(partner.text);
  if (text.length <= (partner === null ? room : longPair) && !isBlank) return { kind, text };
  const changes = partner === null ? [] : findOwnChanges(kind, text, partner.text);
  const told = findSpans(text, clues.flat()).filter(
    (span) => partner === null || changes.some((change) => change[0] <= span[1] && span[0] <= change[1]),
  );
  const spans = [...told, ...changes.slice(0, 1), ...changes.slice(-1), ...changes.slice(1, -1)];
  return { kind, text: clipLine(isBlank ? revealBlanks(text, changes) : text, spans, room) };
}

/** Where a line that was removed or added differs from its partner by words. */
export function findOwnChanges(kind: DiffLine['kind'], text: string, other: string): readonly Span[] {
  return kind === 'removed' ? findChanges(text, other)[0] : findChanges(other, text)[1];
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Blanks that nobody sees by signs, one for each. */
function revealBlanks(text: string, spans: readonly Span[]): string {
  const signs: { readonly [blank: string]: string } = { ' ': '␠', '\t': '⇥', '\r': '␍' };
  const characters = text.split('');
  for (const [start, end] of spans) {
    for (let place = start; place < end; place += 1) {
      characters[place] = (characters[place] ?? '').replace(/\s/, (blank) => signs[blank] ?? '⍽');
    }
  }
  return characters.join('');
}
