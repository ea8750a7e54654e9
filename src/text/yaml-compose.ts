import { Composer, type CST, type Document, Lexer, Parser, type YAMLParseError } from 'yaml';
import { UserError } from '../errors.ts';
import { maxDepth } from '../json.ts';
import { fileWhere } from './json-text.ts';
import { buildPlaces } from './places.ts';
import type { SourceFile } from './source-file.ts';
import { explainSyntax } from './yaml-fault.ts';

/** The most tokens of one YAML file: a line `- name: value` has nine. A file of texts has few; a dataset beyond it is no file for people to edit. */
const maxTokens = 250_000;

/** The composer calls this for every fault in the order of the text. It is none of its published members, so that a test holds it. */
type OnError = (
  source: number | { readonly offset: number } | readonly [number, number],
  code: YAMLParseError['code'],
  message: string,
  isWarning?: boolean,
) => void;

/** Reads one YAML 1.2 document. Throws a UserError of its first syntax error, of too many tokens or levels, and for a second document. */
export function composeYaml(file: SourceFile): Document | null {
  const tokens = readTokens(file);
  // The composer recurses, and V8 aborts the process where a regular expression meets the end of the stack: look at the depth first.
  if (isTooDeep(tokens)) {
    throw UserError.of(`is nested more than ${maxDepth} levels deep.`, 'Flatten it.', fileWhere(file));
  }
  // uniqueKeys compares every key with all before it, and merge copies at every use: reading the values does both in linear time.
  const composer = new Composer({
    schema: 'core',
    stringKeys: true,
    uniqueKeys: false,
    resolveKnownTags: false,
    intAsBigInt: true,
    prettyErrors: false,
  });
  const stop = stopAtFirst(file);
  Object.assign(composer, { onError: stop });
  let document: Document | null = null;
  for (const next of composer.compose(passGood(tokens, stop), true, file.text.length)) {
    if (document !== null) throw refuseSecond(file, next);
    document = next;
  }
  return document;
}

/** Hands the tokens on, and stops at those that are faults by themselves: of these the composer would gather one after the other. */
function* passGood(tokens: readonly CST.Token[], stop: OnError): Iterable<CST.Token> {
  let isStarted = false;
  for (const token of tokens) {
    if (token.type === 'error') stop(token, 'UNEXPECTED_TOKEN', token.message);
    if (token.type === 'doc-end' && !isStarted) stop(token, 'UNEXPECTED_TOKEN', 'Unexpected end of a document');
    isStarted ||= token.type === 'document';
    yield token;
  }
}

/** What follows a syntax error is mostly its echo. The composer catches what is thrown inside a collection, and comes back with it. */
function stopAtFirst(file: SourceFile): OnError {
  let first: UserError | null = null;
  return (source, code, message, isWarning = false) => {
    if (isWarning) return;
    const at = Array.isArray(source) ? source[0] : source;
    const offset = typeof at === 'number' ? at : at.offset;
    first ??= new UserError([explainSyntax(file, { code, message, pos: [offset] }, buildPlaces(file)(offset))]);
    throw first;
  };
}

function refuseSecond(file: SourceFile, second: Document): UserError {
  const range = second.contents?.range;
  const where = range ? buildPlaces(file)(range[0]) : fileWhere(file);
  return UserError.of('holds more than one YAML document.', 'Keep one document a file.', where);
}

function readTokens(file: SourceFile): readonly CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(file.text)) {
    count += 1;
    if (count > maxTokens) {
      const hint = 'Split the file; write a dataset as JSON Lines or CSV.';
      throw UserError.of(`has more than ${maxTokens} tokens of YAML.`, hint, fileWhere(file));
    }
    tokens.push(...parser.next(lexeme));
  }
  tokens.push(...parser.end());
  return tokens;
}

function isTooDeep(tokens: readonly CST.Token[]): boolean {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > maxDepth) return true;
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return false;
}
