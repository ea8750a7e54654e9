/** Where a mistake stands; lines and columns count from 1 and are null where unknown. */
export interface Where {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** One mistake a user can fix: what is wrong, where, and what to do. The shape is part of every `--json` contract. */
export interface Problem {
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  readonly hint: string;
}

/** Builds a problem; `where` is a file position or null for inputs and flags, whose names belong in the message. */
export function buildProblem(message: string, hint: string, where: Where | null = null): Problem {
  return { path: where?.path ?? null, line: where?.line ?? null, column: where?.column ?? null, message, hint };
}

/** Renders a problem as `path:line:column message hint`, leaving out what is unknown. */
export function renderProblem(problem: Problem): string {
  const place = [problem.path, problem.line, problem.column].filter((part) => part !== null).join(':');
  return [place, problem.message, problem.hint].filter((part) => part !== '').join(' ');
}

/** So many equal mistakes in one file are still told one by one. */
const maxAlike = 3;
const maxPlaces = 5;

/** Mistakes as people are told of them: each once, by file, line and column, what has no file first; of more than three equal ones in a file only the first, which counts the others and names the next few lines. */
export function gatherProblems(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, Problem[]>();
  const distinct = new Map(problems.map((problem) => [renderProblem(problem), problem]));
  for (const problem of [...distinct.values()].sort(comparePlaces)) {
    const key = JSON.stringify([problem.path, problem.message, problem.hint]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return [...groups.values()]
    .flatMap((group) => (group.length > maxAlike ? mergeAlike(group) : group))
    .sort(comparePlaces);
}

function mergeAlike([first, ...others]: readonly Problem[]): readonly Problem[] {
  if (first === undefined) return [];
  const lines = others.flatMap(({ line }) => line ?? []);
  const shown = `${lines.slice(0, maxPlaces).join(', ')}${lines.length > maxPlaces ? ', …' : ''}`;
  return [{ ...first, message: `${first.message.replace(/\.$/, '')} (and on ${others.length} more lines: ${shown}).` }];
}

function comparePlaces(a: Problem, b: Problem): number {
  const rank = (one: number | null) => one ?? Number.POSITIVE_INFINITY;
  const compare = <T>(one: T, other: T) => (one < other ? -1 : one > other ? 1 : 0);
  if (a.path === null || b.path === null) return compare(b.path === null, a.path === null);
  return compare(a.path, b.path) || compare(rank(a.line), rank(b.line)) || compare(rank(a.column), rank(b.column));
}

/** What ends a run with a sentence instead of a stack; it carries one or more problems, gathered. Any other throw is a defect. */
export abstract class ReportedError extends Error {
  readonly problems: readonly Problem[];

  /** @throws RangeError for an empty list: an error without a problem would be silent. */
  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    if (problems.length === 0) throw new RangeError('an error that is reported needs at least one problem');
    const gathered = gatherProblems(problems);
    super(gathered.map(renderProblem).join('\n'), options);
    this.problems = gathered;
  }
}

/** A mistake that the user can fix: in an input, a setting, or in what stands in a file that was read. */
export class UserError extends ReportedError {
  override readonly name: string = 'UserError';

  /** The error of a single problem. */
  static of(message: string, hint: string, where: Where | null = null, options?: ErrorOptions): UserError {
    return new UserError([buildProblem(message, hint, where)], options);
  }
}

/** Something that may well be there and could not be read: a refused request, a limit, half an answer, a missing object. Nothing may take it for absent, so that no catch of a UserError sees it. */
export class ReadFault extends ReportedError {
  override readonly name: string = 'ReadFault';

  /** The fault of a single problem. */
  static of(message: string, hint: string, options?: ErrorOptions): ReadFault {
    return new ReadFault([buildProblem(message, hint)], options);
  }
}

/** An answer that was to be known and is not, where no model may be asked. No catch of a UserError sees it: nothing goes on without the answer. */
export class UnknownAnswerError extends ReportedError {
  override readonly name: string = 'UnknownAnswerError';

  constructor() {
    super([
      buildProblem(
        "The first round's answers are no longer all in the cache, so that it cannot be settled.",
        'Keep the cache from run to run, and run it anew without settling first.',
      ),
    ]);
  }
}

/** The first mistake in one line, and how many more there are, for a title. */
export function summariseProblems([first, ...more]: readonly Problem[]): string {
  const sentence = first === undefined ? '' : renderProblem({ ...first, hint: '' }).replace(/\.$/, '');
  return more.length === 0 ? sentence : `${sentence} (and ${more.length} more)`;
}

/** Turns anything thrown into an Error, keeping the original as `cause`, so that a thrown string still turns a job red. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`thrown: ${String(thrown)}`, { cause: thrown });
}

/** Runs `work`; a UserError adds its problems to the list and gives null, so that all mistakes are reported in one run. */
export function collectProblems<T>(problems: Problem[], work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/** Problems without those that say the same of the same place as an earlier one. */
export function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [renderProblem(problem), problem])).values()];
}

/** No key for the model endpoint: the one mistake that `on-no-key: warn` leaves green. */
export class MissingKeyError extends UserError {
  override readonly name: string = 'MissingKeyError';
}

/** A provider's answer that is about no case: a refused key, an unknown model, a parameter or schema it does not take, no credit. */
export class ModelConfigError extends UserError {
  override readonly name: string = 'ModelConfigError';
  /** Canonical name of the setting at fault (`max-tokens`, `response-format`, `tools`, `model`), as in `Prompt.places`; null where it is none of the prompt's. */
  readonly parameter: string | null;

  constructor(message: string, hint: string, parameter: string | null) {
    super([buildProblem(message, hint)]);
    this.parameter = parameter;
  }

  /** The same mistake at the place where the setting stands. */
  at(where: Where): UserError {
    return new UserError(
      this.problems.map((problem) => ({ ...problem, ...where })),
      { cause: this },
    );
  }
}
