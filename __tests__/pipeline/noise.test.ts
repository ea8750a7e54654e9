import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { measureTreeNoise, type NoiseRequest } from '../../src/pipeline/noise.ts';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import { renderDecision } from '../../src/report/comment/decision.ts';
import { renderNoiseText } from '../../src/report/noise-text.ts';
import { createFakeWorld, type FakeFiles, type FakeWorld, type Script, unavailable } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, answering, aTree, tell } from './story.ts';

function measure(world: FakeWorld, files: FakeFiles = aTree(), request: Partial<NoiseRequest> = {}) {
  return measureTreeNoise(world, {
    tree: world.repository.plant(files),
    label: 'main',
    configPath: null,
    samples: 2,
    part: null,
    fresh: false,
    records: true,
    wish: { power: 0.8, priceUsd: null },
    ...request,
  });
}

/** One case in five is right every other time. */
const flaky = answering((_arm, number, sample) => number % 5 > 0 || (number + sample) % 2 === 0);

describe('measureTreeNoise', () => {
  it('draws every case twice and compares main with itself', async () => {
    const world = createFakeWorld(flaky);
    const report = await measure(world);
    expect(world.model.calls).toHaveLength(200);
    expect(report).toMatchObject({ samples: 2, calls: 200, cacheHits: 0, errors: [] });
    const [metric] = report.metrics;
    expect(metric).toMatchObject({ suite: 'triage', metric: 'label', gates: true });
    expect(metric?.noise).toMatchObject({ cases: 100, differing: 0.2, margin: 0.05, casesForMargin: 495 });
    const text = renderNoiseText(report);
    expect(text).toContain(
      'main against itself differs on 20 % of the cases; this dataset can detect drops of 11.1 points',
    );
    expect(text).toContain('the margin of 5 points takes 495 cases, or 5 samples a case');
    expect(text).toMatch(/false alarms: [0-9.]+ % of 1,000 random label swaps/);
  });

  it('draws as often and as few cases as asked', async () => {
    const world = createFakeWorld(flaky);
    const report = await measure(world, aTree(), { samples: 4, part: { kind: 'most', most: 30 } });
    expect(world.model.calls).toHaveLength(120);
    expect(report.metrics[0]?.noise?.cases).toBe(30);
  });

  it('says where nothing could be scored twice', async () => {
    const world = createFakeWorld((call) => (call.sample === 0 ? 'yes' : unavailable('503')));
    const report = await measure(world);
    expect(report.metrics[0]?.noise).toBeNull();
    expect(renderNoiseText(report)).toContain('not measured: no case has two scores of this metric');
  });

  it('spends nothing where the budget would not do', async () => {
    const world = createFakeWorld(flaky);
    const files = aTree({ 'prompt-assay.yml': aConfigFile({ top: 'budget: { per-run-calls: 199 }' }) });
    await expect(measure(world, files)).rejects.toThrow(UserError);
    expect(world.model.calls).toHaveLength(0);
  });

  it('names what is wrong with a suite', async () => {
    const files = aTree({ 'evals/triage.jsonl': '{"id": 1' });
    await expect(measure(createFakeWorld(flaky), files)).rejects.toThrow(UserError);
    await expect(measure(createFakeWorld(flaky), { 'readme.txt': 'nothing' })).rejects.toThrow('no suite to measure');
  });
});

describe('the noise of judges of pairs', () => {
  const judged = (judges: string) =>
    aConfigFile({ top: 'judge: { model: { id: some-judge } }', suite: `    judges:\n${judges}` });
  const pairwise = '      - { name: better, type: pairwise, rubric: r.md }\n';
  const filesOf = (judges: string) => aTree({ 'prompt-assay.yml': judged(judges), 'r.md': 'The shorter one.' });
  const verdict = (word: string) => JSON.stringify({ verdict: word, abstain: false, reason: 'because' });
  const outputOf = (text: string, name: string) =>
    new RegExp(`<${name}-(\\w+)>\\n([\\s\\S]*?)\\n</${name}-\\1>`).exec(text)?.[2] ?? '';
  /** Prefers "yes" to "no". */
  const script: Script = (call, signal) => {
    if (call.purpose !== 'judge') return flaky(call, signal);
    const text = call.request.messages[1]?.content ?? '';
    const [a, b] = [outputOf(text, 'answer-a'), outputOf(text, 'answer-b')];
    return verdict(a === b ? 'tie' : a === 'yes' ? 'A' : 'B');
  };

  it('is what they say of two draws of one version, in both orders', async () => {
    const world = createFakeWorld(script);
    const report = await measure(world, filesOf(pairwise), { samples: 3 });
    const noise = report.metrics.find(({ metric }) => metric === 'better')?.noise;
    // The first two of three draws: one case in five differs.
    expect(noise).toMatchObject({ cases: 100, differing: 0.2, meanDifference: 0.2 });
    expect(noise?.falseAlarms).toBeGreaterThan(0.01);
    expect(noise?.falseAlarms).toBeLessThan(0.07);
    const asked = world.model.calls.filter(({ purpose }) => purpose === 'judge');
    // Both orders of 20 pairs that differ, and one question for equal ones, whose orders are the same.
    expect(asked).toHaveLength(2 * 20 + 80);
    expect(renderNoiseText(report)).not.toContain('not measured');
  });

  it('is counted before the first call', async () => {
    const world = createFakeWorld(script);
    const files = {
      ...filesOf(pairwise),
      'prompt-assay.yml': judged(pairwise).replace('version: 1', 'version: 1\nbudget: { per-run-calls: 399 }'),
    };
    await expect(measure(world, files)).rejects.toThrow(/budget/);
    expect(world.model.calls).toHaveLength(0);
  });

  it('asks nothing of pairs for a judge of one output', async () => {
    const world = createFakeWorld((call, signal) =>
      call.purpose === 'judge' ? JSON.stringify({ score: 3, abstain: false, reason: 'x' }) : flaky(call, signal),
    );
    const files = {
      ...filesOf('      - { name: kind, type: rubric, rubric: r.md }\n'),
      'r.md': '1: a\n2: b\n3: c\n4: d\n5: e\n',
    };
    const report = await measure(world, files);
    expect(report.metrics.map(({ noise }) => noise?.differing)).toEqual([0.2, 0]);
  });
});

describe('the noise that a stored baseline knows', () => {
  it('is quoted in the comment of a change', async () => {
    const world = createFakeWorld(flaky);
    const tree = world.repository.plant(aTree());
    const request = {
      tree,
      label: 'main',
      configPath: null,
      reason: null,
      onlyChanged: false,
      fresh: false,
      dryRun: false,
      noise: false,
      who: null,
    };
    expect((await rebaseline(world, request)).green).toBe(true);
    const { report } = await tell({ world, candidate: aChangedTree() });
    // Five stored samples: six of ten pairs of a flaky case differ. All 20 flaky cases are labelled: s² = 20 · 2 · .3 / 3 / 100.
    const sentence =
      'main against itself differs on 12 % of the cases; this run can detect drops of about 5 points, and a harmless change passes clean in about 69 of 100 runs (about 1.4 rounds), by the stored baseline of 2026-11-25, 0 days old';
    expect(report.suites[0]?.noise).toBe(sentence);
    expect(renderDecision(report)).toContain(sentence);
    // Said before the first call, too.
    expect(world.log.lines).toContain(`triage: ${sentence}.`);
  });

  it('is not invented where nothing is stored', async () => {
    const { report } = await tell({ script: flaky });
    expect(report.suites[0]?.noise).toBeNull();
    expect(renderDecision(report)).not.toContain('against itself');
  });
});
