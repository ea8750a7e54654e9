import { decideGate, type GateDecision, type RerunCase } from '../gate/decide.ts';
import { createFinder, type Draws } from '../plan/draws.ts';
import { listRerun } from '../plan/rerun.ts';
import { planDraws } from '../plan/rounds.ts';
import type { CasePlan, PromptPlan } from '../plan/suite-plan.ts';
import { gatherComparison, gatherSettled, type SampleLimit } from '../scores/gather.ts';
import { estimateDraws } from './budget.ts';
import { listMissing, listOpen, nextWork } from './next-work.ts';
import { explainUnaffordable, isLeft, type OpenRun } from './open-run.ts';
import type { RunDecision, Step, Unsettled } from './run-plan.ts';

/**
 * Decides on fresh samples of both arms. What differs and is not decided is run again on both, and decided again; what both
 * looks leave open is settled in a further round, where the suites or a person ask for that.
 */
export function decideFresh(run: OpenRun): Step {
  const { plan, ledger } = run;
  const find = createFinder(run.suites);
  const drawn: Drawn = { looked: new Map(), settledFrom: new Map(), settled: new Set() };
  const firstRounds = new Map(run.compared.map(({ plan: suite, prompt }) => [prompt, planDraws(suite, prompt)]));
  const limit: SampleLimit = (prompt, row) => drawn.looked.get(row) ?? firstRounds.get(prompt)?.(row) ?? null;
  for (;;) {
    const decision = decideOn(run, drawn.settled, limit);
    const { rerun, settling, ...rest } = decision;
    const decided = { ...rest, baseArm: 'base', ...run.base, settledFrom: drawn.settledFrom } as const;
    const next = chooseRound(decision);
    if (next === null) return { do: 'decided', decision: decided };
    const draws = listRerun(next.cases, find);
    const left = explainLeft(run, next.why, draws);
    if (left !== null) return { do: 'decided', decision: { ...decided, ...left } };
    const work = nextWork(plan.suites, ledger, () => draws, next.why);
    if (work !== null && isLeft(plan, work)) {
      const wanted = [...listMissing(ledger, draws)];
      return { do: 'decided', decision: { ...decided, wanted } };
    }
    if (work !== null) return work;
    enter(drawn, next.why, draws);
  }
}

/** What was drawn beyond the first round, as far as the gate was shown it. */
interface Drawn {
  /** Samples of a case that the looks see. */
  readonly looked: Map<CasePlan, number>;
  readonly settledFrom: Map<CasePlan, number>;
  readonly settled: Set<PromptPlan>;
}

interface FurtherRound {
  readonly why: 'rerun' | 'settle';
  readonly cases: readonly RerunCase[];
}

function decideOn({ compared, ledger }: OpenRun, settled: Drawn['settled'], limit: SampleLimit): GateDecision {
  return decideGate(
    compared.flatMap(({ plan: suite, prompt }) => {
      const gather = settled.has(prompt) ? gatherSettled : gatherComparison;
      return prompt.metrics.map((metric) => gather(suite, prompt, metric, ledger, 'base', limit));
    }),
  );
}

function chooseRound({ rerun, settling }: GateDecision): FurtherRound | null {
  if (rerun.length > 0) return { why: 'rerun', cases: rerun };
  return settling.length > 0 ? { why: 'settle', cases: settling } : null;
}

/** What a decision says of a round that is not made; null where it is. */
function explainLeft(
  run: OpenRun,
  why: FurtherRound['why'],
  draws: readonly Draws[],
): Pick<RunDecision, 'unaffordable'> | Pick<RunDecision, 'unsettled'> | null {
  const { plan, ledger } = run;
  const unaffordable = explainUnaffordable(plan, ledger, draws, why);
  if (why === 'rerun') return unaffordable === null ? null : { unaffordable };
  const left = (reason: Unsettled['why']) => ({
    unsettled: { why: reason, estimate: estimateDraws(plan, listOpen(ledger, draws)) },
  });
  if (plan.settles !== 'asked' && waitsForWord(run, draws)) return left('unasked');
  return unaffordable !== null || plan.settles === 'never' ? left('budget') : null;
}

/** True where a suite of the draws is settled on request alone. */
function waitsForWord({ compared }: OpenRun, draws: readonly Draws[]): boolean {
  const prompts = new Set(draws.map(({ prompt }) => prompt));
  return compared.some(({ plan, prompt }) => prompts.has(prompt) && plan.config.gate.settle === 'on-request');
}

function enter({ looked, settledFrom, settled }: Drawn, why: FurtherRound['why'], draws: readonly Draws[]): void {
  for (const { prompt, case: row, from, to } of draws) {
    if (why === 'rerun') looked.set(row, Math.max(to, looked.get(row) ?? 0));
    else {
      settledFrom.set(row, from);
      settled.add(prompt);
    }
  }
}
