import { buildProblem, type Where } from '../errors.ts';
import type { Message } from '../ports.ts';
import { buildPlaces } from '../text/places.ts';
import { quoteName } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { findCode } from './code-spans.ts';
import { dialectOf } from './dialects.ts';
import { type Fields, maxItems } from './fields.ts';
import { type FileKind, isForCodingTool } from './file-kinds.ts';
import { type Body, usesInput } from './guess-dialect.ts';
import { guessTurns } from './guess-turns.ts';
import { blankIncludes } from './include.ts';
import { sightLostRoles, sightSystemName } from './lost-roles.ts';
import { none } from './none.ts';
import { findMarkers, type Section, splitSections } from './sections.ts';
import { noteTemplate } from './settings.ts';

/** What stands below the front matter, cut into messages that are not read yet. */
export interface MarkdownBody {
  readonly file: SourceFile;
  readonly sections: readonly Section[];
  /** The roles of its role lines. */
  readonly roles: readonly Message['role'][];
  /** What the file is for by its name, where no role of its own says it. */
  readonly kind: FileKind;
  /** True where the roles, or that there are none, had to be guessed. */
  readonly isGuessed: boolean;
  readonly bodyStart: number;
  readonly at: (offset: number) => Where;
}

/** Cuts a body into sections by its role lines, or where it surely has the roles of another tool, by those. What it cannot hold goes to the errors. */
export function cutBody(
  file: SourceFile,
  bodyStart: number,
  fields: Fields,
  { kind, mayGuess }: { readonly kind: FileKind; readonly mayGuess: boolean },
): MarkdownBody {
  const at = buildPlaces(file);
  const body = file.text.slice(bodyStart);
  // What a coding tool reads holds code, and none of it is written for us.
  const lines = findMarkers(body, isForCodingTool(kind) ? findCode(body) : () => false);
  const turns = mayGuess ? guessTurns(body, lines) : null;
  const [preamble, ...marked] = splitSections(body, lines);
  const isAnswer = mayGuess && marked.length === 1 && marked[0]?.role === 'assistant' && marked[0].text === '';
  const rest = {
    file,
    kind,
    isGuessed: turns !== null || isAnswer,
    bodyStart,
    at: (offset: number) => at(bodyStart + offset),
  };
  if (turns !== null) {
    const { sections, notation } = turns;
    const count = sections.length === 1 ? 'one message' : `${sections.length} messages`;
    const hint =
      'To say it, write each role on a line of its own, as "# system:". To send the text as it stands: "template: none".';
    fields.guesses.push(buildProblem(`is read as ${count}, as ${notation}.`, hint, rest.at(sections[0]?.offset ?? 0)));
    return { ...rest, sections, roles: sections.flatMap(({ role }) => role ?? []) };
  }
  if (isAnswer) {
    const last = quoteName(body.trimEnd().split('\n').at(-1) ?? '');
    const message = `ends with ${last}, as prompts do that a model completes; it is sent as it stands, in one message.`;
    const hint = 'Take the last line away: a chat model writes its answer as a message of its own.';
    fields.guesses.push(buildProblem(message, hint, rest.at(lines[0]?.start ?? 0)));
    return { ...rest, sections: [splitSections<Message['role']>(body, [])[0]], roles: [] };
  }
  const sections = preamble.text === '' ? marked : [preamble, ...marked];
  return { ...rest, kind: lines.length > 0 ? null : kind, sections, roles: lines.map(({ role }) => role) };
}

/** The templates of a body, one of each section. */
export function listTemplates({ file, sections, at }: MarkdownBody): readonly Body[] {
  return sections.map(({ text, offset }) => ({ text: blankIncludes(text, file), at: (inside) => at(offset + inside) }));
}

/** Reads the messages of a body and notes where they and their variables stand. */
export function readBody(
  body: MarkdownBody,
  fields: Fields,
  places: Map<string, Where>,
  dialect: string,
): readonly Message[] {
  const { file, sections, roles, at } = body;
  const reject = (message: string, hint: string, where: Where): void => {
    fields.errors.push(buildProblem(message, hint, where));
  };
  if (sections.length === 0) reject('has no text.', 'Write the prompt below the front matter.', at(file.text.length));
  places.set('messages', at(sections[0]?.offset ?? 0));
  if (sections.length > maxItems) {
    const hint = 'A role stands alone on its line; indent a line that is text.';
    reject(`holds ${sections.length} messages; at most ${maxItems} can be read.`, hint, at(0));
    return [];
  }
  for (const template of listTemplates(body)) noteTemplate(fields, places, dialect, template.text, template.at);
  const isSystem = roles.length > 0 || isSystemFile(body, fields, dialect);
  const messages = sections.map(({ role, text, offset }, index): Message => {
    if (text === '')
      reject(`The ${role} message is empty.`, hintEmpty(role, index === sections.length - 1), at(offset));
    return { role: role ?? (isSystem ? 'system' : 'user'), content: text };
  });
  if (dialect !== none.name && !body.isGuessed) {
    fields.sightings.push(...sightLostRoles(file.text.slice(body.bodyStart), roles, at));
  }
  const content = dialectOf(dialect).write('input');
  if (roles.length > 0 || !isSystem) return messages;
  places.set('{{input}}', places.get('{{input}}') ?? { path: file.path, line: null, column: null });
  return [...messages, { role: 'user', content }];
}

/** True for a file that is one system message by its name: `*.system.md` says it, other names let it be guessed. One that holds the row's input itself is none. */
function isSystemFile(body: MarkdownBody, fields: Fields, dialect: string): boolean {
  const { file, kind, at } = body;
  if (kind === 'own-system') return true;
  if (kind !== 'system' && kind !== 'instructions') return false;
  const { write } = dialectOf(dialect);
  if (listTemplates(body).some(({ text }) => usesInput(dialectOf(dialect), text))) {
    if (kind === 'system') fields.sightings.push(sightSystemName(file.path, at(0)));
    return false;
  }
  const asWhat = kind === 'system' ? 'its name says' : 'instructions of a coding agent are';
  const isLiteral = dialect === none.name;
  const message = `is read as a system message, as ${asWhat}${isLiteral ? ', word for word' : ''}; ${write('input')} follows it.`;
  const filling = isLiteral ? '"template: mustache" in its suite fills in {{name}}. ' : '';
  const hint = `${filling}To say it, write "# system:" above the text and "# user:" with ${write('input')} below it; "# user:" alone above it makes it one user message.`;
  fields.guesses.push(buildProblem(message, hint, { path: file.path, line: null, column: null }));
  return true;
}

function hintEmpty(role: Section['role'], isLast: boolean): string {
  const isAsked = role === 'assistant' && isLast;
  return isAsked
    ? 'Remove the role line: the model writes this message. To send it as text, indent it.'
    : 'Write its text, or remove the role line.';
}
