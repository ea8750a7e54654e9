import type { Where } from '../errors.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { FormatId } from './format-ids.ts';
import type { Prompt } from './prompt.ts';

/** Another file that a prompt file reads, as a repository path, and where it says so. */
export interface Dependency {
  readonly path: string;
  /** Where it may be instead, the first that exists. */
  readonly otherwise?: readonly string[];
  /** Set where the path is a glob, which stands for every file that it matches. */
  readonly isGlob?: boolean;
  readonly where: Where;
  /** What to do where there is no such file, where the format knows better than to correct the path. */
  readonly hint?: string;
}

/** How somebody wants a prompt file read. */
export interface Reading {
  /** Id of its format; null where its name and content say it. */
  readonly format: string | null;
  /** Name of the template dialect of a file that names none; null where its format or its text says it. */
  readonly template: string | null;
  /** True where prompts are asked for by their names in the file: it is a collection then, unless its format is known. */
  readonly byName: boolean;
}

/** As a file says by itself. */
export const ownReading: Reading = { format: null, template: null, byName: false };

/** One prompt format's entry in the registry. */
export interface PromptFormat {
  readonly id: FormatId;
  /** How an error names it: the format and its file names. */
  readonly title: string;
  /** Globs of the files that may be a suite of their own, where they carry rows and metrics. */
  readonly standingAlone: readonly string[];
  /** True where the path's suffix belongs to this format, whatever the text. */
  recognisesPath(path: string): boolean;
  /** True where the text looks like this format although the path does not say so. */
  recognises(path: string, text: string): boolean;
  /**
   * The other files that a file reads, and that each of those reads in its turn, where `root` is the prompt file that all of them are read
   * for; null in a format without such. Throws a UserError for a text that cannot tell.
   */
  readonly dependencies: ((file: SourceFile, root: string) => readonly Dependency[]) | null;
  /**
   * Reads a file, most often one prompt; `template` is the dialect of a file which names none, null where nobody says one; `included`
   * holds all that it reads, by repository path. Throws a UserError of all mistakes in it.
   */
  parse(file: SourceFile, template: string | null, included: ReadonlyMap<string, SourceFile>): readonly Prompt[];
}
