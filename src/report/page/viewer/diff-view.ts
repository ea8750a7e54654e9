import { count } from '../../../text/prose.ts';
import type { Span } from '../../diff/text-diff.ts';
import { diffTexts } from '../../diff/text-diff.ts';
import { type SideLine, type SplitRow, splitRows } from '../browse/split-rows.ts';
import { make, makeButton } from './dom.ts';

/** How differences are shown: in two columns, or one below the other. Kept from case to case. */
export interface DiffMode {
  isUnified: boolean;
}

/** Rows that are made at once; the rest on demand. */
const mostRows = 800;

/** How two texts differ, line by line, with the words that do; `names` stand above the columns. */
export function renderDiff(
  before: string,
  after: string,
  names: readonly [string, string],
  mode: DiffMode,
): HTMLElement {
  const rows = splitRows(diffTexts(before, after));
  const grid = make('div', {
    class: mode.isUnified ? 'split unified' : 'split',
    role: 'group',
    'aria-label': 'Difference',
  });
  if (!mode.isUnified) grid.append(...names.map((name) => make('div', { class: 'head' }, name)));
  appendRows(grid, rows);
  return grid;
}

function appendRows(grid: HTMLElement, rows: readonly SplitRow[]): void {
  const isUnified = grid.classList.contains('unified');
  grid.append(...rows.slice(0, mostRows).flatMap((row) => renderRow(row, isUnified)));
  const rest = rows.slice(mostRows);
  if (rest.length === 0) return;
  const more = makeButton(
    { class: 'wide' },
    () => {
      more.remove();
      appendRows(grid, rest);
    },
    `${count(rest.length, 'more line')}`,
  );
  grid.append(more);
}

function renderRow(row: SplitRow, isUnified: boolean): readonly HTMLElement[] {
  if (row.kind === 'same') return renderSame(row.text, isUnified);
  if (row.kind === 'fold') return [renderFold(row.lines, isUnified)];
  return [renderLine(row.left, 'removed'), renderLine(row.right, 'added')];
}

function renderSame(text: string, isUnified: boolean): readonly HTMLElement[] {
  return (isUnified ? [''] : ['', '']).map(() => make('div', { class: 'same', dir: 'auto' }, text));
}

function renderFold(lines: readonly string[], isUnified: boolean): HTMLElement {
  const fold = makeButton(
    { class: 'wide' },
    () => fold.replaceWith(...lines.flatMap((text) => renderSame(text, isUnified))),
    `… ${count(lines.length, 'equal line')} …`,
  );
  return fold;
}

function renderLine(line: SideLine | null, kind: 'removed' | 'added'): HTMLElement {
  if (line === null) return make('div', { class: 'none' });
  return make('div', { class: kind, dir: 'auto' }, ...markSpans(line.text, line.spans));
}

function markSpans(text: string, spans: readonly Span[]): readonly (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let place = 0;
  for (const [start, end] of spans) {
    parts.push(text.slice(place, start), make('mark', {}, text.slice(start, end)));
    place = end;
  }
  return [...parts, text.slice(place)];
}
