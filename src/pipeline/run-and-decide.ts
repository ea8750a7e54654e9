import { drawNoisyMore } from '../baseline/kept-noise.ts';
import { predictPrompts } from '../baseline/predict-suite.ts';
import { UserError } from '../errors.ts';
import { driveRun } from '../execute/drive.ts';
import type { Driver } from '../execute/local-driver.ts';
import { NeededError } from '../execute/supplied-driver.ts';
import { needsJudges } from '../plan/judge-need.ts';
import { hasJudges, isCompared, listCompared, type SuitePlan } from '../plan/suite-plan.ts';
import type { Clock, Log } from '../ports.ts';
import type { Sides } from '../read/sides.ts';
import { addStoredSide, buildStoredSide, listOffers, type StoredSide } from '../read/stored-side.ts';
import { listKept, readStores, type SuiteStore } from '../read/stores.ts';
import { describePredictionSource, renderPrediction } from '../report/words/prediction-text.ts';
import type { RunEstimate } from '../rounds/budget.ts';
import { nextStep, uncovered } from '../rounds/next-step.ts';
import type { RunDecision, RunPlan } from '../rounds/run-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { DrawReason } from '../run/records.ts';
import { planBudget, type RunBudget } from './allowance.ts';
import { type Needs, openRunContext } from './call-context.ts';
import type { EvaluateRequest, Heard } from './evaluate-request.ts';
import type { Origin } from './origin.ts';
import type { World } from './world.ts';

/** What a run came to. */
export interface RunOutcome {
  /** Null where a dry run asked nothing. */
  readonly decision: RunDecision | null;
  readonly stored: StoredSide;
  readonly estimate: RunEstimate;
}

/** A run before anything is asked. */
export interface ReadyRun {
  readonly plan: RunPlan;
  readonly stored: StoredSide;
  readonly allowed: RunBudget;
  readonly needs: Needs;
}

/** Goes on from step to step until the gate has decided. A dry run stops before the first call and has no decision. */
export async function runAndDecide(
  world: World,
  request: Pick<EvaluateRequest, 'fresh' | 'dryRun'> & Pick<Heard, 'blockedCalls'>,
  origin: Origin,
  sides: Sides,
  loaded: readonly SuitePlan[],
  ledger: Ledger,
): Promise<RunOutcome> {
  const { plan, stored, allowed, needs } = await prepareRun(world, request.fresh, origin, sides, loaded, world.log);
  const { estimate } = allowed;
  if (request.dryRun) return { decision: null, stored, estimate };
  addStoredSide(ledger, stored);
  const first = nextStep(plan, ledger);
  if (first.do === 'decided') return { decision: first.decision, stored, estimate };
  const context = await openRunContext(world, sides.config, needs, request.fresh, ledger);
  // Where there is no key, nobody's leave helps.
  if (request.blockedCalls !== null && (origin.draws || plan.suites.some(hasJudges))) {
    throw UserError.of(request.blockedCalls, 'Nothing was asked of a model, and nothing was spent.');
  }
  const driver = await origin.openDriver(world, plan.suites, sides, ledger, context);
  const decision = await decideSoFar(plan, ledger, driver, world.log);
  return { decision, stored: tellStored(stored, decision, allowed), estimate };
}

/** Puts together what decides a run: its plans as the budget leaves them, and the stored samples that may stand for the base side. */
export async function prepareRun(
  world: World,
  fresh: boolean,
  origin: Origin,
  sides: Sides,
  loaded: readonly SuitePlan[],
  log: Log,
): Promise<ReadyRun> {
  const { config } = sides;
  const compared = listCompared(loaded);
  const needsTimes = compared.some(({ plan }) => plan.config.gate.maxLatencyIncrease !== null);
  const stores = await readStores(world, config, new Set(compared.map(({ plan }) => plan)));
  const known = buildStoredSide(stores, fresh || needsTimes ? [] : compared, world.clock.nowMs());
  const { judgeModel, prices, budget } = config;
  const offers = listOffers(known);
  const reckoning = { judgeModel, prices, budget };
  const label = (plan: SuitePlan) => drawNoisyMore(plan, listKept(stores.get(plan.config.name)));
  const labelled = origin.draws ? loaded.map(label) : loaded;
  const wished = { labelled, plain: loaded, hasStored: offers !== null };
  const allowed = planBudget(reckoning, { ...wished, settles: 'as-set' }, log);
  const { suites, settles, screensAlone } = allowed;
  const stored = { ...known, noise: foretell(allowed, stores, known, log, world.clock) };
  const plan: RunPlan = { ...reckoning, suites, stored: offers, screensAlone, settles };
  const needs = { answers: origin.draws, judge: suites.some((suite) => needsJudges(suite, judgeModel)) };
  return { plan, stored, allowed, needs };
}

/** Says before the first call what the run can expect to show, a sentence a suite; where nothing tells, what the stored baselines say of main's noise stays. */
function foretell(
  { suites, settles }: Pick<RunBudget, 'suites' | 'settles'>,
  stores: ReadonlyMap<string, SuiteStore>,
  { noise }: StoredSide,
  log: Log,
  clock: Clock,
): StoredSide['noise'] {
  const sentences = new Map(noise);
  for (const plan of suites) {
    const store = stores.get(plan.config.name);
    const settle = settles === 'never' ? 'off' : plan.config.gate.settle;
    const affordable = { ...plan, config: { ...plan.config, gate: { ...plan.config.gate, settle } } };
    const prediction = store && predictPrompts(affordable, plan.prompts.filter(isCompared), store, clock.nowMs());
    if (!prediction) continue;
    const sentence = `${renderPrediction(prediction)}, ${describePredictionSource(prediction)}`;
    sentences.set(plan.config.name, sentence);
    log.info(`${plan.config.name}: ${sentence}.`);
  }
  return sentences;
}

/** Beyond the first round a run that lacks outputs says what it can, and which it wants. */
export async function decideSoFar(plan: RunPlan, ledger: Ledger, driver: Driver, log: Log): Promise<RunDecision> {
  try {
    return await driveRun(plan, ledger, driver, log);
  } catch (error) {
    if (!(error instanceof NeededError) || !isLookFurther(error.why)) throw error;
    log.warn(error.message);
    return driveRun({ ...plan, drawsNothing: true }, ledger, driver, log);
  }
}

function isLookFurther(why: DrawReason): boolean {
  return why === 'rerun' || why === 'critical' || why === 'stored-undecided' || why === 'settle';
}

/** What became of the stored samples, in the words of the report. */
export function tellStored(
  { warnings, ...side }: StoredSide,
  { isScreened }: RunDecision,
  { screensAlone, leftOut }: Pick<RunBudget, 'screensAlone' | 'leftOut'>,
): StoredSide {
  const alone = screensAlone ? [`${uncovered}: the stored one alone was looked at`] : [];
  const short = leftOut.map((clause) => `the budget is too small for all of it: ${clause}`);
  const stored = { ...side, warnings: [...warnings, ...alone, ...short] };
  if (screensAlone) return stored;
  if (stored.arms === null || isScreened) return stored;
  const reason = "the stored baseline was judged with other settings, which the judge's model takes or refuses now";
  const reasons = new Map([...stored.reasons, ...stored.arms.map(({ offer }) => [offer.suite, reason] as const)]);
  return { ...stored, arms: null, reasons };
}
