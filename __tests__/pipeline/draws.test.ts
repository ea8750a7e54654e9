import { describe, expect, it } from '@jest/globals';
import { renderResultFiles } from '../../src/conclude/result-files.ts';
import { defaultCompareFlags } from '../../src/gate/compare-flags.ts';
import { compareFiles } from '../../src/pipeline/compare.ts';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import type { PromptPlan } from '../../src/plan/suite-plan.ts';
import type { ModelCall } from '../../src/ports.ts';
import { listSamples } from '../../src/scores/read.ts';
import { createFakeWorld, type Script } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, answering, aPromptFile, aTree, jsonl, numberOf, someRows, tell } from './story.ts';

/** Rows that ask the same thing in groups of `copies`. */
const repeated = (inputs: number, copies: number) =>
  someRows(inputs * copies, (number) => ({ input: `question q-${number % inputs}` }));

const trees = (rows: readonly unknown[]) => ({
  base: aTree({ 'evals/triage.jsonl': jsonl(rows) }),
  candidate: aChangedTree({ 'evals/triage.jsonl': jsonl(rows) }),
});

const drawsOf = (calls: readonly ModelCall[], arm: string) => calls.filter((call) => call.arm === arm);

describe('cases whose requests are equal', () => {
  it('each has a draw of its own in each arm, also from the cache', async () => {
    const story = trees(repeated(4, 5));
    const { calls, world, report } = await tell(story);
    for (const arm of ['base', 'candidate']) {
      expect(new Set(drawsOf(calls, arm).map(({ owner }) => owner?.case)).size).toBe(20);
      expect(new Set(drawsOf(calls, arm).map(({ key }) => key)).size).toBe(4);
    }
    expect(report).toMatchObject({ calls: 40, cacheHits: 0 });
    const again = await tell({ ...story, world });
    expect(again.report).toMatchObject({ calls: 0, cacheHits: 40 });
  });

  it.each([
    ['that break', false, 'fail'],
    ['that hold', true, 'pass'],
  ])('five %s are one question of five draws an arm', async (_name, isRight, verdict) => {
    const script = answering((arm) => arm === 'base' || isRight);
    const { calls, report } = await tell({ ...trees(repeated(1, 5)), script });
    expect(report.verdict).toBe(verdict);
    for (const arm of ['base', 'candidate']) {
      expect(new Set(drawsOf(calls, arm).map(({ owner }) => owner?.case)).size).toBe(5);
      expect(drawsOf(calls, arm)).toHaveLength(5);
    }
  });
});

describe('score lines', () => {
  it('name the question and the cluster of cases that ask the same, in both files', async () => {
    const { result } = await tell(trees(repeated(30, 2)));
    const files = await renderResultFiles(result, { commentKey: 'k', record: null });
    for (const name of ['scores.jsonl', 'baseline-scores.jsonl']) {
      const lines = [...(files.get(name) ?? '')]
        .join('')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines).toHaveLength(60);
      expect(new Set(lines.map(({ question }) => question)).size).toBe(30);
      expect(lines.every(({ question, cluster }) => question !== undefined && question === cluster)).toBe(true);
    }
  });
});

describe('a change that reaches some of the cases', () => {
  const rows = someRows(60, (number) => ({ tone: number < 12 ? ' politely' : '' }));
  const base = aTree({ 'evals/triage.jsonl': jsonl(rows) });
  const candidate = aTree({
    'evals/triage.jsonl': jsonl(rows),
    'prompts/triage.prompt.yml': aPromptFile('v1{{tone}}'),
  });

  it('draws the others once, for both sides, and says how many it reaches', async () => {
    const { report, calls, result } = await tell({ base, candidate });
    expect(drawsOf(calls, 'base')).toHaveLength(60);
    expect(new Set(drawsOf(calls, 'candidate').map(numberOf))).toEqual(new Set(Array(12).keys()));
    expect(report).toMatchObject({ verdict: 'pass', calls: 72 });
    expect(report.metrics[0]).toMatchObject({ cases: 60, worse: 0, same: 60, unscored: 0, candidateMean: 1 });
    expect(report.notes).toContain(
      '`triage`: the change reaches 12 of 60 cases; the others send the same request on both sides',
    );
    expect(report.suites[0]?.prompts[0]?.reach).toEqual({ reached: 12, cases: 60 });
    const prompt = result.plans[0]?.prompts[0] as PromptPlan;
    expect(listSamples(result.ledger, prompt, 'candidate')).toHaveLength(60);
  });

  it('a model that tosses a coin makes no case differ that sends one request', async () => {
    let turn = 0;
    const script = answering((_arm, number) => {
      turn += 1;
      return number < 12 || turn % 2 === 0;
    });
    const { report } = await tell({ base, candidate, script });
    expect(report.metrics[0]).toMatchObject({ worse: 0, better: 0, same: 60 });
    expect(report.metrics[0]?.baselineMean).toBe(report.metrics[0]?.candidateMean);
  });

  it('a threshold reads the one draw', async () => {
    const config = (min: number) => ({
      'prompt-assay.yml': aConfigFile({
        checks: `      - { name: label, type: equals, expected: "{{ expected }}", min-score: ${min} }`,
      }),
    });
    const script = answering((_arm, number) => number < 50);
    const held = await tell({
      base: { ...base, ...config(0.8) },
      candidate: { ...candidate, ...config(0.8) },
      script,
    });
    expect(held.report).toMatchObject({ verdict: 'pass' });
    const missed = await tell({
      base: { ...base, ...config(0.9) },
      candidate: { ...candidate, ...config(0.9) },
      script,
    });
    expect(missed.report).toMatchObject({ verdict: 'fail' });
  });
});

describe('a change that reaches some of the cases, where a baseline is stored', () => {
  const rows = someRows(60, (number) => ({ tone: number < 12 ? ' politely' : '' }));
  const tellStored = async (script: Script, check = '') => {
    const files = {
      'evals/triage.jsonl': jsonl(rows),
      'prompt-assay.yml': aConfigFile({
        checks: `      - { name: label, type: equals, expected: "{{ expected }}"${check} }`,
      }),
    };
    const world = createFakeWorld(script);
    const request = { configPath: null, reason: null, who: null, onlyChanged: false, fresh: false, dryRun: false };
    await rebaseline(world, { ...request, tree: world.repository.plant(aTree(files)), label: 'main', noise: false });
    world.model.calls.length = 0;
    return tell({
      world,
      base: aTree(files),
      candidate: aTree({ ...files, 'prompts/triage.prompt.yml': aPromptFile('v1{{tone}}') }),
    });
  };

  it('draws none of the others: their stored scores stand on both sides', async () => {
    const { report, calls } = await tellStored(answering(() => true));
    expect([drawsOf(calls, 'base'), drawsOf(calls, 'candidate')].map(({ length }) => length)).toEqual([0, 12]);
    expect(report).toMatchObject({ verdict: 'pass' });
    expect(report.metrics[0]).toMatchObject({ baselineSource: 'stored', cases: 60, same: 60, candidateMean: 1 });
  });

  it('draws the others once where a threshold reads them', async () => {
    const { report, calls, result } = await tellStored(
      answering((_arm, number) => number < 50),
      ', min-score: 0.9',
    );
    const files = await renderResultFiles(result, { commentKey: 'k', record: null });
    const flags = { ...defaultCompareFlags, margin: 0.1 };
    const read = (name: string) => ({ path: name, text: [...(files.get(name) ?? '')].join('') });
    const again = compareFiles({ baseline: read('baseline-scores.jsonl'), candidate: read('scores.jsonl'), flags });
    expect(again.metrics[0]).toMatchObject({ cases: 60, same: 60, verdict: 'pass' });
    expect([drawsOf(calls, 'base'), drawsOf(calls, 'candidate')].map(({ length }) => length)).toEqual([48, 12]);
    expect(report).toMatchObject({ verdict: 'fail' });
  });

  it('looks at a drop afresh in the cases it reaches alone', async () => {
    const { report, calls } = await tellStored(answering((arm, number) => arm !== 'candidate' || number >= 12));
    expect(report).toMatchObject({ verdict: 'fail' });
    expect(new Set(drawsOf(calls, 'base').map(numberOf))).toEqual(new Set(Array(12).keys()));
    expect(report.metrics[0]).toMatchObject({ baselineSource: 'fresh', cases: 60, worse: 12, same: 48, unscored: 0 });
  });
});

describe('a change that reaches no request', () => {
  it('passes without a call where all that differs is in the requests', async () => {
    const rows = jsonl(someRows(20, () => ({ who: 'Bob' })));
    const { report, calls } = await tell({
      base: aTree({ 'evals/triage.jsonl': rows, 'prompts/triage.prompt.yml': aPromptFile('Dear Bob,') }),
      candidate: aTree({ 'evals/triage.jsonl': rows, 'prompts/triage.prompt.yml': aPromptFile('Dear {{who}},') }),
    });
    expect(calls).toEqual([]);
    expect(report).toMatchObject({ verdict: 'pass', green: true, calls: 0 });
    expect(report.title).toBe('The requests are the same, byte for byte.');
    expect(report.suites[0]?.verdict).toBe('pass');
  });

  it('is inconclusive where no request shows what differs', async () => {
    const rows = jsonl(someRows(20, () => ({ messages: [{ role: 'user', content: 'hello' }] })));
    const { report, calls } = await tell({
      base: aTree({ 'evals/triage.jsonl': rows }),
      candidate: aChangedTree({ 'evals/triage.jsonl': rows }),
    });
    expect(calls).toEqual([]);
    expect(report).toMatchObject({ verdict: 'inconclusive', title: 'The change reaches no request.' });
    expect(report.reasons.join()).toContain('some of the text that differs is in no request');
    expect(report.suites[0]?.verdict).toBe('inconclusive');
  });
});
