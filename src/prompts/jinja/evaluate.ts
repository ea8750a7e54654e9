import type { Json, JsonObject } from '../../json.ts';
import { lookUpVariable } from '../template.ts';
import { Arguments } from './arguments.ts';
import { filters } from './filters.ts';
import { functions, methods } from './methods.ts';
import { calculate, operate } from './operators.ts';
import type { Expression } from './syntax.ts';
import { tests } from './tests.ts';
import { type Budget, findMember, isTrue, Missing, nameKind, RenderFault, type Value } from './values.ts';

/** The names that loops and `set` give: those of a block, then those around it. */
export class Scope {
  readonly #names = new Map<string, Value>();
  readonly #outer: Scope | null;

  constructor(outer: Scope | null) {
    this.#outer = outer;
  }

  set(name: string, value: Value): void {
    this.#names.set(name, value);
  }

  find(name: string): Value | undefined {
    const value = this.#names.get(name);
    return value === undefined ? this.#outer?.find(name) : value;
  }
}

/** The dotted name that members of members are, as `a.b.0`; null for what is reckoned first. */
export function pathOf(node: Expression): string | null {
  if (node.kind === 'name') return node.name;
  if (node.kind !== 'member' || node.key.kind !== 'literal') return null;
  const { value } = node.key;
  const base = pathOf(node.of);
  return base === null || (typeof value !== 'string' && typeof value !== 'number') ? null : `${base}.${value}`;
}

/** The first name of a dotted one. */
export function rootOf(path: string): string {
  return path.split('.', 1)[0] as string;
}

function orMissing(value: Json | undefined, name: string): Value {
  return value === undefined ? new Missing(name) : value;
}

/** Reckons expressions with one row. Nothing that is missing goes into a value: it is noted, and what was to be made of it is missing, too. */
export class Evaluator {
  readonly unknown = new Set<string>();
  /** How many conditions are being asked, one in the other. */
  #asking = 0;
  readonly budget: Budget;
  readonly #variables: JsonObject;

  constructor(variables: JsonObject, budget: Budget) {
    this.#variables = variables;
    this.budget = budget;
  }

  /** What an expression gives; missing where a name in it is. */
  evaluate(node: Expression, scope: Scope): Value {
    this.budget.step();
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'name':
      case 'member':
        return this.#lookUp(node, scope);
      case 'slice':
        return this.#slice(node, scope);
      case 'list':
        return this.#all(node.items, scope);
      case 'map':
        return this.#map(node.entries, scope);
      case 'unary':
        return this.#sign(node.operator, node.operand, scope);
      case 'binary':
        return this.#binary(node, scope);
      case 'choice':
        if (this.test(node.test, scope)) return this.evaluate(node.chosen, scope);
        return node.otherwise === null ? '' : this.evaluate(node.otherwise, scope);
      case 'test': {
        const isMet = tests.get(node.name)?.(this.#quietly(node.operand, scope)) ?? false;
        return isMet !== node.isNegated;
      }
      case 'call':
        return this.#call(node, scope);
    }
  }

  /** Whether a condition is met; what is missing in it is as good as empty. */
  test(node: Expression, scope: Scope): boolean {
    return isTrue(this.#quietly(node, scope), this.budget);
  }

  /** The value of an expression that has to have one; notes what it lacks. */
  require(node: Expression, scope: Scope): Value {
    return this.note(this.evaluate(node, scope));
  }

  /** The value as it is; its name is unknown where it is missing. */
  note(value: Value): Value {
    if (value instanceof Missing && this.#asking === 0) this.unknown.add(value.name);
    return value;
  }

  #quietly(node: Expression, scope: Scope): Value {
    this.#asking += 1;
    const value = this.evaluate(node, scope);
    this.#asking -= 1;
    return value;
  }

  #lookUp(node: Expression, scope: Scope): Value {
    const path = pathOf(node);
    const local = path === null ? undefined : scope.find(rootOf(path));
    if (path !== null && local === undefined) {
      return orMissing(lookUpVariable(path, this.#variables), path);
    }
    if (node.kind !== 'member') return local as Value;
    const value = this.evaluate(node.of, scope);
    const key = this.require(node.key, scope);
    if (key instanceof Missing) return key;
    const name = path ?? `${pathOf(node.of) ?? '…'}.${typeof key === 'object' ? '…' : key}`;
    if (value instanceof Missing) return new Missing(path === null ? value.name : name);
    return orMissing(findMember(value, key), name);
  }

  #slice({ of, bounds }: Extract<Expression, { kind: 'slice' }>, scope: Scope): Value {
    const value = this.require(of, scope);
    const numbers = this.#all(
      bounds.map((bound) => bound ?? { kind: 'literal', value: null }),
      scope,
    );
    if (value instanceof Missing) return value;
    if (numbers instanceof Missing) return numbers;
    const [start, stop, step] = numbers.map((number) => (number === null ? undefined : Number(number)));
    const isCut = typeof value === 'string' || Array.isArray(value);
    if (!isCut || (step ?? 1) !== 1) {
      const what = isCut ? 'takes a slice in steps.' : `takes a slice of ${nameKind(value)}.`;
      throw new RenderFault(what, 'Only lists and texts have slices, as [1:3].');
    }
    this.budget.spend(value.length);
    return value.slice(start, stop);
  }

  #all(nodes: readonly Expression[], scope: Scope): readonly Json[] | Missing {
    const values = nodes.map((node) => this.require(node, scope));
    return values.find((value) => value instanceof Missing) ?? (values as readonly Json[]);
  }

  #map(entries: Extract<Expression, { kind: 'map' }>['entries'], scope: Scope): Value {
    const keys = this.#all(
      entries.map(([key]) => key),
      scope,
    );
    const values = this.#all(
      entries.map(([, value]) => value),
      scope,
    );
    if (keys instanceof Missing) return keys;
    if (values instanceof Missing) return values;
    return Object.fromEntries(keys.map((key, index) => [String(key), values[index] as Json]));
  }

  #sign(operator: string, operand: Expression, scope: Scope): Value {
    if (operator === 'not') return !this.test(operand, scope);
    const value = this.require(operand, scope);
    return value instanceof Missing ? value : calculate(operator, 0, value);
  }

  #binary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, scope: Scope): Value {
    const isEither = operator === 'or';
    if (isEither || operator === 'and') {
      // What decides is asked like a condition, and noted where it is the answer.
      const first = this.#quietly(left, scope);
      return isTrue(first, this.budget) === isEither ? first : this.evaluate(right, scope);
    }
    const [one, other] = [this.require(left, scope), this.require(right, scope)];
    if (!(one instanceof Missing) && !(other instanceof Missing)) return operate(operator, one, other, this.budget);
    if (operator === '==' || operator === 'in') return false;
    if (operator === '!=' || operator === 'not in') return true;
    return one instanceof Missing ? one : other;
  }

  #call(node: Extract<Expression, { kind: 'call' }>, scope: Scope): Value {
    const { by, name } = node;
    const isDefault = by === 'filter' && (name === 'default' || name === 'd');
    const of = node.of === null ? null : isDefault ? this.#quietly(node.of, scope) : this.require(node.of, scope);
    const named = new Map([...node.named].map(([key, value]) => [key, this.require(value, scope)] as const));
    if (isDefault) return this.#fallBack(of, node, named, scope);
    const given = this.#all(node.given, scope);
    if (of instanceof Missing && (name === 'length' || name === 'count')) return 0;
    for (const value of [of, given, ...named.values()]) if (value instanceof Missing) return value;
    const args = new Arguments(given as readonly Json[], named as ReadonlyMap<string, Json>);
    const callables = by === 'filter' ? filters : by === 'method' ? methods : functions;
    const found = (callables as typeof filters).get(name)?.(of as Json, args, this.budget);
    return orMissing(found, `${node.of === null ? '' : (pathOf(node.of) ?? '…')}|${name}`);
  }

  /** `default`: for what is missing, and with `true` behind it for whatever is false or empty. */
  #fallBack(
    value: Value,
    { given, named: names }: Extract<Expression, { kind: 'call' }>,
    named: ReadonlyMap<string, Value>,
    scope: Scope,
  ): Value {
    const isAny = given[1] === undefined ? named.get('boolean') === true : this.test(given[1], scope);
    const isKept = isAny ? isTrue(value, this.budget) : !(value instanceof Missing);
    if (isKept) return value;
    const fallback = given[0] ?? names.get('default_value');
    return fallback === undefined ? '' : this.evaluate(fallback, scope);
  }
}
