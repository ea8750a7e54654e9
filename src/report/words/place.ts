import type { Problem } from '../../errors.ts';

/** Where a problem stands, `path:line:column` as far as it is known; empty where it is about no file. */
export function placeOf({ path, line, column }: Problem): string {
  return [path, line, column].filter((part) => part !== null).join(':');
}

/** A problem as a line of a terminal, its place and what is said of it apart: `a.yml:12:5  "chekcs" is unknown. Did you mean "checks"?` */
export function tellProblem(problem: Problem): string {
  const sentence = [problem.message, problem.hint].filter((part) => part !== '').join(' ');
  return [placeOf(problem), sentence].filter((part) => part !== '').join('  ');
}
