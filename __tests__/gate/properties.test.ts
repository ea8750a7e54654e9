import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseScores } from '../../src/gate/comparison.ts';
import { decideGate } from '../../src/gate/decide.ts';
import { aCase, aComparison } from './build-scores.ts';

const score = fc.constantFrom(0, 0.25, 0.5, 1, 1, 1, null);
const someScores = fc
  .array(fc.tuple(score, score, fc.constantFrom(null, 'x', 'y', 'z')), { minLength: 12, maxLength: 60 })
  .map((rows) => rows.map(([b, c, cluster], index) => aCase(`c${index}`, [b], [c], { cluster })));
const metrics = fc.array(someScores, { minLength: 1, maxLength: 3 });

function build(all: readonly (readonly CaseScores[])[]) {
  return all.map((cases, index) => aComparison(cases, { metric: `m${index}`, settings: { resample: 'off' } }));
}

describe('properties of the gate', () => {
  it('gives the same decision for the same scores', () => {
    fc.assert(fc.property(metrics, (all) => expect(decideGate(build(all))).toEqual(decideGate(build(all)))));
  });

  it('does not care for the order of cases and metrics', () => {
    fc.assert(
      fc.property(metrics, (all) => {
        const before = decideGate(build(all));
        const after = decideGate(build(all.map((cases) => [...cases].reverse())).reverse());
        expect(after.verdict).toBe(before.verdict);
        expect(after.comparisons.map((one) => one.verdict).reverse()).toEqual(
          before.comparisons.map((one) => one.verdict),
        );
        const bounds = (decision: typeof before) => decision.comparisons.map((one) => one.lowerBound ?? 9);
        bounds(after)
          .reverse()
          .forEach((bound, index) => {
            expect(bound).toBeCloseTo(bounds(before)[index] as number, 10);
          });
      }),
    );
  });

  it('mirrors the interval and the counts where the arms are swapped', () => {
    const complete = someScores.map((cases) =>
      cases.filter((one) => one.baseline[0] !== null && one.candidate[0] !== null),
    );
    fc.assert(
      fc.property(complete, (cases) => {
        fc.pre(cases.length > 0);
        const swapped = cases.map((one) => ({ ...one, baseline: one.candidate, candidate: one.baseline }));
        const [before] = decideGate(build([cases])).comparisons;
        const [after] = decideGate(build([swapped])).comparisons;
        expect([after?.worse, after?.better]).toEqual([before?.better, before?.worse]);
        expect(after?.lowerBound).toBeCloseTo(-(before?.upperBound ?? 9), 10);
        expect(after?.upperBound).toBeCloseTo(-(before?.lowerBound ?? 9), 10);
      }),
    );
  });

  it('never turns pass into fail by a case or metric that does not change', () => {
    const passing = fc.array(fc.constantFrom(0, 1, 1, 1, 1, 1, 1, 1), { minLength: 60, maxLength: 90 });
    const rows = passing.map((scores) =>
      scores.map((one, index) =>
        aCase(`c${index}`, [index % 30 === 0 ? 0 : 1], [Math.max(one, index % 5 === 0 ? 0 : 1)]),
      ),
    );
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 3 }), fc.boolean(), (all, isCase) => {
        const still = Array.from({ length: 40 }, (_, index) => aCase(`still-${index}`, [1], [1]));
        const more = isCase ? all.map((cases) => [...cases, ...still.slice(0, 1)]) : [...all, still];
        fc.pre(decideGate(build(all)).verdict === 'pass');
        expect(decideGate(build(more)).verdict).not.toBe('fail');
      }),
      { numRuns: 30 },
    );
  });

  it('gives a reason for everything but pass', () => {
    fc.assert(
      fc.property(metrics, (all) => {
        const { verdict, reasons } = decideGate(build(all));
        expect(verdict === 'pass' || reasons.length > 0).toBe(true);
      }),
    );
  });
});
