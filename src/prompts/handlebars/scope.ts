import type { JsonObject } from '../../json.ts';
import { below, loopNames, nameOf, type Origin, originAt, type Place, placeOf } from './context.ts';
import { type Helpers, member, type Named } from './helpers.ts';
import type { Expression, Hash, Path, Program, Value } from './nodes.ts';

/** A context, and those that it lies in. */
export interface Frame {
  readonly value: Value;
  readonly origin: Origin;
  readonly outer: Frame | null;
}

/** A value, and where the row has it. */
export interface Found {
  readonly value: Value;
  readonly place: Place;
}

/** What the loops around say of their items. */
interface Loop {
  readonly values: JsonObject;
  readonly outer: Loop | null;
}

/** A partial, and the scope around the program that defines it, which is where its `../` leads; null around a whole template. */
export interface Defined {
  readonly program: Program;
  readonly around: Scope | null;
}

/** All that a name can mean at one point of a template. */
export interface Scope {
  readonly frame: Frame;
  readonly loop: Loop | null;
  readonly params: ReadonlyMap<string, Found>;
  readonly partials: ReadonlyMap<string, Defined>;
  /** How many programs are being written, one called by the other. */
  readonly depth: number;
}

/** One filling in of a template with a row. */
export interface Run {
  readonly row: JsonObject;
  readonly helpers: Helpers;
  /** Takes the names of the row that are needed and that it lacks. */
  readonly unknown: Set<string>;
}

/** The scope of a whole template. */
export function openScope(row: JsonObject): Scope {
  const frame = { value: row, origin: originAt([]), outer: null };
  return { frame, loop: null, params: new Map(), partials: new Map(), depth: 0 };
}

/** The frame of a context inside another; where both are the same, it is entered once, and `../` leads past it. */
export function enter(outer: Frame | null, value: Value, origin: Origin): Frame {
  return outer !== null && outer.value === value ? outer : { value, origin, outer };
}

/** Finds what an expression stands for. A path that leads to nothing is noted as unknown, unless it `mayBeMissing`. */
export function evaluate(expression: Expression, scope: Scope, run: Run, mayBeMissing: boolean): Found {
  if (expression.kind === 'literal') return { value: expression.value, place: null };
  if (expression.kind === 'path') {
    const found = findPath(expression, scope, run.row);
    if (found.value === undefined && found.place !== null && !mayBeMissing) run.unknown.add(nameOf(found.place));
    return found;
  }
  const { helper, args, hash } = expression;
  const values = args.map((arg) => evaluate(arg, scope, run, mayBeMissing).value);
  const value = run.helpers.values.get(helper)?.run(values, evaluateHash(hash, scope, run, mayBeMissing));
  return { value, place: null };
}

/** The named arguments of a helper. */
export function evaluateHash(hash: Hash, scope: Scope, run: Run, mayBeMissing: boolean): Named {
  return new Map(hash.map(([key, value]) => [key, evaluate(value, scope, run, mayBeMissing).value]));
}

function findPath(path: Path, scope: Scope, row: JsonObject): Found {
  const { isData, depth, parts, isScoped } = path;
  if (isData) return findData(path, scope, row);
  const [first = '', ...rest] = parts;
  const param = isScoped ? undefined : scope.params.get(first);
  if (param !== undefined) return { value: descend(param.value, rest), place: below(param.place, rest) };
  let frame: Frame | null = scope.frame;
  for (let up = 0; up < depth && frame !== null; up += 1) frame = frame.outer;
  if (frame === null) return { value: undefined, place: null };
  const place = placeOf(frame.origin, parts);
  return { value: isRow(place, parts) ? findColumn(frame.value, parts) : descend(frame.value, parts), place };
}

/** True where the names of a path are all that leads there from the row. */
function isRow(place: Place, parts: readonly string[]): boolean {
  return place?.length === parts.length;
}

/** A column of the row: one whose name is exactly the path wins. */
function findColumn(row: Value, parts: readonly string[]): Value {
  return (parts.length > 1 ? member(row, parts.join('.')) : undefined) ?? descend(row, parts);
}

function findData({ depth, parts }: Path, { loop }: Scope, row: JsonObject): Found {
  const [first = '', ...rest] = parts;
  if (first === 'root') return { value: findColumn(row, rest), place: rest };
  let at = loop;
  for (let up = 0; up < depth && at !== null; up += 1) at = at.outer;
  while (at !== null && !Object.hasOwn(at.values, first)) at = at.outer;
  if (at !== null) return { value: descend(at.values[first], rest), place: null };
  if (loopNames.includes(first) && loop !== null) return { value: undefined, place: null };
  const place = [`@${first}`, ...rest];
  return { value: findColumn(row, place), place };
}

function descend(value: Value, parts: readonly string[]): Value {
  return parts.reduce(member, value);
}
