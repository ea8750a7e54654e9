import { type CaseScores, defaultGate } from '../../src/gate/comparison.ts';
import { decideGate, type GateDecision, type RerunCase } from '../../src/gate/decide.ts';
import { planFirstRound } from '../../src/gate/first-round.ts';
import type { GatedComparison } from '../../src/gate/measurement.ts';
import { screenStoredBaseline } from '../../src/gate/stored-screen.ts';
import type { Cell } from './cell.ts';
import type { Draws, GrowingCase, Kept } from './draws.ts';

/** One simulated pull request: what the gate said, and the generations it took in full paired rounds. */
export interface GateRun {
  readonly verdict: GateDecision['verdict'];
  /** Without the kept samples, which are no pull request's. */
  readonly rounds: number;
  readonly decision: GateDecision | null;
}

/** Sends a pull request through the gate as the pipeline does: first round of both arms, then whatever the gate asks for. */
export function runGate(cell: Cell, draws: Draws): GateRun {
  const calls = drawFirstRound(cell, draws, 'baseline') + drawFirstRound(cell, draws, 'candidate');
  return decideAndRerun(cell, draws, calls);
}

/** The same against a stored baseline: the kept samples screen first. */
export function runStored(cell: Cell, draws: Draws, kept: Kept): GateRun {
  const calls = drawFirstRound(cell, draws, 'candidate');
  const screen = screenStoredBaseline(
    listComparisons(cell, draws.cases).map((comparison, metric) => ({
      ...comparison,
      input: {
        ...comparison.input,
        cases: comparison.input.cases.map((scores, index) => ({ ...scores, baseline: kept[metric]?.[index] ?? [] })),
      },
      freshCritical: [],
    })),
  );
  if (screen.outcome !== 'fresh') {
    return { verdict: screen.outcome, rounds: calls / (2 * cell.cases), decision: null };
  }
  return decideAndRerun(cell, draws, calls + drawFirstRound(cell, draws, 'baseline'));
}

/** Decides, re-runs what differs and decides again; then what both looks leave open is settled, where that is set. Whoever is asked for it always asks. */
function decideAndRerun(cell: Cell, draws: Draws, firstCalls: number): GateRun {
  let calls = firstCalls;
  let comparisons = listComparisons(cell, draws.cases);
  let decision = decideGate(comparisons);
  while (decision.rerun.length > 0) {
    calls += drawFurther(draws, decision.rerun);
    decision = decideGate(comparisons);
  }
  if (decision.settling.length > 0) {
    const looked = draws.cases.map((cases) => cases.map(copyScores));
    calls += drawFurther(draws, decision.settling);
    comparisons = listComparisons(cell, looked).map((comparison, metric) => ({
      ...comparison,
      settled: draws.cases[metric] as readonly CaseScores[],
    }));
    decision = decideGate(comparisons);
    if (decision.rerun.length + decision.settling.length > 0) throw new Error('a settled run asks for more draws');
  }
  return { verdict: decision.verdict, rounds: calls / (2 * cell.cases), decision };
}

/** Draws what the gate asks for, as far as it is not there, and returns the generations it took. */
function drawFurther(draws: Draws, wanted: readonly RerunCase[]): number {
  let calls = 0;
  for (const { case: id, samples } of wanted) {
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
  return calls;
}

/** What the looks saw of a case, kept from what a further round draws. */
function copyScores(scores: CaseScores): CaseScores {
  return { ...scores, baseline: [...scores.baseline], candidate: [...scores.candidate] };
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

function listComparisons(cell: Cell, byMetric: readonly (readonly CaseScores[])[]): readonly GatedComparison[] {
  const settings = { ...defaultGate, ...cell.settings };
  return byMetric.map((cases, metric) => ({
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
