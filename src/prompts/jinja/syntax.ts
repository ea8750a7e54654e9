import type { Json } from '../../json.ts';

/** What stands between the braces of a tag, as it is evaluated. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'slice'; readonly of: Expression; readonly bounds: readonly (Expression | null)[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'test'; readonly name: string; readonly isNegated: boolean; readonly operand: Expression }
  /** `a if test else b`; without an `else` it is empty where the test fails. */
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly chosen: Expression;
      readonly otherwise: Expression | null;
    }
  /** A filter, a method or a function: what it is applied to is null for a function. */
  | ({ readonly kind: 'call'; readonly by: 'filter' | 'method' | 'function' } & Call);

interface Call {
  readonly name: string;
  readonly of: Expression | null;
  readonly given: readonly Expression[];
  readonly named: ReadonlyMap<string, Expression>;
}

/** A template, or what stands inside one of its blocks. */
export type Body = readonly Node[];

/** One part of a template; a `source` is the tag as it is written. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'print'; readonly value: Expression; readonly source: string; readonly offset: number }
  | { readonly kind: 'if'; readonly branches: readonly Branch[] }
  | For
  | Assignment;

/** The branches are tried in order; that of an `else` has no test. */
export interface Branch {
  readonly test: Tagged | null;
  readonly body: Body;
}

/** An expression, and the tag that it stands in. */
export interface Tagged {
  readonly value: Expression;
  readonly source: string;
  readonly offset: number;
}

export interface For {
  readonly kind: 'for';
  readonly names: readonly string[];
  readonly list: Tagged;
  /** Leaves out items before the loop counts them. */
  readonly test: Expression | null;
  readonly body: Body;
  readonly otherwise: Body;
}

/** `set`: from an expression, or from what stands up to its `endset`. */
export interface Assignment {
  readonly kind: 'set';
  readonly names: readonly string[];
  readonly value: Tagged | null;
  readonly body: Body;
}

/** What keeps a template from being read, while it is read; the offset is null where the tag itself is the place. */
export class SyntaxFault extends Error {
  readonly hint: string;
  readonly offset: number | null;

  constructor(message: string, hint: string, offset: number | null = null) {
    super(message);
    this.hint = hint;
    this.offset = offset;
  }
}
