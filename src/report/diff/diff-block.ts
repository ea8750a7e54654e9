import type { DiffLine } from './clip-diff.ts';

const maxWidth = 110;
const signs = { same: ' ', removed: '-', added: '+' } as const;

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

/** The lines as a diff of GitHub shows them: a sign, a blank, the line; a long one goes on below with the same sign. */
export function renderDiffLines(lines: readonly DiffLine[]): string {
  return lines.flatMap(renderDiffLine).join('\n');
}

function renderDiffLine({ kind, text }: DiffLine): readonly string[] {
  if (kind === 'gap') return [`@@ ${text} @@`];
  return wrapLine(text).map((piece) => `${signs[kind]} ${piece}`.trimEnd());
}
