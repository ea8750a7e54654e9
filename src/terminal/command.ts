import type { ParseArgsConfig } from 'node:util';
import type { Problem } from '../errors.ts';

/** What a command has of the world. */
export interface Io {
  /** Standard output: results, and with `--json` one document and nothing else. */
  out(text: string): void;
  /** Standard error: progress and log. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly colour: boolean;
  readonly signal: AbortSignal;
  readStandardInput(): Promise<string>;
  /** Asks the person at the terminal, and reads one line; null where nobody sits there. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

/** Flags by name, as node's parseArgs gives them. */
export type Flags = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** One command of the terminal. `run` prints and returns the exit code; it throws a UserError for what the user can mend. */
export interface Command {
  readonly name: string;
  /** The usage line and a line per flag, as `--help` shows them. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Names of the positional arguments; more of them is a usage error, `…` at the end allows any number. */
  readonly positionals: readonly string[];
  run(flags: Flags, positionals: readonly string[], io: Io): Promise<number>;
  /** The `--json` document of a call that failed before it had a result: the command's own shape, empty, with the errors. */
  buildFailure(errors: readonly Problem[]): object;
}

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
