import { describe, expect, it } from '@jest/globals';
import {
  buildCell,
  type Cell,
  gradedPopulation,
  mixturePopulation,
  usualPopulation,
} from '../../scripts/simulate/cell.ts';
import { drawDataSet, drawKept, drawTruth, openDraws } from '../../scripts/simulate/draws.ts';
import { planAgain, planSimulation } from '../../scripts/simulate/plan.ts';
import { type Population, populationMean } from '../../scripts/simulate/population.ts';
import { createRandom } from '../../scripts/simulate/random.ts';
import { runCell } from '../../scripts/simulate/run-cell.ts';
import { scales } from '../../scripts/simulate/scale.ts';
import { drawStates } from '../../scripts/simulate/states.ts';
import { buildCrossing, crossings } from '../../scripts/simulate/tables/crossed.ts';
import { allDrifts } from '../../scripts/simulate/tables/stored.ts';
import { broken, buildWith, none, softened } from '../../scripts/simulate/tables/table.ts';

const mean = (numbers: ArrayLike<number>): number =>
  Array.from(numbers).reduce((sum, number) => sum + number, 0) / numbers.length;

function drawMany(population: Population, different: Partial<Pick<Cell, 'change' | 'drift'>>) {
  const random = createRandom('states');
  const cases = Array.from({ length: 40_000 }, (_, index) => index);
  const ease = Float64Array.from(cases, () => random.normal());
  const { change, drift } = buildCell(different);
  return drawStates({ population, change, drift }, ease, cases, random);
}

describe('the populations', () => {
  it('mix sure cases with a fifth of flaky ones', () => {
    const { kept } = drawMany(mixturePopulation, {});
    const share = (is: (rate: number) => boolean): number => mean(Array.from(kept, (rate) => (is(rate) ? 1 : 0)));
    expect(share((rate) => rate === 1)).toBeCloseTo(0.7, 1);
    expect(share((rate) => rate === 0)).toBeCloseTo(0.08, 1);
    expect(share((rate) => rate >= 0.45 && rate <= 0.97)).toBeCloseTo(0.22, 1);
    expect(mean(kept)).toBeCloseTo(populationMean(mixturePopulation), 2);
  });

  it.each([
    ['mixture', mixturePopulation],
    ['logit-normal', usualPopulation],
  ] as const)('drift by just so much after samples were kept: %s', (_, population) => {
    for (const drift of allDrifts) {
      const { kept, baseline, candidate } = drawMany(population, { drift, change: broken(0.1) });
      expect(Math.abs(mean(baseline) - mean(kept) - drift.points)).toBeLessThan(0.002);
      expect(Math.abs(mean(candidate) - mean(baseline) + 0.1)).toBeLessThan(0.005);
      expect(Math.min(...baseline)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...baseline)).toBeLessThanOrEqual(1);
    }
  });

  it('leave sure cases alone where only flaky ones drift', () => {
    const { kept, baseline } = drawMany(mixturePopulation, { drift: { points: -0.02, of: 'flaky' } });
    kept.forEach((rate, index) => {
      if (rate === 0 || rate === 1) expect(baseline[index]).toBe(rate);
      else expect(baseline[index]).toBeLessThan(rate);
    });
  });

  it('drift in levels where scores are graded, and not in flaky cases only', () => {
    const { kept, baseline, candidate } = drawMany(gradedPopulation, {
      drift: { points: -0.03, of: 'all' },
      change: softened(0.05),
    });
    expect(mean(baseline)).toBeLessThan(mean(kept));
    expect(mean(candidate)).toBeLessThan(mean(baseline));
    expect(() => drawMany(gradedPopulation, { drift: { points: 0.02, of: 'flaky' } })).toThrow('0/1 scores');
  });
});

describe('kept samples', () => {
  const open = (different: Partial<Cell>) => {
    const random = createRandom('kept');
    const cell = buildCell({ population: mixturePopulation, ...different });
    const dataSet = drawDataSet(cell, random);
    const truth = drawTruth(cell, dataSet, random);
    const kept = drawKept(cell, dataSet, truth, random);
    return { kept, cases: openDraws(cell, dataSet, truth, kept, random).cases[0] ?? [] };
  };

  it.each([
    [5, 3],
    [3, 5],
  ])('label the cases that differ in %d of them, for %d draws', (kept, samples) => {
    const opened = open({ kept });
    opened.cases.forEach(({ labelled, baseline, candidate }, index) => {
      const scores = opened.kept[0]?.[index] ?? [];
      expect(scores).toHaveLength(kept);
      expect(labelled).toBe(new Set(scores).size > 1 ? samples : undefined);
      expect([...baseline, ...candidate]).toEqual([]);
    });
    expect(opened.cases.some(({ labelled }) => labelled !== undefined)).toBe(true);
  });

  it('label nothing where there are none, or where no more rounds are allowed', () => {
    for (const different of [{}, { kept: 5, settings: { rounds: 1 } }]) {
      expect(open(different).cases.every(({ labelled }) => labelled === undefined)).toBe(true);
    }
  });

  it('are in no count of calls, and let more pass for the draws that they ask for', () => {
    const plain = runCell(buildCell({}), 150, 3, 0);
    const labelled = runCell(buildCell({ kept: 5 }), 150, 3, 0);
    const rounds = ({ counts, runs }: typeof plain): number => (counts.rounds ?? 0) / runs;
    expect(rounds(labelled)).toBeGreaterThan(rounds(plain) + 0.2);
    expect(rounds(labelled)).toBeLessThan(2.2);
    expect(labelled.counts.pass ?? 0).toBeGreaterThan(plain.counts.pass ?? 0);
  });

  it('refuses one baseline for many pull requests whose change has cases of its own', () => {
    const cell = buildCell({ kind: 'stored', kept: 5, sharedBy: 5, change: { kind: 'wobble', share: 0.3 } });
    expect(() => runCell(cell, 5, 1, 0)).toThrow('cases of its own');
  });
});

describe('a further round', () => {
  it.each([3, 5, 'on-request'] as const)('of `settle: %s` leaves the blocked ones as they were', (settle) => {
    const settled = runCell(buildCell({ cases: 50, settings: { settle } }), 120, 1, 0);
    expect(settled.counts.pass ?? 0).toBeGreaterThan(60);
    expect((settled.counts.rounds ?? 0) / 120).toBeGreaterThan(1.3);
    expect((settled.counts.rounds ?? 0) / 120).toBeLessThan(settle === 5 ? 5 : 3.4);
  });
});

describe('the crossed difficulties', () => {
  const cells = crossings.map((crossing) => buildCrossing(buildWith(10), crossing).unchanged);
  const levels = cells.map((cell) => [
    cell.clusterSizes !== null,
    cell.metrics > 1,
    cell.missing !== null,
    cell.kept >= 3 && cell.settings.rounds === undefined,
    cell.drift.points !== 0,
  ]);

  it('are 24, any three of them meet in every way, and some have all five', () => {
    expect(crossings).toHaveLength(24);
    for (const three of [0, 1, 2, 3, 4].flatMap((a) =>
      [0, 1, 2, 3, 4].flatMap((b) => [0, 1, 2, 3, 4].map((c) => [a, b, c])),
    )) {
      const seen = new Set(levels.map((row) => three.map((index) => row[index]).join()));
      expect(seen.size).toBe(2 ** new Set(three).size);
    }
    expect(levels.filter((row) => row.every(Boolean)).length).toBeGreaterThanOrEqual(8);
    expect(cells.some((cell) => cell.drift.of === 'flaky')).toBe(true);
  });

  it('let drift matter: what is kept screens, or labels', () => {
    for (const cell of cells.filter(({ drift }) => drift.points !== 0)) {
      expect(cell.kind === 'stored' || cell.kept >= 3).toBe(true);
      expect(cell.kept).toBeGreaterThan(0);
    }
  });
});

describe('the plan', () => {
  it('runs a situation once, as often as the table that asks for most', () => {
    const { tasks } = planSimulation(scales.full);
    const of = tasks.filter(
      ({ cell }) => JSON.stringify({ ...cell, runs: 0 }) === JSON.stringify(buildCell({ runs: 0 })),
    );
    expect(of.reduce((sum, { runs }) => sum + runs, 0)).toBe(scales.full.promisedRuns);
    expect(new Set(of.map(({ part }) => part)).size).toBe(of.length);
  });

  it('measures anew on other pull requests', () => {
    const [first, ...others] = planAgain([buildCell({ change: none })], scales.full);
    expect(first?.part).toBeGreaterThan(1000);
    expect([first, ...others].reduce((sum, task) => sum + (task?.runs ?? 0), 0)).toBe(scales.full.againRuns);
  });
});
