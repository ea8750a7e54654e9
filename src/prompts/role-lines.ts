import type { Message } from '../ports.ts';
import { type Marker, type Section, splitSections } from './sections.ts';

/** A line of Prompty's that starts a message: a role, perhaps with a `#` before it and attributes behind it, and a colon. */
const pattern =
  /^[ \t]*(?:#[ \t]*)?(system|developer|user|assistant|tool|function)[ \t]*(?:\[([^\]\n]*)\])?[ \t]*:[ \t]*$/dgim;

/** The roles of a line that a conversation without calls of tools cannot have. */
export type LineRole = Exclude<Message['role'], 'tool'> | 'tool' | 'function';

/** A line that starts a message. */
export interface RoleLine extends Marker<LineRole> {
  /** What its square brackets hold; null where it has none. */
  readonly attributes: string | null;
  /** Where the word of the role stands. */
  readonly word: readonly [number, number];
}

/** The lines of a text that start a message, in order. */
export function findRoleLines(text: string): readonly RoleLine[] {
  return [...text.matchAll(pattern)].map(({ 0: line, 1: role = '', 2: attributes = null, index, indices }) => ({
    role: role.toLowerCase() as LineRole,
    attributes,
    start: index,
    end: index + line.length,
    word: indices?.[1] ?? [index, index],
  }));
}

/** Cuts a text at these lines, without the blank lines around each section; without the first where it is blank. */
export function cutAtLines(text: string, lines: readonly RoleLine[]): readonly Section<LineRole>[] {
  const [before, ...marked] = splitSections(text, lines);
  return before.text === '' ? marked : [before, ...marked];
}
