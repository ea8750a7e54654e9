import { describe, expect, it } from '@jest/globals';
import { measureTreeNoise, type NoiseRequest } from '../../src/pipeline/noise.ts';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import { validateTree } from '../../src/pipeline/validate.ts';
import { renderNoiseText } from '../../src/report/noise-text.ts';
import { renderValidation } from '../../src/report/validation-text.ts';
import { createFakeWorld, type FakeFiles, type FakeWorld } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, answering, aTree, jsonl, someRows, tell } from './story.ts';

const day = 86_400_000;

function measure(world: FakeWorld, files: FakeFiles = aTree(), request: Partial<NoiseRequest> = {}) {
  return measureTreeNoise(world, {
    tree: world.repository.plant(files),
    label: 'main',
    configPath: null,
    samples: 5,
    part: null,
    fresh: false,
    records: true,
    wish: { power: 0.8, priceUsd: null },
    ...request,
  });
}

function validate(world: FakeWorld, files: FakeFiles = aChangedTree()) {
  const { repository, baselines, noise, nowMs } = world;
  return validateTree(repository, repository.plant(files), null, [''], { baselines, noise, nowMs });
}

/** One case in five is right every other time. */
const flaky = answering((_arm, number, sample) => number % 5 > 0 || (number + sample) % 2 === 0);

const recordOf = ({ noise }: FakeWorld) => [...noise.folders.values()][0] as Map<string, string>;

describe('a noise run', () => {
  it('leaves its scores in the clone, and no text of an answer', async () => {
    const world = createFakeWorld(flaky);
    const report = await measure(world);
    expect(report.recorded).toBe(true);
    expect(renderNoiseText(report)).toContain('the scores are recorded in this clone');
    expect([...recordOf(world).keys()].sort()).toEqual(['manifest.json', 'scores.jsonl']);
    expect(recordOf(world).get('scores.jsonl')?.trim().split('\n')).toHaveLength(500);
    expect(JSON.parse(recordOf(world).get('manifest.json') ?? '')).toMatchObject({ samples: 5, suite: 'triage' });
  });

  it('is not recorded where its answers are no draws of today', async () => {
    const world = createFakeWorld(flaky);
    expect((await measure(world, aTree(), { records: false })).recorded).toBe(false);
    expect(world.noise.folders.size).toBe(0);
  });

  it('of a few cases leaves a larger one of the same content where it is', async () => {
    const world = createFakeWorld(flaky);
    await measure(world);
    const before = recordOf(world).get('scores.jsonl');
    expect((await measure(world, aTree(), { part: { kind: 'most', most: 10 } })).recorded).toBe(false);
    expect(recordOf(world).get('scores.jsonl')).toBe(before);
    expect((await measure(world, aChangedTree(), { part: { kind: 'most', most: 10 } })).recorded).toBe(true);
  });

  it('shares no answer with a run that follows within the hour, whose cases it labels', async () => {
    const world = createFakeWorld(flaky);
    await measure(world);
    expect(world.model.calls).toHaveLength(500);
    const { report } = await tell({ world });
    expect(report.cacheHits).toBe(0);
    // 20 noisy cases are drawn three times, on both sides, before the gate has said anything.
    expect(report.calls).toBeGreaterThanOrEqual(280);
    expect(report.metrics[0]?.samples).toBe(3);
    expect(report.suites[0]?.noise).toMatch(
      /main against itself differs on 12 % .* about 69 of 100 runs \(about 1.4 rounds\), by the noise run of 2026-11-25, 0 days old/,
    );
  });

  it('that is damaged is left aside with a sentence, and made anew by the next', async () => {
    const world = createFakeWorld(flaky);
    await measure(world);
    const scores = recordOf(world).get('scores.jsonl') ?? '';
    recordOf(world).set('scores.jsonl', scores.slice(0, scores.length / 2));
    const { report } = await tell({ world });
    expect(world.log.lines.join('\n')).toMatch(/triage: the recorded noise run is left aside, the command noise/);
    expect(report.metrics[0]?.samples).toBe(1);
    expect((await validate(world)).warnings.map(({ message }) => message).join()).toContain('left aside');
    expect((await measure(world)).recorded).toBe(true);
    expect((await validate(world)).suites[0]?.prediction).not.toBeNull();
  });

  it('and a baseline are never added: of each case the one with more samples counts', async () => {
    const world = createFakeWorld(flaky);
    const files = aTree({ 'prompt-assay.yml': aConfigFile({ suite: '    baseline: { samples: 2 }' }) });
    const request = { label: 'main', configPath: null, reason: null, onlyChanged: false, who: null };
    const tree = world.repository.plant(files);
    await rebaseline(world, { ...request, tree, fresh: false, dryRun: false, noise: false });
    await measure(world, files, { samples: 2 });
    // Two and two are two: too few to say of any case that it is noisy.
    const { report } = await tell({
      world,
      base: files,
      candidate: { ...files, ...aChangedTree(), 'prompt-assay.yml': files['prompt-assay.yml'] as string },
    });
    expect(report.metrics[0]?.samples).toBe(1);
    expect(report.suites[0]?.noise).toContain('differs on 20 %');
  });
});

describe('validate, before anything is paid for', () => {
  it('says what a run could show, of a prompt that is already another', async () => {
    const world = createFakeWorld(flaky);
    await measure(world);
    world.nowMs += 3 * day;
    const result = await validate(world);
    expect(result).toMatchObject({ ok: true, warnings: [] });
    expect(result.suites[0]?.prediction).toMatchObject({
      source: 'noise-run',
      date: '2026-11-25T12:00:00.000Z',
      ageDays: 3,
      comparisons: 1,
      unknownComparisons: 0,
      cases: 100,
      unknownCases: 0,
      margin: 0.05,
      firstRounds: 1.4,
      countsLabels: true,
    });
    // Twenty noisy cases of a hundred, three times each on both sides.
    expect(result.estimate.generationCalls).toBe(280);
    expect(result.suites[0]?.prediction?.passes).toBeCloseTo(0.69, 2);
    expect(renderValidation(result)).toMatch(/a harmless change passes clean in about 69 of 100 runs .*3 days old/);
  });

  it('hints once at how to learn of it where nothing is kept', async () => {
    const world = createFakeWorld(flaky);
    const result = await validate(world);
    expect(result.suites[0]?.prediction).toBeNull();
    expect(renderValidation(result)).toContain('of 1 suite no noise is known: "prompt-assay noise"');
  });

  it('leaves out what labels gain where three kept samples cannot tell, and counts their cost', async () => {
    const world = createFakeWorld(flaky);
    await measure(world, aTree(), { samples: 3 });
    const prediction = (await validate(world)).suites[0]?.prediction;
    expect(prediction).toMatchObject({ countsLabels: false, firstRounds: 1.8 });
    expect(renderValidation(await validate(world))).toContain('that takes 4 kept samples a case');
  });

  it('has nothing to say of a set on which no rate is tested', async () => {
    const world = createFakeWorld(flaky);
    const files = aTree({ 'evals/triage.jsonl': jsonl(someRows(5)) });
    await measure(world, files);
    expect((await validate(world, files)).suites[0]?.prediction).toBeNull();
  });
});

describe('the proposal of a noise run', () => {
  it('is the cheapest design that reaches the power, with all that were weighed', async () => {
    const world = createFakeWorld(flaky);
    const report = await measure(world);
    const [proposal] = report.proposals;
    expect(proposal?.designs).toHaveLength(8);
    expect(proposal?.cheapest?.passes).toBeGreaterThanOrEqual(0.8);
    expect(proposal?.nearest).toBeNull();
    const calls = proposal?.designs
      .flatMap(({ now, enough }) => [now, enough])
      .filter((one) => (one?.passes ?? 0) >= 0.8);
    expect(proposal?.cheapest?.calls).toBe(Math.min(...(calls ?? []).map((one) => one?.calls ?? 0)));
    const text = renderNoiseText(report);
    expect(text).toMatch(/cheapest that passes 80 of 100 harmless changes clean: .*labels/);
    expect(proposal?.cheapestNow?.cases).toBe(100);
    expect(text).toMatch(/with the cases that there are: .*100 cases\n/);
    expect(text).toMatch(/set: samples: 1; gate.settle: .*baseline.samples: 5/);
    expect(text).toMatch(/design +passes +detects/);
  });

  it('keeps to a price, and says what comes nearest where nothing does', async () => {
    const world = createFakeWorld(flaky);
    const top = 'prices: { some-model: { input-per-million-usd: 1, output-per-million-usd: 5 } }';
    const files = aTree({ 'prompt-assay.yml': aConfigFile({ top }) });
    const dear = await measure(world, files, { wish: { power: 0.95, priceUsd: null } });
    const cost = dear.proposals[0]?.cheapest?.costUsd ?? 0;
    expect(cost).toBeGreaterThan(0);
    const short = await measure(world, files, { wish: { power: 0.95, priceUsd: cost * 0.9 } });
    expect(short.proposals[0]).toMatchObject({ cheapest: null });
    expect(short.proposals[0]?.nearest?.costUsd).toBeLessThanOrEqual(cost * 0.9);
    expect(renderNoiseText(short)).toContain('nothing passes 95 of 100');
  });

  it('weighs no labels where too few draws were made, and says so', async () => {
    const report = await measure(createFakeWorld(flaky), aTree(), { samples: 2 });
    expect(report.proposals[0]?.designs.some(({ labels }) => labels)).toBe(false);
    expect(renderNoiseText(report)).toContain('--samples 5');
    expect(renderNoiseText(report)).toContain('with fewer than 3 draws no case is known to be noisy');
  });

  it('is none where no rate is tested', async () => {
    const report = await measure(createFakeWorld(flaky), aTree({ 'evals/triage.jsonl': jsonl(someRows(5)) }));
    expect(report.proposals[0]?.designs).toEqual([]);
    expect(renderNoiseText(report)).toContain('no plan for triage');
  });
});
