import { findOwnChanges, pairLines } from '../../diff/clip-diff.ts';
import type { DiffRow, Span } from '../../diff/text-diff.ts';

/** A line of one side, and where its words differ from the line beside it. */
export interface SideLine {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** What stands side by side: an equal line, lines of which one took the other's place, or equal lines that are folded away. */
export type SplitRow =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'change'; readonly left: SideLine | null; readonly right: SideLine | null }
  | { readonly kind: 'fold'; readonly lines: readonly string[] };

/** Equal lines shown on either side of a change; fewer than this are not worth a fold. */
const context = 3;
const leastFolded = 4;

/** Compared lines as two columns: what was removed beside what was added in its place, equal lines far from any change folded. */
export function splitRows(rows: readonly DiffRow[]): readonly SplitRow[] {
  const partners = pairLines(rows);
  const split: SplitRow[] = [];
  let equal: string[] = [];
  const flush = (isEnd: boolean) => {
    split.push(...foldLines(equal, split.length === 0, isEnd));
    equal = [];
  };
  rows.forEach((row, place) => {
    if (row.kind === 'same') {
      equal.push(row.text);
      return;
    }
    const partner = partners.get(place);
    // The line beside it has said both.
    if (row.kind === 'added' && partner !== undefined) return;
    flush(false);
    const own = lineOf(row, partner);
    if (row.kind === 'added') split.push({ kind: 'change', left: null, right: own });
    else split.push({ kind: 'change', left: own, right: partner === undefined ? null : lineOf(partner, row) });
  });
  flush(true);
  return split;
}

function lineOf({ kind, text }: DiffRow, partner: DiffRow | undefined): SideLine {
  const spans = partner === undefined ? [] : findOwnChanges(kind, text, partner.text);
  return { text, spans: spans.filter(([start, end]) => start < end) };
}

function foldLines(lines: readonly string[], isStart: boolean, isEnd: boolean): readonly SplitRow[] {
  const [head, tail] = [isStart ? 0 : context, isEnd ? 0 : context];
  const show = (part: readonly string[]) => part.map((text): SplitRow => ({ kind: 'same', text }));
  if (lines.length < head + tail + leastFolded) return show(lines);
  const end = lines.length - tail;
  return [...show(lines.slice(0, head)), { kind: 'fold', lines: lines.slice(head, end) }, ...show(lines.slice(end))];
}
