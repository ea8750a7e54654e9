import { describe, expect, it } from '@jest/globals';
import type { CaseReport } from '../../src/report/case-report.ts';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { renderTerminal } from '../../src/report/console/terminal.ts';
import type { Report } from '../../src/report/report.ts';
import { aCaseMetric, aCaseReport, aMetric, anOutput, aReport } from '../helpers/builders.ts';

const metrics = ['total', 'tier'].map((metric) => aMetric({ metric, verdict: 'fail', worse: 1 }));
const withCase = (changes: Partial<CaseReport>, report: Partial<Report> = {}): Report =>
  aReport({ verdict: 'fail', green: false, metrics, cases: [aCaseReport(changes)], ...report });
const comment = (report: Report) => renderComment(report, { commentKey: 'x', record: null });
const terminal = (report: Report) => renderTerminal(report, { columns: 1000, colour: false, links: false });
const renderers = [
  ['comment', comment],
  ['terminal', terminal],
] as const;
/** What a reader reads of it, whatever the markup. */
const plain = (text: string) =>
  text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('\\_', '_');

describe('a case of two metrics', () => {
  const report = withCase({
    expected: null,
    metrics: [
      aCaseMetric({ metric: 'total', candidateReason: 'is the number 34.99, expected the number 29.99' }),
      aCaseMetric({ metric: 'tier', candidateReason: 'is gold, expected silver' }),
    ],
    baselineOutput: anOutput('{"customer":{"tier":"silver"},"total":29.99}'),
    candidateOutput: anOutput('{"customer":{"tier":"gold"},"total":34.99}'),
  });

  it.each(renderers)('is one entry with both and their reasons: %s', (_name, render) => {
    const text = plain(render(report));
    expect(text).toMatch(/total( ✅ → ❌)?, tier(: main ✓ → this PR ✗| ✅ → ❌)/);
    expect(text).toContain('is the number 34.99, expected the number 29.99');
    expect(text).toContain('is gold, expected silver');
  });

  it.each(renderers)('has one reason once: %s', (_name, render) => {
    const reason = { candidateReason: 'the output is not JSON' };
    const shared = withCase({ metrics: ['total', 'tier'].map((metric) => aCaseMetric({ metric, ...reason })) });
    expect(plain(render(shared)).match(/Reason, total, tier:?\*?\s*the output is not JSON/gi)).toHaveLength(1);
    expect(plain(render(shared)).match(/the output is not JSON/g)).toHaveLength(1);
  });

  it.each(renderers)('is compared by line: %s', (_name, render) => {
    expect(plain(render(report))).toMatch(/- {3}"total": 29\.99\n *\+ {3}"total": 34\.99/);
  });
});

describe('the answers of a case', () => {
  const thrice = [aCaseMetric({ metric: 'total', baselineScores: [1, 1, 1], candidateScores: [1, 0, 1] })];

  it.each(renderers)('are said to be one of several: %s', (_name, render) => {
    const text = plain(render(withCase({ metrics: thrice })));
    expect(text).toMatch(/− main \(1 of 3 answers\), \+ this PR \(1 of 3 answers\)/);
    expect(plain(render(withCase({ metrics: [aCaseMetric()] })))).not.toMatch(/1 of 1|answers\)/);
  });

  it.each(renderers)('are said to be the same where they are: %s', (_name, render) => {
    const output = anOutput('Both say this.');
    expect(render(withCase({ baselineOutput: output, candidateOutput: output }))).toMatch(
      /main and this PR answered the same/,
    );
  });

  it.each(renderers)('name their suite and prompt where there are several: %s', (_name, render) => {
    const several = withCase(
      { suite: 'tone', prompt: 'formal' },
      { metrics: [...metrics, aMetric({ suite: 'tone', prompt: 'formal' })] },
    );
    expect(plain(render(several))).toMatch(/refund-017.* · tone · formal\b/);
    expect(plain(render(withCase({})))).not.toMatch(/refund-017.*triage/);
  });

  const letter = Array.from({ length: 80 }, (_, index) => `Line ${index} of a long letter.`);
  const before = [...letter, 'Kind regards', 'The team', ...letter].join('\n');
  const after = [...letter.map((line, index) => (index < 50 ? `Well, ${line}` : line)), 'The team', ...letter].join(
    '\n',
  );

  it.each([
    ['by what the reason quotes', 'does not contain "Kind regards"', null],
    ['by the words of a pattern', 'does not match "^(Kind|Warm)\\\\s+regards"', null],
    ['by what was expected', 'the judge misses a closing', 'Kind regards'],
  ])('show the line that the check missed, whatever else changed: %s', (_name, candidateReason, expected) => {
    const missed = [aCaseMetric({ metric: 'total', candidateReason })];
    const outputs = { baselineOutput: anOutput(before), candidateOutput: anOutput(after) };
    for (const [, render] of renderers) {
      const shown = plain(render(withCase({ metrics: missed, expected, ...outputs })));
      expect(shown).toMatch(/^ *- Kind regards$/m);
    }
  });

  it("say whose answer a reason is about where it is not the candidate's", () => {
    const better = [
      aCaseMetric({ label: 'better', baselineReason: 'is empty', baselineScores: [0], candidateScores: [1] }),
    ];
    expect(comment(withCase({ label: 'better', metrics: better }))).toContain('*Reason, main:* is empty');
  });

  it('count what a comment leaves out of one that stands alone', () => {
    const text = comment(withCase({ baselineOutput: null, candidateOutput: anOutput('y'.repeat(5000)) }));
    expect(text).toMatch(/this PR answered:\*\n\n```text\n[y\s]+\[…\s[34],\d+\scharacters\s…\][y\s]+```/);
  });
});
