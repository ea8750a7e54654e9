import { hintKnown, listKnown, quoteName } from '../../text/problems.ts';
import type { TemplateFault } from '../dialect.ts';
import type { Helpers } from './helpers.ts';
import type { Block, Expression, Hash, Node, PartialCall, Path, Program } from './nodes.ts';
import type { RawNode, RawProgram } from './syntax.ts';

/** What a template is read with. */
export interface Reading {
  readonly helpers: Helpers;
  readonly offsetOf: (node: RawNode) => number;
  /** Takes what cannot be read. */
  readonly faults: TemplateFault[];
}

/** The names that a tag can mean besides members of its context: partials, and block parameters. */
interface Names {
  readonly partials: ReadonlySet<string>;
  readonly params: ReadonlySet<string>;
}

/** Reads a parsed template; what is none of the language goes to the faults. */
export function readProgram(raw: RawProgram, reading: Reading, outer: Names = noNames): Program {
  const definitions = raw.body.filter(({ type }) => type === 'DecoratorBlock');
  const named = definitions.map((node) => [readDefinedName(node, reading), node] as const);
  const names = {
    partials: new Set([...outer.partials, ...named.flatMap(([name]) => name ?? [])]),
    params: new Set([...outer.params, ...(raw.blockParams ?? [])]),
  };
  return {
    params: raw.blockParams ?? [],
    partials: new Map(
      named.flatMap(([name, { program = empty }]) =>
        name === null ? [] : [[name, readProgram(program, reading, names)] as const],
      ),
    ),
    nodes: raw.body.flatMap((node) => readNode(node, reading, names) ?? []),
  };
}

const noNames: Names = { partials: new Set(), params: new Set() };
const empty: RawProgram = { body: [] };
/** The blocks that bring a context of their own. */
const loops = ['each', 'with'];

function fault({ faults, offsetOf }: Reading, node: RawNode, message: string, hint: string): null {
  faults.push({ message, hint, offset: offsetOf(node) });
  return null;
}

/** The name that an inline partial is given; null after a fault. */
function readDefinedName(node: RawNode, reading: Reading): string | null {
  const [param] = node.params ?? [];
  if (node.path?.original === 'inline' && param?.type === 'StringLiteral') return String(param.value);
  return fault(reading, node, 'has a decorator that is not read.', 'Write {{#*inline "name"}} … {{/inline}}.');
}

function readNode(node: RawNode, reading: Reading, names: Names): Node | null {
  switch (node.type) {
    case 'ContentStatement':
      return { kind: 'text', text: String(node.value) };
    case 'MustacheStatement':
      return readMustache(node, reading, names);
    case 'BlockStatement':
      return readBlock(node, reading, names);
    case 'PartialStatement':
      return readPartial(node, reading, names);
    case 'PartialBlockStatement':
      return fault(reading, node, 'has a partial with a block, which is not read.', 'Write {{> name}}.');
    case 'Decorator':
      return fault(reading, node, 'has a decorator, which is not read.', 'Take it out.');
    default:
      return null;
  }
}

function readMustache(node: RawNode, reading: Reading, names: Names): Node | null {
  const { helpers } = reading;
  const name = findHelper(node, reading, names);
  if (name === null) {
    const value = readExpression(headOf(node), reading, node);
    return value === null ? null : { kind: 'print', value };
  }
  const mark = helpers.marks.get(name);
  if (mark === undefined) {
    const value = readCall(node, name, reading);
    return value === null ? null : { kind: 'print', value };
  }
  const [word] = node.params ?? [];
  if (mark.words?.includes(String(word?.value)) === false) {
    return fault(reading, node, `gives ${quoteName(name)} no word that it knows.`, listKnown(mark.words));
  }
  const given = readArguments(node, name, mark.takes, reading);
  return given === null ? null : { kind: 'mark', helper: name, ...given };
}

function readBlock(node: RawNode, reading: Reading, names: Names): Block | null {
  const { program, inverse } = node;
  const branches = {
    body: readProgram(program ?? empty, reading, names),
    inverse: inverse === undefined ? null : readProgram(inverse, reading, names),
  };
  const name = findHelper(node, reading, names);
  if (name === null) {
    const value = readExpression(headOf(node), reading);
    return value === null ? null : { kind: 'block', helper: 'section', args: [value], hash: [], ...branches };
  }
  const condition = reading.helpers.conditions.get(name);
  if (condition === undefined && !loops.includes(name)) {
    const known = [...loops, ...reading.helpers.conditions.keys()];
    return fault(reading, node, `opens a block by the unknown helper ${quoteName(name)}.`, hintKnown(name, known));
  }
  const given = readArguments(node, name, condition?.takes ?? 1, reading);
  return given === null ? null : { kind: 'block', helper: name, ...given, ...branches };
}

function readPartial(node: RawNode, reading: Reading, { partials }: Names): PartialCall | null {
  const { name: called, params = [], indent = '' } = node;
  const name = String(called?.original);
  if (called?.type === 'SubExpression' || called?.data === true) {
    return fault(reading, node, 'names a partial by a value, which is not read.', 'Write {{> name}}.');
  }
  if (!partials.has(name)) {
    return fault(reading, node, `calls the unknown partial ${quoteName(name)}.`, hintKnown(name, [...partials]));
  }
  if (params.length > 1) {
    return fault(reading, node, 'gives a partial more than one context.', 'Write {{> name context key=value}}.');
  }
  const [param] = params;
  const context = param === undefined ? null : readExpression(param, reading);
  const hash = readHash(node, reading);
  return (param !== undefined && context === null) || hash === null
    ? null
    : { kind: 'partial', name, context, hash, indent };
}

/** The helper that a tag asks: one that is known, or whatever is given something; null for a tag that names a value. */
function findHelper(node: RawNode, { helpers }: Reading, { params }: Names): string | null {
  const { path } = node;
  const name = String(path?.original);
  const isSimple = path?.type === 'PathExpression' && !path.data && path.parts?.length === 1 && !isScoped(path);
  const isAsked = isSimple && !params.has(name) && isKnown(name, helpers);
  return isAsked || isGiven(node) ? name : null;
}

function isScoped({ depth, original }: RawNode): boolean {
  return depth !== 0 || /^\.|^this\b/.test(String(original));
}

function isGiven({ params = [], hash }: RawNode): boolean {
  return params.length > 0 || hash !== undefined;
}

function isKnown(name: string, { values, conditions, marks }: Helpers): boolean {
  return values.has(name) || conditions.has(name) || marks.has(name) || loops.includes(name);
}

/** What a tag starts with. A literal there is the name of a member. */
function headOf(node: RawNode): RawNode {
  const { path } = node;
  if (path === undefined || !isLiteral(path)) return path ?? node;
  return { ...path, type: 'PathExpression', data: false, depth: 0, parts: [String(path.original)] };
}

function isLiteral({ type }: RawNode): boolean {
  return /^(String|Number|Boolean|Undefined|Null)Literal$/.test(type);
}

function readCall(node: RawNode, name: string, reading: Reading): Expression | null {
  const helper = reading.helpers.values.get(name);
  if (helper === undefined) {
    const known = [...reading.helpers.values.keys(), ...reading.helpers.marks.keys()];
    const isBlock = isKnown(name, reading.helpers);
    const message = isBlock ? `uses ${quoteName(name)} as a value.` : `uses the unknown helper ${quoteName(name)}.`;
    const hint = isBlock ? `Write {{#${name} …}}; for a column of that name {{this.${name}}}.` : hintKnown(name, known);
    return fault(reading, node, message, hint);
  }
  const given = readArguments(node, name, helper.takes, reading);
  return given === null ? null : { kind: 'call', helper: name, ...given };
}

function readArguments(node: RawNode, name: string, takes: number, reading: Reading) {
  const { params = [] } = node;
  if (params.length !== takes) {
    const hint = `Write ${takes === 1 ? 'one' : takes}; for a column of that name write {{this.${name}}}.`;
    return fault(reading, node, `gives ${quoteName(name)} ${params.length} values.`, hint);
  }
  const args = params.flatMap((param) => readExpression(param, reading) ?? []);
  const hash = readHash(node, reading);
  return args.length < params.length || hash === null ? null : { args, hash };
}

function readHash({ hash }: RawNode, reading: Reading): Hash | null {
  const pairs = hash?.pairs ?? [];
  const read = pairs.flatMap(({ key, value }) => {
    const expression = readExpression(value, reading);
    return expression === null ? [] : [[key, expression] as const];
  });
  return read.length < pairs.length ? null : read;
}

/** Reads what a tag is given; `tag` is where messages say that it stands. */
function readExpression(node: RawNode, reading: Reading, tag = node): Expression | null {
  if (node.type === 'PathExpression') return readPath(node, reading, tag);
  if (node.type === 'SubExpression') {
    return readCall(node, String(node.path?.original), reading);
  }
  if (isLiteral(node)) return { kind: 'literal', value: node.value };
  return fault(reading, node, 'has a value that cannot be read.', 'Write a name, a path, a text or a number.');
}

function readPath(node: RawNode, reading: Reading, tag: RawNode): Path | null {
  const { data = false, depth = 0, parts = [] } = node;
  const names = parts.flatMap((part) => (typeof part === 'string' ? part : []));
  if (names.length < parts.length) {
    return fault(reading, node, 'takes a member of a helper.', 'Name the value with {{#with (…) as |name|}}.');
  }
  return { kind: 'path', isData: data, depth, parts: names, isScoped: isScoped(node), offset: reading.offsetOf(tag) };
}
