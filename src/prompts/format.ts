import type { SourceFile } from '../text/source-file.ts';
import type { Prompt } from './prompt.ts';

/** One prompt format's entry in the registry. */
export interface PromptFormat {
  readonly id: string;
  /** How an error names it: the format and its file names. */
  readonly title: string;
  /** True where the path's suffix belongs to this format, whatever the text. */
  recognisesPath(path: string): boolean;
  /** True where the text looks like this format although the path does not say so. */
  recognises(path: string, text: string): boolean;
  /** Reads a file; `dialect` is that of a file which names none. Throws a UserError of all mistakes in it. */
  parse(file: SourceFile, dialect: string): Prompt;
}
