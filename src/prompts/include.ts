import { resolvePath } from '../config/paths.ts';
import { buildProblem, type Problem, type Where } from '../errors.ts';
import type { Message } from '../ports.ts';
import { buildPlaces } from '../text/places.ts';
import { quoteName } from '../text/problems.ts';
import { maxTextBytes, type SourceFile } from '../text/source-file.ts';
import type { Fields } from './fields.ts';
import type { Dependency } from './format.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Body } from './guess-dialect.ts';
import { mapTexts } from './message-text.ts';
import { noteTemplate } from './settings.ts';

/** Behind a backslash it is text. More braces make it something else: `{{{{> name}}}}` is how an f-string writes the tag itself. */
const tag = /(\\|(?<!\{))\{\{>([^{}\n]*)\}\}(?!\})/g;
/** A partial that a template of Handlebars defines itself. */
const definition = /\{\{~?#\*\s*inline\s+["']([^"'\n]+)["']/g;

const missingHint =
  'The tag "{{> path}}" stands for the text of a file: correct the path (it is relative to this file), or commit it. To send the tag as text, write "\\{{>".';

/** The files that a text includes by `{{> path}}`, relative to itself; its front matter includes nothing. Throws a UserError where that is not closed. */
export function findIncludes(file: SourceFile): readonly Dependency[] {
  return listTags(file).flatMap(({ path, where }) => (path === null ? [] : [{ path, where, hint: missingHint }]));
}

/**
 * Puts the body of each included file, without the blank lines around it, in place of its tag. Notes the variables of the included files,
 * and as mistakes what leaves the repository, is too large, or leaves a message empty.
 */
export function resolveIncludes(
  fields: Fields,
  places: Map<string, Where>,
  dialect: string,
  messages: readonly Message[],
  [root, ...included]: readonly [SourceFile, ...SourceFile[]],
): readonly Message[] {
  for (const file of [root, ...included]) for (const stray of findStrays(file)) fields.errors.push(stray);
  for (const { text, at } of included.map(openBody)) noteTemplate(fields, places, dialect, text, at);
  const where = places.get('messages') ?? { path: root.path, line: null, column: null };
  const reject = (message: string, hint: string) => fields.errors.push(buildProblem(message, hint, where));
  const files = new Map([root, ...included].map((file) => [file.path, file]));
  if (measure(root, files) > maxTextBytes) {
    reject(`holds more than ${maxTextBytes} characters with all that it includes.`, 'Include less.');
    return messages;
  }
  const expandText = (role: string) => (text: string) => {
    const whole = expand(text, root.path, files);
    const isEmptied = text !== '' && whole.trim() === '';
    if (isEmptied) reject(`The ${role} message is empty: what it includes is.`, 'Write its text, or remove it.');
    return whole;
  };
  return messages.map((message) => mapTexts(message, expandText(message.role)));
}

/** A text of a file, of the same length, with blanks where its tags are. */
export function blankIncludes(text: string, file: SourceFile): string {
  const isPartial = findPartials(file);
  return text.replace(tag, (whole, _, name: string) => (isPartial(name) ? whole : ' '.repeat(whole.length)));
}

/** Tells of what stands in a tag whether it calls a partial that the file itself defines: then it is none of ours. */
function findPartials({ text }: SourceFile): (written: string) => boolean {
  const names = new Set([...text.matchAll(definition)].map(({ 1: name }) => name));
  return (written) => names.has(written.trim().split(/\s/, 1)[0]);
}

/** The text of an included file below its front matter, with blanks where its tags are. */
export function openBody(file: SourceFile): Body {
  const { bodyStart } = splitFrontMatter(file);
  const at = buildPlaces(file);
  return { text: blankIncludes(file.text.slice(bodyStart), file), at: (offset) => at(bodyStart + offset) };
}

function findStrays(file: SourceFile): readonly Problem[] {
  const hint = 'Write a path relative to this file, with "/" between folders.';
  return listTags(file).flatMap(({ written, path, where }) => {
    if (path !== null) return [];
    return [buildProblem(`includes ${quoteName(written)}, which does not stay inside the repository.`, hint, where)];
  });
}

function listTags(file: SourceFile) {
  const { bodyStart } = splitFrontMatter(file);
  const at = buildPlaces(file);
  const isPartial = findPartials(file);
  return [...file.text.slice(bodyStart).matchAll(tag)].flatMap(({ 1: backslash, 2: name = '', index }) => {
    const written = name.trim();
    return backslash !== '' || isPartial(name)
      ? []
      : { written, path: resolvePath(file.path, written), where: at(bodyStart + index) };
  });
}

/** The length of a file with all that it includes, reckoned without writing it out: few files can include each other into terabytes. */
function measure(root: SourceFile, files: ReadonlyMap<string, SourceFile>): number {
  const known = new Map<string, number>();
  const lengthOf = (file: SourceFile): number => {
    const found = known.get(file.path);
    if (found !== undefined) return found;
    const parts = findIncludes(file).map(({ path }) => files.get(path));
    const length = parts.reduce((sum, part) => sum + (part === undefined ? 0 : lengthOf(part)), file.text.length);
    known.set(file.path, length);
    return length;
  };
  return lengthOf(root);
}

function expand(text: string, from: string, files: ReadonlyMap<string, SourceFile>): string {
  const isPartial = findPartials(files.get(from) ?? { path: from, text });
  return text.replace(tag, (whole, backslash: string, name: string) => {
    if (isPartial(name)) return whole;
    if (backslash !== '') return whole.slice(1);
    const file = files.get(resolvePath(from, name.trim()) ?? '');
    if (file === undefined) return whole;
    const body = file.text.slice(splitFrontMatter(file).bodyStart).replace(/^(?:[ \t]*\n)+/, '');
    return expand(body.trimEnd(), file.path, files);
  });
}
