import { describe, expect, it } from '@jest/globals';
import {
  aChangedTree,
  aConfigFile,
  answering,
  aPromptFile,
  aSelfContained,
  aTree,
  exactEvaluator,
  jsonl,
  someRows,
  tell,
} from './story.ts';

/** The candidate is wrong on the first 12 rows. */
const worse = answering((arm, number) => arm === 'base' || number >= 12);
const solo = (text: string) => ({ 'solo.prompt.yml': aSelfContained(text) });
const verdictOf = async (base: Parameters<typeof aTree>[0], candidate: Parameters<typeof aTree>[0]) =>
  (await tell({ base: { ...base } as never, candidate: { ...candidate } as never, script: worse })).report;

describe('a pull request that adds a config to a repository without one', () => {
  const config = { 'prompt-assay.yml': aConfigFile(), 'prompts/triage.prompt.yml': aPromptFile('v1') };
  const rows = { 'evals/triage.jsonl': jsonl(someRows(100)) };

  it.each([
    ['matches another prompt', config],
    [
      'matches the very prompt',
      { 'prompt-assay.yml': aConfigFile().replace('prompts/*.prompt.yml', '"*.prompt.yml"') },
    ],
    ['switches discovery off', { ...config, 'prompt-assay.yml': aConfigFile({ top: 'discover: false' }) }],
  ])('keeps the gate of a prompt that stands alone: its config %s', async (_name, files) => {
    const report = await verdictOf(solo('v1'), { ...solo('v2'), ...files, ...rows });
    expect(report).toMatchObject({ verdict: 'fail', green: false, errors: [] });
    const own = report.metrics.filter(({ suite, gates }) => suite === 'solo.prompt.yml' && gates);
    expect(own).toMatchObject([{ metric: 'exact', worse: 12 }]);
  });

  it('says for each prompt that it drops that it is not gated from then on', async () => {
    const files = { ...config, 'prompt-assay.yml': aConfigFile({ top: 'discover: false' }), ...rows };
    const report = await verdictOf(solo('v1'), { ...solo('v1'), ...files });
    expect(report.notices).toContain('From this merge on `solo.prompt.yml` is not gated: no suite matches it.');
    const kept = await verdictOf(solo('v1'), { ...solo('v1'), ...config, ...rows });
    expect(kept.notices.join()).not.toContain('not gated');
  });

  it('shows what its own suites would have said, with the rows that it brings', async () => {
    const report = await verdictOf(
      { 'prompts/triage.prompt.yml': aPromptFile('v1') },
      { 'prompts/triage.prompt.yml': aPromptFile('v2'), 'prompt-assay.yml': aConfigFile(), ...rows },
    );
    expect(report).toMatchObject({ verdict: 'pass', green: true, errors: [] });
    expect(report.title).toBe('Nothing gates until this is merged; this would have failed: `label` −12 points.');
    expect(report.metrics).toMatchObject([{ metric: 'label', gates: false, worse: 12, better: 0 }]);
  });

  it.each([
    ['passed', answering(() => true)],
    ['been inconclusive: `label` −4 points', answering((arm, number) => arm === 'base' || number > 3)],
  ])('this would have %s', async (words, script) => {
    const { report } = await tell({ base: aTree({ 'prompt-assay.yml': null }), script });
    expect(report.title).toBe(`Nothing gates until this is merged; this would have ${words}.`);
  });
});

describe('prompts that stand alone beside a config', () => {
  it('gate', async () => {
    const report = await verdictOf(aTree(solo('v1')), aTree(solo('v2')));
    expect(report).toMatchObject({ verdict: 'fail', errors: [] });
  });

  it('do not where the base says discover: false', async () => {
    const off = { 'prompt-assay.yml': aConfigFile({ top: 'discover: false' }) };
    const report = await verdictOf(aTree({ ...off, ...solo('v1') }), aTree({ ...off, ...solo('v2') }));
    expect(report).toMatchObject({ verdict: 'pass', suites: [{ name: 'triage', status: 'skipped' }] });
  });

  it('are judged once where a suite of the base matches them', async () => {
    const files = (text: string) => ({ 'prompts/triage.prompt.yml': aSelfContained(text) });
    const report = await verdictOf(aTree(files('v1')), aTree(files('v2')));
    expect(report.suites.map(({ name }) => name)).toEqual(['triage']);
  });

  it('keep their gate although the change takes their rows and evaluators away', async () => {
    const report = await verdictOf(aTree(solo('v1')), aTree({ 'solo.prompt.yml': aPromptFile('v2', 'solo') }));
    expect(report.verdict).toBe('fail');
    expect(report.notices).toContain('From this merge on `solo.prompt.yml` is not gated: no suite matches it.');
  });
});

describe('a suite that only the pull request has', () => {
  const second = `${aConfigFile()}  - name: second\n    prompts: second/*.md\n    dataset: evals/triage.jsonl\n    checks: [{ name: own, type: equals, expected: "yes" }]\n    gate: { margin: 0.9 }\n`;
  const files = (text: string) => ({ 'second/p.md': `${text}: {{input}}` });

  it("reports under the built-in gate, beside the base's suites, which gate", async () => {
    const { report } = await tell({
      base: aTree(files('v1')),
      candidate: aChangedTree({ ...files('v2'), 'prompt-assay.yml': second }),
      script: answering((arm, number) => arm === 'base' || number >= 30),
    });
    expect(report.verdict).toBe('fail');
    expect(report.metrics.map(({ suite, gates, margin }) => [suite, gates, margin])).toEqual([
      ['triage', true, 0.05],
      ['second', false, 0.05],
    ]);
  });

  it('alone says what it would have been', async () => {
    const { report } = await tell({
      base: aTree(files('v1')),
      candidate: aTree({ ...files('v2'), 'prompt-assay.yml': second }),
      script: answering((arm, number) => arm === 'base' || number >= 30),
    });
    expect(report.title).toBe(
      'Only suites that are new here changed; they gate once this is merged; this would have failed: `own` −30 points.',
    );
  });
});

it('an evaluator of the base cannot be taken away by a config that the change brings', async () => {
  const lax = aSelfContained('v2', 'solo', exactEvaluator.replace('equals', 'contains').replace('{{expected}}', 'o'));
  const report = await verdictOf(solo('v1'), { 'solo.prompt.yml': lax, ...aTree() } as never);
  expect(report.verdict).toBe('fail');
});
