import { describe, expect, it } from '@jest/globals';
import type { ModelCall } from '../../src/ports.ts';
import { aChangedTree, aTree, jsonl, someRows, tell } from './story.ts';

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
    for (const arm of ['baseline', 'candidate']) {
      expect(new Set(drawsOf(calls, arm).map(({ owner }) => owner?.case)).size).toBe(20);
      expect(new Set(drawsOf(calls, arm).map(({ key }) => key)).size).toBe(4);
    }
    expect(report).toMatchObject({ calls: 40, cacheHits: 0 });
    const again = await tell({ ...story, world });
    expect(again.report).toMatchObject({ calls: 0, cacheHits: 40 });
  });
});
