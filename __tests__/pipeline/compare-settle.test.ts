import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CompareFlags, defaultCompareFlags } from '../../src/gate/compare-flags.ts';
import type { CaseScores } from '../../src/gate/comparison.ts';
import { decideGate } from '../../src/gate/decide.ts';
import { planFirstRound } from '../../src/gate/first-round.ts';
import { compareFiles } from '../../src/pipeline/compare.ts';
import { aCase, aComparison } from '../gate/build-scores.ts';

type Side = 'baseline' | 'candidate';

interface Written extends CaseScores {
  /** What drew each sample. */
  readonly looks: readonly (1 | 2 | 'settle')[];
}

const twoLooks = { design: 'two-look', margin: 0.1 } as const;

function listLines(cases: readonly Written[], side: Side, metric = 'exact') {
  return cases.flatMap(({ case: id, cluster, critical, labelled, looks, [side]: scores }) =>
    scores.map((score, sample) => {
      return { case: id, metric, sample, score, cluster, critical, labelled, look: looks[sample] };
    }),
  );
}

const write = (lines: readonly object[]) => lines.map((line) => JSON.stringify(line)).join('\n');

function decide(cases: readonly Written[], flags: Partial<CompareFlags> = {}, order = <T>(all: readonly T[]) => all) {
  return compareFiles({
    baseline: { path: 'a.jsonl', text: write(order(listLines(cases, 'baseline'))) },
    candidate: { path: 'b.jsonl', text: write(order(listLines(cases, 'candidate'))) },
    flags: { ...defaultCompareFlags, ...twoLooks, ...flags },
  });
}

/** So many cases, each with these scores; the looks are of their samples. */
function same(
  count: number,
  name: string,
  baseline: number[],
  candidate: number[],
  looks: Written['looks'],
): Written[] {
  return Array.from({ length: count }, (_, index) => ({ ...aCase(`${name}${index}`, baseline, candidate), looks }));
}

const settling = [1, 'settle', 'settle'] as const;
const rerun = [1, 2, 2, 2, 2] as const;

describe('compare --settle', () => {
  const open = [
    ...same(34, 'still', [1, 1, 1], [1, 1, 1], settling),
    ...same(2, 'worse', [1, 1, 1], [0, 1, 1], settling),
  ];

  it('passes what both looks left open, on every sample up to the third', () => {
    const result = decide(open, { settle: 3 });
    expect(result).toMatchObject({ verdict: 'pass', reasons: ['`exact`: settled in a further round'] });
    expect(result.metrics).toMatchObject([{ settled: true, worse: 2, samples: 3, looks: 1 }]);
    expect(result.metrics[0]?.difference).toBeCloseTo(-2 / 3 / 36, 12);
  });

  it('leaves the lines out without the flag, and names it', () => {
    const { verdict, reasons } = decide(open);
    expect(verdict).toBe('inconclusive');
    expect(reasons).toContain('`exact`: samples of the look "settle" were left out; --settle takes them in');
  });

  it('takes one look at the first round alone', () => {
    const result = decide(open, { settle: 3, design: 'one-look' });
    expect(result.metrics).toMatchObject([{ settled: false, samples: 1, worse: 2 }]);
    expect(result.reasons).toContain('`exact`: samples of the look "settle" were left out');
  });

  it('spends a share of alpha on the first PASS, also where nothing was settled', () => {
    const still = same(30, 'still', [1], [1], [1]);
    expect(decide(still).verdict).toBe('pass');
    expect(decide(still, { settle: 'on-request' }).verdict).toBe('pass');
    const split = decide(still, { settle: 3 });
    expect(split.verdict).toBe('inconclusive');
    // What is printed is the bound at the whole alpha.
    expect(split.metrics[0]?.lowerBound).toBe(decide(still).metrics[0]?.lowerBound);
  });

  it('leaves out of the mean what a re-run drew beyond the third sample', () => {
    const lost = same(3, 'worse', [1, 1, 1, 1, 1], [0, 1, 1, 0, 0], rerun);
    const [metric] = decide([...same(37, 'still', [1, 1, 1], [1, 1, 1], settling), ...lost], { settle: 3 }).metrics;
    expect(metric?.settled).toBe(true);
    expect(metric?.difference).toBeCloseTo(-3 / 3 / 40, 12);
  });

  it('keeps what settles out of the second look', () => {
    const cases = (further: number) => [
      ...same(30, 'still', [1, 1, 1], [1, 1, 1], settling),
      ...same(4, 'again', [1, 1, 1, 1, 1], [0, 1, 1, 1, 1], rerun),
      // One gain beside the losses: p depends on how large each is.
      ...same(1, 'better', [0, 0, 0, 1, 1], [1, 1, 1, 1, 1], rerun),
      ...same(1, 'once', [1, 1, 1], [0, further, further], settling),
      ...same(1, 'between', [1, 1, 1, 1, 1], [0, further, further, 1, 0], [1, 'settle', 'settle', 2, 2]),
    ];
    const [healed, broken] = [1, 0].map((further) => decide(cases(further), { settle: 3 }).metrics[0]?.pValue);
    expect(broken).toBe(healed);
    expect(healed).toBe(decide(cases(0)).metrics[0]?.pValue);
  });

  it('takes a case without its further samples for a gap', () => {
    const short = same(1, 'short', [1], [1], [1]);
    const [metric] = decide([...open, ...short], { settle: 3 }).metrics;
    expect(metric).toMatchObject({ settled: true, unscored: 1, cases: 36 });
  });
});

const score = fc.constantFrom(0, 0.5, 1, 1, 1, 1);
const some = fc.option(score, { nil: null, freq: 15 });

/** A case with K pairs in the first round, perhaps a re-run, perhaps samples that settle. */
const anyCase = fc
  .record({
    first: fc.constantFrom(1, 1, 1, 3, 5),
    isRerun: fc.boolean(),
    isCritical: fc.constantFrom(false, false, false, false, true),
    cluster: fc.constantFrom(null, null, null, 'x', 'y'),
    before: fc.array(some, { minLength: 8, maxLength: 8 }),
    after: fc.array(some, { minLength: 8, maxLength: 8 }),
  })
  .map(({ first, isRerun, isCritical, cluster, before, after }, index = 0) => {
    const drawn = isCritical ? Math.max(3, first) : first;
    const total = isRerun ? Math.max(drawn, 5) : drawn;
    const labelled = first > 1 ? { labelled: first } : {};
    const looks = Array.from({ length: total }, (_, sample) => (sample < drawn ? (1 as const) : (2 as const)));
    const scores = aCase(`c${index}`, before.slice(0, total), after.slice(0, total), { cluster, ...labelled });
    return { ...scores, critical: isCritical, looks };
  });

const anyCases = fc
  .array(anyCase, { minLength: 12, maxLength: 50 })
  .map((cases) => cases.map((one, index): Written => ({ ...one, case: `c${String(index).padStart(2, '0')}` })));

describe('properties of compare with first rounds of unequal size', () => {
  const figures = [
    ...(['verdict', 'cases', 'worse', 'better', 'same'] as const),
    ...(['lowerBound', 'upperBound', 'pValue', 'difference'] as const),
  ];

  it('says what the gate says of the same scores', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const [own] = decideGate([aComparison(cases)]).comparisons;
        const [filed] = decide(cases, { samples: 1 }).metrics;
        for (const figure of figures) expect([figure, filed?.[figure]]).toEqual([figure, own?.[figure]]);
      }),
      { numRuns: 200 },
    );
  });

  it('mirrors the bounds where the arms are swapped', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const whole = cases.map((one) => ({
          ...one,
          baseline: one.baseline.map((known) => known ?? 1),
          candidate: one.candidate.map((known) => known ?? 1),
        }));
        const turned = whole.map((one) => ({ ...one, baseline: one.candidate, candidate: one.baseline }));
        const [[before], [after]] = [decide(whole).metrics, decide(turned).metrics];
        expect(after?.lowerBound).toBeCloseTo(-(before?.upperBound ?? 9), 10);
        expect(after?.upperBound).toBeCloseTo(-(before?.lowerBound ?? 9), 10);
      }),
    );
  });

  it('never turns FAIL into PASS by lines that settle, nor anything by the order of lines', () => {
    const failing = anyCases.map((cases) => [...cases, ...same(9, 'worse', [1], [0], [1])]);
    fc.assert(
      fc.property(failing, fc.constantFrom(3 as const, 5 as const, 'on-request' as const), (cases, settle) => {
        const settled = cases.map((one) => ({
          ...one,
          baseline: [...one.baseline, 0, 0, 0, 0],
          candidate: [...one.candidate, 1, 1, 1, 1],
          looks: [...one.looks, ...(['settle', 'settle', 'settle', 'settle'] as const)],
        }));
        const before = decide(cases, { settle });
        const after = decide(settled, { settle });
        if (before.verdict === 'fail' || before.verdict === 'invalid') expect(after.verdict).toBe(before.verdict);
        expect(decide(settled, { settle }, (all) => [...all].reverse())).toEqual(after);
      }),
    );
  });

  it('refuses a sample that stands twice, whatever drew it', () => {
    const lines = listLines(same(12, 'c', [1, 1, 1], [1, 1, 1], settling), 'baseline');
    const text = write([...lines, { ...lines[1], look: 2 }]);
    const result = compareFiles({
      baseline: { path: 'a.jsonl', text },
      candidate: { path: 'b.jsonl', text: write(lines) },
      flags: { ...defaultCompareFlags, ...twoLooks, settle: 3 },
    });
    expect(result.errors?.[0]?.message).toContain('repeats sample 1');
  });
});

describe('first rounds of unequal size', () => {
  it('weigh a case once, however often it was drawn', () => {
    const noisy = same(10, 'noisy', [1, 1, 1, 1, 1], [0, 1, 1, 1, 1], [1, 1, 1, 1, 1]);
    const [metric] = decide([...same(30, 'still', [1], [1], [1]), ...noisy]).metrics;
    expect(metric?.difference).toBeCloseTo((-10 * 0.2) / 40, 12);
  });

  it('pair up to the smaller number of an arm', () => {
    const uneven = same(12, 'c', [1, 1, 1], [1], [1, 1, 1]);
    expect(decide(uneven).reasons.join()).toContain('the baseline has up to 3 samples a case and the candidate 1');
  });

  it('are equal on both arms where they are planned', () => {
    const cases = [aCase('a', [], [], { labelled: 3 }), ...same(12, 'c', [], [], [])];
    expect(planFirstRound({ ...aComparison([]).settings }, 1, cases)[0]).toEqual({ drawn: 3, tested: 3 });
  });
});
