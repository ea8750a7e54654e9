import type { Json, JsonObject } from '../../json.ts';
import type { Rendered } from '../template.ts';
import { Evaluator, Scope } from './evaluate.ts';
import type { Assignment, Body, For, Tagged } from './syntax.ts';
import { Budget, listItems, Missing, nameKind, RenderFault, type Value, writeValue } from './values.ts';

/** A piece of a rendered text: of the template, or what a row's value became. */
export interface Piece {
  readonly text: string;
  readonly isValue: boolean;
}

/** Fills a template with a row. Tags that lack a value stay as they are written. Throws a RenderFault for what has no result or no end, its message starting with the tag. */
export function renderBody(body: Body, variables: JsonObject): Rendered<readonly Piece[]> {
  const renderer = new Renderer(variables);
  const scope = new Scope(null);
  const pieces: Piece[] = [];
  renderer.render(body, scope, pieces);
  return { value: pieces, unknown: [...renderer.unknown] };
}

class Renderer {
  readonly #budget = new Budget();
  readonly #evaluator: Evaluator;

  constructor(variables: JsonObject) {
    this.#evaluator = new Evaluator(variables, this.#budget);
  }

  get unknown(): ReadonlySet<string> {
    return this.#evaluator.unknown;
  }

  render(body: Body, scope: Scope, pieces: Piece[]): void {
    for (const node of body) {
      this.#budget.step();
      if (node.kind === 'text') this.#add(pieces, node.text, false);
      else if (node.kind === 'print') this.#print(node, scope, pieces);
      else if (node.kind === 'set') this.#assign(node, scope);
      else if (node.kind === 'for') this.#loop(node, scope, pieces);
      else {
        const met = node.branches.find(({ test }) => test === null || this.#in(test, () => this.#test(test, scope)));
        if (met !== undefined) this.render(met.body, scope, pieces);
      }
    }
  }

  #add(pieces: Piece[], text: string, isValue: boolean): void {
    this.#budget.spend(text.length);
    pieces.push({ text, isValue });
  }

  /** Names the tag in what goes wrong in it. */
  #in<T>(tag: { readonly source: string }, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof RenderFault)) throw error;
      throw new RenderFault(`${tag.source} ${error.message}`, error.hint);
    }
  }

  #test(test: Tagged, scope: Scope): boolean {
    return this.#evaluator.test(test.value, scope);
  }

  #print(node: Tagged, scope: Scope, pieces: Piece[]): void {
    const text = this.#in(node, () => {
      const value = this.#evaluator.require(node.value, scope);
      return value instanceof Missing ? null : writeValue(value, this.#budget);
    });
    this.#add(pieces, text ?? node.source, text !== null);
  }

  #assign(node: Assignment, scope: Scope): void {
    const { value, names, body } = node;
    if (value === null) {
      const pieces: Piece[] = [];
      this.render(body, new Scope(scope), pieces);
      scope.set(names[0] as string, pieces.map(({ text }) => text).join(''));
    } else this.#in(value, () => this.#bind(names, this.#evaluator.evaluate(value.value, scope), scope));
  }

  #bind(names: readonly string[], value: Value, scope: Scope): void {
    const [first] = names;
    if (names.length === 1 || value instanceof Missing) {
      for (const name of names) scope.set(name, value);
      return;
    }
    const items: readonly Json[] = Array.isArray(value) ? value : [];
    if (items.length !== names.length) {
      const found = Array.isArray(value) ? `${items.length}` : nameKind(value);
      throw new RenderFault(
        `gives ${found} for ${names.length} names, "${first}" the first.`,
        'Name as many as there are.',
      );
    }
    for (const [index, name] of names.entries()) scope.set(name, items[index] as Json);
  }

  #loop(node: For, outer: Scope, pieces: Piece[]): void {
    const items = this.#in(node.list, () => this.#listItems(node, outer));
    if (items === null) return;
    if (items.length === 0) this.render(node.otherwise, new Scope(outer), pieces);
    for (const [index, item] of items.entries()) {
      const scope = new Scope(outer);
      this.#in(node.list, () => {
        this.#budget.step();
        this.#bind(node.names, item, scope);
      });
      scope.set('loop', describeTurn(index, items));
      this.render(node.body, scope, pieces);
    }
  }

  /** The items that the loop goes through; null where there is no value to go through. */
  #listItems({ list, test, names }: For, outer: Scope): readonly Json[] | null {
    const value = this.#evaluator.require(list.value, outer);
    if (value instanceof Missing) return null;
    const items = listItems(value, this.#budget);
    if (test === null) return items;
    return items.filter((item) => {
      const scope = new Scope(outer);
      this.#bind(names, item, scope);
      return this.#evaluator.test(test, scope);
    });
  }
}

function describeTurn(index: number, items: readonly Json[]): JsonObject {
  const { length } = items;
  const revindex = length - index;
  return {
    index: index + 1,
    index0: index,
    revindex,
    revindex0: revindex - 1,
    first: index === 0,
    last: revindex === 1,
    length,
    ...(index > 0 && { previtem: items[index - 1] as Json }),
    ...(revindex > 1 && { nextitem: items[index + 1] as Json }),
  };
}
