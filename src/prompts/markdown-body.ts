import { buildProblem, type Where } from '../errors.ts';
import type { Message } from '../ports.ts';
import { buildPlaces } from '../text/places.ts';
import type { SourceFile } from '../text/source-file.ts';
import { dialectOf } from './dialects.ts';
import { type Fields, maxItems } from './fields.ts';
import { blankIncludes } from './include.ts';
import { sightLostRoles, sightSystemName } from './lost-roles.ts';
import { none } from './none.ts';
import { noteTemplate } from './settings.ts';

/** A role alone on its line, with optional leading `#`s; an indented line is text. */
const rolePattern = /^(?:#{1,6}[ \t]*)?(system|developer|user|assistant):[ \t]*$/gim;
const systemSuffix = /\.system(\.prompt)?\.\w+$/i;

interface Section {
  /** Null for text before the first role line. */
  readonly role: Message['role'] | null;
  readonly text: string;
  readonly offset: number;
}

/** Reads the messages below the front matter and notes where they and their variables stand. Blank lines around a message are dropped. */
export function readBody(
  file: SourceFile,
  bodyStart: number,
  fields: Fields,
  places: Map<string, Where>,
  dialect: string,
): readonly Message[] {
  const at = buildPlaces(file);
  const reject = (message: string, hint: string, offset: number): void => {
    fields.errors.push(buildProblem(message, hint, at(offset)));
  };
  const [preamble, ...marked] = splitSections(file.text, bodyStart);
  const sections = preamble?.text === '' ? marked : [preamble as Section, ...marked];
  if (sections.length === 0) reject('has no text.', 'Write the prompt below the front matter.', file.text.length);
  places.set('messages', at(sections[0]?.offset ?? bodyStart));
  if (sections.length > maxItems) {
    const hint = 'A role stands alone on its line; indent a line that is text.';
    reject(`holds ${sections.length} messages; at most ${maxItems} can be read.`, hint, bodyStart);
    return [];
  }
  const isSystem = marked.length > 0 || systemSuffix.test(file.path);
  const messages = sections.map(({ role, text, offset }, index): Message => {
    if (text === '') reject(`The ${role} message is empty.`, hintEmpty(role, index === sections.length - 1), offset);
    noteTemplate(fields, places, dialect, blankIncludes(text, file), (inside) => at(offset + inside));
    return { role: role ?? (isSystem ? 'system' : 'user'), content: text };
  });
  if (dialect !== none.name) {
    const roles = marked.flatMap(({ role }) => role ?? []);
    fields.sightings.push(...sightLostRoles(file.text.slice(bodyStart), roles, (inside) => at(bodyStart + inside)));
  }
  if (!isSystem) fields.sightings.push(...sightSystemName(file.path, at(bodyStart)));
  if (marked.length > 0 || !isSystem) return messages;
  const { write, findVariables } = dialectOf(dialect);
  const content = write('input');
  if (findVariables(content).length === 0) return messages;
  places.set('{{input}}', places.get('{{input}}') ?? at(bodyStart));
  return [...messages, { role: 'user', content }];
}

function hintEmpty(role: Section['role'], isLast: boolean): string {
  const isAsked = role === 'assistant' && isLast;
  return isAsked
    ? 'Remove the role line: the model writes this message. To send it as text, indent it.'
    : 'Write its text, or remove the role line.';
}

function splitSections(text: string, bodyStart: number): readonly Section[] {
  const body = text.slice(bodyStart);
  const markers = [...body.matchAll(rolePattern)];
  const starts = [0, ...markers.map((marker) => marker.index + marker[0].length)];
  return starts.map((start, index) => {
    const raw = body.slice(start, markers[index]?.index ?? body.length);
    const blank = /^(?:[ \t]*\n)*/.exec(raw)?.[0].length ?? 0;
    const role = index === 0 ? null : (markers[index - 1]?.[1]?.toLowerCase() as Message['role']);
    return { role, text: raw.slice(blank).trimEnd(), offset: bodyStart + start + blank };
  });
}
