import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type CompareRules, defaultCompareFlags } from '../../src/gate/compare-flags.ts';
import { type CompareMetric, compareFiles } from '../../src/pipeline/compare.ts';

/** Unscored, or `-` where no line stands. */
type ReferenceScore = number | null | '-';

/** Scores of both sides by sample; what drew each (`1`, `2`, `s`), absent where lines name no look; question, cluster, same. */
type ReferenceCase = readonly [
  before: readonly ReferenceScore[],
  after: readonly ReferenceScore[],
  looks?: string | null,
  question?: string | null,
  cluster?: string | null,
  same?: true,
];

interface ReferenceRun {
  readonly design: 'one-look' | 'two-look';
  readonly settle: 'off' | '3' | '5' | 'on-request';
  readonly alpha: number;
  readonly verdict: string;
  readonly metrics: readonly {
    readonly metric: string;
    readonly sign: 1 | -1;
    readonly isStored: boolean;
    readonly cases: readonly ReferenceCase[];
  }[];
  readonly results: readonly Partial<CompareMetric>[];
}

/** Written by scripts/reference-compare.py, which knows the rules and not this code. */
const runs: readonly ReferenceRun[] = JSON.parse(
  readFileSync(new URL('../../fixtures/statistics/compare-reference.json', import.meta.url), 'utf8'),
);

const settleByWord: { readonly [word in ReferenceRun['settle']]: CompareRules['settle'] } = {
  off: null,
  3: 3,
  5: 5,
  'on-request': 'on-request',
};

function writeFile(run: ReferenceRun, side: 'before' | 'after'): string {
  return run.metrics
    .flatMap(({ metric, isStored, cases }) =>
      cases.flatMap(([before, after, looks, question, cluster, same], index) =>
        (side === 'before' ? before : after).flatMap((score, sample) =>
          score === '-'
            ? []
            : [
                {
                  ...{ case: `${metric}-${index}`, metric, sample, score, question, cluster, same },
                  ...(looks != null && { look: looks[sample] === 's' ? 'settle' : Number(looks[sample]) }),
                  ...(isStored && side === 'before' && { arm: 'stored' }),
                },
              ],
        ),
      ),
    )
    .map((line) => JSON.stringify(line))
    .join('\n');
}

/** What a metric says, the figures to nine digits. */
function readFigures(metric: Partial<CompareMetric>, names: readonly string[]): { readonly [name: string]: unknown } {
  const values = new Map<string, unknown>(Object.entries(metric));
  return Object.fromEntries(
    names.map((name) => {
      const value = values.get(name);
      return [name, typeof value === 'number' ? Math.round(value * 1e8) / 1e8 + 0 : value];
    }),
  );
}

describe('compare against a second writing of the rules', () => {
  it.each(runs.map((run, index) => [index, run.verdict, run] as const))('run %d: %s', (_index, verdict, run) => {
    const lower = run.metrics.filter(({ sign }) => sign < 0).map(({ metric }) => [metric, 'lower'] as const);
    const { design, alpha } = run;
    const result = compareFiles({
      baseline: { path: 'a.jsonl', text: writeFile(run, 'before') },
      candidate: { path: 'b.jsonl', text: writeFile(run, 'after') },
      flags: { ...defaultCompareFlags, design, alpha, settle: settleByWord[run.settle], directions: new Map(lower) },
    });
    const names = run.results.map((one) => Object.keys(one));
    expect(result.metrics.map((one, index) => readFigures(one, names[index] ?? []))).toEqual(
      run.results.map((one, index) => readFigures(one, names[index] ?? [])),
    );
    expect(result.verdict).toBe(verdict);
  });
});
