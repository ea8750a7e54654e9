import { describe, expect, it } from '@jest/globals';
import type { CaseReport } from '../../src/report/case-report.ts';
import { aChangedTree, aConfigFile, answering, aPromptFile, aTree, numberOf, type Story, tell } from './story.ts';

const idsOf = (cases: readonly CaseReport[]) => cases.map((entry) => entry.case);

describe('a case that several metrics saw', () => {
  const checks = `      - { name: total, type: equals, path: /total, expected: 29.99 }
      - { name: tier, type: equals, path: /tier, expected: gold }`;
  const files = { 'prompt-assay.yml': aConfigFile({ checks }) };
  /** Both are wrong in 10 cases, the total in 20 more, the tier in another 20. */
  const story: Story = {
    base: aTree(files),
    candidate: aChangedTree(files),
    script: (call) => {
      const number = call.arm === 'base' ? 99 : numberOf(call);
      return JSON.stringify({
        tier: number < 10 || (number >= 30 && number < 50) ? 'silver' : 'gold',
        total: number < 30 ? 34.99 : 29.99,
      });
    },
  };

  it('is one entry with each of them and its reason', async () => {
    const { report } = await tell(story);
    expect(report.cases).toHaveLength(50);
    expect(new Set(idsOf(report.cases)).size).toBe(50);
    const both = report.cases.find((entry) => entry.case === 'q-003');
    expect(both?.metrics).toEqual([
      {
        metric: 'total',
        label: 'worse',
        baselineScores: [1],
        candidateScores: [0],
        baselineReason: null,
        candidateReason: 'is the number 34.99, expected the number 29.99',
      },
      {
        metric: 'tier',
        label: 'worse',
        baselineScores: [1],
        candidateScores: [0],
        baselineReason: null,
        candidateReason: 'is "silver", expected "gold"',
      },
    ]);
  });

  it('lets the failing metrics take turns, so that none is hidden behind another', async () => {
    const { report } = await tell(story);
    const firsts = report.cases.slice(20, 26).map(({ metrics }) => metrics.map(({ metric }) => metric).join());
    expect(firsts).toEqual(['total', 'tier', 'total', 'tier', 'total', 'tier']);
  });
});

describe('the order of cases', () => {
  it('lets failing suites take turns', async () => {
    const second = `  - name: tone
    prompts: tone/*.prompt.yml
    dataset: evals/triage.jsonl
    checks: [{ name: label, type: equals, expected: "{{ expected }}" }]
`;
    const files = { 'prompt-assay.yml': `${aConfigFile()}${second}` };
    const { report } = await tell({
      base: aTree({ ...files, 'tone/tone.prompt.yml': aPromptFile('t1', 'tone') }),
      candidate: aChangedTree({ ...files, 'tone/tone.prompt.yml': aPromptFile('t2', 'tone') }),
      script: answering((arm, number) => arm === 'base' || number >= 30),
    });
    expect(report.cases.slice(0, 4).map(({ suite }) => suite)).toEqual(['triage', 'tone', 'triage', 'tone']);
    expect(report.cases).toHaveLength(60);
  });

  const thrice = { 'prompt-assay.yml': aConfigFile({ suite: '    samples: 3' }) };
  const wrong: Readonly<Record<string, readonly number[]>> = {
    'candidate 0': [1],
    'candidate 1': [0, 1, 2],
    'candidate 2': [1, 2],
    'base 5': [2],
  };
  const varied: Story = {
    base: aTree(thrice),
    candidate: aChangedTree(thrice),
    script: answering((arm, number, sample) => !(wrong[`${arm} ${number}`] ?? []).includes(sample)),
  };

  it('is the largest drop first, and what got better last', async () => {
    const { report } = await tell(varied);
    expect(idsOf(report.cases)).toEqual(['q-001', 'q-002', 'q-000', 'q-005']);
  });

  it('shows an answer that failed beside one that passed', async () => {
    const { report } = await tell(varied);
    const shown = report.cases.map((entry) => [
      entry.baselineSample,
      entry.baselineOutput?.content,
      entry.candidateSample,
      entry.candidateOutput?.content,
    ]);
    expect(shown).toEqual([
      [0, 'yes', 0, 'no'],
      [0, 'yes', 1, 'no'],
      [0, 'yes', 1, 'no'],
      [2, 'no', 0, 'yes'],
    ]);
    expect(report.cases[2]?.metrics[0]?.candidateReason).toBe('is "no", expected "yes"');
    expect(report.cases[3]?.metrics[0]).toMatchObject({
      baselineReason: 'is "no", expected "yes"',
      candidateReason: null,
    });
  });

  it('leaves out a case that only varies, as good on both sides', async () => {
    const script = answering((arm, number, sample) => number >= 5 || sample !== (arm === 'base' ? 1 : 0));
    const { report } = await tell({ script });
    expect(report.metrics[0]).toMatchObject({ worse: 5, looks: 2 });
    expect(report.cases).toEqual([]);
  });
});
