import type { Problem } from '../errors.ts';
import type { LiveLine } from './live-line.ts';

/** What a command has of the world. */
export interface Io {
  /** Standard output: results, and with `--json` one document and nothing else. */
  out(text: string): void;
  /** Standard error: progress and log. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly colour: boolean;
  /** The cells of a line of the terminal that standard output is; null where it is none. */
  readonly columns: number | null;
  /** The last line of the terminal that standard error is; null where it is none. */
  readonly liveLine: LiveLine | null;
  readonly signal: AbortSignal;
  readStandardInput(): Promise<string>;
  /** Asks the person at the terminal, and reads one line; null where nobody sits there. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

/** Flags by name, as node's parseArgs gives them. */
export type Flags = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** One flag of a command: how it is read, and its line in the help. */
export interface Flag {
  /** What stands for its value in the help, such as `FILE`; a switch has none. */
  readonly value?: string;
  /** True where it may be given several times. */
  readonly isRepeatable?: true;
  /** Null for a flag that is for the makers of this tool. */
  readonly help: string | null;
}

/** Flags by name, in the order of the help. */
export type FlagTable = Readonly<Record<string, Flag>>;

/** What a command ends with: with `--json` the document is printed, else the text. */
export interface Outcome {
  readonly document: object;
  readonly text: string;
  /** What `--format` asked for: it is printed, and the text goes to standard error. */
  readonly formatted?: string | null;
  readonly exitCode: number;
}

/** One command of the terminal. `run` throws a UserError for what the user can mend. */
export interface Command {
  readonly name: string;
  /** What stands behind the name in the usage line. */
  readonly usage: string;
  /** What it is for; line ends are blanks. */
  readonly about: string;
  readonly flags: FlagTable;
  /** Names of the positional arguments; more of them is a usage error, `…` at the end allows any number. */
  readonly positionals: readonly string[];
  run(flags: Flags, positionals: readonly string[], io: Io): Promise<Outcome>;
  /**
   * The `--json` document of a call that failed before it had a result: the command's own shape, empty, with the
   * errors.
   */
  buildFailure(errors: readonly Problem[]): object;
  /** The same in the format that the command line asks for, null where it asks for none; only where there is `--format`. */
  formatFailure?(errors: readonly Problem[], args: readonly string[]): Promise<string | null>;
}

/** What people want of a command; the overview has a paragraph for each, in this order. */
export const commandGroups = ['start', 'measure', 'judge', 'files'] as const;

/** One command in the registry: its line in the overview; it is loaded only when it is called. */
export interface CommandEntry {
  readonly group: (typeof commandGroups)[number];
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command by name. */
export type CommandTable = Readonly<Record<string, CommandEntry>>;

/** A flag's text, or null. */
export function textFlag(flags: Flags, name: string): string | null {
  const value = flags[name];
  return typeof value === 'string' ? value : null;
}

/** All values of a repeatable flag. */
export function listFlag(flags: Flags, name: string): readonly string[] {
  const value = flags[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
