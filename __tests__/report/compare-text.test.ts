import { describe, expect, it } from '@jest/globals';
import { buildProblem } from '../../src/errors.ts';
import { type ComparedFiles, renderCompareText } from '../../src/report/compare-text.ts';
import { measure } from '../../src/report/console/cells.ts';
import { aMetric } from '../helpers/builders.ts';

const metric = (changes: Parameters<typeof aMetric>[0]) => {
  const { suite, prompt, ...rest } = aMetric(changes);
  return { ...rest, suite: suite ?? 'triage', prompt: prompt ?? 'triage' };
};
const fallen = { verdict: 'fail', worse: 12, same: 88, candidateMean: 0.73, difference: -0.12 } as const;
const result: ComparedFiles = {
  verdict: 'fail',
  title: 'Regression proven in label: 12 of 100 cases got worse.',
  reasons: ['label: a drop is proven'],
  metrics: [
    metric({ ...fallen, lowerBound: -0.2, upperBound: -0.05, margin: 0.1 }),
    metric({ metric: 'tone', binary: false, baselineMean: 0.94, candidateMean: 0.9, difference: -0.04, gates: false }),
  ],
};
const plain = (one: ComparedFiles, columns: number, advice: string | null = null) =>
  renderCompareText(one, advice, { columns, colour: false, links: false });

describe('compare in a terminal', () => {
  it('says verdict and title, why, and the table of a run: percent, sides, interval, margin', () => {
    expect(plain(result, 140, 'A hint.')).toBe(
      [
        'FAIL  Regression proven in label: 12 of 100 cases got worse.',
        '  label: a drop is proven',
        '  A hint.',
        '',
        '                      baseline  candidate   change         between  worse / better / same',
        '✗ label · gate            85 %       73 %  −12 pts       −20 to −5  12 / 0 / 88            regression · margin 10 pts, 100 cases',
        '– tone · report only      0.94       0.90    −0.04  −0.02 to +0.02  0 / 0 / 100            margin 0.05, 100 cases',
        '',
      ].join('\n'),
    );
  });

  it('fits a narrow terminal, with the interval in brackets', () => {
    const text = plain(result, 40);
    expect(Math.max(...text.split('\n').map(measure))).toBeLessThanOrEqual(40);
    expect(text).toContain(
      '✗ label · gate: regression\n    85 % → 73 %, −12 pts (−20 to −5),\n    margin 10 pts, 100 cases\n',
    );
  });

  it('names suite and prompt where they differ', () => {
    const two = { ...result, metrics: [metric({}), metric({ suite: 'reply' })] };
    expect(plain(two, 140)).toMatch(/\ntriage\n✓ label.*\nreply\n✓ label/);
  });

  it('a mistake stands with its place apart, and nothing is said twice', () => {
    const where = { path: 'b.jsonl', line: 2, column: null };
    const reason = '1 problem in the input; nothing was compared';
    const errors = [buildProblem('is no \u001B[31mobject.', 'Mend it.', where)];
    expect(plain({ verdict: 'invalid', title: `${reason}.`, reasons: [reason], metrics: [], errors }, 140)).toBe(
      'INVALID  1 problem in the input; nothing was compared.\n\nerror  b.jsonl:2  is no ⟨U+001B⟩[31mobject. Mend it.\n',
    );
  });
});
