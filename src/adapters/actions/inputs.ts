import { buildProblem, type Problem } from '../../errors.ts';

/** Reads an action's inputs strictly. A bad value is read as null and remembered among the problems. */
export interface InputReader {
  /** The trimmed text; null where the input is not given or empty. */
  text(name: string): string | null;
  /** Only `true` and `false` count: a typo must not switch anything off. */
  boolean(name: string): boolean | null;
  /** A whole number in decimal digits, between the two bounds. */
  integer(name: string, least: number, most: number): number | null;
  choice<T extends string>(name: string, values: readonly T[]): T | null;
  /** A text that must match; `example` is shown to who got it wrong. */
  matching(name: string, pattern: RegExp, example: string): string | null;
  /** A text that `findFault` has nothing to say against; the text itself stays unsaid. */
  checked(name: string, findFault: (text: string) => string | null, hint: string): string | null;
  /** Says that an input is missing beside another, or idle without it. */
  demand(message: string, hint: string): void;
  /** What is wrong with the inputs that were read so far. */
  problems(): readonly Problem[];
}

/** The inputs of the environment, where the runner puts them as `INPUT_NAME`. */
export function createInputReader(env: Readonly<Record<string, string | undefined>>): InputReader {
  const problems: Problem[] = [];
  const text = (name: string): string | null => {
    const value = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const reject = (name: string, value: string, hint: string): null => {
    problems.push(buildProblem(`The input \`${name}\` is ${quote(value)}.`, hint));
    return null;
  };
  const choice = <T extends string>(name: string, values: readonly T[]): T | null => {
    const value = text(name);
    if (value === null) return null;
    return values.find((one) => one === value) ?? reject(name, value, `Give one of: ${values.join(', ')}.`);
  };
  return {
    text,
    choice,
    boolean: (name) => {
      const value = choice(name, ['true', 'false']);
      return value === null ? null : value === 'true';
    },
    integer: (name, least, most) => {
      const value = text(name);
      if (value === null) return null;
      const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return number;
      return reject(name, value, `Give a whole number from ${least} to ${most}.`);
    },
    matching: (name, pattern, example) => {
      const value = text(name);
      return value === null || pattern.test(value)
        ? value
        : reject(name, value, `Give a value such as \`${example}\`.`);
    },
    checked: (name, findFault, hint) => {
      const value = text(name);
      const fault = value === null ? null : findFault(value);
      if (fault === null) return value;
      problems.push(buildProblem(`The input \`${name}\` ${fault}.`, hint));
      return null;
    },
    demand: (message, hint) => problems.push(buildProblem(message, hint)),
    problems: () => problems,
  };
}

function quote(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
