import { defaultGate } from '../../src/gate/comparison.ts';
import { decideGate, type GateDecision } from '../../src/gate/decide.ts';
import { planFirstRound } from '../../src/gate/first-round.ts';
import type { GatedComparison } from '../../src/gate/measurement.ts';
import { screenStoredBaseline } from '../../src/gate/stored-screen.ts';
import type { Cell } from './cell.ts';
import type { Draws, GrowingCase } from './draws.ts';

/** One simulated pull request: what the gate said, and the generations it took in full paired rounds. */
export interface GateRun {
  readonly verdict: GateDecision['verdict'];
  readonly rounds: number;
  readonly decision: GateDecision | null;
}

/** Sends a pull request through the gate as the pipeline does: first round of both arms, then whatever the gate asks for. */
export function runGate(cell: Cell, draws: Draws): GateRun {
  const calls = drawFirstRound(cell, draws, 'baseline') + drawFirstRound(cell, draws, 'candidate');
  return decideAndRerun(cell, draws, calls);
}

/** The same against a stored baseline: `stored` are its samples by metric and case. */
export function runStored(cell: Cell, draws: Draws, stored: readonly (readonly (number | null)[])[][]): GateRun {
  const calls = drawFirstRound(cell, draws, 'candidate');
  const screen = screenStoredBaseline(
    listComparisons(cell, draws).map((comparison, metric) => ({
      ...comparison,
      input: {
        ...comparison.input,
        cases: comparison.input.cases.map((scores, index) => ({ ...scores, baseline: stored[metric]?.[index] ?? [] })),
      },
      freshCritical: [],
    })),
  );
  if (screen.outcome !== 'fresh') {
    return { verdict: screen.outcome, rounds: calls / (2 * cell.cases), decision: null };
  }
  return decideAndRerun(cell, draws, calls + drawFirstRound(cell, draws, 'baseline'));
}

function decideAndRerun(cell: Cell, draws: Draws, firstCalls: number): GateRun {
  const comparisons = listComparisons(cell, draws);
  let calls = firstCalls;
  let decision = decideGate(comparisons);
  while (decision.rerun.length > 0) {
    for (const { case: id, samples } of decision.rerun) {
      const index = Number(id.slice(1));
      const scores = draws.cases[0]?.[index] as GrowingCase;
      for (const sample of samples) {
        for (const arm of ['baseline', 'candidate'] as const) {
          if (scores[arm].length > sample) continue;
          draws.draw(index, arm);
          calls += 1;
        }
      }
    }
    decision = decideGate(comparisons);
  }
  return { verdict: decision.verdict, rounds: calls / (2 * cell.cases), decision };
}

function drawFirstRound(cell: Cell, draws: Draws, arm: 'baseline' | 'candidate'): number {
  const cases = draws.cases[0] ?? [];
  let calls = 0;
  planFirstRound({ ...defaultGate, ...cell.settings }, cell.samples, cases).forEach(({ drawn: wanted }, index) => {
    for (let sample = 0; sample < wanted; sample += 1) draws.draw(index, arm);
    calls += wanted;
  });
  return calls;
}

function listComparisons(cell: Cell, draws: Draws): readonly GatedComparison[] {
  const settings = { ...defaultGate, ...cell.settings };
  return draws.cases.map((cases, metric) => ({
    input: {
      id: { suite: null, prompt: null, metric: `m${metric}` },
      direction: 'higher',
      gates: true,
      isPairwise: false,
      commonReason: null,
      cases,
    },
    settings,
    samples: cell.samples,
  }));
}
