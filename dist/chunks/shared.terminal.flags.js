import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  textFlag
} from "./shared.terminal.command.js";
import {
  UserError
} from "./shared.errors.js";

// src/terminal/flags.ts
function numberFlag(flags, name, least, most) {
  const text = textFlag(flags, name);
  if (text === null) return null;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  throw UserError.of(`--${name} is "${text}".`, `Give a number from ${least} to ${most}.`);
}
function integerFlag(flags, name, least, most) {
  const value = numberFlag(flags, name, least, most);
  if (value === null || Number.isInteger(value)) return value;
  throw UserError.of(`--${name} is "${value}".`, "Give a whole number.");
}
function choiceFlag(flags, name, choices) {
  const text = textFlag(flags, name);
  if (text === null) return null;
  const choice = choices.find((one) => one === text);
  if (choice !== void 0) return choice;
  throw UserError.of(`--${name} is "${text}".`, `Give one of: ${choices.join(", ")}.`);
}

export {
  numberFlag,
  integerFlag,
  choiceFlag
};
