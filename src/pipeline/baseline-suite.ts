import { buildBaseline } from '../baseline/build-baseline.ts';
import { baselineFolder, type StoredBaseline } from '../baseline/stored-baseline.ts';
import { listNoise } from '../conclude/noise.ts';
import { MissingKeyError, type Problem, ReportedError, UserError } from '../errors.ts';
import { driveWork } from '../execute/drive.ts';
import type { RunContext } from '../execute/local-driver.ts';
import type { Draws } from '../plan/draws.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { BranchStore } from '../ports.ts';
import { readBaseline } from '../read/read-baseline.ts';
import type { Sides } from '../read/sides.ts';
import type { SuiteBaselineReport } from '../report/baseline-report.ts';
import { nextWork } from '../rounds/next-work.ts';
import type { Ledger } from '../run/ledger.ts';
import { subtractCalls } from '../run/totals.ts';
import { listScores } from '../scores/read.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { count } from '../text/prose.ts';
import { requireBudget } from './allowance.ts';
import type { Origin } from './origin.ts';
import type { RebaselineRequest } from './rebaseline-request.ts';
import type { World } from './world.ts';

/** What came of one suite. */
export interface SuiteOutcome {
  readonly folder: string;
  readonly report: SuiteBaselineReport;
  /** Null where nothing is to be written. */
  readonly baseline: StoredBaseline | null;
  /** What that replaces. */
  readonly previous: StoredBaseline | null;
  readonly problems: readonly Problem[];
}

/** A suite that is to be drawn, with its baseline so far. */
export interface SuiteReading {
  readonly selection: SuiteSelection;
  readonly folder: string;
  readonly previous: StoredBaseline | null;
  readonly plan: SuitePlan;
}

/** What all suites of a baseline run share. */
export interface BaselineRun {
  readonly origin: Origin;
  readonly sides: Sides;
  readonly ledger: Ledger;
  readonly open: () => Promise<RunContext>;
}

/** Reads what is stored of a suite and what it holds now; where there is nothing to draw, or something cannot be read, that is the outcome. */
export async function readSuite(
  world: World,
  store: BranchStore,
  request: RebaselineRequest,
  origin: Origin,
  sides: Sides,
  selection: SuiteSelection,
): Promise<SuiteReading | SuiteOutcome> {
  const { suite, contentKey } = selection;
  const folder = baselineFolder(sides.config.path, suite.name);
  const unchanged = (reason: string) => keep({ selection, folder }, 'unchanged', reason, []);
  try {
    const previous = await readBaseline(store, suite.baseline.branch, folder);
    if (request.onlyChanged && previous?.manifest.contentKey === contentKey) {
      return unchanged('nothing it depends on changed since its baseline');
    }
    const [plan] = await origin.load(world, [selection], sides, null);
    if (plan === undefined || plan.prompts.length === 0) return unchanged('it holds no prompt to evaluate');
    return { selection, folder, previous, plan };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return keepFailed({ selection, folder }, error);
  }
}

/** Draws and scores a suite whole; an incomplete one keeps its old baseline. */
export async function drawSuite(
  world: World,
  reading: SuiteReading,
  request: RebaselineRequest,
  { origin, sides, ledger, open }: BaselineRun,
): Promise<SuiteOutcome> {
  const { folder, previous } = reading;
  const { config } = sides;
  try {
    const plan = takeSamples(reading.plan, await origin.countStored(world, sides, reading.plan));
    const draws = () => listBaseline(plan);
    requireBudget(config, ledger.calls(), draws(), world.log);
    if (request.dryRun) return keep(reading, 'unchanged', 'dry run, nothing was asked', []);
    const context = await open();
    const before = ledger.calls();
    const driver = await origin.openDriver(world, [plan], sides, ledger, context);
    await driveWork(() => nextWork([plan], ledger, draws, 'first-round'), driver);
    const missing = plan.prompts.flatMap((prompt) =>
      prompt.metrics.flatMap((metric) =>
        listScores(ledger, prompt, metric, 'stored').filter(
          ({ score, missing: why }) => score === null && why !== 'abstained',
        ),
      ),
    );
    if (missing.length > 0) {
      const error = UserError.of(
        `suite ${plan.config.name}: ${count(missing.length, 'score is', 'scores are')} missing (${missing[0]?.reason}), so it keeps its old baseline.`,
        'Run it again: what was answered is not paid for twice where a response cache is kept.',
      );
      return keep(reading, 'kept', 'incomplete', error.problems);
    }
    const baseline = buildBaseline({
      plan,
      ledger,
      previous,
      contentKey: reading.selection.contentKey,
      configPath: config.path,
      commit: request.tree.commit,
      date: new Date(world.clock.nowMs()).toISOString(),
      reason: request.reason,
      calls: subtractCalls(ledger.calls(), before),
    });
    const { samples, means, costMicroUsd } = baseline.manifest;
    const report: SuiteBaselineReport = {
      name: plan.config.name,
      status: 'written',
      reason: 'complete',
      cases: new Set(plan.prompts.flatMap(({ cases }) => cases.map(({ id }) => id))).size,
      samples,
      means,
      costMicroUsd,
      noise: request.noise ? listNoise(plan, ledger) : [],
    };
    return { folder, report, baseline, previous, problems: [] };
  } catch (error) {
    if (!(error instanceof ReportedError) || error instanceof MissingKeyError) throw error;
    return keepFailed(reading, error);
  }
}

/** The plan with the number of samples that its baseline really takes. */
function takeSamples(plan: SuitePlan, samples: number): SuitePlan {
  return { ...plan, config: { ...plan.config, baseline: { ...plan.config.baseline, samples } } };
}

/** Drawn as `stored`: no later comparison may take these draws from the cache for fresh ones of its base side. */
function* listBaseline({ prompts, config: { baseline } }: SuitePlan): Generator<Draws> {
  for (const prompt of prompts) {
    for (const row of prompt.cases) yield { prompt, case: row, arms: ['stored'], from: 0, to: baseline.samples };
  }
}

function keep(
  { selection, folder }: Pick<SuiteReading, 'selection' | 'folder'>,
  status: 'kept' | 'unchanged',
  reason: string,
  problems: readonly Problem[],
): SuiteOutcome {
  const empty = { cases: 0, samples: 0, means: {}, costMicroUsd: 0, noise: [] };
  const report = { name: selection.suite.name, status, reason, ...empty };
  return { folder, report, baseline: null, previous: null, problems };
}

function keepFailed(reading: Pick<SuiteReading, 'selection' | 'folder'>, { problems }: ReportedError): SuiteOutcome {
  return keep(reading, 'kept', 'it could not be evaluated', problems);
}
