import type { Problem } from '../errors.ts';
import type { Message, ModelResult } from '../ports.ts';
import type { SourceFile } from '../text/source-file.ts';

/** One output of an application as a file gives it. */
export interface SuppliedOutput {
  /** Null where the file does not say: then the config has only one. */
  readonly suite: string | null;
  readonly prompt: string | null;
  /** The id of the row that it answers. */
  readonly case: string;
  /** Counts from 0; null where the file does not say: then lines of one case count in their order. */
  readonly sample: number | null;
  /** What came of it; `unavailable` where the application failed before it had an answer. */
  readonly result: ModelResult;
  /** What was asked, where the file says it: equal messages ask one question. */
  readonly messages: readonly Message[] | null;
  /** The commit that it was made of, as the file says; null where it does not. */
  readonly commit: string | null;
  /** Integer micro-dollars of the whole; null where it is not known. */
  readonly costMicroUsd: number | null;
  /** Where it stands, counted from 1; null where the file has no lines that people would look at. */
  readonly line: number | null;
}

/** What a file gives: its outputs, and what in it is none of them. */
export interface Supplied {
  readonly outputs: readonly SuppliedOutput[];
  readonly warnings: readonly Problem[];
}

/** One shape of file that holds outputs, as another tool writes it. */
export interface OutputSource {
  /** As docs and errors call it: `promptfoo`, `Inspect`. */
  readonly name: string;
  /** True where the text is of this shape: by its content alone, and without reading all of it where that can be helped. */
  recognise(file: SourceFile): boolean;
  /** Reads it. Throws a UserError with every mistake, by file and line. */
  read(file: SourceFile): Supplied;
}

/** Whose outputs a file holds, as inputs and flags call them. */
export type SuppliedSide = 'baseline' | 'candidate';

/** A file of outputs. */
export interface SuppliedFile {
  readonly path: string;
  /** Its outputs, many at a time; each reading starts anew. */
  read(): AsyncIterable<Supplied>;
}

/** The files of both sides; null for a side of which none was named. */
export type SuppliedFiles = { readonly [side in SuppliedSide]: SuppliedFile | null };

/** Both sides, main's first. */
export const suppliedSides: readonly SuppliedSide[] = ['baseline', 'candidate'];
