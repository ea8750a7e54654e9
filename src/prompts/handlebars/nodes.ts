import type { Json } from '../../json.ts';

/** A value while a template is filled in; undefined where there is none. */
export type Value = Json | undefined;

/** A path as `../customer.name`, `this`, `@root.name`: how far up, and the members to go down. */
export interface Path {
  readonly kind: 'path';
  /** True behind an `@`. */
  readonly isData: boolean;
  readonly depth: number;
  /** Empty for `this`. */
  readonly parts: readonly string[];
  /** True where it says that it starts at the context, as `./name`: no block parameter is meant. */
  readonly isScoped: boolean;
  readonly offset: number;
}

/** A helper that is asked for a value. */
export interface Call {
  readonly kind: 'call';
  readonly helper: string;
  readonly args: readonly Expression[];
  readonly hash: Hash;
}

/** What a tag can be given. */
export type Expression = { readonly kind: 'literal'; readonly value: Value } | Path | Call;

/** The named arguments of a tag. */
export type Hash = readonly (readonly [key: string, value: Expression])[];

/** A piece of a template, read and found to be without faults. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'print'; readonly value: Expression }
  | { readonly kind: 'mark'; readonly helper: string; readonly args: readonly Expression[]; readonly hash: Hash }
  | Block
  | PartialCall;

/** A block: a condition by the name of its helper, `each`, `with`, or `section`, which is any of them as the value has it. */
export interface Block {
  readonly kind: 'block';
  readonly helper: string;
  readonly args: readonly Expression[];
  readonly hash: Hash;
  readonly body: Program;
  /** What stands behind its `else`; null without one. */
  readonly inverse: Program | null;
}

/** A call of a partial. */
export interface PartialCall {
  readonly kind: 'partial';
  readonly name: string;
  /** Null where it is called with the context that it stands in. */
  readonly context: Expression | null;
  readonly hash: Hash;
  /** What stands before it, alone on its line: each line that it writes begins so. */
  readonly indent: string;
}

/** A template, or what stands inside a block. */
export interface Program {
  readonly nodes: readonly Node[];
  /** Its block parameters, as `each … as |item index|` has them. */
  readonly params: readonly string[];
  /** The partials that are defined in it, by name. */
  readonly partials: ReadonlyMap<string, Program>;
}
