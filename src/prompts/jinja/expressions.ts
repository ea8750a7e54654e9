import { parse } from '@huggingface/jinja';
import { hintKnown, quoteName } from '../../text/problems.ts';
import { filters } from './filters.ts';
import { functions, methods } from './methods.ts';
import { type Expression, SyntaxFault } from './syntax.ts';
import { tests } from './tests.ts';
import type { Token } from './tokens.ts';

/** A node of the library's tree: which members it has, its type says. */
interface Parsed {
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the library does not export the types of its nodes.
  readonly [member: string]: any;
}

const constants = new Map<string, null | boolean>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
]);

/** Reads an expression from tokens; `end` is where they end. Throws a SyntaxFault at the first token that does not fit, and for what is refused by name. */
export function readExpression(tokens: readonly Token[], end: number): Expression {
  if (tokens.length === 0) throw new SyntaxFault('has a tag without an expression.', 'Write a name into it.');
  return new Reader(tokens).read(parseTokens(tokens, end));
}

function parseTokens(tokens: readonly Token[], end: number): Parsed {
  let reached = tokens[0]?.offset ?? end;
  // The parser says nothing of places: where it stopped is the furthest token that it looked at.
  const watched = [...tokens, { value: '}}', type: 'CloseExpression', offset: end } as const].map((token) => ({
    value: token.value,
    get type() {
      reached = Math.max(reached, token.offset);
      return token.type;
    },
  }));
  try {
    const { body } = parse([{ value: '{{', type: 'OpenExpression' }, ...watched]);
    return body[0] as unknown as Parsed;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const found = tokens.find(({ offset }) => offset === reached);
    const message = found === undefined ? 'has a tag that ends too early.' : `has ${quoteName(found.value)} in a tag.`;
    throw new SyntaxFault(message, 'No Jinja expression goes on so there.', reached);
  }
}

class Reader {
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(node: Parsed): Expression {
    switch (node.type) {
      case 'StringLiteral':
      case 'FloatLiteral':
        return { kind: 'literal', value: node.value };
      case 'IntegerLiteral':
        if (Number.isSafeInteger(node.value)) return { kind: 'literal', value: node.value };
        throw new SyntaxFault('has a number of too many digits.', 'Write it as text, in quotes.');
      case 'Identifier': {
        const constant = constants.get(node.value);
        return constant === undefined ? { kind: 'name', name: node.value } : { kind: 'literal', value: constant };
      }
      case 'ArrayLiteral':
      case 'TupleLiteral':
        return { kind: 'list', items: this.#readAll(node.value) };
      case 'ObjectLiteral':
        return {
          kind: 'map',
          entries: [...node.value].map(([key, value]: [Parsed, Parsed]) => [this.read(key), this.read(value)] as const),
        };
      case 'MemberExpression':
        return this.#readMember(node);
      case 'UnaryExpression':
        return { kind: 'unary', operator: node.operator.value, operand: this.read(node.argument) };
      case 'BinaryExpression':
        return {
          kind: 'binary',
          operator: node.operator.value,
          left: this.read(node.left),
          right: this.read(node.right),
        };
      case 'Ternary':
        return {
          kind: 'choice',
          test: this.read(node.condition),
          chosen: this.read(node.trueExpr),
          otherwise: this.read(node.falseExpr),
        };
      case 'SelectExpression':
        return { kind: 'choice', test: this.read(node.test), chosen: this.read(node.lhs), otherwise: null };
      case 'TestExpression': {
        const name = this.#known('test', node.test.value, tests);
        return { kind: 'test', name, isNegated: node.negate, operand: this.read(node.operand) };
      }
      case 'FilterExpression':
        return this.#readFilter(node);
      case 'CallExpression':
        return this.#readCall(node);
      default:
        throw new SyntaxFault('has an expression that is not read here.', 'Write it in simpler words.');
    }
  }

  #readAll(nodes: readonly Parsed[]): readonly Expression[] {
    return nodes.map((node) => this.read(node));
  }

  #readMember({ object, property, computed }: Parsed): Expression {
    const of = this.read(object);
    if (property.type === 'SliceExpression') {
      const bounds = [property.start, property.stop, property.step];
      return { kind: 'slice', of, bounds: bounds.map((bound) => (bound === undefined ? null : this.read(bound))) };
    }
    const isWord = !computed && property.type === 'Identifier';
    return { kind: 'member', of, key: isWord ? { kind: 'literal', value: property.value } : this.read(property) };
  }

  #readFilter({ operand, filter }: Parsed): Expression {
    const isCall = filter.type === 'CallExpression';
    const written = isCall ? filter.callee : filter;
    if (written.type !== 'Identifier') throw new SyntaxFault('has a call of what a filter gives.', 'Take it away.');
    const name = this.#known('filter', written.value, filters);
    return {
      kind: 'call',
      by: 'filter',
      name,
      of: this.read(operand),
      ...this.#readArguments(isCall ? filter.args : []),
    };
  }

  #readCall({ callee, args }: Parsed): Expression {
    if (callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier') {
      const name = this.#known('method', callee.property.value, methods);
      return { kind: 'call', by: 'method', name, of: this.read(callee.object), ...this.#readArguments(args) };
    }
    if (callee.type !== 'Identifier') throw new SyntaxFault('calls what is no name.', 'Only filters and methods go.');
    const name = this.#known('function', callee.value, functions);
    return { kind: 'call', by: 'function', name, of: null, ...this.#readArguments(args) };
  }

  #readArguments(args: readonly Parsed[]) {
    const given: Expression[] = [];
    const named = new Map<string, Expression>();
    for (const argument of args) {
      if (/Spread/.test(argument.type)) throw new SyntaxFault('unpacks arguments with "*".', 'Write them one by one.');
      if (argument.type === 'KeywordArgumentExpression') named.set(argument.key.value, this.read(argument.value));
      else given.push(this.read(argument));
    }
    return { given, named };
  }

  /** The name, where it is a known one of its kind. */
  #known(kind: string, name: string, known: ReadonlyMap<string, unknown>): string {
    if (known.has(name)) return name;
    const offset = this.#tokens.find((token) => token.type === 'Identifier' && token.value === name)?.offset ?? null;
    throw new SyntaxFault(`uses the unknown ${kind} ${quoteName(name)}.`, hintKnown(name, [...known.keys()]), offset);
  }
}
