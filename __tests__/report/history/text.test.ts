import { describe, expect, it } from '@jest/globals';
import { renderHistoryText } from '../../../src/report/history/text.ts';
import { aBaselineLine, aHistory, aHostileHistory, aMeasure, aMerge, aMergedSuite } from '../../history/builders.ts';
import { hostileText } from '../hostile.ts';

describe('the history in a terminal', () => {
  it('reads as it should', () => {
    const measures = {
      'reply / label': aMeasure(),
      'reply / helpful': aMeasure({ kind: 'judge', role: 'report', binary: false }),
    };
    const baselines = [0.8, 0.85, 0.933].map((mean, at) =>
      aBaselineLine(at + 1, {
        means: { 'reply / label': mean, 'reply / helpful': 0.6 },
        measures,
        costMicroUsd: 100_000 * (at + 1),
        reason: at === 0 ? 'the first one' : null,
        versions: { reply: at < 2 ? 'pv-1' : 'pv-2' },
      }),
    );
    const merges = [
      aMerge(2, {
        suites: [
          aMergedSuite({ verdict: 'fail', title: 'Regression proven.', accepted: { by: '@grace', grounds: [] } }),
        ],
      }),
      aMerge(3),
    ];
    expect(renderHistoryText(aHistory({ suites: [{ suite: 'triage', baselines }], merges, leftOut: 4 }))).toBe(
      `prompt-assay-baselines at 3f2a91c: 3 baselines, 2 merges
4 older lines are left out

triage (3 baselines)
  label                                      ▁▄█  93.3 % (80 to 95)
  helpful                                    ▅▅▅  0.60 (0.80 to 0.95) judge, is…
  cost                                       ▁▅█  $0.30
  tokens                                     ▅▅▅  10,000 in, 2,000 out
  2026-11-03 03aaaaa · ada · some-model-2026-08-07
    prompt pv-1 → pv-2
  2026-11-02 02aaaaa · ada · some-model-2026-08-07
  2026-11-01 01aaaaa · ◆ ada: “the first one” · some-model-2026-08-07

merged, the newest first
  2026-11-03 03ddddd pass · #3 Reword the reply
    triage pass: No regression: 2 of 100 cases differ.
  2026-11-02 02ddddd fail · #2 Reword the reply
    triage fail, accepted by @grace: Regression proven.
`,
    );
  });

  it('steers no terminal and stays within 80 columns, whatever people and models called things', () => {
    const text = renderHistoryText({ ...aHostileHistory(hostileText), errors: [] });
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|\p{Surrogate}/u);
    const lines = text.trimEnd().split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines).toHaveLength(
      renderHistoryText({ ...aHostileHistory('plain'), errors: [] })
        .trimEnd()
        .split('\n').length,
    );
  });

  it('names each line that cannot be read whole, on a line of its own', () => {
    const wrong = {
      path: `${'x'.repeat(80)}/changelog.jsonl`,
      line: 3,
      column: null,
      message: 'is no\nline.',
      hint: 'Restore it.',
    };
    expect(
      renderHistoryText(aHistory({ errors: [wrong] }))
        .split('\n')
        .at(-2),
    ).toBe(`error  ${'x'.repeat(80)}/changelog.jsonl:3 is no line. Restore it.`);
  });

  it('says what to do where nothing is kept yet', () => {
    expect(renderHistoryText(aHistory({ suites: [], merges: [] }))).toContain('nothing is kept yet: re-baseline main');
  });
});
