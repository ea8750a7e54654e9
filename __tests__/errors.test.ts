import { describe, expect, it } from '@jest/globals';
import {
  asError,
  buildProblem,
  collectProblems,
  gatherProblems,
  ModelConfigError,
  type Problem,
  renderProblem,
  UserError,
} from '../src/errors.ts';

const where = { path: 'a.yml', line: 3, column: 5 };

describe('renderProblem', () => {
  it.each([
    ['all of it', buildProblem('is wrong.', 'Mend it.', where), 'a.yml:3:5 is wrong. Mend it.'],
    ['no column', buildProblem('is wrong.', 'Mend it.', { ...where, column: null }), 'a.yml:3 is wrong. Mend it.'],
    [
      'a file',
      buildProblem('is wrong.', 'Mend it.', { path: 'a.yml', line: null, column: null }),
      'a.yml is wrong. Mend it.',
    ],
    ['no place', buildProblem('Input x is wrong.', 'Mend it.'), 'Input x is wrong. Mend it.'],
    ['no hint', buildProblem('is wrong.', '', where), 'a.yml:3:5 is wrong.'],
  ])('%s', (_name, problem, text) => {
    expect(renderProblem(problem)).toBe(text);
  });
});

describe('UserError', () => {
  it('says every problem, one a line', () => {
    const error = new UserError([buildProblem('One.', ''), buildProblem('Two.', 'Mend it.')]);
    expect(error.message).toBe('One.\nTwo. Mend it.');
  });

  it('is never silent', () => {
    expect(() => new UserError([])).toThrow(RangeError);
  });

  it('a refused setting keeps its words at the place that names it', () => {
    const cause = new ModelConfigError('does not take it.', 'Remove it.', 'temperature');
    const error = cause.at(where);
    expect(error.message).toBe('a.yml:3:5 does not take it. Remove it.');
    expect(error.cause).toBe(cause);
  });
});

describe('asError', () => {
  const error = new TypeError('x');
  it.each([
    ['an error is itself', error, error],
    ['a text', 'boom', new Error('thrown: boom')],
    ['nothing', undefined, new Error('thrown: undefined')],
    ['an object', { a: 1 }, new Error('thrown: [object Object]')],
  ])('%s', (_name, thrown, expected) => {
    expect(asError(thrown)).toEqual(expected);
    if (!(thrown instanceof Error)) expect(asError(thrown).cause).toBe(thrown);
  });
});

describe('collectProblems', () => {
  it('gives the value, or null and the problems; a defect is thrown on', () => {
    const problems: Problem[] = [];
    expect(collectProblems(problems, () => 7)).toBe(7);
    expect(
      collectProblems(problems, () => {
        throw new UserError([buildProblem('One.', ''), buildProblem('Two.', '')]);
      }),
    ).toBeNull();
    expect(problems.map((problem) => problem.message)).toEqual(['One.', 'Two.']);
    expect(() =>
      collectProblems(problems, () => {
        throw new TypeError('a defect');
      }),
    ).toThrow(TypeError);
  });
});

describe('gatherProblems', () => {
  const at = (line: number | null, message = 'is wrong.', path: string | null = 'a.jsonl'): Problem => ({
    ...buildProblem(message, 'Mend it.'),
    path,
    line,
  });
  const show = (problems: readonly Problem[]) =>
    gatherProblems(problems).map(({ path, line, message }) => `${path}:${line} ${message}`);

  it('makes twenty equal mistakes of a file one, with the first places', () => {
    const rows = Array.from({ length: 20 }, (_, index) => at(index + 2));
    expect(show([...rows, at(4, 'is odd.')])).toEqual([
      'a.jsonl:2 is wrong (and on 19 more lines: 3, 4, 5, 6, 7, …).',
      'a.jsonl:4 is odd.',
    ]);
  });

  it('leaves a few as they are, by file and line, each once', () => {
    const few = [at(9, 'is wrong.', 'b.yml'), at(null), at(7), at(3), at(3), at(null, 'Input x.', null)];
    expect(show(few)).toEqual([
      'null:null Input x.',
      'a.jsonl:3 is wrong.',
      'a.jsonl:7 is wrong.',
      'a.jsonl:null is wrong.',
      'b.yml:9 is wrong.',
    ]);
  });

  it('is what every error that is reported tells, and may be done twice', () => {
    const rows = Array.from({ length: 9 }, (_, index) => at(index + 1));
    const once = new UserError(rows).problems;
    expect(once).toHaveLength(1);
    expect(new UserError(once).problems).toEqual(once);
  });
});
