import { buildProblem, type Where } from '../../errors.ts';
import type { Message } from '../../ports.ts';
import { buildPlaces } from '../../text/places.ts';
import { dialectOf } from '../dialects.ts';
import { maxItems } from '../fields.ts';
import type { Prompt } from '../prompt.ts';
import { cutAtLines, findRoleLines, type RoleLine } from '../role-lines.ts';
import { noteTemplate } from '../settings.ts';
import type { Source } from './references.ts';

/** A line whose role a value says. */
const roleOfValue = /^[ \t]*(?:#[ \t]*)?\{\{[^{}\n]*\}\}[ \t]*:[ \t]*$/m;
const setTag = /\{%[-+]?\s*set\b/;

/** The names of the variables that a body uses, without what they reach into; none where it cannot be read. */
export function listRoots(body: string, dialect: string): readonly string[] {
  const { findFaults, findVariables } = dialectOf(dialect);
  const uses = findFaults(body).length > 0 ? [] : findVariables(body);
  return [...new Set(uses.map(({ name }) => name.split('.', 1)[0] as string))];
}

/** Reads the messages below the front matter and notes where they and their variables stand. Where a tag spans them they come out of the whole rendered template. */
export function readTurns(
  source: Source,
  bodyStart: number,
  places: Map<string, Where>,
  dialect: string,
  threads: readonly string[],
): Pick<Prompt, 'messages' | 'turns'> {
  const { file, fields } = source;
  const at = buildPlaces(file);
  const body = file.text.slice(bodyStart);
  const lines = findRoleLines(body);
  places.set('messages', at(bodyStart));
  const reject = (message: string, hint: string, offset: number): void => {
    fields.errors.push(buildProblem(message, hint, at(bodyStart + offset)));
  };
  for (const { role, start } of lines) {
    if (role !== 'tool' && role !== 'function') continue;
    reject(`A message of the role "${role}" does not say which call it answers.`, 'Take it out.', start);
  }
  warnOfAttributes(source, lines, (offset) => at(bodyStart + offset));
  if (body.trim() === '') reject('has no text.', 'Write the prompt below the front matter.', 0);
  if (lines.length > maxItems) {
    reject(`holds ${lines.length} messages; at most ${maxItems} can be read.`, 'Indent lines that are text.', 0);
    return { messages: [] };
  }
  if (threads.length > 0 && dialectOf(dialect).renderTurns === undefined) {
    reject(`puts the conversation "${threads[0]}" into a template of ${dialect}.`, 'Only jinja2 templates can.', 0);
  }
  if (isRendered(body, lines, dialect, threads)) {
    noteTemplate(fields, places, dialect, body, (offset) => at(bodyStart + offset));
    const template = threads.reduce((text, name) => insertThread(text, name), body);
    return { messages: [{ role: 'user', content: template.trim() }], turns: 'rendered' };
  }
  const messages = cutAtLines(body, lines).flatMap(({ role, text, offset }): readonly Message[] => {
    const start = bodyStart + offset;
    if (text === '') {
      const message = `The ${role} message is empty and not sent.`;
      fields.warnings.push(buildProblem(message, 'Write its text, or remove the role line.', at(start)));
      return [];
    }
    noteTemplate(fields, places, dialect, text, (inside) => at(start + inside));
    return role === 'tool' || role === 'function' ? [] : [{ role: role ?? 'system', content: text }];
  });
  return { messages };
}

/** True where messages cannot be told before a row is filled in: a role of a value, a conversation, a tag from one message into another. */
function isRendered(body: string, lines: readonly RoleLine[], dialect: string, threads: readonly string[]): boolean {
  const { renderTurns, findFaults } = dialectOf(dialect);
  if (renderTurns === undefined || findFaults(body).length > 0) return false;
  const isOpen = () => cutAtLines(body, lines).some(({ text }) => findFaults(text).length > 0);
  return threads.length > 0 || roleOfValue.test(body) || setTag.test(body) || isOpen();
}

function warnOfAttributes({ fields }: Source, lines: readonly RoleLine[], at: (offset: number) => Where): void {
  const line = lines.find(({ attributes }) => attributes !== null);
  if (line === undefined) return;
  const message = `"${line.role}[${line.attributes}]:" has attributes, which are not sent.`;
  fields.warnings.push(buildProblem(message, 'Say in the text what the model is to know.', at(line.start)));
}

/** Puts a loop over a conversation in place of its name; what follows goes on in the role that it stands in. */
function insertThread(body: string, name: string): string {
  const roles = findRoleLines(body);
  return body.replace(new RegExp(`\\{\\{-?[ \\t]*${name}[ \\t]*-?\\}\\}`, 'gu'), (_, offset: number) => {
    const role = roles.findLast(({ start }) => start < offset)?.role ?? 'system';
    const turn = `{{ turn.role }}:\n{{ turn.content }}\n`;
    return `\n{% for turn in ${name} | default([], true) %}\n${turn}{% endfor %}\n${role}:\n`;
  });
}
