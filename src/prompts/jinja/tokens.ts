import type { parse } from '@huggingface/jinja';
import { quoteName } from '../../text/problems.ts';
import { SyntaxFault } from './syntax.ts';

/** A token as the library's parser takes it, and where it stands in the template. */
export interface Token {
  readonly value: string;
  readonly type: Parameters<typeof parse>[0][number]['type'];
  readonly offset: number;
}

const blank = /\s*/y;
const closings = { '{{': /([-+]?)\}\}/y, '{%': /([-+]?)%\}/y } as const;
const written =
  /("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|\*\*|\/\/|[<>=!]=|[-+*/%~<>=()[\]{},.:|]/uy;
const index = /\d+/y;
const signs = new Map<string, Token['type']>([
  ['(', 'OpenParen'],
  [')', 'CloseParen'],
  ['[', 'OpenSquareBracket'],
  [']', 'CloseSquareBracket'],
  ['{', 'OpenCurlyBracket'],
  ['}', 'CloseCurlyBracket'],
  [',', 'Comma'],
  ['.', 'Dot'],
  [':', 'Colon'],
  ['|', 'Pipe'],
  ['=', 'Equals'],
  ...['+', '-', '~'].map((sign) => [sign, 'AdditiveBinaryOperator'] as const),
  ...['*', '/', '//', '%'].map((sign) => [sign, 'MultiplicativeBinaryOperator'] as const),
  ['**', 'ExponentiationBinaryOperator'],
  ...['<', '>', '<=', '>=', '==', '!='].map((sign) => [sign, 'ComparisonBinaryOperator'] as const),
]);
const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\n', ''],
]);

/** Longer tags are no data but an attack on recursive code. */
const maxTokens = 2000;
const maxBrackets = 50;

/** The tokens between a tag's opening and its closing braces, and what closes it. */
export interface TagTokens {
  readonly tokens: readonly Token[];
  /** Behind the closing braces. */
  readonly end: number;
  /** The sign before the closing braces: `-` takes white space behind the tag away. */
  readonly sign: string;
}

/** Cuts what stands behind the opening braces of a tag into tokens; throws a SyntaxFault at what is none, and at the tag where it has no end. */
export function cutTag(template: string, opening: '{{' | '{%', start: number): TagTokens {
  const closing = closings[opening];
  const tokens: Token[] = [];
  const brackets: string[] = [];
  let at = start;
  for (;;) {
    at = skipTo(template, at);
    closing.lastIndex = at;
    const closed = brackets.length === 0 ? closing.exec(template) : null;
    if (closed !== null) return { tokens, end: closing.lastIndex, sign: closed[1] ?? '' };
    if (tokens.length === maxTokens) {
      throw new SyntaxFault(`has a tag of more than ${maxTokens} words and signs.`, 'Write shorter tags.', at);
    }
    const token = readToken(template, at, tokens.at(-1)?.type === 'Dot');
    if (token.type.startsWith('Open')) brackets.push(token.value);
    else if (token.type.startsWith('Close')) brackets.pop();
    if (brackets.length > maxBrackets) {
      throw new SyntaxFault(`has more than ${maxBrackets} brackets in each other.`, 'Write a simpler tag.', at);
    }
    tokens.push(token);
    at = token.end;
  }
}

function skipTo(template: string, at: number): number {
  blank.lastIndex = at;
  blank.exec(template);
  return blank.lastIndex;
}

function readToken(template: string, at: number, isIndex: boolean): Token & { readonly end: number } {
  const pattern = isIndex && /\d/.test(template.charAt(at)) ? index : written;
  pattern.lastIndex = at;
  const found = pattern.exec(template);
  if (found === null) throw explainStray(template, at);
  const [value, text, number, name] = found;
  const place = { offset: at, end: at + value.length };
  if (text !== undefined) return { value: readEscapes(text.slice(1, -1)), type: 'StringLiteral', ...place };
  if (pattern === index || number !== undefined) return { value, type: 'NumericLiteral', ...place };
  return { value, type: name === undefined ? (signs.get(value) ?? 'Equals') : 'Identifier', ...place };
}

function explainStray(template: string, at: number): SyntaxFault {
  const sign = template.charAt(at);
  if (sign === '') {
    const hint = 'Close it, or write braces that are text as "{% raw %}{{{% endraw %}".';
    return new SyntaxFault('has a tag that is never closed.', hint);
  }
  if (sign === '"' || sign === "'") return new SyntaxFault('has a quote that is never closed.', 'Close it.', at);
  return new SyntaxFault(`has ${quoteName(sign)} in a tag.`, 'Only Jinja expressions can stand there.', at);
}

/** As Python reads them: an escape that is none keeps its backslash. */
function readEscapes(text: string): string {
  return text.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|([\s\S]))/g, (whole, short, long, sign) => {
    if (sign === undefined) return String.fromCharCode(Number.parseInt(short ?? long, 16));
    return escapes.get(sign) ?? (/[\\'"]/.test(sign) ? sign : whole);
  });
}
