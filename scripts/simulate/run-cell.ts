import { type Cell, nameCell, type Tally } from './cell.ts';
import { drawTruth, openDraws } from './draws.ts';
import type { States } from './population.ts';
import { createRandom, type Random } from './random.ts';
import { type GateRun, runGate, runStored } from './run-gate.ts';
import { usualGates } from './usual-gates.ts';

/** Runs so many pull requests of a cell; `part` tells the parts of one cell apart and seeds them. */
export function runCell(cell: Cell, runs: number, seed: number, part: number): Tally {
  const random = createRandom(`${seed} ${part} ${nameCell({ ...cell, runs: 0 })}`);
  if (cell.kind === 'stored') return runSharedBaselines(cell, runs, random);
  const counts: Record<string, number> = {};
  for (let run = 0; run < runs; run += 1) {
    const draws = openDraws(cell, drawTruth(cell, random), random);
    if (cell.kind === 'fresh') count(counts, runGate(cell, draws));
    else countUsual(counts, cell, draws);
  }
  return { runs, counts, perBaseline: [] };
}

function countUsual(counts: Record<string, number>, cell: Cell, draws: ReturnType<typeof openDraws>): void {
  for (let index = 0; index < cell.cases; index += 1) {
    draws.draw(index, 'baseline');
    draws.draw(index, 'candidate');
  }
  const scores = (arm: 'baseline' | 'candidate'): number[] =>
    (draws.cases[0] ?? []).map((one) => one[arm][0] as number);
  const [baseline, candidate] = [scores('baseline'), scores('candidate')];
  for (const gate of usualGates) {
    if (gate.isBlocked(baseline, candidate)) counts[gate.name] = (counts[gate.name] ?? 0) + 1;
  }
}

function count(counts: Record<string, number>, { verdict, rounds, decision }: GateRun): void {
  const add = (what: string, amount: number): void => {
    counts[what] = (counts[what] ?? 0) + amount;
  };
  add(verdict, 1);
  add('rounds', rounds);
  if (decision === null) add('stored', 1);
  const rateFailed = decision?.comparisons.some(({ proven }) => proven) ?? false;
  if (verdict === 'fail' && !rateFailed) add('fail by a critical case alone', 1);
  if (decision?.comparisons.slice(1).some((one) => one.verdict === 'fail')) add('another metric named', 1);
}

/** One stored baseline after another, each shared by so many pull requests: data set and stored draws are theirs in common. */
function runSharedBaselines(cell: Cell, runs: number, random: Random): Tally {
  const counts: Record<string, number> = {};
  const perBaseline: number[] = [];
  for (let done = 0; done < runs; done += cell.sharedBy) {
    const unchanged = { ...cell, change: { kind: 'none' } as const };
    const truth = drawTruth(unchanged, random);
    const store = openDraws(unchanged, truth, random);
    for (let index = 0; index < cell.cases; index += 1) {
      for (let sample = 0; sample < cell.storedSamples; sample += 1) store.draw(index, 'baseline');
    }
    const stored = store.cases.map((cases) => cases.map((scores) => scores.baseline));
    let blocked = 0;
    for (let request = 0; request < cell.sharedBy; request += 1) {
      const changed = { ...truth, states: truth.states.map((states) => changeStates(cell, states, random)) };
      const run = runStored(cell, openDraws(cell, changed, random), stored);
      count(counts, run);
      if (run.verdict === 'fail') blocked += 1;
    }
    perBaseline.push(blocked / cell.sharedBy);
  }
  return { runs, counts, perBaseline };
}

/** What the provider's drift and one pull request do to a data set that is given: the drop is one of today's pass rates. */
function changeStates({ change, population, drift }: Cell, states: States, random: Random): States {
  if (population.kind !== 'binary') throw new Error('stored baselines are simulated for 0/1 scores');
  const baseline = states.baseline.map((state) => driftRate(state, population.base, drift));
  const today = population.base + drift;
  const candidate = baseline.map((rate) => {
    if (change.kind === 'break') return random.uniform() < change.drop / today ? 0 : rate;
    return rate;
  });
  return { baseline, candidate };
}

/** A pass rate after all of them moved so that their mean is `drift` higher. */
function driftRate(rate: number, base: number, drift: number): number {
  return drift < 0 ? rate * (1 + drift / base) : 1 - (1 - rate) * (1 - drift / (1 - base));
}
