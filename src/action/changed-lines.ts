import { diffTexts } from '../report/diff/text-diff.ts';

/** Lines of a text from one to another, both included, counted from 1. */
export interface Lines {
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * Where the second of two texts was changed first, at line `from` or behind it, or before it where nothing behind it was. Where lines only
 * went away it is the line that stands in their place. Null where the texts are equal.
 */
export function findChangedLines(before: string, after: string, from: number): Lines | null {
  const hunks: { startLine: number; endLine: number }[] = [];
  const last = Math.max(1, after.replace(/\n$/, '').split('\n').length);
  let line = 1;
  let isOpen = false;
  for (const { kind } of diffTexts(before, after)) {
    const at = Math.min(line, last);
    if (kind !== 'same' && !isOpen) hunks.push({ startLine: at, endLine: at });
    const hunk = hunks.at(-1);
    if (kind === 'added' && hunk !== undefined) hunk.endLine = at;
    isOpen = kind !== 'same';
    if (kind !== 'removed') line += 1;
  }
  return hunks.find(({ endLine }) => endLine >= from) ?? hunks[0] ?? null;
}
