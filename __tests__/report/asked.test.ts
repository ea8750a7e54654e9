import { describe, expect, it } from '@jest/globals';
import type { AskedReport, Report } from '../../src/report/report.ts';
import { explainAsked } from '../../src/report/words/asked.ts';

const anAsked = (changes: Partial<AskedReport> = {}): AskedReport => ({
  ...{ suite: 'triage', verdict: 'pass', rows: 'r1', cases: 80, contents: 6, byChance: 0.265, everywhere: null },
  ...changes,
});
const everywhere = { questions: 23, pullRequests: 6, isWhole: true };
const say = (asked: readonly AskedReport[], verdict: Report['verdict'] = 'pass') => explainAsked({ verdict, asked });

describe('how often the rows were asked', () => {
  it('is said of the versions of one pull request', () => {
    expect(say([anAsked()])).toEqual([
      'This pull request has put 6 versions to the 80 cases of `triage`: had each been as bad as the margin, about 27 in 100 such series would have shown a pass by chance (docs/statistics.md).',
    ]);
    const [open] = say([anAsked({ verdict: 'inconclusive' })], 'inconclusive');
    expect(open).toMatch(/a pass by chance by now, so that another try tells less than fresh cases do/);
    const [small] = say([anAsked({ byChance: null, cases: null })]);
    expect(small).toBe(
      'This pull request has put 6 versions to the cases of `triage`: the more tries, the sooner one passes by luck.',
    );
  });

  it('is said of all pull requests together, once for suites that share their rows', () => {
    const asked = [anAsked({ contents: 1, everywhere }), anAsked({ suite: 'reply', contents: 1, everywhere })];
    expect(say(asked)).toEqual([
      'The rows of `triage`, `reply` were asked 23 times by 6 pull requests since they last changed: add fresh cases, or keep some aside that no prompt is tuned on.',
    ]);
    const cut = anAsked({ contents: 1, everywhere: { ...everywhere, isWhole: false } });
    expect(say([cut])[0]).toContain('were asked at least 23 times');
  });

  it.each([
    ['the fourth version', [anAsked({ contents: 4 })], 'pass'],
    ['rows with which nothing can pass', [anAsked({ byChance: 0, verdict: 'inconclusive' })], 'inconclusive'],
    [
      'what this pull request asked alone',
      [anAsked({ contents: 4, everywhere: { ...everywhere, pullRequests: 1 } })],
      'pass',
    ],
    ['four questions', [anAsked({ contents: 1, everywhere: { ...everywhere, questions: 4 } })], 'pass'],
    ['a run that fails', [anAsked()], 'fail'],
    ['a run that could not be judged', [anAsked()], 'invalid'],
    ['a suite that fails', [anAsked({ verdict: 'fail' })], 'pass'],
  ] as const)('is not said of %s', (_what, asked, verdict) => {
    expect(say(asked, verdict)).toEqual([]);
  });
});
