import { describe, expect, it } from '@jest/globals';
import { listScoreLines } from '../../src/conclude/score-lines.ts';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import type { ModelCall } from '../../src/ports.ts';
import { createFakeWorld, type FakeFiles, type FakeWorld, type Script } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, aTree, jsonl, numberOf, someRows, tell } from './story.ts';

/** Every tenth case of main answers right two times in three; the base side that is drawn today is right throughout. */
const strict = { 'prompt-assay.yml': aConfigFile({ suite: '    gate: { strict: true }' }) };
const isNoisy = (number: number) => number % 10 === 0;
const script =
  (isRight: (call: ModelCall) => boolean = () => true): Script =>
  (call) => {
    if (call.arm === 'stored') return isNoisy(numberOf(call)) && call.sample % 3 === 2 ? 'no' : 'yes';
    return isRight(call) ? 'yes' : 'no';
  };

async function worldWithBaseline(files: FakeFiles, answers: Script): Promise<FakeWorld> {
  const world = createFakeWorld(answers);
  const request = { label: 'main', configPath: null, reason: null, onlyChanged: false, fresh: false, dryRun: false };
  const tree = world.repository.plant(files);
  expect((await rebaseline(world, { ...request, tree, noise: false, who: null })).green).toBe(true);
  world.model.calls.length = 0;
  return world;
}

/** How often each case was drawn in an arm: noisy ones, and the others. */
function countDraws(calls: readonly ModelCall[], arm: string) {
  const counts = new Map<number, number>();
  for (const call of calls.filter((one) => one.arm === arm)) {
    counts.set(numberOf(call), (counts.get(numberOf(call)) ?? 0) + 1);
  }
  const distinct = (wanted: boolean) => [
    ...new Set([...counts].flatMap(([id, count]) => (isNoisy(id) === wanted ? [count] : []))),
  ];
  return { noisy: distinct(true), others: distinct(false) };
}

describe('cases that kept samples show to be noisy', () => {
  it('are drawn three times on both sides, at the first round and whatever that shows', async () => {
    const world = await worldWithBaseline(aTree(strict), script());
    const { report, calls, result } = await tell({ world, base: aTree(strict), candidate: aChangedTree(strict) });
    expect(report).toMatchObject({ verdict: 'pass' });
    expect(report.metrics[0]).toMatchObject({ baselineSource: 'fresh', samples: 3, looks: 1 });
    expect(countDraws(calls, 'candidate')).toEqual({ noisy: [3], others: [1] });
    expect(countDraws(calls, 'base')).toEqual({ noisy: [3], others: [1] });
    const lines = [...listScoreLines(result, 'candidate')];
    expect(lines).toHaveLength(120);
    expect(new Set(lines.map(({ look }) => look))).toEqual(new Set([1]));
  });

  it('are compared by what is drawn now: no sample that made a label is in a difference', async () => {
    const world = await worldWithBaseline(aTree(strict), script());
    const { report } = await tell({ world, base: aTree(strict), candidate: aChangedTree(strict) });
    // What was stored was wrong twelve times in a hundred of these cases; nothing of it is in the means.
    expect(report.metrics[0]).toMatchObject({ baselineMean: 1, candidateMean: 1, difference: 0, same: 100 });
  });

  it('may be shown by a baseline of any age, and of nothing but the very request', async () => {
    const old = await worldWithBaseline(aTree(), script());
    old.nowMs += 400 * 86_400_000;
    const aged = await tell({ world: old });
    expect(countDraws(aged.calls, 'base')).toEqual({ noisy: [3], others: [1] });
    const other = await worldWithBaseline(
      aTree({ 'prompts/triage.prompt.yml': aChangedTree()['prompts/triage.prompt.yml'] as string }),
      script(),
    );
    const moved = await tell({ world: other });
    expect(countDraws(moved.calls, 'base')).toEqual({ noisy: [1], others: [1] });
  });

  it('are the others\u2019 like where `rounds` leaves no room, or the suite draws all of them more often', async () => {
    const files = (suite: string) => ({ 'prompt-assay.yml': aConfigFile({ suite }) });
    const capped = files('    gate: { rounds: 1.1, strict: true }');
    const world = await worldWithBaseline(aTree(capped), script());
    const { calls } = await tell({ world, base: aTree(capped), candidate: aChangedTree(capped) });
    expect(calls.filter(({ arm }) => arm === 'base')).toHaveLength(110);
    const twice = files('    samples: 2');
    const every = await worldWithBaseline(aTree(twice), script());
    const { calls: doubled } = await tell({ world: every, base: aTree(twice), candidate: aChangedTree(twice) });
    expect(countDraws(doubled, 'candidate')).toEqual({ noisy: [2], others: [2] });
  });

  it('are drawn once where the budget has no room for more, and that is said', async () => {
    const small = {
      'prompt-assay.yml': aConfigFile({
        top: 'budget: { per-run-calls: 205 }',
        suite: '    gate: { resample: off, strict: true }',
      }),
    };
    const world = await worldWithBaseline(
      aTree({ 'prompt-assay.yml': aConfigFile({ suite: '    gate: { resample: off, strict: true }' }) }),
      script(),
    );
    const { report, calls } = await tell({ world, base: aTree(small), candidate: aChangedTree(small) });
    expect(countDraws(calls, 'candidate')).toEqual({ noisy: [1], others: [1] });
    expect(report.notes.join('\n')).toContain('noisy cases are drawn once, as the others are');
  });
});

describe('a verdict that is settled', () => {
  const settling = { 'prompt-assay.yml': aConfigFile({ suite: '    gate: { settle: 3 }' }) };
  // Eight cases differ at the first sample, as many worse as better; later ones agree.
  const flaky = script(({ arm, sample, ...call }) => {
    const number = numberOf(call as ModelCall);
    if (sample > 0 || number >= 16) return true;
    return number < 8 === (arm === 'base');
  });

  it('brings every case to three draws on both sides and passes', async () => {
    const { report, calls, result } = await tell({
      script: flaky,
      base: aTree(settling),
      candidate: aChangedTree(settling),
    });
    expect(report).toMatchObject({ verdict: 'pass', green: true, calls: 600 });
    expect(report.metrics[0]).toMatchObject({ settled: true, samples: 3, reason: 'settled in a further round' });
    const looks = [...listScoreLines(result, 'base')].map(({ sample, look }) => `${sample}:${look}`);
    expect([...new Set(looks)].sort()).toEqual(['0:1', '1:settle', '2:settle']);
    expect(new Set(calls.map(({ arm }) => arm))).toEqual(new Set(['base', 'candidate']));
  });

  it('is not settled where that is off, and costs nothing more', async () => {
    const { report } = await tell({ script: flaky });
    expect(report).toMatchObject({ verdict: 'inconclusive', calls: 200 });
  });

  it('draws what both sides lack alone, after a re-run', async () => {
    // Seven of a hundred fell at the first sample and two rose: they run again, and come back.
    const fell = script(({ arm, sample, ...call }) => {
      const number = numberOf(call as ModelCall);
      if (sample > 0 || number >= 9) return true;
      return number < 7 === (arm === 'base');
    });
    const { report, calls } = await tell({ script: fell, base: aTree(settling), candidate: aChangedTree(settling) });
    expect(report.metrics[0]).toMatchObject({ settled: true, looks: 2, samples: 3 });
    expect(calls).toHaveLength(2 * (100 + 9 * 4 + 91 * 2));
  });
});

describe('a noisy case that is critical', () => {
  it('has the same figures where `compare` reads the files of the run', async () => {
    // `tell` compares what the run wrote and expects its verdict and figures.
    const rows = jsonl(someRows(100, (number) => (isNoisy(number) ? { critical: true } : {})));
    const files = { ...strict, 'evals/triage.jsonl': rows };
    const world = await worldWithBaseline(
      aTree(files),
      script(({ arm, sample, ...call }) => {
        const number = numberOf(call as ModelCall);
        return arm === 'base' || !isNoisy(number) || sample !== number % 3;
      }),
    );
    const { report } = await tell({ world, base: aTree(files), candidate: aChangedTree(files) });
    // Ten cases whose third of three draws fell: by the first draw alone four or three of them would have.
    expect(report.metrics[0]).toMatchObject({ baselineSource: 'fresh', worse: 10, samples: 3 });
    expect(report.metrics[0]?.difference).toBeCloseTo(-10 / 3 / 100, 12);
  });
});
