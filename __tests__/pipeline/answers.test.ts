import { describe, expect, it } from '@jest/globals';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { renderTerminal } from '../../src/report/console/terminal.ts';
import { anOutput } from '../helpers/builders.ts';
import { answered, createFakeWorld } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, answering, aTree, numberOf, tell } from './story.ts';

const labelByPath = (more = '') =>
  aConfigFile({ checks: `      - { name: label, type: equals, path: /label, expected: "{{ expected }}"${more} }` });
const withConfig = (config: string) => ({
  base: aTree({ 'prompt-assay.yml': config }),
  candidate: aChangedTree({ 'prompt-assay.yml': config }),
});
const refused = answered('', { output: anOutput('', { refusal: "I can't help with that." }) });

describe('answers in a code fence', () => {
  const script = answering((arm, number) =>
    answered(`\`\`\`json\n{"label": "${arm === 'base' || number >= 30 ? 'yes' : 'no'}"}\n\`\`\``),
  );

  it('are read from: fenced, so that a drop is seen', async () => {
    const { report } = await tell({ script, ...withConfig(labelByPath(', from: fenced')) });
    expect(report.metrics[0]).toMatchObject({ baselineMean: 1, candidateMean: 0.7, verdict: 'fail' });
  });

  it('are named as what keeps a metric from measuring anything', async () => {
    const { report } = await tell({ script, ...withConfig(labelByPath()) });
    expect(report.verdict).toBe('inconclusive');
    expect(report.reasons.join()).toContain('code fence, not plain JSON; from: fenced takes the code fence off');
  });
});

describe('answers that begin with reasoning', () => {
  const script = answering((arm, number) => {
    const isRight = arm !== 'candidate' || number >= 30;
    return answered(`<think>It might be yes.</think>\n\n${isRight ? 'yes' : 'no'}`);
  });

  it('are judged without it, fresh as from the cache, and are counted', async () => {
    const world = createFakeWorld(script);
    for (const isKnown of [false, true]) {
      world.model.calls.length = 0;
      const { report } = await tell({ world });
      expect(world.model.calls.length === 0).toBe(isKnown);
      expect(report.metrics[0]).toMatchObject({ baselineMean: 1, verdict: 'fail' });
      const [prompt] = report.suites[0]?.prompts ?? [];
      expect(prompt?.baseline?.reasoningDropped).toBe(prompt?.baseline?.answered);
      expect(report.notes.join()).toMatch(/\d+ of \d+ answers of triage begin with a block of reasoning/);
      expect(report.cases[0]?.candidateOutput?.content).toBe('no');
      expect(JSON.stringify([...world.cache.entries])).not.toContain('might');
    }
  });

  it('are stored without it, and what was stored with it is read without', async () => {
    const world = createFakeWorld(() => '<think>It might be yes.</think>yes');
    const tree = world.repository.plant(aTree());
    await rebaseline(world, {
      tree,
      label: 'main',
      configPath: null,
      reason: null,
      onlyChanged: false,
      fresh: false,
      dryRun: false,
      noise: false,
      who: null,
    });
    const { files } = world.baselines;
    const path = [...files.keys()].find((name) => name.endsWith('outputs.jsonl')) as string;
    expect(files.get(path)).not.toContain('might');
    const manifest = path.replace('outputs.jsonl', 'manifest.json');
    const {
      files: _hashes,
      digest: _seal,
      scoringRevision: _rules,
      ...older
    } = JSON.parse(files.get(manifest) as string);
    files.set(manifest, JSON.stringify({ ...older, schemaVersion: 1 }));
    const withReasoning = (files.get(path) as string).replaceAll('"content":"', '"content":"<think>no</think>');
    files.set(path, withReasoning.replaceAll('"reasoningDropped":true,', ''));
    world.model.calls.length = 0;
    const { report } = await tell({ world });
    expect(report.metrics[0]).toMatchObject({ baselineMean: 1, baselineSource: 'stored' });
    expect(world.model.calls.every(({ arm }) => arm === 'candidate')).toBe(true);
  });

  it('are whole under reasoning: keep, and are another question then', async () => {
    const world = createFakeWorld(script);
    await tell({ world });
    world.model.calls.length = 0;
    const keep = aConfigFile({ suite: '    reasoning: keep' });
    const { report } = await tell({ world, ...withConfig(keep) });
    expect(world.model.calls.length).toBeGreaterThan(0);
    expect(report.metrics[0]).toMatchObject({ baselineMean: 0, candidateMean: 0 });
    expect(report.suites[0]?.prompts[0]?.baseline?.reasoningDropped).toBe(0);
  });
});

describe('a candidate that refuses', () => {
  const checks = '      - { name: no-slur, type: regex, pattern: "sorry", not: true }';
  const script = answering((arm, number) => (arm === 'candidate' && number < 40 ? refused : true));

  it('fails the check that forbids a word, and is told at the top', async () => {
    const { report } = await tell({ script, ...withConfig(aConfigFile({ checks })) });
    expect(report.verdict).toBe('fail');
    const [prompt] = report.suites[0]?.prompts ?? [];
    expect(prompt?.baseline).toMatchObject({ refused: 0, empty: 0 });
    expect(prompt?.candidate?.refused).toBeGreaterThanOrEqual(40);
    const notice = /^\d+ of \d+ answers are refusals on this PR, none on main\.$/;
    expect(report.notices.filter((one) => notice.test(one))).toHaveLength(1);
    const comment = renderComment(report, { commentKey: 'k', record: null });
    expect(comment.indexOf('answers are refusals')).toBeLessThan(comment.indexOf('\n|'));
    expect(renderTerminal(report, { columns: 1000, colour: false, links: false }).split('\n\n')[1]).toContain(
      'answers are refusals',
    );
    expect(report.cases[0]?.metrics[0]?.candidateReason).toContain('the model refused: "I can\'t help');
  });

  it('is not told where main refuses as much', async () => {
    const { report } = await tell({ script: (call) => (numberOf(call) < 40 ? refused : 'yes') });
    expect(report.notices).toEqual([]);
  });
});
