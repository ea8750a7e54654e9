import { count } from '../../text/prose.ts';
import type { Span } from './text-diff.ts';

/** Characters shown on either side of what matters. */
const reach = 40;
/** A mark takes the room of what it would hide. */
const minGap = 60;
const shortPiece = 4;

/**
 * A text reduced to what is near the spans, the first of them first, in about `room` characters; to its beginning and
 * its end where there are none. What is left out is said with its count.
 */
export function clipLine(text: string, spans: readonly Span[], room: number): string {
  const kept = mergeSpans(chooseSpans(text, spans, room), text.length);
  let shown = '';
  let place = 0;
  for (const [start, end] of [...kept, [text.length, text.length] as const]) {
    if (start > place) shown += markGap(start - place, place > 0, start < text.length);
    shown += text.slice(start, end);
    place = end;
  }
  return shown;
}

/** Held together by blanks that do not break, and apart from the text by some that do: the line may be wrapped. */
function markGap(length: number, isAfter: boolean, isBefore: boolean): string {
  const mark = `[… ${count(length, 'character')} …]`.replaceAll(' ', '\u00A0');
  return `${isAfter ? ' ' : ''}${mark}${isBefore ? ' ' : ''}`;
}

/** Where a text has each piece for the first time, without regard to case; a short piece counts only as a word of its own. */
export function findSpans(text: string, pieces: readonly string[]): readonly Span[] {
  const lower = text.toLowerCase();
  return pieces.flatMap((piece): readonly Span[] => {
    const place = findPiece(lower, piece.toLowerCase());
    return place < 0 ? [] : [[place, place + piece.length]];
  });
}

function findPiece(text: string, piece: string): number {
  const isWord = (place: number) => /[\p{L}\p{N}]/u.test(text[place] ?? '');
  let place = text.indexOf(piece);
  while (place >= 0 && piece.length < shortPiece && (isWord(place - 1) || isWord(place + piece.length))) {
    place = text.indexOf(piece, place + 1);
  }
  return place;
}

/** A span that is itself too long keeps its two ends. */
function chooseSpans(text: string, spans: readonly Span[], room: number): readonly Span[] {
  const half = Math.floor(room / (spans.length > 1 ? 4 : 2));
  const wanted = (spans.length === 0 ? [[0, text.length] as const] : spans).flatMap(([start, end]): Span[] =>
    end - start <= 2 * half
      ? [[reachBack(text, start), reachOn(text, end)]]
      : [
          [reachBack(text, start), moveOffPair(text, start + half)],
          [moveOffPair(text, end - half), reachOn(text, end)],
        ],
  );
  let left = room;
  return wanted.filter(([start, end], index) => {
    left -= end - start;
    return left >= 0 || index < 2;
  });
}

/** Some way before a place, at the beginning of a word where there is one. */
function reachBack(text: string, place: number): number {
  const start = moveOffPair(text, Math.max(0, place - reach));
  const blank = text.indexOf(' ', start);
  return start === 0 || blank < 0 || blank > place - reach / 2 ? start : blank + 1;
}

/** Some way after a place, at the end of a word where there is one. */
function reachOn(text: string, place: number): number {
  const end = moveOffPair(text, Math.min(text.length, place + reach));
  const blank = text.lastIndexOf(' ', end);
  return end === text.length || blank < place + reach / 2 ? end : blank;
}

function mergeSpans(spans: readonly Span[], length: number): readonly Span[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start - last[1] <= minGap) last[1] = Math.max(last[1], end);
    else merged.push([start <= minGap ? 0 : start, end]);
  }
  const last = merged.at(-1);
  if (last !== undefined && length - last[1] <= minGap) last[1] = length;
  return merged;
}

/** A cut never falls between the two halves of one character. */
function moveOffPair(text: string, place: number): number {
  return /[\uDC00-\uDFFF]/.test(text[place] ?? '') ? place - 1 : place;
}
