import { aliasesOf } from '../datasets/aliases.ts';
import { buildProblem, type Problem, type Where } from '../errors.ts';
import { quoteName } from '../text/problems.ts';
import { findCode } from './code-spans.ts';
import { copilot } from './copilot.ts';
import type { TemplateDialect } from './dialect.ts';
import { fString } from './f-string.ts';
import type { FileKind } from './file-kinds.ts';
import { handlebars } from './handlebars.ts';
import { jinja } from './jinja.ts';
import { mustache } from './mustache.ts';
import { none } from './none.ts';
import { slashCommand } from './slash-command.ts';
import { findPlaceholders } from './template.ts';

/** A text of a prompt file: its own, or that of a file which it includes. */
export interface Body {
  readonly text: string;
  at(offset: number): Where;
}

/** The dialect that a file is surely written in, and the sentence that says so; null where the roles of the file say it already. */
export interface GuessedDialect {
  readonly dialect: string;
  readonly guess: Problem | null;
}

/** The columns that are a row's input. */
const inputNames: readonly string[] = ['input', ...aliasesOf('input')];

/** A text of so many characters is no manual. */
const maxShort = 2000;
/** So many characters around a placeholder tell what it stands in. */
const maxLabel = 12;

/** Languages with tags: the style that their tags are seen as, and which of those no other text holds. */
const languages = [
  { dialect: jinja, style: 'a tag of Jinja', shows: /^\{%|^\{\{[^|]*\|/ },
  { dialect: handlebars, style: 'a tag of Handlebars', shows: /^\{\{~?#/ },
] as const;

/**
 * The dialect of a file for which nobody names one, where it is surely not the default; null where it is the default, and where there is
 * doubt. The first of `bodies` is the file's own text, the others are those that it includes.
 */
export function guessDialect(kind: FileKind, bodies: readonly Body[]): GuessedDialect | null {
  const isPlain = bodies.every(({ text }) => isPlainText(text));
  if (kind === 'instructions' && isPlain) return { dialect: none.name, guess: null };
  if (kind === 'command' && isPlain) return { dialect: slashCommand.name, guess: guessCommand(bodies) };
  if (kind === 'editor-prompt' && isPlain) {
    const [input] = findForeign(bodies).filter(({ written }) => copilot.findVariables(written).length > 0);
    if (input !== undefined) return sayDialect(copilot.name, input);
  }
  // Who takes our suffix writes as we ask for, and what stands in single braces may be how the answer is to look.
  return guessLanguage(bodies) ?? (kind === 'own-system' ? null : guessFString(bodies));
}

/** True where a text uses the input of the row by itself. */
export function usesInput({ findFaults, findVariables }: TemplateDialect, text: string): boolean {
  return findFaults(text).length === 0 && findVariables(text).some(({ name }) => inputNames.includes(name));
}

/** True where nothing outside of code is a variable of the default dialect: files of coding tools hold examples of workflows and templates. */
function isPlainText(text: string): boolean {
  const isCode = findCode(text);
  return findPlaceholders(text).every(
    ({ name, offset }) => !inputNames.includes(name) && (isCode(offset) || text.charAt(offset - 1) === '$'),
  );
}

function guessCommand([first]: readonly Body[]): Problem {
  const message = 'is read as a command of a coding agent: $ARGUMENTS is the input of a row, $1 its first word.';
  return buildProblem(message, hintDialect(slashCommand.name), first?.at(0) ?? null);
}

function guessLanguage(bodies: readonly Body[]): GuessedDialect | null {
  const tags = findForeign(bodies).filter(({ certainty }) => certainty === 'always');
  const language = languages.find(({ style }) => tags.length > 0 && tags.every((tag) => tag.style === style));
  const shown = tags.find(({ written }) => language?.shows.test(written));
  if (language === undefined || shown === undefined) return null;
  return isReadBy(language.dialect, bodies) ? sayDialect(language.dialect.name, shown) : null;
}

/** All braces of the text must be those of an f-string, and one of its placeholders be sure: manuals write `{name}` in their prose, too. */
function guessFString(bodies: readonly Body[]): GuessedDialect | null {
  const foreign = findForeign(bodies);
  const isShort = bodies.reduce((length, { text }) => length + text.length, 0) <= maxShort;
  const shown = foreign.find(({ certainty, isSlot }) => certainty === 'alone' && (isShort || isSlot));
  const isOther = foreign.some(({ certainty }) => certainty === 'always');
  const isMustache = bodies.some(({ text }) => findPlaceholders(text).some(({ offset }) => !isFormula(text, offset)));
  if (shown === undefined || isOther || isMustache) return null;
  return isReadBy(fString, bodies) ? sayDialect(fString.name, shown) : null;
}

function findForeign(bodies: readonly Body[]) {
  return bodies.flatMap(({ text, at }) =>
    mustache.findForeign(text).map((foreign) => {
      const { offset, written } = foreign;
      return { ...foreign, where: at(offset), isSlot: isSlot(text, offset, offset + written.length) };
    }),
  );
}

/** True for doubled braces of a formula: `\\boxed{{answer}}`, `x^{{2}}`. */
function isFormula(text: string, offset: number): boolean {
  return /(?:\\\p{L}+|[\^_])$/u.test(text.slice(Math.max(0, offset - maxLabel), offset));
}

/** True where a placeholder has a place to itself: what its line ends with behind a colon, all of a line, between quotes or tags. */
function isSlot(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - maxLabel), from);
  return (
    /(?:^|[\n:="'>])[ \t"'`]*$/.test(before) &&
    /^["'`.,;]{0,3}(?:[ \t]*(?:\n|$)|["'`]|<\/)/.test(text.slice(to, to + maxLabel))
  );
}

function isReadBy({ findFaults }: TemplateDialect, bodies: readonly Body[]): boolean {
  return bodies.every(({ text }) => findFaults(text).length === 0);
}

function sayDialect(
  dialect: string,
  { written, where }: { readonly written: string; readonly where: Where },
): GuessedDialect {
  const message = `${quoteName(written)} is read as ${dialect}, since no template is named.`;
  return { dialect, guess: buildProblem(message, hintDialect(dialect), where) };
}

function hintDialect(dialect: string): string {
  return `To say it, write "template: ${dialect}" in the file or the suite; where it is text, "template: none".`;
}
