import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import type { PromptPlan } from '../../src/plan/suite-plan.ts';
import { readArm } from '../../src/scores/read.ts';
import { createFakeWorld, type FakeFiles, type FakeWorld, type Script, unavailable } from '../helpers/fake-ports.ts';
import {
  aChangedTree,
  aConfigFile,
  allRight,
  answering,
  aPromptFile,
  aTree,
  jsonl,
  numberOf,
  someRows,
  tell,
} from './story.ts';

const day = 86_400_000;
const reworded = { 'prompts/triage.prompt.yml': aPromptFile('v2') };

/** A world whose main branch was re-baselined; its calls so far are forgotten. */
async function worldWithBaseline(files: FakeFiles, script: Script, reason: string | null = null): Promise<FakeWorld> {
  const world = createFakeWorld(script);
  const tree = world.repository.plant(files);
  const report = await rebaseline(world, {
    tree,
    label: 'main',
    configPath: null,
    reason,
    onlyChanged: false,
    fresh: false,
    dryRun: false,
    noise: false,
    who: null,
  });
  expect(report.green).toBe(true);
  world.model.calls.length = 0;
  return world;
}

/** Gives every stored score this value, as an older version with other rules might have. */
function rewriteScores(world: FakeWorld, score: number): void {
  const { files } = world.baselines;
  const find = (name: string) => [...files.keys()].find((path) => path.endsWith(name)) as string;
  const scores = (files.get(find('scores.jsonl')) as string).replaceAll(/"score":[\d.]+/g, `"score":${score}`);
  const { scoringRevision: _ours, digest: _seal, ...manifest } = JSON.parse(files.get(find('manifest.json')) as string);
  manifest.files['scores.jsonl'] = createHash('sha256').update(scores).digest('hex');
  files.set(find('scores.jsonl'), scores);
  files.set(find('manifest.json'), JSON.stringify({ ...manifest, schemaVersion: 1 }));
}

describe('a stored baseline', () => {
  it.each([
    ['all', 0],
    ['a third', 66],
  ])(
    'asks nothing of main where %s of the candidate answers are missing: no fresh round could decide',
    async (_name, from) => {
      const world = await worldWithBaseline(
        aTree(),
        answering((arm, number) => arm !== 'candidate' || number < Math.max(1, from) || unavailable('503: down')),
      );
      const { report, calls } = await tell({ world });
      expect(report).toMatchObject({ verdict: 'invalid', green: false });
      expect(report.title).toContain('answers of this change are missing: 503: down');
      expect(calls.filter(({ arm }) => arm === 'base')).toEqual([]);
    },
  );

  it('proves a pass without one call for the base side', async () => {
    const world = await worldWithBaseline(aTree(), allRight);
    const { report, calls } = await tell({ world });
    expect(report).toMatchObject({ verdict: 'pass', green: true, calls: 100 });
    expect(calls.every((call) => call.arm === 'candidate')).toBe(true);
    expect(report.metrics[0]).toMatchObject({ baselineSource: 'stored', baselineMean: 1 });
    expect(report.suites[0]?.baseline).toMatch(/stored baseline of .*2026-11-25, 5 samples a case/);
  });

  it('never convicts: where it shows a drop the base side runs afresh, in spite of a cache that knows its draws', async () => {
    const world = await worldWithBaseline(
      aTree(),
      answering((arm, number) => arm !== 'candidate' || number >= 30),
    );
    const { report, calls } = await tell({ world });
    expect(report.verdict).toBe('fail');
    expect(calls.filter((call) => call.arm === 'base')).toHaveLength(100);
    expect(report.metrics[0]?.baselineSource).toBe('fresh');
    expect(report.suites[0]?.baseline).toContain('cannot decide this change, so the base side was run afresh');
  });

  describe('that shows no drop and cannot rule one out', () => {
    // 25 unchanged cases have L near −.09: it clears a margin of .10, and not what the allowance for drift leaves of it.
    const files = (suite: string, top = '') => ({
      'prompt-assay.yml': aConfigFile({ suite, top }),
      'evals/triage.jsonl': jsonl(someRows(25)),
    });
    const judge = async (suite: string, top = '') => {
      const world = await worldWithBaseline(aTree(files(suite)), allRight);
      return tell({ world, base: aTree(files(suite, top)), candidate: aChangedTree(files(suite, top)) });
    };

    it('is followed by a fresh base round, so that it costs no green', async () => {
      const { report, calls } = await judge('');
      expect(report).toMatchObject({ verdict: 'pass', green: true });
      expect(report.metrics[0]?.baselineSource).toBe('fresh');
      expect(calls.filter((call) => call.arm === 'base')).toHaveLength(25);
    });

    it('ends there where the gate says after-screen: stop', async () => {
      const { report, calls } = await judge('    gate: { after-screen: stop }');
      expect(report).toMatchObject({ verdict: 'inconclusive', green: true });
      expect(report.metrics[0]?.baselineSource).toBe('stored');
      expect(calls.filter((call) => call.arm === 'base')).toEqual([]);
    });

    it('decides alone where the budget has no fresh round in it, and is no reason to call the run invalid', async () => {
      const { report, calls } = await judge('', 'budget: { per-run-calls: 30 }');
      expect(report).toMatchObject({ verdict: 'inconclusive', green: true });
      expect(calls).toHaveLength(25);
    });
  });

  it('a provider that drifted since is no regression', async () => {
    let now = 'then';
    const script = answering((_arm, number) => now === 'then' || number >= 30);
    const world = await worldWithBaseline(aTree(), script);
    now = 'now';
    const { report } = await tell({ world });
    expect(report.verdict).not.toBe('fail');
    expect(report.metrics[0]).toMatchObject({ worse: 0, baselineSource: 'fresh' });
  });

  it.each([
    ['its age', aTree(), aChangedTree(), 31 * day, '31 days old'],
    [
      'another base prompt',
      aTree({ 'prompts/triage.prompt.yml': aPromptFile('v1.5') }),
      aChangedTree(),
      0,
      'of prompt version pv-',
    ],
    [
      'a base row that changed',
      aTree({ 'evals/triage.jsonl': jsonl(someRows(100, (number) => (number === 0 ? { input: 'q-000?' } : {}))) }),
      aChangedTree({
        'evals/triage.jsonl': jsonl(someRows(100, (number) => (number === 0 ? { input: 'q-000?' } : {}))),
      }),
      0,
      'some cases are not in the stored baseline',
    ],
  ])('is not used because of %s, and the comment says so', async (_name, base, candidate, later, words) => {
    const world = await worldWithBaseline(aTree(), allRight);
    world.nowMs += later;
    const { report, calls } = await tell({ world, base, candidate });
    expect(calls.some((call) => call.arm === 'base')).toBe(true);
    expect(report.metrics[0]?.baselineSource).toBe('fresh');
    expect(report.suites[0]?.baseline).toContain(words);
  });

  it('is used on the last day of its life', async () => {
    const world = await worldWithBaseline(aTree(), allRight);
    world.nowMs += 30 * day;
    expect((await tell({ world })).report.metrics[0]?.baselineSource).toBe('stored');
  });

  it('scores stored outputs anew where only a check changed', async () => {
    const world = await worldWithBaseline(aTree(), allRight);
    const config = aConfigFile({ checks: '      - { name: label, type: contains, expected: "{{ expected }}" }' });
    const files = { 'prompt-assay.yml': config };
    const { report, calls } = await tell({ world, base: aTree(files), candidate: aChangedTree(files) });
    expect(calls.filter((call) => call.arm === 'base')).toEqual([]);
    expect(report.metrics[0]).toMatchObject({ baselineSource: 'stored', baselineMean: 1, verdict: 'pass' });
  });

  it('runs the base side where a check changed and outputs are not stored', async () => {
    const top = 'baseline: { store-outputs: false }';
    const world = await worldWithBaseline(aTree({ 'prompt-assay.yml': aConfigFile({ top }) }), allRight);
    expect([...world.baselines.files.keys()].some((path) => path.endsWith('outputs.jsonl'))).toBe(false);
    const same = { 'prompt-assay.yml': aConfigFile({ top }) };
    const kept = await tell({ world, base: aTree(same), candidate: aChangedTree(same) });
    expect(kept.report.metrics[0]?.baselineSource).toBe('stored');
    const checks = '      - { name: label, type: contains, expected: "{{ expected }}" }';
    const files = { 'prompt-assay.yml': aConfigFile({ top, checks }) };
    const { report } = await tell({
      world,
      base: aTree(files),
      candidate: aChangedTree(files),
      request: { fresh: false, dryRun: false },
    });
    expect(report.metrics[0]?.baselineSource).toBe('fresh');
    expect(report.suites[0]?.baseline).toContain('the metric label changed and no outputs are stored');
  });

  it.each([
    ['scored anew where its outputs are stored', '', { baselineSource: 'stored', baselineMean: 1, verdict: 'pass' }],
    [
      'left aside where they are not',
      'baseline: { store-outputs: false }',
      { baselineSource: 'fresh', verdict: 'pass' },
    ],
  ])('whose scores were given by other rules is %s', async (_name, top, expected) => {
    const files = { 'prompt-assay.yml': aConfigFile({ top }) };
    const world = await worldWithBaseline(aTree(files), allRight);
    rewriteScores(world, 0);
    const { report } = await tell({ world, base: aTree(files), candidate: aChangedTree(files) });
    expect(report.metrics[0]).toMatchObject(expected);
    expect(report.suites[0]?.baseline).toContain('the rules of scoring changed');
  });

  it('is all or nothing: where one of two prompts has none that fits, both base sides run', async () => {
    const two = aTree({ 'prompts/second.prompt.yml': aPromptFile('w1', 'second') });
    const world = await worldWithBaseline(two, allRight);
    const base = { ...two, 'prompts/second.prompt.yml': aPromptFile('w2', 'second') };
    const candidate = { ...base, ...reworded, 'prompts/second.prompt.yml': aPromptFile('w3', 'second') };
    const { report, calls } = await tell({ world, base, candidate });
    expect(calls.filter((call) => call.arm === 'base')).toHaveLength(200);
    expect(report.metrics.map((metric) => metric.baselineSource)).toEqual(['fresh', 'fresh']);
  });

  it('is left aside where a run is asked to be fresh', async () => {
    const world = await worldWithBaseline(aTree(), allRight);
    const { report } = await tell({ world, request: { fresh: true } });
    expect(report).toMatchObject({ calls: 200 });
    expect(report.suites[0]?.baseline).toContain('a fresh draw was asked for');
  });

  it.each([
    [
      'cut off',
      (text: string) => text.slice(0, 99),
      /cannot be used: .*manifest\.json ends in the middle: it was cut off/,
    ],
    ['edited', (text: string) => text.replace('"samples": 5', '"samples": 2'), /cannot be used: .*was edited by hand/],
    ['deleted', () => null, /cannot be used: .*manifest\.json is missing, although scores\.jsonl is there/],
  ])('whose manifest is %s is not used: that is said, and costs only the saving', async (_name, change, said) => {
    const world = await worldWithBaseline(aTree(), allRight);
    const { files } = world.baselines;
    const [path, text] = [...files].find(([name]) => name.endsWith('manifest.json')) as [string, string];
    const changed = change(text);
    expect(changed).not.toBe(text);
    if (changed === null) files.delete(path);
    else files.set(path, changed);
    const { report } = await tell({ world });
    expect(report).toMatchObject({ verdict: 'pass', calls: 200 });
    expect(world.log.lines.join('\n')).toMatch(said);
    expect(report.suites[0]?.baseline).toMatch(said);
  });

  it('a critical case that stored samples flag runs afresh on both sides, and only it', async () => {
    const files = {
      'prompt-assay.yml': aConfigFile({ suite: '    gate: { margin: 0.1 }' }),
      'evals/triage.jsonl': jsonl(someRows(100, (number) => (number === 7 ? { critical: true } : {}))),
    };
    const world = await worldWithBaseline(
      aTree(files),
      answering((arm, number) => arm !== 'candidate' || number !== 7),
    );
    const { report, calls, result } = await tell({ world, base: aTree(files), candidate: aChangedTree(files) });
    expect(report).toMatchObject({ verdict: 'fail', title: expect.stringMatching(/^Critical case .*q-007.* broke/) });
    expect(new Set(calls.filter((call) => call.arm === 'base').map(numberOf))).toEqual(new Set([7]));
    expect(calls.filter((call) => call.arm === 'base')).toHaveLength(8);
    const drawn = readArm(result.ledger, result.plans[0]?.prompts[0] as PromptPlan, 'candidate').samples('q-007');
    expect(drawn.map((one) => one?.sample)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(calls.filter((call) => call.arm === 'candidate' && numberOf(call) === 7)).toHaveLength(8);
  });

  it('warns where main has walked downhill since its anchor, though every step passed', async () => {
    const world = await worldWithBaseline(aTree(), allRight, 'launch');
    const lower = createFakeWorld(answering((_arm, number) => number >= 12));
    const merged = { ...world, model: lower.model, openModel: lower.openModel };
    const lowered = aTree({ 'prompts/triage.prompt.yml': aPromptFile('v1.5') });
    const tree = merged.repository.plant(lowered);
    await rebaseline(merged, {
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
    const { report } = await tell({ world: merged, base: lowered });
    expect(report.notes.join()).toContain('main has fallen by 12 points in triage / label since the anchor');
    expect(report.notes.join()).toContain('(launch)');
  });
});
