import { type Cell, nameCell, type Tally } from './cell.ts';
import { drawDataSet, drawKept, drawTruth, openDraws } from './draws.ts';
import { createRandom, type Random } from './random.ts';
import { type GateRun, runGate, runStored } from './run-gate.ts';
import { countPairs, usualGates } from './usual-gates.ts';

/** Runs so many pull requests of a cell; `part` tells the parts of one cell apart and seeds them. */
export function runCell(cell: Cell, runs: number, seed: number, part: number): Tally {
  const random = createRandom(`${seed} ${part} ${nameCell(cell)}`);
  if (cell.sharedBy > 1) return runSharedBaselines(cell, runs, random);
  const counts: Record<string, number> = {};
  for (let run = 0; run < runs; run += 1) {
    const dataSet = drawDataSet(cell, random);
    const truth = drawTruth(cell, dataSet, random);
    const kept = drawKept(cell, dataSet, truth, random);
    const draws = openDraws(cell, dataSet, truth, kept, random);
    if (cell.kind === 'usual') countUsual(counts, cell, draws);
    else count(counts, cell.kind === 'fresh' ? runGate(cell, draws) : runStored(cell, draws, kept));
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
  const pairs = countPairs(baseline, candidate);
  for (const gate of usualGates) {
    const what = `${gate.name}: ${gate.judge(pairs)}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
}

function count(counts: Record<string, number>, { verdict, rounds, decision }: GateRun): void {
  const add = (what: string, amount: number): void => {
    counts[what] = (counts[what] ?? 0) + amount;
  };
  add(verdict, 1);
  add('rounds', rounds);
  add('squared rounds', rounds ** 2);
  if (decision === null) add('stored', 1);
  const rateFailed = decision?.comparisons.some(({ proven }) => proven) ?? false;
  if (verdict === 'fail' && !rateFailed) add('fail by a critical case alone', 1);
  if (decision?.comparisons.slice(1).some((one) => one.verdict === 'fail')) add('another metric named', 1);
}

/** One stored baseline after another, each shared by so many pull requests: data set and kept samples are theirs in common. */
function runSharedBaselines(cell: Cell, runs: number, random: Random): Tally {
  const { kind } = cell.change;
  if (kind === 'wobble' || kind === 'trade') throw new Error('such a change has cases of its own');
  const counts: Record<string, number> = {};
  const perBaseline: number[] = [];
  for (let done = 0; done < runs; done += cell.sharedBy) {
    const dataSet = drawDataSet(cell, random);
    const kept = drawKept(cell, dataSet, drawTruth({ ...cell, change: { kind: 'none' } }, dataSet, random), random);
    let blocked = 0;
    for (let request = 0; request < cell.sharedBy; request += 1) {
      const run = runStored(cell, openDraws(cell, dataSet, drawTruth(cell, dataSet, random), kept, random), kept);
      count(counts, run);
      if (run.verdict === 'fail') blocked += 1;
    }
    perBaseline.push(blocked / cell.sharedBy);
  }
  return { runs, counts, perBaseline };
}
