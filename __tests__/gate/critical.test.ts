import { describe, expect, it } from '@jest/globals';
import { judgeCriticalCase } from '../../src/gate/critical.ts';
import { decideGate } from '../../src/gate/decide.ts';
import { aCase, aComparison, someCases } from './build-scores.ts';

const ones = (count: number) => Array<number>(count).fill(1);
const zeros = (count: number) => Array<number>(count).fill(0);
const vital = (baseline: readonly (number | null)[], candidate: readonly (number | null)[], id = 'vital') =>
  aCase(id, baseline, candidate, { critical: true });

describe('judgeCriticalCase', () => {
  it.each([
    ['2 of 3 before and 1 of 3 now is enough', [1, 1, 0], [1, 0, 0], 'flagged'],
    ['1 of 3 before is not', [1, 0, 0], [0, 0, 0], 'fine'],
    ['2 of 3 now is not', [1, 1, 1], [1, 1, 0], 'fine'],
    ['6 of 8 before and 2 of 8 now is enough', [1, 1, 0, 0, 1, 1, 1, 1], [1, 0, 0, 0, 1, 0, 0, 0], 'broke'],
    ['5 of 8 before is not', [1, 1, 0, 0, 0, 1, 1, 1], zeros(8), 'unstable'],
    ['3 of 8 now is not', ones(8), [1, 0, 0, 0, 1, 1, 0, 0], 'unstable'],
    ['eight on one arm only still waits', ones(8), [1, 0, 0], 'flagged'],
    ['a lost sample before may have passed', [1, null, 0], [0, 0, 0], 'flagged'],
    ['seven known of eight before do not convict by themselves', [1, 1, 1, 1, 1, 0, 0, null], zeros(8), 'unstable'],
    ['graded', [0.75, 0.5, 0.75], [0.25, 0.5, 0.25], 'flagged'],
  ])('%s', (_, baseline, candidate, state) => {
    expect(judgeCriticalCase(vital(baseline, candidate), 'higher')).toBe(state);
    const mirror = (scores: readonly (number | null)[]) => scores.map((score) => (score === null ? null : 1 - score));
    expect(judgeCriticalCase(vital(mirror(baseline), mirror(candidate)), 'lower')).toBe(state);
  });
});

describe('what is said of critical cases', () => {
  const decide = (cases: ReturnType<typeof someCases>, settings = {}) => decideGate([aComparison(cases, { settings })]);
  const broke = vital(ones(8), zeros(8));
  const unstable = vital(ones(8), [1, 0, 0, 1, 1, 1, 1, 1], 'shaky');
  const flagged = vital(ones(3), zeros(3), 'suspect');

  it('names one that broke, before a rate that fell as well', () => {
    const calm = decide([...someCases(0, 0, 40), broke]);
    expect(calm.reasons).toEqual(['`triage / label / exact`: critical case "vital" broke']);
    expect(calm.broken).toEqual([{ suite: 'triage', prompt: 'label', metric: 'exact', case: 'vital', critical: true }]);
    expect(calm.rerun).toEqual([]);
    const both = decide([...someCases(14, 0, 40), broke]);
    expect(both.reasons).toEqual([
      '`triage / label / exact`: critical case "vital" broke; regression proven: 15 of 55 cases got worse and 0 got better',
    ]);
  });

  it('keeps a proven drop and an unusable run above a suspicion', () => {
    expect(decide([...someCases(14, 0, 40), unstable]).reasons[0]).toBe(
      '`triage / label / exact`: regression proven: 14 of 55 cases got worse and 0 got better',
    );
    const lost = someCases(0, 0, 40).map((scores) => ({ ...scores, candidate: [null] }));
    expect(decide([...lost, flagged])).toMatchObject({ verdict: 'invalid', rerun: [] });
  });

  it('names the unstable, then what has not run again, then the rate', () => {
    const { reasons, verdict } = decide([...someCases(0, 0, 5), unstable, flagged, ...someCases(0, 2, 5)], {
      minCases: 2,
    });
    expect(verdict).toBe('inconclusive');
    expect(reasons[0]).toMatch(
      /^`triage \/ label \/ exact`: unstable critical case "shaky"; critical case "suspect" may have broken and has not run again; no regression found; drops up to /,
    );
    expect(decide([...someCases(0, 0, 40), unstable]).reasons).toEqual([
      '`triage / label / exact`: unstable critical case "shaky"',
    ]);
    const rerun = decide([...someCases(0, 0, 40), flagged]);
    expect(rerun.reasons).toEqual([
      '`triage / label / exact`: critical case "suspect" may have broken and has not run again',
    ]);
    expect(rerun.rerun).toEqual([{ suite: 'triage', prompt: 'label', case: 'suspect', samples: [3, 4, 5, 6, 7] }]);
  });

  it('says nothing of a metric that does not gate', () => {
    const report = aComparison([...someCases(0, 0, 40), broke], { input: { gates: false }, metric: 'r' });
    const decision = decideGate([aComparison(someCases(0, 0, 40)), report]);
    expect(decision.verdict).toBe('pass');
    expect(decision.broken).toEqual([]);
  });

  it('plans the samples of a case that two rules ask for once, in order', () => {
    const decision = decide([...someCases(4, 0, 22), vital(ones(3), zeros(3))], { margin: 0.05 });
    expect(decision.rerun.find((one) => one.case === 'vital')?.samples).toEqual([3, 4, 5, 6, 7]);
    expect(decision.rerun.find((one) => one.case === 'worse-0')?.samples).toEqual([1, 2, 3, 4]);
    const halfway = decide([...someCases(0, 0, 40), vital(ones(8), zeros(5))]);
    expect(halfway.rerun[0]?.samples).toEqual([5, 6, 7]);
  });

  it('counts five samples of a critical case where all cases are sampled alike', () => {
    const cases = Array.from({ length: 5 }, (_, index) =>
      vital(ones(5), index === 0 ? zeros(5) : ones(5), `c${index}`),
    );
    const small = decideGate([aComparison(cases, { samples: 5 })]).comparisons[0];
    expect(small).toMatchObject({ candidateMean: 0.8, samples: 5, missingBaseline: 0 });
    const mixed = cases.map((scores) => ({ ...scores, candidate: [0, 1, 1, 1, 1] }));
    const these = decideGate([aComparison(mixed, { samples: 5, settings: { target: 'cases', minCases: 2 } })]);
    expect(these.comparisons[0]?.candidateMean).toBe(0.8);
  });

  it('lets the first K samples of a critical case enter the rate, as of every other', () => {
    const cases = [
      ...Array.from({ length: 20 }, (_, index) => aCase(`c${index}`, ones(3), ones(3))),
      vital([1, 0, 0], [1, 1, 1]),
    ];
    const one = decideGate([aComparison(cases, { samples: 3, settings: { resample: 'off' } })]).comparisons[0];
    expect(one).toMatchObject({ better: 1, same: 20 });
  });
});
