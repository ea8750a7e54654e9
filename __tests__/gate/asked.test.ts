import { describe, expect, it } from '@jest/globals';
import { type AskedRows, addQuestion, chanceOfPass, sumAsked } from '../../src/gate/asked.ts';

const one = { suite: 'a', rows: 'r1', content: 'c1' };
const only = new Set(['a']);
const anAsked = (changes: Partial<AskedRows> = {}): AskedRows => ({
  ...{ suite: 'a', rows: 'r1', count: 2, contents: ['c2', 'c1'] },
  ...changes,
});

describe('a question', () => {
  it('is counted once, whatever came between', () => {
    const asked = ['c1', 'c2', 'c1'].reduce<readonly AskedRows[]>(
      (before, content) => addQuestion(before, { ...one, content }, only),
      [],
    );
    expect(asked).toEqual([anAsked()]);
  });

  it('starts anew where the rows are others, and leaves other suites alone', () => {
    const other = anAsked({ suite: 'b' });
    expect(addQuestion([anAsked(), other], { ...one, rows: 'r2' }, new Set(['a', 'b']))).toEqual([
      other,
      { suite: 'a', rows: 'r2', count: 1, contents: ['c1'] },
    ]);
  });

  it('goes on where the suite bears another name, and not where another suite has the rows too', () => {
    const renamed = { ...one, suite: 'b', content: 'c3' };
    const contents = ['c3', 'c2', 'c1'];
    expect(addQuestion([anAsked()], renamed, new Set(['b']))).toEqual([anAsked({ suite: 'b', count: 3, contents })]);
    expect(addQuestion([anAsked()], renamed, new Set(['a', 'b']))).toEqual([
      anAsked(),
      { suite: 'b', rows: 'r1', count: 1, contents: ['c3'] },
    ]);
  });

  it('is counted beyond the contents that are kept', () => {
    const many = Array.from({ length: 70 }, (_, index) => `c${index}`);
    const [asked] = many.reduce<readonly AskedRows[]>(
      (before, content) => addQuestion(before, { ...one, content }, only),
      [],
    );
    expect(asked).toMatchObject({ count: 70, contents: { length: 50 } });
    expect(asked?.contents[0]).toBe('c69');
  });
});

describe('the sum', () => {
  it('is that of all pull requests that asked these rows, two suites of one pull request once', () => {
    const twice = [anAsked({ count: 3 }), anAsked({ suite: 'b', count: 4 })];
    const others = [anAsked({ rows: 'r2', count: 90 })];
    expect(sumAsked([[anAsked()], twice, others, []], 'r1')).toEqual({ questions: 6, pullRequests: 2 });
  });
});

it.each([
  [1, 5],
  [2, 10],
  [5, 23],
  [10, 40],
  [20, 64],
])('of %d versions one passes by chance in %d of 100 series', (versions, percent) => {
  expect(Math.round(100 * chanceOfPass(0.05, versions))).toBe(percent);
});
