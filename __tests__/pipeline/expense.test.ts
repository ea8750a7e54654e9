import { describe, expect, it } from '@jest/globals';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { renderTerminal } from '../../src/report/console/terminal.ts';
import { answered, createFakeWorld, type Script } from '../helpers/fake-ports.ts';
import { pageOf } from '../helpers/page.ts';
import { aChangedTree, aConfigFile, aTree, numberOf, tell } from './story.ts';

const prices = 'prices: { some-model: { input-per-million-usd: 0.1, output-per-million-usd: 1 } }';
const filesOf = (limits: string, top = prices) => ({
  'prompt-assay.yml': aConfigFile({ top, suite: `    gate: { ${limits} }` }),
});
/** The candidate writes `factor` times as much and takes as long; a little differs from case to case. */
const script =
  (factor: number): Script =>
  (call) => {
    const more = call.arm === 'candidate' ? factor : 1;
    const outputTokens = Math.round((100 + (numberOf(call) % 7)) * more);
    return answered('yes', {
      usage: { inputTokens: 100, cachedInputTokens: 0, outputTokens, reasoningTokens: 0 },
      latencyMs: Math.round((400 + (numberOf(call) % 11)) * more),
    });
  };
const run = (limits: string, factor: number, top = prices) =>
  tell({ base: aTree(filesOf(limits, top)), candidate: aChangedTree(filesOf(limits, top)), script: script(factor) });

describe('a limit of cost or latency', () => {
  it.each([
    ['max-cost-increase: 0.2', 1.5, 'fail', /the cost of an answer rose by 4\d(\.\d)? %.*the most allowed is 20 %/],
    ['max-cost-increase: 0.2', 1.1, 'pass', null],
    ['max-cost-increase: 0.2', 0.5, 'pass', null],
    ['max-latency-increase: 0.25', 1.5, 'fail', /the latency of an answer rose by 50(\.\d)? %/],
    ['max-latency-increase: 0.25', 1.2, 'pass', null],
  ] as const)('%s, an answer of %d times the length: %s', async (limits, factor, verdict, words) => {
    const { report } = await run(limits, factor);
    expect(report.verdict).toBe(verdict);
    expect(report.green).toBe(verdict === 'pass');
    if (words !== null) {
      expect(report.title).toMatch(words);
      expect(report.reasons.join()).toMatch(words);
    }
  });

  it('is shown in its row, and only where one is set', async () => {
    const { report } = await run('max-cost-increase: 0.2', 1.5);
    const comment = renderComment(report, { commentKey: 'k', record: null });
    expect(comment).toContain('| ❌ **cost per 1,000** · over its limit | ');
    expect(comment).not.toMatch(/^\|.*latency/m);
    expect(renderTerminal(report, { columns: 1000, colour: false, links: false })).toMatch(
      /✗ cost per 1,000 .* over its limit/,
    );
    expect(pageOf(report)).toContain('✕ over its limit');
    const kept = await run('max-cost-increase: 0.6', 1.5);
    expect(renderComment(kept.report, { commentKey: 'k', record: null })).toContain(
      '| ✅ **cost per 1,000** · within its limit | ',
    );
  });

  it('is not met where no price is known: not settled, and said', async () => {
    const { report } = await run('max-cost-increase: 0.2', 1.5, '');
    expect(report).toMatchObject({ verdict: 'inconclusive', green: true });
    expect(report.title).toMatch(/the cost of an answer cannot be compared: no price/i);
  });

  it('is main’s own: a pull request cannot lift it', async () => {
    const base = aTree(filesOf('max-cost-increase: 0.2'));
    const { report } = await tell({
      base,
      candidate: aChangedTree(filesOf('max-cost-increase: 9')),
      script: script(1.5),
    });
    expect(report.verdict).toBe('fail');
  });

  it.each([
    ['max-latency-increase: 0.25', 100],
    ['max-cost-increase: 0.2', 0],
  ])('%s against a stored baseline: %d calls of the base side', async (limits, baseCalls) => {
    const world = createFakeWorld(script(1.1));
    const tree = world.repository.plant(aTree(filesOf(limits)));
    const parts = {
      configPath: null,
      reason: null,
      who: null,
      onlyChanged: false,
      fresh: false,
      dryRun: false,
      noise: false,
    };
    await rebaseline(world, { tree, label: 'main', ...parts });
    world.model.calls.length = 0;
    const { report, calls } = await tell({
      world,
      base: aTree(filesOf(limits)),
      candidate: aChangedTree(filesOf(limits)),
    });
    expect(report.verdict).toBe('pass');
    expect(calls.filter(({ arm }) => arm === 'base')).toHaveLength(baseCalls);
  });
});
