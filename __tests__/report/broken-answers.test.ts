import { describe, expect, it } from '@jest/globals';
import { renderRunFacts } from '../../src/report/comment/run-facts.ts';
import type { ArmReport } from '../../src/report/prompt-report.ts';
import { explainMoves } from '../../src/report/words/broken-answers.ts';
import { anArm, aPromptReport, aReport, aSuiteReport } from '../helpers/builders.ts';

const sides = {
  base: { commit: '', label: 'main', pushed: null },
  head: { commit: '', label: 'this PR', pushed: null },
};

function explain(baseline: Partial<ArmReport>, candidate: Partial<ArmReport>, name: string | null = null) {
  return explainMoves({ baseline: anArm(baseline), candidate: anArm(candidate) }, sides, name);
}

describe('broken answers', () => {
  it.each<[string, Partial<ArmReport>, Partial<ArmReport>, string[]]>([
    ['none', {}, {}, []],
    ['as many', { empty: 30 }, { empty: 32 }, []],
    ['one of few', { answered: 12 }, { answered: 12, empty: 1 }, []],
    [
      'more',
      { answered: 40 },
      { answered: 40, refused: 20 },
      ['20 of 40 answers are refusals on this PR, none on main.'],
    ],
    [
      'fewer',
      { truncated: 50 },
      {},
      ['None of 100 answers are cut off at the token limit on this PR, 50 of 100 on main.'],
    ],
    [
      'two ways, of arms of two sizes',
      { answered: 500, empty: 5 },
      { empty: 90, truncated: 10 },
      [
        '90 of 100 answers are empty on this PR, 5 of 500 on main.',
        '10 of 100 answers are cut off at the token limit on this PR, none on main.',
      ],
    ],
    ['no answers at all', { answered: 0 }, { refused: 100 }, []],
  ])('are told where their share moves: %s', (_, baseline, candidate, sentences) => {
    expect(explain(baseline, candidate)).toEqual(sentences);
  });

  it('are of a prompt where there are several', () => {
    expect(explain({}, { empty: 100 }, 'triage')[0]).toBe(
      '100 of 100 answers of triage are empty on this PR, none on main.',
    );
    expect(explainMoves({ baseline: null, candidate: anArm({ empty: 9 }) }, sides, null)).toEqual([]);
  });

  it('stand in the run facts of their arm, with the reasoning that was left out', () => {
    const candidate = anArm({ refused: 2, truncated: 1, reasoningDropped: 97 });
    const suites = [aSuiteReport({ prompts: [aPromptReport({ candidate })] })];
    expect(renderRunFacts(aReport({ suites }))).toContain(
      '2 are refusals · 1 is cut off at the token limit · 97 without the reasoning before them',
    );
  });
});
