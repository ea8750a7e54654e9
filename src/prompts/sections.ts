import type { Message } from '../ports.ts';

/** A stretch of a text that is one message. */
export interface Section<Role = Message['role']> {
  /** Null for text before the first role. */
  readonly role: Role | null;
  readonly text: string;
  /** Where its text begins. */
  readonly offset: number;
}

/** Where a text says that the message of a role begins: from the first character of that to behind its last. */
export interface Marker<Role = Message['role']> {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

/** A role alone on its line, with optional leading `#`s; an indented line is text. */
const roleLine = /^(?:#{1,6}[ \t]*)?(system|developer|user|assistant):[ \t]*$/gim;
/** What other tools call a role. */
const otherWords: Readonly<Record<string, Message['role']>> = { human: 'user', ai: 'assistant' };

/** The role that a word names, in any case. */
export function roleOf(word: string): Message['role'] {
  const role = word.toLowerCase();
  return otherWords[role] ?? (role as Message['role']);
}

/** The role lines of a text, but for those that `isText` takes out. */
export function findMarkers(body: string, isText: (offset: number) => boolean): readonly Marker[] {
  return [...body.matchAll(roleLine)].flatMap(({ 0: line, 1: word = '', index }) =>
    isText(index) ? [] : [{ role: roleOf(word), start: index, end: index + line.length }],
  );
}

/** Cuts a text at its markers, without the blank lines around each section. The first section is what stands before all of them. */
export function splitSections<Role>(
  text: string,
  markers: readonly Marker<Role>[],
): readonly [Section<Role>, ...Section<Role>[]] {
  const cut = (role: Role | null, start: number, index: number): Section<Role> => {
    const raw = text.slice(start, markers[index]?.start ?? text.length);
    const blank = /^(?:[ \t]*\n)*/.exec(raw)?.[0].length ?? 0;
    return { role, text: raw.slice(blank).trimEnd(), offset: start + blank };
  };
  return [cut(null, 0, 0), ...markers.map(({ role, end }, index) => cut(role, end, index + 1))];
}
