import { describe, expect, it } from '@jest/globals';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { renderTerminal } from '../../src/report/console/terminal.ts';
import type { PromptReport } from '../../src/report/prompt-report.ts';
import { describeFigures, listArmFigures } from '../../src/report/words/figures.ts';
import { aMetric, anArm, aPromptReport, aReport, aSuiteReport } from '../helpers/builders.ts';
import { pageOf } from '../helpers/page.ts';

const cheaper = aPromptReport({
  baseline: anArm({ costPerThousandMicroUsd: 75_200, latencyMedianMs: 289, inputTokens: 90_000, outputTokens: 10_000 }),
  candidate: anArm({
    costPerThousandMicroUsd: 42_400,
    latencyMedianMs: 277,
    inputTokens: 40_000,
    outputTokens: 10_000,
  }),
  costRatio: { ratio: 0.44, lower: 0.37, upper: 0.51 },
  latencyRatio: { ratio: 1, lower: 0.999, upper: 1.001 },
});
const changesOf = (prompt: PromptReport) =>
  listArmFigures(prompt).map(({ name, change, note }) => [name, change, note]);

describe('the change of a row', () => {
  it('follows from the two figures beside it; the typical case is named as such', () => {
    expect(changesOf(cheaper)).toEqual([
      ['tokens per answer', '−50 %', null],
      ['cost per 1,000', '−44 %', 'typical case −56 %, −63 to −49'],
      ['latency, median', '−4 %', 'typical case 0 %'],
    ]);
  });

  it('is the same in comment, page and terminal', () => {
    const report = aReport({ metrics: [aMetric()], suites: [aSuiteReport({ prompts: [cheaper] })] });
    const comment = renderComment(report, { commentKey: 'x', record: null }).replaceAll('\u00A0', ' ');
    expect(comment).toContain('tokens per answer 1,000 → 500 (−50 %)');
    expect(comment).toContain('cost per 1,000 $0.075 → $0.042 (−44 %; typical case −56 %, −63 to −49)');
    expect(comment).toContain('latency, median 289 ms → 277 ms (−4 %; typical case 0 %)');
    const page = pageOf(report).replace(/<[^>]*>/g, '|');
    expect(page).toMatch(/tokens per answer\|+1,000\|+500\|+−50 %\|/);
    expect(page).toMatch(/\$0\.075\|+\$0\.042\|+−44 %\|+typical case −56 %, −63 to −49\|/);
    const terminal = renderTerminal(report, { columns: 1000, colour: false, links: false });
    expect(terminal).toMatch(/1,000 +500 +−50 %/);
    expect(terminal).toMatch(/\$0\.075 +\$0\.042 +−44 % +typical case −56 %, −63 to −49/);
    expect(terminal).toMatch(/289 ms +277 ms +−4 % +typical case 0 %/);
  });

  it('says nothing twice, and nothing of a side that is not there', () => {
    const same = { ratio: 0.88, lower: 0.879, upper: 0.881 };
    expect(changesOf(aPromptReport({ costRatio: same }))[1]).toEqual(['cost per 1,000', '−12 %', null]);
    expect(changesOf(aPromptReport({ baseline: null }))[1]).toEqual(['cost per 1,000', '–', null]);
  });

  it.each([
    ['as it is printed', { baselineMean: 0.85, candidateMean: 0.7807 }, ['85 %', '78.1 %', '−6.9 pts']],
    ['where almost all is not all', { baselineMean: 1, candidateMean: 0.9999 }, ['100 %', '99.9 %', '−0.1 pts']],
    [
      'in the good direction',
      { direction: 'lower', baselineMean: 0.02, candidateMean: 0.05 },
      ['2 %', '5 %', '−3 pts'],
    ],
    [
      'that nobody sees is none',
      { binary: false, baselineMean: 0.701, candidateMean: 0.699 },
      ['0.70', '0.70', '0.00'],
    ],
  ] as const)('of scores is shown %s', (_name, changes, expected) => {
    const { baseline, candidate, change } = describeFigures(aMetric(changes));
    expect([baseline, candidate, change]).toEqual(expected);
  });

  it('has no interval that is a point, and no negative zero', () => {
    expect(describeFigures(aMetric({ lowerBound: -0.0001, upperBound: 0.0001 })).note).toBeNull();
    expect(describeFigures(aMetric({ binary: false, lowerBound: -0.001, upperBound: 0.07 })).note).toBe(
      '0.00 to +0.07',
    );
  });
});

describe('repeated answers', () => {
  const repeats = { k: 3, baseline: { all: 0.5, any: 0.9 }, candidate: { all: 0.4, any: 0.95 } };
  const reportOf = (more: Parameters<typeof aMetric>[0]) =>
    aReport({ metrics: [aMetric({ samples: 3, repeats, ...more })], suites: [aSuiteReport()] });
  const words = (text: string) => text.replaceAll(/[\\\u00A0]|<[^>]*>/g, (sign) => (sign === '\u00A0' ? ' ' : ''));

  it('are told of both sides in the folded figures', () => {
    const report = reportOf({});
    for (const text of [renderComment(report, { commentKey: 'x', record: null }), pageOf(report)]) {
      expect(words(text).replaceAll('&#8203;', '')).toContain(
        'all 3 answers to a case pass (pass^3): 50 % → 40 %, any of 3 (pass@3): 90 % → 95 %',
      );
    }
  });

  it('are told of one side where the other is unknown, and not at all of a judge that is refused', () => {
    expect(words(pageOf(reportOf({ repeats: { ...repeats, baseline: null } })))).toContain('(pass^3): 40 %, any');
    expect(pageOf(reportOf({ refused: true }))).not.toContain('pass^3');
  });
});
