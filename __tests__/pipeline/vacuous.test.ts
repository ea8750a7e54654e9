import { describe, expect, it } from '@jest/globals';
import { createFakeWorld } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, answering, aPromptFile, aTree, tell } from './story.ts';

const allWrong = answering(() => false);

describe('a metric that measures nothing', () => {
  it('does not pass a change, and says what most answers have in common', async () => {
    const { report } = await tell({ world: createFakeWorld(allWrong) });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: true });
    expect(report.title).toBe('`label` measures nothing here.');
    expect(report.metrics[0]).toMatchObject({ measuresNothing: true, verdict: 'inconclusive' });
    expect(report.reasons.join()).toMatch(
      /within 5 points of the worst score.*\(100 of 100: .+\); mend the metric, or set role: report/,
    );
    expect(report.grounds).toMatchObject([{ kind: 'comparison', verdict: 'inconclusive', subject: 'label' }]);
  });

  it('is out of the way as a report', async () => {
    const checks = `      - { name: label, type: equals, expected: "{{ expected }}", role: report }
      - { name: short, type: length, max: 100 }`;
    const files = { 'prompt-assay.yml': aConfigFile({ checks }) };
    const { report } = await tell({
      world: createFakeWorld(allWrong),
      base: aTree(files),
      candidate: aChangedTree(files),
    });
    expect(report.verdict).toBe('pass');
  });

  it.each([
    ['all of it wrong', 0, 'inconclusive'],
    ['a tenth right', 10, 'pass'],
  ])('does not pass a new prompt on its one arm: %s', async (_name, right, verdict) => {
    const world = createFakeWorld(answering((_arm, number) => number < right));
    const candidate = aTree({ 'prompts/second.prompt.yml': aPromptFile('w1', 'second') });
    const { report } = await tell({ world, base: aTree(), candidate });
    expect(report.verdict).toBe(verdict);
    const metric = report.metrics.find(({ prompt }) => prompt === 'second');
    expect(metric).toMatchObject({ verdict, measuresNothing: verdict === 'inconclusive' });
    if (verdict === 'inconclusive') expect(report.title).toBe('`label` measures nothing here.');
  });
});
