import type { Where } from '../errors.ts';
import type { Json } from '../json.ts';
import type { SourceFile } from '../text/source-file.ts';

/** A row as its file gave it; whether it is a row at all is not yet known. */
export interface Row {
  readonly values: Json;
  readonly where: Where;
}

/** The most rows of a dataset: more than any evaluation asks, and no more than can be compared in seconds. */
export const maxRows = 100_000;

/** One dataset format's entry in the registry. */
export interface DatasetFormat {
  readonly id: string;
  /** How an error names it: the format and its file names. */
  readonly title: string;
  recognises(path: string): boolean;
  /** Splits a file into rows; throws a UserError of all mistakes that keep it from being split. */
  parse(file: SourceFile): readonly Row[];
}
