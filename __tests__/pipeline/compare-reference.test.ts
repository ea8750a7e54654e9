import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { defaultCompareFlags } from '../../src/gate/compare-flags.ts';
import { compareFiles } from '../../src/pipeline/compare.ts';

interface ReferenceRun {
  /** One look where it does not say. */
  readonly design?: 'one-look' | 'two-look';
  readonly verdict: string;
  readonly metrics: readonly {
    readonly metric: string;
    readonly sign: 1 | -1;
    readonly isStored: boolean;
    readonly cases: readonly {
      readonly case: string;
      readonly question: string | null;
      readonly cluster: string | null;
      readonly before: readonly (number | null)[];
      readonly after: readonly (number | null)[];
      /** What drew each sample, the same on both sides; absent where lines name no look. */
      readonly looks?: readonly (1 | 2 | 'settle')[];
    }[];
  }[];
  readonly results: readonly {
    readonly verdict: string;
    readonly margin: number;
    readonly questions: number;
    readonly cases: number;
    readonly lowerBound?: number;
    readonly upperBound?: number;
    readonly pValue?: number;
  }[];
}

/** Written by scripts/reference-compare.py, which knows the rules and not this code. */
const runs: readonly ReferenceRun[] = JSON.parse(
  readFileSync(new URL('../../fixtures/statistics/compare-reference.json', import.meta.url), 'utf8'),
);

function writeFile(run: ReferenceRun, side: 'before' | 'after'): string {
  return run.metrics
    .flatMap(({ metric, isStored, cases }) =>
      cases.flatMap(({ case: id, question, cluster, looks, [side]: scores }) =>
        scores.map((score, sample) => ({
          ...{ case: id, metric, sample, score, question, cluster },
          ...(looks !== undefined && { look: looks[sample] }),
          ...(isStored && side === 'before' && { arm: 'stored' }),
        })),
      ),
    )
    .map((line) => JSON.stringify(line))
    .join('\n');
}

describe('compare against a second writing of the rules', () => {
  it.each(runs.map((run, index) => [index, run.verdict, run] as const))('run %d: %s', (_index, verdict, run) => {
    const lower = run.metrics.filter(({ sign }) => sign < 0).map(({ metric }) => [metric, 'lower'] as const);
    const result = compareFiles({
      baseline: { path: 'a.jsonl', text: writeFile(run, 'before') },
      candidate: { path: 'b.jsonl', text: writeFile(run, 'after') },
      flags: { ...defaultCompareFlags, design: run.design ?? null, directions: new Map(lower) },
    });
    expect(result.verdict).toBe(verdict);
    expect(result.metrics).toHaveLength(run.results.length);
    for (const [index, expected] of run.results.entries()) {
      const found = result.metrics[index];
      const { verdict: word, margin, questions, cases, lowerBound, upperBound, pValue } = expected;
      expect(found).toMatchObject({ verdict: word, margin, questions, cases });
      if (lowerBound !== undefined) expect(found?.lowerBound).toBeCloseTo(lowerBound, 9);
      if (upperBound !== undefined) expect(found?.upperBound).toBeCloseTo(upperBound, 9);
      if (pValue !== undefined) expect(found?.pValue).toBeCloseTo(pValue, 9);
    }
  });
});
