/** A node of the parser library's tree: what is read of it. Which members it has is said by its type. */
export interface RawNode {
  readonly type: string;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly path?: RawNode;
  readonly name?: RawNode;
  readonly params?: readonly RawNode[];
  readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: RawNode }[] };
  readonly program?: RawProgram;
  readonly inverse?: RawProgram;
  readonly indent?: string;
  /** Of texts and literals; undefined and null of those words. */
  readonly value?: string | number | boolean | null;
  /** How a path or literal is written. */
  readonly original?: string | number | boolean | null;
  readonly data?: boolean;
  readonly depth?: number;
  /** The names of a path; a call of a helper where it starts with one. */
  readonly parts?: readonly (string | RawNode)[];
}

/** A template, or the body of a block. */
export interface RawProgram {
  readonly body: RawNode[];
  readonly blockParams?: readonly string[];
}
