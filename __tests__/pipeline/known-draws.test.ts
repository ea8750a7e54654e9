import { describe, expect, it } from '@jest/globals';
import { createFakeWorld, type FakeWorld } from '../helpers/fake-ports.ts';
import { aChangedTree, allRight, answering, aPromptFile, aTree, numberOf, tell } from './story.ts';

const hour = 3_600_000;
const promptOf = (text: string) => ({ 'prompts/triage.prompt.yml': aPromptFile(text) });

/** How many calls a run made in each arm. */
async function countCalls(world: FakeWorld, base: string, candidate: string) {
  world.model.calls.length = 0;
  const { report } = await tell({ world, base: aTree(promptOf(base)), candidate: aTree(promptOf(candidate)) });
  const count = (arm: string) => world.model.calls.filter((call) => call.arm === arm).length;
  return { verdict: report.verdict, base: count('base'), candidate: count('candidate') };
}

describe('answers that the cache knows', () => {
  it('serve a base side for an hour, and are then drawn again', async () => {
    const world = createFakeWorld(allRight);
    expect(await countCalls(world, 'v1', 'v2')).toEqual({ verdict: 'pass', base: 100, candidate: 100 });
    world.nowMs += hour;
    expect(await countCalls(world, 'v1', 'v3')).toEqual({ verdict: 'pass', base: 0, candidate: 100 });
    world.nowMs += 1;
    expect(await countCalls(world, 'v1', 'v4')).toEqual({ verdict: 'pass', base: 100, candidate: 100 });
    world.nowMs += hour;
    expect(await countCalls(world, 'v1', 'v5')).toEqual({ verdict: 'pass', base: 0, candidate: 100 });
  });

  it('answer the same change again for nothing, however old both sides are', async () => {
    const world = createFakeWorld(allRight);
    await countCalls(world, 'v1', 'v2');
    world.nowMs += 100 * hour;
    expect(await countCalls(world, 'v1', 'v2')).toEqual({ verdict: 'pass', base: 0, candidate: 0 });
  });

  it('of a candidate are drawn again where main moved on in the meantime', async () => {
    const world = createFakeWorld(allRight);
    await countCalls(world, 'v1', 'v2');
    world.nowMs += 2 * hour;
    expect(await countCalls(world, 'v1.5', 'v2')).toEqual({ verdict: 'pass', base: 100, candidate: 100 });
  });

  it('of a better day convict nobody', async () => {
    let isWorse = false;
    const world = createFakeWorld(answering((_arm, number) => !isWorse || number >= 30));
    await countCalls(world, 'v1', 'v2');
    isWorse = true;
    world.nowMs += 2 * hour;
    const { verdict, base } = await countCalls(world, 'v1', 'v3');
    expect(verdict).not.toBe('fail');
    expect(base).toBe(100);
  });

  it('of a re-run are drawn again like those of a first round', async () => {
    const world = createFakeWorld(answering((arm, number) => arm === 'base' || number >= 5));
    await countCalls(world, 'v1', 'v2');
    world.nowMs += 2 * hour;
    world.model.calls.length = 0;
    const { report } = await tell({ world, candidate: aChangedTree(promptOf('v3')) });
    const rerun = world.model.calls.filter((call) => call.sample > 0);
    expect(report.verdict).toBe('fail');
    expect(new Set(rerun.map(numberOf))).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(rerun.filter((call) => call.arm === 'base')).toHaveLength(20);
  });
});
