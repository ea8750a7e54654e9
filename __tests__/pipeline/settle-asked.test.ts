import { describe, expect, it } from '@jest/globals';
import { noOtherRuns } from '../../src/conclude/other-runs.ts';
import { evaluate } from '../../src/pipeline/evaluate.ts';
import { createFakeWorld } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, answering, aTree, jsonl, plantStory, someRows } from './story.ts';

/** The first sample differs in five of 60 cases, and what both looks draw of these points the other way. */
const noise = answering((arm, number, sample) => {
  const isNoisy = [1, 2, 3, 5].includes(number);
  if (sample === 0) return !(arm === 'candidate' ? isNoisy : number === 4);
  return !(arm === 'base' && isNoisy && sample >= 3);
});

/** The same two trees in a world that keeps its answers. */
function aStory(settle: string) {
  const config = { 'prompt-assay.yml': aConfigFile({ suite: `    gate: { settle: ${settle} }` }) };
  const trees = { ...config, 'evals/triage.jsonl': jsonl(someRows(60)) };
  const world = createFakeWorld(noise);
  return async (settles: 'known-answers' | null) => {
    const { change } = plantStory({ world, base: aTree(trees), candidate: aChangedTree(trees) });
    const { report } = await evaluate(world, {
      ...change,
      ...{
        part: null,
        fresh: false,
        dryRun: false,
        onNoKey: 'block',
        recorded: [],
        reproduce: null,
        runUrl: null,
        github: null,
      },
      hear: async () => ({ acceptance: null, blockedCalls: null, settles }),
      askedBefore: null,
      brokenBefore: null,
      readOthers: async () => noOtherRuns,
    });
    return { report, calls: [...world.model.calls] };
  };
}

describe('without a record, on known answers alone', () => {
  it('what they leave open is settled, and their answers stay', async () => {
    const run = aStory('on-request');
    const open = await run(null);
    expect(open.report).toMatchObject({ verdict: 'inconclusive' });
    expect(open.report.notices.join()).toMatch(/may settle it, once, by a further round of at most \d+ answers/);
    const before = open.calls.length;
    const { report, calls } = await run('known-answers');
    expect(report).toMatchObject({ verdict: 'pass', title: expect.stringContaining('settled in a further round') });
    expect(calls.slice(before).every(({ sample }) => sample > 0)).toBe(true);
    expect(report.suites[0]?.notes.join()).toContain('a pass spends 4 % at the first look and 1 % after');
  });

  it('nothing is asked where there are none', async () => {
    const { report, calls } = await aStory('on-request')('known-answers');
    expect(report).toMatchObject({ verdict: 'invalid', title: expect.stringContaining('no longer all in the cache') });
    expect(calls).toEqual([]);
  });

  it('a word does not change what the first look may spend', async () => {
    const run = aStory('on-request');
    const first = (await run(null)).report.metrics[0];
    const again = (await run(null)).report.metrics[0];
    expect(again).toEqual(first);
    expect((await run('known-answers')).report.metrics[0]?.pValue).toBe(first?.pValue);
  });
});
