import { describe, expect, it } from '@jest/globals';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import { createFakeWorld, type Script } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, allRight, answering, aTree, jsonl, someRows, tell } from './story.ts';

const losing = answering((arm, number) => arm !== 'candidate' || number >= 30);

/** Trees whose base config has such a budget, and more. */
function trees(calls: number, parts: { readonly suite?: string; readonly rows?: readonly unknown[] } = {}) {
  const files = {
    'prompt-assay.yml': aConfigFile({ top: `budget: { per-run-calls: ${calls} }`, suite: parts.suite ?? '' }),
    'evals/triage.jsonl': jsonl(parts.rows ?? someRows(100)),
  };
  return { base: aTree(files), candidate: aChangedTree(files) };
}

/** Evaluates such trees where main has a stored baseline of them, drawn under a large budget. */
async function tellStored(calls: number, script: Script, parts: Parameters<typeof trees>[1] = {}) {
  const world = createFakeWorld(script);
  const tree = world.repository.plant(trees(5000, parts).base);
  const request = { configPath: null, reason: null, who: null, onlyChanged: false, fresh: false, dryRun: false };
  const stored = await rebaseline(world, { ...request, tree, label: 'main', noise: false });
  expect(stored.green).toBe(true);
  world.model.calls.length = 0;
  return tell({ ...trees(calls, parts), world });
}

describe('a budget, without a stored baseline', () => {
  it.each([
    ['a re-run of every case on both sides', 200 + 800, {}],
    ['no re-run where there is one look', 400, { suite: '    samples: 2' }],
    ['no re-run of a small set', 2 * 5 * 4, { rows: someRows(4) }],
    ['eight draws of a critical case', 2 * 8 + 11 * 2 * 5, { rows: someRows(12, (n) => ({ critical: n === 0 })) }],
  ])('covers both looks, or nothing is spent: %s', async (_name, needed, parts) => {
    const fits = await tell(trees(needed, parts));
    expect(fits.report.verdict).not.toBe('invalid');
    const over = await tell(trees(needed - 1, parts));
    expect(over.report).toMatchObject({ verdict: 'invalid', calls: 0 });
    expect(over.report.errors[0]?.message).toContain(`${needed} calls of at most ${needed - 1}`);
    expect(over.calls).toEqual([]);
  });

  it('is told from the estimate of each part, before the first call', async () => {
    const { world } = await tell({ script: allRight });
    expect(world.log.lines.find((line) => line.startsWith('At most'))).toMatch(
      /candidate 100 answers, .*; base 100 answers, .*; a re-run at worst 800 answers/,
    );
  });
});

describe('a budget, with a stored baseline', () => {
  it('that covers a fresh baseline and a re-run looks at a drop', async () => {
    const { report, calls } = await tellStored(1000, losing);
    expect(report.verdict).toBe('fail');
    expect(calls.filter(({ arm }) => arm === 'base')).toHaveLength(100);
  });

  it('that does not: a drop is invalid, and no base side is drawn', async () => {
    const { report, calls } = await tellStored(999, losing);
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.title).toContain('the budget does not cover a fresh baseline');
    expect(report.metrics[0]).toMatchObject({ verdict: 'invalid', baselineSource: 'stored', worse: 30 });
    expect(report.suites[0]?.verdict).toBe('invalid');
    expect(calls.every(({ arm }) => arm === 'candidate')).toBe(true);
  });

  it('that does not: what the stored baseline passes is passed, and the comment says what was looked at', async () => {
    const { report } = await tellStored(100, allRight);
    expect(report).toMatchObject({ verdict: 'pass', calls: 100 });
    expect(report.notes.join()).toContain('the budget does not cover a fresh baseline: the stored one alone');
  });

  it('that does not: no drop and no proof is inconclusive', async () => {
    const { report } = await tellStored(100, allRight, { rows: someRows(40), suite: '    gate: { margin: 0.05 }' });
    expect(report).toMatchObject({ verdict: 'inconclusive', green: true, calls: 40 });
  });

  it('that does not cover the candidate either: nothing is spent', async () => {
    const { report, calls } = await tellStored(99, allRight);
    expect(report).toMatchObject({ verdict: 'invalid', calls: 0 });
    expect(calls).toEqual([]);
  });

  it.each([
    ['strict', 100, { suite: '    gate: { strict: true }' }],
    ['a small set', 20, { rows: someRows(4) }],
    ['target: cases', 200, { rows: someRows(40), suite: '    gate: { target: cases }' }],
  ])(
    'that covers the candidate where stored samples cannot decide: nothing is spent (%s)',
    async (_name, own, parts) => {
      const { report, calls } = await tellStored(own, allRight, parts);
      expect(report).toMatchObject({ verdict: 'invalid', calls: 0 });
      expect(calls).toEqual([]);
    },
  );
});
