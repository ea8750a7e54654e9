import { describe, expect, it } from '@jest/globals';
import {
  asError,
  buildProblem,
  collectProblems,
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
