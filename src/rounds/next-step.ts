import { UserError } from '../errors.ts';
import type { Comparison } from '../gate/comparison.ts';
import { screenStoredBaseline } from '../gate/stored-screen.ts';
import { judgeModelOf, listDropped } from '../judges/identity.ts';
import { createFinder, type Draws } from '../plan/draws.ts';
import { listRerun } from '../plan/rerun.ts';
import { listFirstRound } from '../plan/rounds.ts';
import { findPrompt, listCompared, type SuitePlan } from '../plan/suite-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import { gatherStored } from '../scores/gather.ts';
import { decideFresh } from './decide-fresh.ts';
import { gatherChecks, holdJudges, listUnchecked } from './judge-checks.ts';
import { listMissing, nextWork } from './next-work.ts';
import { explainUnaffordable, isLeft, type OpenRun } from './open-run.ts';
import type { RunDecision, RunPlan, Step } from './run-plan.ts';

/** Why a run may not look at what the stored baseline shows. */
export const uncovered = 'the budget does not cover a fresh baseline';

/** Why a stored baseline leaves a comparison open where nothing is drawn. */
const unshown = 'the stored baseline alone cannot tell, and no fresh outputs of the base side were supplied';

/** Samples of a flagged critical case, on both sides. */
const criticalSamples = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * What a run does next: draw these, score those, ask these judges; or what it came to. The same plan and ledger always
 * give the same answer, so that a run can be broken off anywhere and gone on with, by another process and in any order:
 * each look is taken at a round that is whole.
 */
export function nextStep(plan: RunPlan, ledger: Ledger): Step {
  const { suites } = plan;
  const first = nextWork(
    suites,
    ledger,
    () => listFirstRound(suites, plan.stored === null ? 'fresh' : 'stored'),
    'first-round',
  );
  if (first !== null) return first;
  const isStored = isJudgedAlike(plan, ledger);
  if (plan.stored !== null && !isStored) {
    if (plan.screensAlone) throw UserError.of(`${uncovered}.`, 'Raise the budget on the base branch.');
    const base = nextWork(suites, ledger, () => listFirstRound(suites, 'fresh'), 'judge-changed');
    if (base !== null) return base;
  }
  const judges = listUnchecked(suites, ledger);
  if (judges.length > 0) return { do: 'check-judges', judges };
  const run = openRun(plan, ledger, isStored);
  if (isStored) {
    const screened = screenStored(run);
    if (screened !== null) return screened;
    const fresh = nextWork(suites, ledger, listBaseSide(suites), 'stored-undecided');
    if (fresh !== null) return fresh;
  }
  return decideFresh(run);
}

/** The base side that stored samples could not stand for. */
function listBaseSide(suites: readonly SuitePlan[]): () => Iterable<Draws> {
  return () => listFirstRound(suites, 'reached');
}

/** True where stored samples stand for the base side: there are some, and their judges were asked with the settings of this run's. Those that a model refused then and takes now, or the other way round, make another judge. */
export function isJudgedAlike({ stored, suites, judgeModel }: RunPlan, ledger: Ledger): boolean {
  if (stored === null) return false;
  const refused = ledger.refusedSettings();
  return stored.every(({ hasScores, judgesWithout, ...id }) => {
    const prompt = findPrompt(suites, id);
    if (prompt === undefined || !hasScores || judgesWithout === null) return true;
    return prompt.metrics.every((metric) => {
      if (metric.kind !== 'judge' || metric.needs === 'pair') return true;
      const then = judgesWithout[judgeModelOf(metric.judge, judgeModel) ?? ''] ?? [];
      return then.join() === listDropped(metric.judge, judgeModel, refused).join();
    });
  });
}

function openRun(plan: RunPlan, ledger: Ledger, isScreened: boolean): OpenRun {
  const checks = gatherChecks(plan.suites, ledger);
  const suites = holdJudges(plan.suites, checks);
  return {
    plan,
    ledger,
    suites,
    compared: listCompared(suites),
    base: { suites, checks, isScreened, unaffordable: null, wanted: [], settledFrom: new Map(), unsettled: null },
  };
}

/** Screens against the stored samples. Null means that they cannot decide and the base side has to run; where the budget does not cover that, what would need it is `invalid`. */
function screenStored(run: OpenRun): Step | null {
  const { plan, ledger } = run;
  let screen = screenStoredBaseline(listStored(run, 'none'));
  if (screen.flagged.length > 0) {
    const draws = listRerun(
      screen.flagged.map((flag) => ({ ...flag, samples: criticalSamples })),
      createFinder(run.suites),
    );
    if (explainUnaffordable(plan, ledger, draws, 'critical') === null) {
      const work = nextWork(plan.suites, ledger, () => draws, 'critical');
      if (work !== null && isLeft(plan, work)) return waitForBase(run, screen.comparisons, draws);
      if (work !== null) return work;
      screen = screenStoredBaseline(listStored(run, 'fresh'));
    }
  }
  const { outcome, green, comparisons, reasons, broken } = screen;
  const decided = { green, comparisons, reasons, broken, baseArm: 'stored', ...run.base } as const;
  if (outcome !== 'fresh') return { do: 'decided', decision: { ...decided, verdict: outcome } };
  if (plan.screensAlone) return { do: 'decided', decision: refuse(decided) };
  const work = nextWork(plan.suites, ledger, listBaseSide(run.suites), 'stored-undecided');
  const isWaiting = work !== null && isLeft(plan, work);
  return isWaiting ? waitForBase(run, comparisons, listBaseSide(run.suites)()) : null;
}

/** A stored baseline never convicts: what it does not pass is open until the base side is there afresh. */
function waitForBase(run: OpenRun, comparisons: readonly Comparison[], draws: Iterable<Draws>): Step {
  const wanted = [...listMissing(run.ledger, draws)];
  const open = (one: Comparison): Comparison =>
    one.gates && one.verdict !== 'pass' ? { ...one, verdict: 'inconclusive', reason: unshown } : one;
  const decided = {
    verdict: 'inconclusive',
    green: false,
    comparisons: comparisons.map(open),
    reasons: [unshown],
    broken: [],
  } as const;
  return { do: 'decided', decision: { ...decided, baseArm: 'stored', ...run.base, wanted } };
}

/** A drop that cannot be looked at is neither proven nor excused. */
function refuse(decided: Omit<RunDecision, 'verdict'>): RunDecision {
  const refused = (one: Comparison): Comparison =>
    one.gates && one.verdict !== 'pass' ? { ...one, verdict: 'invalid', reason: uncovered } : one;
  return {
    ...decided,
    verdict: 'invalid',
    green: false,
    comparisons: decided.comparisons.map(refused),
    reasons: [uncovered],
  };
}

function listStored({ plan, compared, ledger }: OpenRun, critical: 'none' | 'fresh') {
  return compared.flatMap(({ plan: suite, prompt }) =>
    prompt.metrics.map((metric) => {
      const stored = gatherStored(suite, prompt, metric, ledger);
      return {
        ...stored,
        freshCritical: critical === 'none' ? [] : stored.freshCritical,
        // A screen that has to decide alone asks for no fresh round where it saw no drop.
        ...(plan.screensAlone && { settings: { ...stored.settings, afterScreen: 'stop' as const } }),
      };
    }),
  );
}
