import { closest, distance } from 'fastest-levenshtein';
import { buildProblem, gatherProblems, type Problem, UserError, type Where } from '../errors.ts';

/** The most mistakes shown at once; a generated file can hold one per line. */
const maxProblems = 50;
/** So many mistakes of one file are taken down before its reading is broken off: what follows is mostly their echo. */
const maxNoted = 1000;
const maxNameLength = 80;

/** The known name that a misspelt one was probably meant to be; null where more than about a third of it would have to change. */
export function suggestName(name: string, known: readonly string[]): string | null {
  if (known.length === 0 || name.length > maxNameLength) return null;
  const nearest = closest(name.toLowerCase(), known);
  // Two swapped letters count as two changes.
  const allowed = nearest.length < 4 ? 1 : Math.max(2, Math.floor(nearest.length / 3));
  return distance(name.toLowerCase(), nearest) <= allowed ? nearest : null;
}

/** The hint for an unknown name: `Did you mean "x"?`, or the list of the known ones. */
export function hintKnown(name: string, known: readonly string[]): string {
  const near = suggestName(name, known);
  if (near !== null) return `Did you mean "${near}"?`;
  return listKnown(known);
}

/** The known names as a hint. */
export function listKnown(known: readonly string[]): string {
  return known.length === 0 ? 'None is known here.' : `Known: ${known.join(', ')}.`;
}

/** Quotes a name out of a file for a message, on one line and cut to a readable length. */
export function quoteName(name: string): string {
  return JSON.stringify(name.length > maxNameLength ? `${name.slice(0, maxNameLength)}…` : name);
}

/** True where a file has so many mistakes that it is read no further, and then the last of them says so, at the place that was reached. */
export function breaksOff(problems: Problem[], where: Where): boolean {
  if (problems.length < maxNoted) return false;
  const message = `is read no further after ${maxNoted} mistakes.`;
  problems.push(buildProblem(message, 'Mend these first, then run again.', where));
  return true;
}

/** Throws a UserError of the problems, gathered, at most 50 and then one that counts the rest; returns where there is none. */
export function throwProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const gathered = gatherProblems(problems);
  const shown = gathered.slice(0, maxProblems);
  const rest = gathered.length - shown.length;
  if (rest === 0) throw new UserError(shown);
  const more = buildProblem(`and ${rest} more.`, 'Mend these first, then run again.');
  throw new UserError([...shown, { ...more, path: shown.at(-1)?.path ?? null }]);
}
