import { UserError } from '../errors.ts';
import { type Flags, textFlag } from './command.ts';

/** A flag's number within bounds, null where it is not given; throws a UserError that names the flag. */
export function numberFlag(flags: Flags, name: string, least: number, most: number): number | null {
  const text = textFlag(flags, name);
  if (text === null) return null;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  throw UserError.of(`--${name} is "${text}".`, `Give a number from ${least} to ${most}.`);
}

/** A flag's whole number within bounds, null where it is not given. */
export function integerFlag(flags: Flags, name: string, least: number, most: number): number | null {
  const value = numberFlag(flags, name, least, most);
  if (value === null || Number.isInteger(value)) return value;
  throw UserError.of(`--${name} is "${value}".`, 'Give a whole number.');
}

/** A flag's word out of a few, null where it is not given. */
export function choiceFlag<T extends string>(flags: Flags, name: string, choices: readonly T[]): T | null {
  const text = textFlag(flags, name);
  if (text === null) return null;
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw UserError.of(`--${name} is "${text}".`, `Give one of: ${choices.join(', ')}.`);
}
