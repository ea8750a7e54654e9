import type { Json } from '../../json.ts';
import { quoteName } from '../../text/problems.ts';
import { type Budget, nameKind, RenderFault } from './values.ts';

/** What stands in the brackets of a filter or method, by place or by name. */
export class Arguments {
  readonly given: readonly Json[];
  readonly named: ReadonlyMap<string, Json>;

  constructor(given: readonly Json[], named: ReadonlyMap<string, Json>) {
    this.given = given;
    this.named = named;
  }

  /** The argument at a place, which may be given by its name; undefined where neither is. */
  find(index: number, name: string): Json | undefined {
    return index < this.given.length ? this.given[index] : this.named.get(name);
  }

  isOn(index: number, name: string): boolean {
    return this.find(index, name) === true;
  }

  /** A text; `fallback` where none is given. Throws a RenderFault for anything else. */
  text(index: number, name: string, fallback?: string): string {
    const value = this.find(index, name) ?? fallback;
    if (typeof value === 'string') return value;
    throw refuse(name, value, 'text');
  }

  /** A whole number; `fallback` where none is given. Throws a RenderFault for anything else. */
  whole(index: number, name: string, fallback: number): number {
    const value = this.find(index, name) ?? fallback;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    throw refuse(name, value, 'a whole number');
  }
}

function refuse(name: string, value: Json | undefined, wanted: string): RenderFault {
  const found = value === undefined ? 'missing' : nameKind(value);
  return new RenderFault(`has ${found} for ${quoteName(name)}.`, `It must be ${wanted}.`);
}

/** What a filter, method or function does with the value that it is applied to. */
export type Callable<T = Json> = (value: T, args: Arguments, budget: Budget) => Json | undefined;
