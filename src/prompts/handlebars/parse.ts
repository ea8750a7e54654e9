import { parse, parseWithoutProcessing } from '@handlebars/parser';
import type { TemplateFault } from '../dialect.ts';
import { findExcess } from './scan.ts';
import type { RawNode, RawProgram } from './syntax.ts';

/** The most blocks one in the other, each `else if` counted. */
const maxDepth = 100;

/** A template as its parser gives it, or what keeps it from being parsed. */
export type Parsed =
  | { readonly program: RawProgram; readonly offsetOf: (node: RawNode) => number }
  | { readonly fault: TemplateFault };

/**
 * Parses a template into the tree of the library, blanks around its tags taken away as they ask for it. A partial that stands before
 * everything else and names the `file` that it was read from is a template of its own, whose first and last line stand at its edges.
 */
export function parseTemplate(template: string): Parsed {
  const excess = findExcess(template);
  if (excess !== null) return { fault: excess };
  const offsetAt = buildOffsets(template);
  try {
    const program = parseWithoutProcessing(template) as unknown as RawProgram;
    const offsetOf = ({ loc }: RawNode) => offsetAt(loc.start.line, loc.start.column);
    const deepest = findDeepest(program);
    if (deepest !== null) {
      const message = `has more than ${maxDepth} blocks one in the other.`;
      return { fault: { message, hint: 'Write less into one template.', offset: offsetOf(deepest) } };
    }
    const files = program.body.slice(0, countFiles(program));
    for (const { program: body } of files) if (body !== undefined) takeBlanks(body);
    program.body.splice(0, files.length);
    takeBlanks(program);
    return { program: { ...program, body: [...files, ...program.body] }, offsetOf };
  } catch (error) {
    return { fault: explain(error as ParserError, offsetAt) };
  }
}

/** The library takes a parsed tree as well as a text, and edits it. */
function takeBlanks(program: RawProgram): void {
  parse(program as unknown as string);
}

function countFiles({ body }: RawProgram): number {
  const isFile = ({ type, hash }: RawNode) =>
    type === 'DecoratorBlock' && hash?.pairs.some(({ key }) => key === 'file') === true;
  const end = body.findIndex((node) => !isFile(node));
  return end === -1 ? body.length : end;
}

/** The first node that lies deeper than can be read. */
function findDeepest(root: RawProgram): RawNode | null {
  const open: (readonly [RawProgram, number])[] = [[root, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [{ body }, depth] = next;
    for (const node of body) {
      if (depth > maxDepth) return node;
      for (const inner of [node.program, node.inverse]) if (inner) open.push([inner, depth + 1]);
    }
  }
  return null;
}

interface ParserError extends Error {
  /** Of what the grammar does not allow: the token, and the place of the one before it. */
  readonly hash?: {
    readonly token: string | null;
    readonly line: number;
    readonly loc?: { readonly last_line: number; readonly last_column: number };
  };
  readonly lineNumber?: number;
  readonly column?: number;
}

function explain({ message, hash, lineNumber = 1, column = 0 }: ParserError, offsetAt: OffsetAt): TemplateFault {
  const hint = 'Correct the tag; for braces that are text write "\\{{".';
  if (hash === undefined) {
    const [, open, close] = /^(.*) doesn't match (.*?)(?: - \d+:\d+)?$/s.exec(message) ?? [];
    const what =
      open === undefined ? 'has a tag of Handlebars that cannot be read.' : `closes "${open}" as "${close}".`;
    return { message: what, hint, offset: offsetAt(lineNumber, column) };
  }
  const offset =
    hash.loc === undefined ? offsetAt(hash.line + 1, 0) : offsetAt(hash.loc.last_line, hash.loc.last_column);
  if (hash.token === 'EOF') {
    return { message: 'ends inside a block of Handlebars.', hint: 'Close each "{{#…}}" with its "{{/…}}".', offset };
  }
  if (hash.token === 'OPEN_ENDBLOCK' || hash.token === 'INVERSE' || hash.token === 'OPEN_INVERSE_CHAIN') {
    return { message: 'closes a block of Handlebars where none is open.', hint, offset };
  }
  return { message: 'has a tag of Handlebars that cannot be read.', hint, offset };
}

type OffsetAt = (line: number, column: number) => number;

/** Offsets by line, from 1, and column, from 0, as the parser counts them. */
function buildOffsets(template: string): OffsetAt {
  const starts = [0, ...[...template.matchAll(/\r\n?|\n/g)].map(({ 0: end, index }) => index + end.length)];
  return (line, column) => Math.max(0, Math.min((starts[line - 1] ?? 0) + column, template.length - 1));
}
