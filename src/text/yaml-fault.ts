import type { ErrorCode } from 'yaml';
import { buildProblem, type Problem, type Where } from '../errors.ts';
import { quoteName } from './problems.ts';
import type { SourceFile } from './source-file.ts';

const quoteIt = 'Put quotes around the text, or write it below its key after "|".';
const hints: Partial<Record<ErrorCode, string>> = {
  NON_STRING_KEY: quoteIt,
  BAD_SCALAR_START: quoteIt,
  UNEXPECTED_TOKEN: quoteIt,
  BLOCK_AS_IMPLICIT_KEY: `Is ": " part of a text? ${quoteIt}`,
  BAD_DQ_ESCAPE: 'In double quotes write each backslash twice; in single quotes it is itself.',
  MISSING_CHAR: 'Close what is open; lines of a text stand further in than its key.',
  TAB_AS_INDENT: 'Indent with blanks.',
};
/** A value that begins with braces, where YAML reads a mapping. */
const unquoted = /(?:^|[-:,[?]\s+)(\{[{%].*)/;

/** A syntax error of the YAML parser at an offset, with what to do about it. */
export function explainSyntax(
  { text }: SourceFile,
  {
    code,
    message,
    pos: [offset],
  }: { readonly code: ErrorCode; readonly message: string; readonly pos: readonly number[] },
  where: Where,
): Problem {
  const start = text.lastIndexOf('\n', (offset ?? 0) - 1) + 1;
  const line = text.slice(start).split('\n', 1)[0] ?? '';
  const value = unquoted.exec(line)?.[1]?.trim();
  if (value !== undefined && code !== 'MISSING_CHAR') {
    const message = `is not valid YAML: a text that begins with "${value.slice(0, 2)}" needs quotes.`;
    return buildProblem(message, `Put quotes around it: ${quoteName(value)}.`, where);
  }
  if (code === 'MISSING_CHAR' && goesOn(text, offset ?? 0)) {
    const hint = 'Indent its lines further than its key, or write it below the key after "|".';
    return buildProblem('is not valid YAML: a quoted text goes on in a line that is not indented.', hint, where);
  }
  const sentence = message.split('\n', 1)[0]?.replace(/\.$/, '');
  return buildProblem(`is not valid YAML: ${sentence}.`, hints[code] ?? 'Correct it.', where);
}

/** True where the line that a quoted text breaks off at is followed by more of it, and by its quote. */
function goesOn(text: string, offset: number): boolean {
  const rest = text.slice(offset);
  return /^\n[^\s#]/.test(rest) && /["']/.test(rest);
}
