import type { Where } from '../errors.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Prompt } from './prompt.ts';

/** Another file that a prompt file reads, as a repository path, and where it says so. */
export interface Dependency {
  readonly path: string;
  readonly where: Where;
}

/** One prompt format's entry in the registry. */
export interface PromptFormat {
  readonly id: string;
  /** How an error names it: the format and its file names. */
  readonly title: string;
  /** Globs of the files that may be a suite of their own, where they carry rows and metrics. */
  readonly standingAlone: readonly string[];
  /** True where the path's suffix belongs to this format, whatever the text. */
  recognisesPath(path: string): boolean;
  /** True where the text looks like this format although the path does not say so. */
  recognises(path: string, text: string): boolean;
  /**
   * The other files that a file reads, and that each of those reads in its turn; null in a format without such. Asked only of prompts
   * that the format knows by their path. Throws a UserError for a text that cannot tell.
   */
  readonly dependencies: ((file: SourceFile) => readonly Dependency[]) | null;
  /**
   * Reads a file; `dialect` is that of a file which names none, `included` holds all that it reads, by repository path. Throws a
   * UserError of all mistakes in it.
   */
  parse(file: SourceFile, dialect: string, included: ReadonlyMap<string, SourceFile>): Prompt;
}
