import { type Change, diffLines, diffWordsWithSpace } from 'diff';
import { cutText } from './escape.ts';

/** One line of a shown difference; `gap` stands for text left out. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added' | 'gap';
  readonly text: string;
}

/** Characters of each text that are compared; longer ones are cut around the first difference. */
const windowLength = 1600;
const lead = 240;
/** Longer lines are compared word by word, each changed run on a line of its own. */
const maxLineLength = 160;
const context = 2;
const wordContext = 60;
const maxBridge = 20;
const maxWidth = 110;
const maxLines = 30;

/** What differs between two texts, cut around the first difference so that it stays readable; empty where they are equal. */
export function diffTexts(before: string, after: string): readonly DiffLine[] {
  if (before === after) return [];
  if (before.trimEnd() === after.trimEnd()) return showBlanks(before, after);
  const start = windowStart(before, after);
  const end = start + windowLength;
  const changes = diffLines(before.slice(start, end), after.slice(start, end));
  const lines = shortenSame(changes.flatMap((change, index) => diffChange(changes, index, change)));
  return [
    ...(start > 0 ? [{ kind: 'gap', text: '…' } as const] : []),
    ...lines.slice(0, maxLines),
    ...(lines.length > maxLines || Math.max(before.length, after.length) > end
      ? [{ kind: 'gap', text: '…' } as const]
      : []),
  ];
}

/** A line in pieces of at most 110 characters, broken after a blank where there is one: code blocks on GitHub do not wrap. */
export function wrapLine(line: string): readonly string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > maxWidth) {
    const blank = rest.lastIndexOf(' ', maxWidth - 1);
    const end =
      blank > maxWidth / 2 ? blank + 1 : maxWidth - (/[\uD800-\uDBFF]/.test(rest[maxWidth - 1] ?? '') ? 1 : 0);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

/** The lines as text of a diff: a sign, a blank, the line. */
export function renderDiffLines(lines: readonly DiffLine[]): string {
  const sign = { same: ' ', removed: '-', added: '+', gap: ' ' } as const;
  return lines.map(({ kind, text }) => `${sign[kind]} ${text}`.trimEnd()).join('\n');
}

/** Texts that differ in nothing but blanks at the end: those are shown by signs. */
function showBlanks(before: string, after: string): readonly DiffLine[] {
  const signs: { readonly [blank: string]: string } = { ' ': '␠', '\n': '⏎', '\t': '⇥', '\r': '␍' };
  const reveal = (text: string) => {
    const end = text.trimEnd().length;
    const blanks = text.slice(end, end + lead).replace(/\s/g, (blank) => signs[blank] ?? '␠');
    return text.slice(0, end).split('\n').at(-1)?.slice(-lead) + blanks;
  };
  return [
    { kind: 'removed', text: reveal(before) },
    { kind: 'added', text: reveal(after) },
  ];
}

/** The beginning of a line some way before the first difference, or a point inside a long line. */
function windowStart(before: string, after: string): number {
  let first = 0;
  while (first < before.length && first < after.length && before[first] === after[first]) first += 1;
  if (first <= lead) return 0;
  const lineStart = before.lastIndexOf('\n', first - 1) + 1;
  const start = first - lineStart <= lead ? Math.max(lineStart, first - lead) : first - lead;
  return /[\uDC00-\uDFFF]/.test(before[start] ?? '') ? start + 1 : start;
}

function diffChange(changes: readonly Change[], index: number, change: Change): readonly DiffLine[] {
  const next = changes[index + 1];
  const previous = changes[index - 1];
  const isLong = (text: string) => text.split('\n').some((line) => line.length > maxLineLength);
  if (change.removed && next?.added && (isLong(change.value) || isLong(next.value))) {
    return diffWords(change.value, next.value);
  }
  if (change.added && previous?.removed && (isLong(change.value) || isLong(previous.value))) return [];
  return toLines(kindOf(change), change.value);
}

/** Words that changed, each run on a line of its own; a few equal words between two changes belong to both. */
function diffWords(before: string, after: string): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    lines.push(...wrapPiece('removed', removed), ...wrapPiece('added', added));
    [removed, added] = ['', ''];
  };
  const changes = diffWordsWithSpace(before, after);
  changes.forEach((change, index) => {
    const isLast = index === changes.length - 1;
    if (change.removed) removed += change.value;
    else if (change.added) added += change.value;
    else if (index > 0 && !isLast && change.value.length <= maxBridge) {
      removed += change.value;
      added += change.value;
    } else {
      flush();
      lines.push(...wrapPiece('same', shortenRun(change.value, index === 0, isLast)));
    }
  });
  flush();
  return lines;
}

function wrapPiece(kind: DiffLine['kind'], text: string): readonly DiffLine[] {
  if (text.trim() === '') return [];
  const lines = text
    .trim()
    .split('\n')
    .flatMap((line) => wrapLine(line));
  return lines.map((line) => ({ kind, text: line }));
}

function kindOf(change: Change): 'same' | 'removed' | 'added' {
  if (change.removed) return 'removed';
  return change.added ? 'added' : 'same';
}

function toLines(kind: DiffLine['kind'], text: string): readonly DiffLine[] {
  const whole = text.replace(/\n$/, '');
  return whole.split('\n').map((line) => ({ kind, text: line }));
}

/** An equal run, reduced to the words next to a change. */
function shortenRun(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 3 * wordContext) return text;
  const head = isFirst ? '' : cutText(text, wordContext);
  const tail = isLast ? '' : `…${text.slice(-wordContext).replace(/^\S*\s/, '')}`;
  return `${head}${head !== '' && tail !== '' ? ' ' : ''}${tail}`.replace('… …', '…');
}

/** Keeps the equal lines next to a change and one mark for the others. */
function shortenSame(lines: readonly DiffLine[]): readonly DiffLine[] {
  const isNear = (index: number) =>
    lines.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== 'same');
  return lines.flatMap((line, index): readonly DiffLine[] => {
    if (isNear(index)) return [line];
    return index > 0 && isNear(index - 1) ? [{ kind: 'gap', text: '…' }] : [];
  });
}
