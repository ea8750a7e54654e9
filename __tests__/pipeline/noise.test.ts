import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { measureTreeNoise, type NoiseRequest } from '../../src/pipeline/noise.ts';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import { renderDecision } from '../../src/report/decision.ts';
import { renderNoiseText } from '../../src/report/noise-text.ts';
import { createFakeWorld, type FakeFiles, type FakeWorld, unavailable } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, answering, aTree, tell } from './story.ts';

function measure(world: FakeWorld, files: FakeFiles = aTree(), request: Partial<NoiseRequest> = {}) {
  return measureTreeNoise(world, {
    tree: world.repository.plant(files),
    label: 'main',
    configPath: null,
    samples: 2,
    caseLimit: null,
    fresh: false,
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
    const report = await measure(world, aTree(), { samples: 4, caseLimit: 30 });
    expect(world.model.calls).toHaveLength(120);
    expect(report.metrics[0]?.noise?.cases).toBe(30);
  });

  it('says where nothing could be scored twice', async () => {
    const world = createFakeWorld((call) => (call.sample === 0 ? 'yes' : unavailable('503')));
    const report = await measure(world);
    expect(report.metrics[0]?.noise).toBeNull();
    expect(renderNoiseText(report)).toContain('not measured');
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
    };
    expect((await rebaseline(world, request)).green).toBe(true);
    const { report } = await tell({ world, candidate: aChangedTree() });
    // Three stored samples: two of three pairs of a flaky case differ.
    const sentence = 'main against itself differs on 13 % of the cases; this dataset can detect drops of 9.1 points';
    expect(report.suites[0]?.noise).toBe(sentence);
    expect(renderDecision(report)).toContain(sentence);
  });

  it('is not invented where nothing is stored', async () => {
    const { report } = await tell({ script: flaky });
    expect(report.suites[0]?.noise).toBeNull();
    expect(renderDecision(report)).not.toContain('against itself');
  });
});
