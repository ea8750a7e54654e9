import { UserError } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject, writeJson } from '../../json.ts';
import { originAt } from './context.ts';
import { type Helpers, isEmpty, listMembers, type Mark } from './helpers.ts';
import type { Block, Node, PartialCall, Program, Value } from './nodes.ts';
import { enter, evaluate, evaluateHash, type Found, type Frame, openScope, type Run, type Scope } from './scope.ts';

/** The most pieces that a template writes for one row, characters that they hold, and programs called one by the other. */
const maxSteps = 200_000;
const maxLength = 10_000_000;
const maxDepth = 200;

/** A piece of what a template writes: text, or what a helper of Dotprompt has put there. */
export type Piece = string | Mark;

/** What one row makes of a template, and the names that are needed and that the row lacks, each once. */
export interface Writing {
  readonly pieces: readonly Piece[];
  readonly unknown: readonly string[];
}

type Context = Omit<Frame, 'outer'>;

interface Sink {
  readonly pieces: Piece[];
  /** Shared by all sinks of a run. */
  readonly spent: { steps: number; length: number };
}

/** Writes a template in one pass: what a value holds is never read as a template. Throws a UserError for one that goes on and on. */
export function interpret(program: Program, row: JsonObject, helpers: Helpers): Writing {
  const run: Run = { row, helpers, unknown: new Set() };
  const sink: Sink = { pieces: [], spent: { steps: 0, length: 0 } };
  write(program, openScope(row), null, run, sink);
  return { pieces: sink.pieces, unknown: [...run.unknown] };
}

/** Writes a program in its scope; `around` is that of the tag that it belongs to. */
function write(program: Program, inner: Scope, around: Scope | null, run: Run, sink: Sink): void {
  if (inner.depth === maxDepth) throw tooMuch(`calls partials more than ${maxDepth} deep`);
  const defined = [...program.partials].map(([name, one]) => [name, { program: one, around }] as const);
  const partials = defined.length === 0 ? inner.partials : new Map([...inner.partials, ...defined]);
  const scope = { ...inner, partials, depth: inner.depth + 1 };
  for (const node of program.nodes) writeNode(node, scope, run, sink);
}

function put(sink: Sink, piece: Piece): void {
  const { spent } = sink;
  spent.steps += 1;
  if (typeof piece === 'string') spent.length += piece.length;
  if (spent.steps > maxSteps) throw tooMuch(`writes more than ${maxSteps} pieces`);
  if (spent.length > maxLength) throw tooMuch(`writes more than ${maxLength} characters`);
  if (piece !== '') sink.pieces.push(piece);
}

function tooMuch(what: string): UserError {
  return UserError.of(`A Handlebars template ${what} for one row.`, 'Look at its blocks and partials, and at the row.');
}

function writeNode(node: Node, scope: Scope, run: Run, sink: Sink): void {
  if (node.kind === 'text') put(sink, node.text);
  else if (node.kind === 'print') put(sink, toText(evaluate(node.value, scope, run, false).value));
  else if (node.kind === 'block') writeBlock(node, scope, run, sink);
  else if (node.kind === 'partial') writePartial(node, scope, run, sink);
  else {
    const args = node.args.map((arg) => evaluate(arg, scope, run, false).value);
    const mark = run.helpers.marks.get(node.helper)?.run(args, evaluateHash(node.hash, scope, run, false));
    if (mark !== undefined) put(sink, mark);
  }
}

/** A value as it appears in a text: text as it is, nothing for null, any other value as JSON. */
function toText(value: Value): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : writeJson(value);
}

function writeBlock(block: Block, scope: Scope, run: Run, sink: Sink): void {
  put(sink, '');
  const isWritten = writeBody(block, scope, run, sink);
  if (!isWritten && block.inverse !== null) write(block.inverse, scope, scope, run, sink);
}

/** Writes what stands in a block; false where its `else` is to be written. */
function writeBody(block: Block, scope: Scope, run: Run, sink: Sink): boolean {
  const { helper, args, body, inverse } = block;
  const condition = run.helpers.conditions.get(helper);
  // Whoever writes what comes instead has thought of a row without it.
  const mayBeMissing = condition !== undefined || helper === 'section' || inverse !== null;
  const found = args.map((arg) => evaluate(arg, scope, run, mayBeMissing));
  const { value, place } = found[0] ?? { value: undefined, place: null };
  if (condition !== undefined) {
    const values = found.map((one) => one.value);
    const holds = condition.run(values, evaluateHash(block.hash, scope, run, true));
    if (holds) write(body, scope, scope, run, sink);
    return holds;
  }
  if (helper === 'each' || (helper === 'section' && Array.isArray(value))) {
    return writeItems(block, value, scope, run, sink);
  }
  if (helper === 'with' ? isEmpty(value) : value === undefined || value === null || value === false) return false;
  // A section of "true" keeps the context.
  const isKept = helper === 'section' && value === true;
  const frame = isKept ? scope.frame : enter(scope.frame, value, originAt(place));
  write(body, nameParams(body, [{ value, place }], { ...scope, frame }), scope, run, sink);
  return true;
}

/** Writes the body once for each member; false where there is none. */
function writeItems({ body }: Block, value: Value, scope: Scope, run: Run, sink: Sink): boolean {
  const members = listMembers(value);
  for (const [index, [key, item]] of members.entries()) {
    put(sink, '');
    const values = { key, index, first: index === 0, last: index === members.length - 1 };
    const frame = enter(scope.frame, item, originAt(null));
    const inner = { ...scope, frame, loop: { values, outer: scope.loop } };
    const named = [item, key].map((one) => ({ value: one, place: null }));
    write(body, nameParams(body, named, inner), scope, run, sink);
  }
  return members.length > 0;
}

function nameParams({ params }: Program, values: readonly Found[], scope: Scope): Scope {
  if (params.length === 0) return scope;
  const named = params.map((name, index) => [name, values[index] ?? { value: undefined, place: null }] as const);
  return { ...scope, params: new Map([...scope.params, ...named]) };
}

function writePartial({ name, context, hash, indent }: PartialCall, scope: Scope, run: Run, sink: Sink): void {
  const partial = scope.partials.get(name);
  if (partial === undefined) throw new Error(`no partial ${name}`);
  const { around } = partial;
  const given = context === null ? null : evaluate(context, scope, run, false);
  const base: Context = given === null ? scope.frame : { value: given.value, origin: originAt(given.place) };
  const { value, origin } = hash.length === 0 ? base : addNamed(base, hash, scope, run);
  const frame = enter(around?.frame ?? null, value, origin);
  const lines: Sink = indent === '' ? sink : { pieces: [], spent: sink.spent };
  write(partial.program, { ...scope, frame, params: around?.params ?? new Map() }, around, run, lines);
  if (lines !== sink) for (const piece of indentLines(lines.pieces, indent)) put(sink, piece);
}

/** The context of a partial that is given more by name. What it is given may be missing: it is where it is printed that it is needed. */
function addNamed(base: Context, hash: PartialCall['hash'], scope: Scope, run: Run) {
  const found = hash.map(([key, expression]) => [key, evaluate(expression, scope, run, true)] as const);
  const members = found.flatMap(([key, { value }]): [string, Json][] => (value === undefined ? [] : [[key, value]]));
  const hidden = new Set(found.flatMap(([key, { value }]) => (value === undefined ? key : [])));
  const kept = isJsonObject(base.value) ? Object.entries(base.value).filter(([key]) => !hidden.has(key)) : [];
  const given = new Map([...base.origin.given, ...found.map(([key, { place }]) => [key, place] as const)]);
  return { value: Object.fromEntries([...kept, ...members]), origin: { place: base.origin.place, given } };
}

/** Each line of what a partial writes, the last one only where it holds something, behind its indent. */
function indentLines(pieces: readonly Piece[], indent: string): readonly Piece[] {
  let isAtStart = true;
  return pieces.flatMap((piece): readonly Piece[] => {
    const before = isAtStart ? indent : '';
    if (typeof piece !== 'string') {
      isAtStart = false;
      return [before, piece];
    }
    isAtStart = piece.endsWith('\n');
    return [before + piece.replace(/\n(?!$)/g, `\n${indent}`)];
  });
}
