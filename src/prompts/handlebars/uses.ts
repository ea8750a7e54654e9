import type { VariableUse } from '../dialect.ts';
import { below, loopNames, nameOf, type Origin, originAt, type Place, placeOf } from './context.ts';
import type { Block, Expression, Node, PartialCall, Path, Program } from './nodes.ts';

/** A context by where it comes from, and those that it lies in. */
interface Frame {
  readonly origin: Origin;
  readonly outer: Frame | null;
}

interface Scope {
  readonly frame: Frame;
  readonly isInLoop: boolean;
  readonly params: ReadonlyMap<string, Place>;
  readonly partials: ReadonlyMap<string, { readonly program: Program; readonly around: Scope | null }>;
}

/** A partial that is called with more contexts than this is read once more, as if nothing were known of them. */
const maxContexts = 8;

interface Search {
  readonly uses: VariableUse[];
  /** Partials that are still to be read, each in the scope of a call. */
  readonly calls: (readonly [Program, Scope, Scope | null])[];
  readonly contexts: Map<Program, Set<string>>;
}

/** Every use of a column of the row, in order: also in conditions, below `each` and `with`, and in partials, as far as it can be told which column is meant. */
export function findUses(program: Program): readonly VariableUse[] {
  const search: Search = { uses: [], calls: [], contexts: new Map() };
  const root: Scope = {
    frame: { origin: originAt([]), outer: null },
    isInLoop: false,
    params: new Map(),
    partials: new Map(),
  };
  walk(program, root, null, search);
  for (let call = search.calls.pop(); call !== undefined; call = search.calls.pop()) walk(...call, search);
  const distinct = new Map(search.uses.map((use) => [`${use.offset} ${use.name}`, use]));
  return [...distinct.values()].sort((one, other) => one.offset - other.offset);
}

function walk(program: Program, inner: Scope, around: Scope | null, search: Search): void {
  const defined = [...program.partials].map(([name, one]) => [name, { program: one, around }] as const);
  const partials = defined.length === 0 ? inner.partials : new Map([...inner.partials, ...defined]);
  const scope = { ...inner, partials };
  for (const node of program.nodes) walkNode(node, scope, search);
}

function walkNode(node: Node, scope: Scope, search: Search): void {
  if (node.kind === 'print') note(node.value, scope, search);
  else if (node.kind === 'partial') walkPartial(node, scope, search);
  else if (node.kind !== 'text') {
    const places = node.args.map((arg) => note(arg, scope, search));
    for (const [, value] of node.hash) note(value, scope, search);
    if (node.kind === 'block') walkBlock(node, places[0] ?? null, scope, search);
  }
}

function walkBlock({ helper, body, inverse }: Block, place: Place, scope: Scope, search: Search): void {
  if (inverse !== null) walk(inverse, scope, scope, search);
  const isLoop = helper === 'each';
  if (!isLoop && helper !== 'with' && helper !== 'section') {
    walk(body, scope, scope, search);
    return;
  }
  const named = body.params.map((name, index) => [name, isLoop || index > 0 ? null : place] as const);
  const params = new Map([...scope.params, ...named]);
  const frame = enter(scope.frame, originAt(isLoop ? null : place));
  walk(body, { ...scope, frame, params, isInLoop: isLoop || scope.isInLoop }, scope, search);
}

/** What is known to be the context already is entered once, as when it is written. */
function enter(outer: Frame | null, origin: Origin): Frame {
  const isSame = outer !== null && origin.place !== null && write(outer.origin) === write(origin);
  return isSame ? outer : { origin, outer };
}

function write({ place, given }: Origin): string {
  return JSON.stringify([place, [...given]]);
}

function walkPartial({ name, context, hash }: PartialCall, scope: Scope, search: Search): void {
  const partial = scope.partials.get(name);
  const base = context === null ? scope.frame.origin : originAt(note(context, scope, search));
  const given = hash.map(([key, value]) => [key, note(value, scope, search)] as const);
  if (partial === undefined) return;
  const origin = given.length === 0 ? base : { ...base, given: new Map([...base.given, ...given]) };
  const known = search.contexts.get(partial.program) ?? new Set();
  search.contexts.set(partial.program, known);
  const told = known.size < maxContexts ? origin : originAt(null);
  const key = `${scope.isInLoop} ${write(told)}`;
  if (known.has(key)) return;
  known.add(key);
  const { around } = partial;
  const frame = enter(around?.frame ?? null, told);
  search.calls.push([partial.program, { ...scope, frame, params: around?.params ?? new Map() }, around]);
}

/** Notes what an expression uses of the row; its own place there, null for what has none. */
function note(expression: Expression, scope: Scope, search: Search): Place {
  if (expression.kind === 'literal') return null;
  if (expression.kind === 'path') {
    const place = findPlace(expression, scope);
    if (place !== null) search.uses.push({ name: nameOf(place), offset: expression.offset });
    return place;
  }
  for (const arg of expression.args) note(arg, scope, search);
  for (const [, value] of expression.hash) note(value, scope, search);
  return null;
}

function findPlace({ isData, depth, parts, isScoped }: Path, { frame, isInLoop, params }: Scope): Place {
  const [first = '', ...rest] = parts;
  if (isData && first === 'root') return rest;
  if (isData) return isInLoop && loopNames.includes(first) ? null : [`@${first}`, ...rest];
  const param = isScoped ? undefined : params.get(first);
  if (param !== undefined) return below(param, rest);
  let at: Frame | null = frame;
  for (let up = 0; up < depth && at !== null; up += 1) at = at.outer;
  return at === null ? null : placeOf(at.origin, parts);
}
