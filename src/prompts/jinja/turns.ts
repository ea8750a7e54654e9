import type { Message } from '../../ports.ts';
import { cutAtLines, findRoleLines, type RoleLine } from '../role-lines.ts';
import type { Piece } from './render.ts';
import { RenderFault } from './values.ts';

/**
 * The messages of a rendered conversation: each starts at a line of the template that is a role, or that became one by a value which is
 * nothing but its role. Whatever else a value brings is text. What stands before the first is a system message; one without text is none.
 */
export function readTurns(pieces: readonly Piece[]): readonly Message[] {
  const text = pieces.map((piece) => piece.text).join('');
  const values = listValues(pieces);
  const lines = findRoleLines(text);
  let next = 0;
  const own = lines.filter((line) => {
    while (next < values.length && (values[next] as Span)[1] < line.start) next += 1;
    const touching: Span[] = [];
    for (let at = next; at < values.length && (values[at] as Span)[0] <= line.end; at++)
      touching.push(values[at] as Span);
    return isOfTemplate(line, touching);
  });
  const said = cutAtLines(text, own).filter((section) => section.text !== '');
  if (said.length === 0)
    throw new RenderFault('The template makes no message.', 'Give the row what its conditions ask.');
  return said.map(({ role, text: content }) => {
    if (role === 'tool' || role === 'function') {
      const hint = 'Leave it out, or give the rows "messages", whose turns of tools say it.';
      throw new RenderFault(`A turn of the role "${role}" does not say which call it answers.`, hint);
    }
    return { role: role ?? 'system', content };
  });
}

type Span = readonly [start: number, end: number];

function listValues(pieces: readonly Piece[]): readonly Span[] {
  let at = 0;
  return pieces.flatMap(({ text, isValue }): readonly Span[] => {
    const start = at;
    at += text.length;
    return isValue ? [[start, at]] : [];
  });
}

/** A value that reaches into a line, or only touches its end, may have made it look like this: but for one that is the word itself. */
function isOfTemplate({ word }: RoleLine, values: readonly Span[]): boolean {
  return values.every(([start, end]) => start === word[0] && end === word[1]);
}
